import type { Json } from "../changes/json";
import { formatPointer, type Keys, type NameElement, rememberedSegments, valueAt } from "../changes/pointer";
import type { Issue } from "../model/issue";
import { decapitalised, inWords, shown } from "./words";

/** What is wrong with a value: where it stands, what kind of fault it is, how it stands, and what to do. */
export type Fault = {
  readonly keys: Keys;
  /** A stable name in kebab case. */
  readonly code: string;
  /** The verb and what follows it, `is "planned"`; without one the value is shown, or that it is missing. */
  readonly state?: string;
  /** What to do, without a full stop. */
  readonly remedy: string;
};

/** Faults whose keys start at some value, as faults whose keys start at the document. */
export function within(keys: Keys, faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, keys: [...keys, ...fault.keys] }));
}

/** Faults as issues: a pointer by ids and a sentence. One for each path and kind. */
export function issuesOf(document: Json, faults: readonly Fault[]): Issue[] {
  const nameElement = rememberedSegments();
  const issues = new Map<string, Issue>();
  for (const fault of faults) {
    const path = formatPointer(document, fault.keys, nameElement);
    const key = `${fault.code} ${path}`;
    if (!issues.has(key))
      issues.set(key, { path, code: fault.code, message: sentenceOf(document, fault, nameElement) });
  }
  return [...issues.values()];
}

function sentenceOf(document: Json, { keys, code, state, remedy }: Fault, nameElement: NameElement): string {
  const words = (place: Keys) => inWords(document, place, nameElement);
  const subject =
    code === "unknown-field"
      ? `Field ${shown(keys.at(-1))} of ${decapitalised(words(keys.slice(0, -1)))}`
      : words(keys);
  const value = valueAt(document, keys);
  const stands = state ?? (value === undefined ? "is missing" : `is ${shown(value)}`);
  return `${subject} ${stands}; ${remedy}${remedy.endsWith("?") ? "" : "."}`;
}
