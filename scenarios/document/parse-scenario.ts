import { isList, isObject, type Json } from "../changes/json";
import type { Issue, Warning } from "../model/issue";
import type { Scenario } from "../model/scenario";
import { checkScenario } from "./checks/check-scenario";
import { documentWarnings } from "./document-warnings";
import { issuesOf } from "./fault";
import { toPlainJson } from "./plain-json";
import { type SalvagedScenario, salvage } from "./salvage";
import { findShapeFaults } from "./shape-faults";
import { upgradeDocument } from "./upgrade";
import { shown } from "./words";

/** A scenario and what a reader has to know of it; or every issue at once. */
export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Unknown to a valid scenario, or to every issue at once: shape (types, forms, ranges) and meaning (ids resolve,
 * dates lie in order, percents sum …). The scenario is the very same JSON, text values and order of fields kept; the
 * input is not written to. A document of another format or a newer version gets one issue.
 *
 * Example: `parseScenario({ …, provisions: [{ id: "joint", certanty: "planned", … }] })` gives the issue
 * `{ path: "/provisions/joint/certanty", code: "unknown-field", message: … }`.
 */
export function parseScenario(input: unknown): ParsedScenario {
  const { value, faults } = toPlainJson(input);
  if (!isObject(value)) {
    if (faults[0]?.keys.length === 0) return { ok: false, issues: issuesOf(null, faults) };
    return refused(
      "not-a-scenario",
      `The file holds ${shown(value)}; choose a scenario file, a JSON object.`,
    );
  }
  const upgraded = upgradeDocument(value);
  if (!upgraded.ok) return { ok: false, issues: upgraded.issues };

  const { document } = upgraded;
  const refusedAlready = new Set(faults.map(({ keys }) => keys.join("/")));
  const shapeFaults = [
    ...faults,
    ...findShapeFaults(document).filter(({ keys }) => !refusedAlready.has(keys.join("/"))),
  ];
  const salvaged = salvage(
    document,
    shapeFaults.map(({ keys }) => keys),
  );
  const issues = issuesOf(document, [...shapeFaults, ...checkScenario(salvaged, document)]);
  if (issues.length > 0) return { ok: false, issues };
  // The schema has just said so, and `schema/scenario.ts` proves that it says the same as the type.
  const scenario = document as unknown as Scenario;
  return { ok: true, scenario, warnings: documentWarnings(scenario) };
}

/**
 * {@link parseScenario} of what edits, which are plain JSON, made of a valid scenario: the shape of what the two share
 * is not looked at again. What is wrong is told in the same words; a valid scenario is the document itself.
 */
export function parseEdited(document: Json, before: Scenario): ParsedScenario {
  const isRight =
    findShapeFaults(withoutShared(document, before)).length === 0 &&
    checkScenario(document as SalvagedScenario, document).length === 0;
  if (!isRight) return parseScenario(document);
  const scenario = document as unknown as Scenario;
  return { ok: true, scenario, warnings: documentWarnings(scenario) };
}

/** A document without the elements of lists that an earlier one has too. Lists that have grown are kept whole. */
function withoutShared(document: Json, before: unknown): Json {
  if (!isObject(document) || !isObject(before)) return document;
  const fields = Object.entries(document).map(([name, value]): [string, Json] => {
    const known: unknown = before[name];
    if (!isList(value) || !isList(known)) return [name, withoutShared(value, known)];
    const isShared = new Set<unknown>(known);
    return [name, value.length > known.length ? value : value.filter((element) => !isShared.has(element))];
  });
  return Object.fromEntries(fields);
}

function refused(code: string, message: string): ParsedScenario {
  return { ok: false, issues: [{ path: "", code, message }] };
}
