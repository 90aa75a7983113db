/** Any JSON value. Read-only: a document is never written to, a change makes a new one. */
export type Json = null | boolean | number | string | JsonList | JsonObject;
export type JsonList = readonly Json[];
export type JsonObject = { readonly [key: string]: Json };

/** Whether a JSON value is a list. */
export function isList(value: unknown): value is JsonList {
  return Array.isArray(value);
}

/** Whether a JSON value is an object, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two JSON values are equal; the order of an object's fields does not count, that of a list does. */
export function sameJson(first: Json, second: Json): boolean {
  if (first === second) return true;
  if (isList(first)) {
    return (
      isList(second) &&
      first.length === second.length &&
      first.every((element, place) => sameJson(element, second[place] as Json))
    );
  }
  if (!isObject(first) || !isObject(second)) return false;
  const keys = Object.keys(first);
  return (
    keys.length === Object.keys(second).length &&
    keys.every((key) => Object.hasOwn(second, key) && sameJson(first[key] as Json, second[key] as Json))
  );
}
