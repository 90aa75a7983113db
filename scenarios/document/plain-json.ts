import type { Json, JsonObject } from "../changes/json";
import type { Fault } from "./fault";
import { LIMITS } from "./limits";

/** The most values of all kinds in one document: what ten megabytes of ordinary text hold at most. */
const MOST_VALUES = 2_000_000;
/** After so many faults the rest of a document is not worth reading. */
const MOST_FAULTS = 1000;

/**
 * Copies an unknown value as plain JSON: no cycles, no `__proto__`, no class, nothing deeper or longer than the
 * limits. What does not fit is a fault; in the copy it reads null, a field of such a name is left out. The order of
 * fields is kept; fields that are undefined are absent, as in JSON.
 */
export function toPlainJson(input: unknown): { readonly value: Json; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const keys: (string | number)[] = [];
  let values = 0;
  const isExhausted = () => values > MOST_VALUES || faults.length > MOST_FAULTS;

  const refuse = (code: string, state: string, remedy: string): null => {
    faults.push({ keys: [...keys], code, state, remedy });
    return null;
  };

  const copy = (value: unknown): Json => {
    values += 1;
    if (isExhausted()) return null;
    if (value === null || typeof value === "boolean" || typeof value === "string") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (typeof value !== "object" || !isPlain(value)) {
      return refuse("not-json", "is not JSON", "write text, a number, true, false, a list or an object");
    }
    if (keys.length >= LIMITS.depth) {
      return refuse("too-deep", "is nested too deep", `nest lists and objects at most ${LIMITS.depth} deep`);
    }
    const size = Array.isArray(value) ? value.length : Object.keys(value).length;
    if (size > LIMITS.entries) {
      return refuse("too-many", `has ${inFull(size)} entries`, `keep it to ${inFull(LIMITS.entries)}`);
    }
    return Array.isArray(value)
      ? Array.from(value, (element, place) => copyAt(place, element))
      : copyFields(value);
  };

  const copyAt = (key: string | number, value: unknown): Json => {
    keys.push(key);
    const copied = copy(value);
    keys.pop();
    return copied;
  };

  const copyFields = (value: object): JsonObject => {
    const fields: Record<string, Json> = {};
    for (const [key, field] of Object.entries(value)) {
      if (key === "__proto__") {
        keys.push(key);
        refuse("reserved-name", "is a reserved name", "remove it");
        keys.pop();
      } else if (field !== undefined) fields[key] = copyAt(key, field);
    }
    return fields;
  };

  const value = copy(input);
  if (!isExhausted()) return { value, faults };
  const remedy = `keep it to ${inFull(MOST_VALUES)} values of text, numbers, true and false`;
  return { value: null, faults: [{ keys: [], code: "too-large", state: "holds too much", remedy }] };
}

function inFull(count: number): string {
  return count.toLocaleString("en-GB");
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
