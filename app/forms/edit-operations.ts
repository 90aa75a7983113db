import { isObject, type Json, type JsonObject } from "../../scenarios/changes/json";
import type { Operation } from "../../scenarios/changes/operation";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import { OPTIONAL_PARTS } from "./field-rules";
import type { Field } from "./fields";

/** A field and the value that it shall have; undefined takes it away. */
export type Edit = { readonly field: Field; readonly value: Json | undefined };

/** Edits as operations: field by field, so that two people's edits of different fields both stand. */
export function operationsOf(scenario: Scenario, edits: readonly Edit[]): Operation[] {
  const parents = [...new Set(edits.map(({ field }) => parentOf(field)))];
  return parents.flatMap((parent) => {
    const ofParent = edits.filter(({ field }) => parentOf(field) === parent);
    const keys = resolvePointer(scenario, parent);
    const container = keys === null ? undefined : valueAt(scenario, keys);
    return isObject(container) ? editPart(parent, container, ofParent) : addPart(parent, ofParent);
  });
}

const parentOf = ({ segments }: Edit["field"]): string => `/${segments.slice(0, -1).join("/")}`;
const keyOf = ({ segments }: Edit["field"]): string => segments.at(-1) ?? "";

function editPart(parent: string, part: JsonObject, edits: readonly Edit[]): Operation[] {
  const removed = new Set(edits.filter(({ value }) => value === undefined).map(({ field }) => keyOf(field)));
  const isLeft = edits.length > removed.size || Object.keys(part).some((key) => !removed.has(key));
  const mayGo = OPTIONAL_PARTS.includes(parent.slice(parent.lastIndexOf("/") + 1));
  if (mayGo && !isLeft) return [{ op: "remove", path: parent }];
  return edits.flatMap(({ field, value }): Operation[] => {
    const isThere = Object.hasOwn(part, keyOf(field));
    if (value === undefined) return isThere ? [{ op: "remove", path: field.name }] : [];
    return [{ op: isThere ? "replace" : "add", path: field.name, value }];
  });
}

/** The fields of a part that is not there yet make it in one step. */
function addPart(parent: string, edits: readonly Edit[]): Operation[] {
  const fields = edits.flatMap(({ field, value }) =>
    value === undefined ? [] : [[keyOf(field), value] as const],
  );
  return fields.length === 0 ? [] : [{ op: "add", path: parent, value: Object.fromEntries(fields) }];
}
