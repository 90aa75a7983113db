import fc from "fast-check";
import { isList, isObject, type Json, type JsonObject } from "../../scenarios/changes/json";
import type { Keys } from "../../scenarios/changes/pointer";

/** Values that nobody means: huge, negative, empty, of another kind, deeply nested, named like parts of JavaScript. */
export const ODD_VALUES: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    "",
    " ",
    "0",
    "-0.01",
    "1e400",
    "NaN",
    "999999999999999.99",
    "9999999999999999999999999999",
    "0.000000000001",
    "100",
    "2015-02-29",
    "9999-12-31",
    "2199-12-31",
    "1900-01-01",
    "2015-04",
    "2015/16",
    "1999/00",
    "constructor",
    "__proto__",
    "undecided",
    [],
    {},
    [null],
    [[[[[[[[[[]]]]]]]]]],
  ),
  fc.jsonValue({ maxDepth: 5 }) as fc.Arbitrary<Json>,
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.integer().map(String),
  fc.nat(400).map((depth) => nested(depth)),
  fc.nat(12_000).map((length) => "9".repeat(length)),
  fc.constant(JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": 1}}') as Json),
);

function nested(depth: number): Json {
  return depth === 0 ? "deep" : depth % 2 === 0 ? [nested(depth - 1)] : { inner: nested(depth - 1) };
}

/** One edit at a place that a number picks: another value, nothing, twice, in other order, under another name. */
export type Edit = { readonly at: number; readonly how: number; readonly value: Json };

export const EDITS: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ at: fc.nat(), how: fc.nat(5), value: ODD_VALUES }),
  { minLength: 1, maxLength: 6 },
);

/** A document with random edits, as new values. */
export function withEdits(document: Json, edits: readonly Edit[]): Json {
  return edits.reduce<Json>((before, edit) => {
    const places = placesIn(before, []);
    const keys = places[edit.at % Math.max(1, places.length)];
    return keys === undefined ? before : changedAt(before, keys, edit);
  }, document);
}

function placesIn(value: Json, keys: Keys): Keys[] {
  const below = isList(value)
    ? value.flatMap((element, place) => placesIn(element, [...keys, place]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, field]) => placesIn(field, [...keys, key]))
      : [];
  return keys.length === 0 ? below : [keys, ...below];
}

function changedAt(container: Json, keys: Keys, edit: Edit): Json {
  const [key, ...below] = keys as [string | number, ...Keys];
  const deeper = (value: Json) => changedAt(value, below, edit);
  if (isList(container)) return changedList(container, key as number, below.length > 0 ? deeper : null, edit);
  const fields = Object.entries(container as JsonObject);
  if (below.length > 0) {
    return Object.fromEntries(fields.map(([name, value]) => [name, name === key ? deeper(value) : value]));
  }
  if (edit.how === 0) return Object.fromEntries(fields.filter(([name]) => name !== key));
  const name = edit.how === 5 && typeof edit.value === "string" ? edit.value.slice(0, 50) : String(key);
  return Object.fromEntries(fields.map(([own, value]) => (own === key ? [name, edit.value] : [own, value])));
}

function changedList(
  list: readonly Json[],
  place: number,
  deeper: ((value: Json) => Json) | null,
  { how, value }: Edit,
): Json {
  if (deeper !== null) return list.map((element, at) => (at === place ? deeper(element) : element));
  if (how === 0) return list.toSpliced(place, 1);
  if (how === 1) return list.toSpliced(place, 0, list[place] as Json);
  return how === 2 ? list.toReversed() : list.with(place, value);
}
