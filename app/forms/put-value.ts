import { isList, isObject, type Json, type JsonList } from "../../scenarios/changes/json";
import { placeOf } from "../../scenarios/changes/pointer";
import { OPTIONAL_PARTS } from "./field-rules";

/** How a new element of a list is named until it has an id: `-`, or `-1`, `-2` … where a form has several. */
export const NEW_ELEMENT = /^-\d{0,3}$/;

/**
 * A document with a value where segments lead; undefined takes away what is there. Parts on the way that are missing are
 * made, an optional part of which nothing is left goes too. The document is not written to.
 */
export function putValue(document: Json, segments: readonly string[], value: Json | undefined): Json {
  return putIn(document, "", segments, value) ?? {};
}

function putIn(
  container: Json | undefined,
  name: string,
  segments: readonly string[],
  value: Json | undefined,
): Json | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value;
  if (container === undefined && value === undefined) return undefined;
  const part = container ?? (NEW_ELEMENT.test(segment) ? [] : {});
  if (isList(part)) return putInList(part, name, [segment, ...rest], value);
  if (!isObject(part)) throw new Error(`there is nothing below ${segment}`);
  const inner = putIn(Object.hasOwn(part, segment) ? part[segment] : undefined, segment, rest, value);
  if (inner !== undefined) return { ...part, [segment]: inner };
  const left = Object.fromEntries(Object.entries(part).filter(([key]) => key !== segment));
  return Object.keys(left).length === 0 && OPTIONAL_PARTS.includes(name) ? undefined : left;
}

function putInList(
  list: JsonList,
  name: string,
  [segment = "", ...rest]: readonly string[],
  value: Json | undefined,
): JsonList {
  const place = placeOf(name, list, segment);
  const inner = putIn(place < 0 ? undefined : list[place], segment, rest, value);
  if (place < 0) return inner === undefined ? list : [...list, inner];
  return inner === undefined ? list.toSpliced(place, 1) : list.with(place, inner);
}
