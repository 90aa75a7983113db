import type { Json, JsonObject } from "../changes/json";
import type { Keys } from "../changes/pointer";
import { LIMITS } from "./limits";

/** A value that no scenario file can hold. It reads as null in the copy; a fault of a key is left out of it. */
export type JsonFault = { readonly keys: Keys; readonly code: string; readonly remedy: string };

/** The most values of all kinds in one document: what ten megabytes of ordinary text hold at most. */
const MOST_VALUES = 2_000_000;

/**
 * Copies an unknown value as plain JSON: no cycles, no `__proto__`, no class, nothing deeper or longer than the
 * limits. What does not fit is a fault. The order of fields is kept; fields that are undefined are absent, as in JSON.
 */
export function toPlainJson(input: unknown): { readonly value: Json; readonly faults: readonly JsonFault[] } {
  const faults: JsonFault[] = [];
  let values = 0;

  const refuse = (keys: Keys, code: string, remedy: string): null => {
    faults.push({ keys, code, remedy });
    return null;
  };

  const copy = (value: unknown, keys: Keys): Json => {
    values += 1;
    if (values > MOST_VALUES) return null;
    if (value === null || typeof value === "boolean" || typeof value === "string") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (typeof value !== "object" || !isPlain(value)) {
      return refuse(keys, "not-json", "write text, a number, true, false, a list or an object");
    }
    if (keys.length >= LIMITS.depth) {
      return refuse(keys, "too-deep", `nest lists and objects at most ${LIMITS.depth} deep`);
    }
    const size = Array.isArray(value) ? value.length : Object.keys(value).length;
    if (size > LIMITS.entries) {
      return refuse(keys, "too-many", `keep it to ${LIMITS.entries.toLocaleString("en-GB")} entries`);
    }
    if (Array.isArray(value)) return Array.from(value, (element, place) => copy(element, [...keys, place]));
    return copyFields(value, keys);
  };

  const copyFields = (value: object, keys: Keys): JsonObject => {
    const fields: Record<string, Json> = {};
    for (const [key, field] of Object.entries(value)) {
      if (key === "__proto__") refuse([...keys, key], "reserved-name", "remove it: this name is reserved");
      else if (field !== undefined) fields[key] = copy(field, [...keys, key]);
    }
    return fields;
  };

  const value = copy(input, []);
  if (values <= MOST_VALUES) return { value, faults };
  const most = MOST_VALUES.toLocaleString("en-GB");
  return { value: null, faults: [{ keys: [], code: "too-large", remedy: `keep it to ${most} values` }] };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
