import { financialYearFromText } from "../model/calendar";
import type { Issue } from "../model/issue";
import { isList, isObject, type Json, type JsonList, type JsonObject } from "./json";
import type { Operation } from "./operation";
import {
  formatPointer,
  idOfElement,
  type Keys,
  type Pointer,
  placeOf,
  resolvePointer,
  segmentOf,
  valueAt,
} from "./pointer";

/** The changed document and the operations that undo it; or the operations that do not fit, none applied. */
export type Applied =
  | { readonly ok: true; readonly document: Json; readonly inverse: readonly Operation[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Applies operations one after the other. The document is not written to: the new one shares what has not changed.
 * The inverse restores it to the letter, the places of removed elements and fields too. An operation that finds
 * nothing to replace or remove, or something where it adds, is an issue at its path, and nothing is applied.
 *
 * Example: `[{ op: "replace", path: "/provisions/joint/end", value: "2017-09-30" }]` has the inverse
 * `[{ op: "replace", path: "/provisions/joint/end", value: "2017-03-31" }]`.
 */
export function applyOperations(document: Json, operations: readonly Operation[]): Applied {
  let changed = document;
  const inverse: Operation[] = [];
  for (const operation of operations) {
    const step = applyOne(changed, operation);
    if ("issue" in step) return { ok: false, issues: [step.issue] };
    changed = step.document;
    inverse.unshift(step.inverse);
  }
  return { ok: true, document: changed, inverse };
}

type Step = { readonly document: Json; readonly inverse: Operation } | { readonly issue: Issue };

function applyOne(document: Json, operation: Operation): Step {
  const { op, path, value } = operation;
  if (op === "remove") return remove(document, path);
  if (value === undefined) return refused(path, "no-value");
  return op === "add" ? add(document, path, value, operation.before ?? null) : replace(document, path, value);
}

function replace(document: Json, path: Pointer, value: Json): Step {
  const keys = resolvePointer(document, path);
  if (keys === null) return refused(path, "no-such-value");
  const changed = withValue(document, keys, value);
  // A new id gives the element a new name, under which the inverse has to find it.
  const inverse: Operation = {
    op: "replace",
    path: formatPointer(changed, keys),
    value: valueAt(document, keys) as Json,
  };
  return { document: changed, inverse };
}

function remove(document: Json, path: Pointer): Step {
  const keys = resolvePointer(document, path);
  const key = keys?.at(-1);
  if (keys === null || key === undefined) return refused(path, "no-such-value");
  const above = keys.slice(0, -1);
  const container = valueAt(document, above) as JsonList | JsonObject;
  const { rest, before } = isList(container)
    ? withoutElement(container, String(above.at(-1)), key as number)
    : withoutField(container, String(key));
  const inverse: Operation = { op: "add", path, value: valueAt(document, keys) as Json, before };
  return { document: withValue(document, above, rest), inverse };
}

function withoutElement(
  list: JsonList,
  listName: string,
  place: number,
): { rest: Json; before: string | null } {
  const before = place + 1 < list.length ? segmentOf(listName, list, place + 1) : null;
  return { rest: list.toSpliced(place, 1), before };
}

function withoutField(object: JsonObject, key: string): { rest: Json; before: string | null } {
  const fields = Object.entries(object);
  const place = fields.findIndex(([name]) => name === key);
  return { rest: Object.fromEntries(fields.toSpliced(place, 1)), before: fields[place + 1]?.[0] ?? null };
}

function add(document: Json, path: Pointer, value: Json, before: string | null): Step {
  const target = targetOf(document, path);
  if (target === null) return refused(path, "no-such-place");
  const { above, segment } = target;
  const container = valueAt(document, above) as JsonList | JsonObject;
  const added = isList(container)
    ? withElement(container, String(above.at(-1)), { segment, value, before })
    : withField(container, { segment, value, before });
  if (typeof added === "string") return refused(path, added);
  return { document: withValue(document, above, added), inverse: { op: "remove", path } };
}

type Addition = { readonly segment: string; readonly value: Json; readonly before: string | null };

function withElement(
  list: JsonList,
  listName: string,
  { segment, value, before }: Addition,
): JsonList | Refusal {
  const id = idOfElement(listName, value);
  if (id === null) {
    const place = /^\d{1,9}$/.test(segment) ? Number(segment) : Infinity;
    return place <= list.length ? list.toSpliced(place, 0, value) : "no-such-place";
  }
  if (id !== segment) return "another-id";
  if (placeOf(listName, list, id) >= 0) return "already-there";
  const place = before === null ? -1 : placeOf(listName, list, before);
  return list.toSpliced(place < 0 ? list.length : place, 0, value);
}

function withField(object: JsonObject, { segment, value, before }: Addition): JsonObject | Refusal {
  if (Object.hasOwn(object, segment)) return "already-there";
  const fields = Object.entries(object);
  const place = fields.findIndex(([name]) => name === before);
  return Object.fromEntries(fields.toSpliced(place < 0 ? fields.length : place, 0, [segment, value]));
}

/** Where something new goes: an object or list that is there, and the name of the new part in it. */
function targetOf(document: Json, path: Pointer): { readonly above: Keys; readonly segment: string } | null {
  const slash = path.lastIndexOf("/");
  const yearSlash = path.lastIndexOf("/", slash - 1);
  // The name is what follows the last slash, or a financial year, which has one itself.
  const split = financialYearFromText(path.slice(yearSlash + 1)) === null ? slash : yearSlash;
  const above = split < 0 ? null : resolvePointer(document, path.slice(0, split));
  const container = above === null ? null : valueAt(document, above);
  return above !== null && (isList(container) || isObject(container))
    ? { above, segment: path.slice(split + 1) }
    : null;
}

/** The document with another value where keys lead, sharing everything else. */
function withValue(document: Json, keys: Keys, value: Json): Json {
  const [key, ...below] = keys;
  if (key === undefined) return value;
  const inner = withValue(valueAt(document, [key]) as Json, below, value);
  if (isList(document)) return document.with(key as number, inner);
  const fields = Object.entries(document as JsonObject);
  return Object.fromEntries(fields.map(([name, field]) => [name, name === key ? inner : field]));
}

const REFUSALS = {
  "no-value": "brings no value",
  "no-such-value": "names nothing that is there",
  "no-such-place": "names a place in nothing that is there",
  "another-id": "names another id than the element has",
  "already-there": "adds something that is there already",
} as const;

type Refusal = keyof typeof REFUSALS;

function refused(path: Pointer, code: Refusal): Step {
  const message = `The change at "${path}" ${REFUSALS[code]}. Look at the newest version, and change that.`;
  return { issue: { path, code, message } };
}
