import { isList, isObject, type Json, type JsonObject } from "../../scenarios/changes/json";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import type { Field } from "./fields";
import { putValue } from "./put-value";

/** A field and the value that it shall have; undefined takes it away. */
export type Edit = { readonly field: Field; readonly value: Json | undefined };

/** A scenario with edits of its fields; whether it is right then is for its own checks to say. */
export function applyEdits(scenario: Json, edits: readonly Edit[]): Json {
  const removals = edits.filter(removesLine);
  const values = edits.filter((edit) => !removesLine(edit));
  let edited = scenario;
  // The organisation of a member is its name in the list, so it changes after everything that is found by it.
  for (const { field, value } of values.toSorted((first, second) => renames(first) - renames(second))) {
    edited = putValue(edited, field.segments, value);
  }
  // From the end, so that the places before stay what they are.
  for (const { field } of removals.toReversed()) {
    edited = putValue(edited, field.segments.slice(0, -1), undefined);
  }
  return tidyProvisions(edited, values);
}

const removesLine = ({ field, value }: Edit): boolean =>
  field.rule.removesLine === true && value === undefined;

const renames = ({ field }: Edit): number => (/\/members\/\*\/organisation$/.test(field.rule.path) ? 1 : 0);

/** In each provision that was edited a price is of one form, and who pays the rest stands last. */
function tidyProvisions(document: Json, edits: readonly Edit[]): Json {
  const ids = new Set(
    edits.map(({ field }) => field.segments).map(([list, id]) => (list === "provisions" ? id : "")),
  );
  let tidied = document;
  for (const id of ids) {
    const keys = id === undefined || id === "" ? null : resolvePointer(document, `/provisions/${id}`);
    const provision = keys === null ? undefined : valueAt(document, keys);
    if (id === undefined || !isObject(provision)) continue;
    const { price, funding } = provision;
    if (isObject(price) && "schedule" in price && "annual" in price) {
      tidied = putValue(tidied, ["provisions", id, "price"], onePrice(price, id, edits));
    }
    if (isList(funding)) tidied = putValue(tidied, ["provisions", id, "funding"], restLast(funding));
  }
  return tidied;
}

/** What was given now counts: years in place of a yearly price, or the other way round. */
function onePrice({ schedule = {}, ...annual }: JsonObject, id: string, edits: readonly Edit[]): Json {
  const path = `/provisions/${id}/price/schedule/`;
  return edits.some(({ field, value }) => field.name.startsWith(path) && value !== undefined)
    ? { schedule }
    : annual;
}

function restLast(lines: readonly Json[]): Json {
  const paysRest = (line: Json): boolean => isObject(line) && line["rest"] === true;
  const sorted = [...lines.filter((line) => !paysRest(line)), ...lines.filter(paysRest)];
  return sorted.every((line, place) => line === lines[place]) ? lines : sorted;
}

/** The scenario itself, as the JSON that it is. */
export const asJson = (scenario: Scenario): Json => scenario;
