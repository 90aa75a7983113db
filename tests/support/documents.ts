import { readdirSync, readFileSync } from "node:fs";
import { applyOperations } from "../../scenarios/changes/apply-operations";
import type { Json } from "../../scenarios/changes/json";
import { resolvePointer } from "../../scenarios/changes/pointer";
import { parseScenario } from "../../scenarios/document/parse-scenario";
import type { Issue } from "../../scenarios/model/issue";

const EXAMPLES = "scenarios/examples/";

/** The text of an example file, by its name below `scenarios/examples`. */
export function exampleText(file: string): string {
  return readFileSync(`${EXAMPLES}${file}`, "utf8");
}

export function exampleDocument(file: string): Json {
  return JSON.parse(exampleText(file)) as Json;
}

/** Every example that is a scenario without a fault. */
export const VALID_EXAMPLES: readonly string[] = ["", "small/"].flatMap((folder) =>
  readdirSync(`${EXAMPLES}${folder}`)
    .filter((name) => /^[a-z0-9-]+\.json$/.test(name) && name !== "index.json")
    .map((name) => `${folder}${name}`),
);

/** A small partnership of seven districts with a bit of everything; no fault in it. Money is synthetic. */
export const SAMPLE: Json = edited(exampleDocument("invalid/i01-unknown-field.json"), {
  "/provisions/joint/certanty": undefined,
});

/** A document with other values at some pointers; undefined takes a value out. */
export function edited(document: Json, edits: Readonly<Record<string, Json | undefined>>): Json {
  return Object.entries(edits).reduce<Json>((before, [path, value]) => {
    const op = value === undefined ? "remove" : resolvePointer(before, path) === null ? "add" : "replace";
    const applied = applyOperations(before, [{ op, path, ...(value === undefined ? {} : { value }) }]);
    if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
    return applied.document;
  }, document);
}

/** The issues of a document; none when it is a scenario. */
export function issuesOf(document: unknown): readonly Issue[] {
  const parsed = parseScenario(document);
  return parsed.ok ? [] : parsed.issues;
}

/** The issues of the sample with some edits, as `path code`. */
export function faultsWhen(edits: Readonly<Record<string, Json | undefined>>): string[] {
  return issuesOf(edited(SAMPLE, edits)).map(({ path, code }) => `${path} ${code}`);
}
