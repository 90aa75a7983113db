import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import { findField, type ShownField, showField } from "./fields";
import { LISTS } from "./lists";
import type { ListRule } from "./list-rule";
import { newElementsOf, placedField, prepareElements } from "./new-elements";
import type { FieldGroup } from "./field-group";
import { NEW_ELEMENT } from "./put-value";

/** An element that a pointer names, or would name: its list, and whether it is still to be added. */
export type FoundElement = { readonly list: ListRule; readonly pointer: string; readonly isNew: boolean };

/** The element of a declared list at a pointer; null when there is no such list, or no such element in it. */
export function findElement(scenario: Scenario, pointer: string): FoundElement | null {
  const segments = pointer.split("/");
  const list = LISTS.find(({ pattern }) => {
    const parts = pattern.split("/");
    const fits = (part: string, place: number): boolean =>
      part === "*" || part === "#" || part === segments[place];
    return parts.length === segments.length && parts.every(fits);
  });
  if (list === undefined) return null;
  const isNew = NEW_ELEMENT.test(segments.at(-1) ?? "");
  // Something new may be the first of its list; what the list stands in has to be there.
  const outer = list.pattern.split("/").lastIndexOf("*", segments.length - 2);
  const at = isNew ? segments.slice(0, Math.max(outer + 1, segments.length > 3 ? 2 : 1)).join("/") : pointer;
  return resolvePointer(scenario, at) === null ? null : { list, pointer, isNew };
}

/** The fields of an element by their relative paths; of a new one with what it starts with. */
export function elementFields(
  scenario: Scenario,
  pointer: string,
  paths: readonly string[],
  like: string | null = null,
): readonly ShownField[] {
  const fields = paths.flatMap((path) => findField(`${pointer}/${path}`) ?? []);
  const isOrHolds = (element: string): boolean => element === pointer || pointer.startsWith(`${element}/`);
  const elements = newElementsOf(fields).filter((element) => isOrHolds(element.pointer));
  const { scenario: prepared, places } = prepareElements(scenario, elements, like);
  return fields.map((field) => ({
    ...showField(prepared, placedField(field, places).name),
    name: field.name,
  }));
}

/** The form of an element: its groups where its list has some, else every field in one. */
export function elementForm(
  scenario: Scenario,
  { list, pointer }: FoundElement,
  options: FormOptions,
): readonly FieldGroup[] {
  const show = (paths: readonly string[]) => elementFields(scenario, pointer, paths, options.like);
  const groups = list.groups?.(scenario, elementAt(scenario, options.like ?? pointer), options) ?? [
    { id: "all", legend: "", fields: list.fields(scenario) },
  ];
  return groups
    .map(({ fields, labels, values, hints = {}, ...group }) => ({
      ...group,
      hints: Object.fromEntries(Object.entries(hints).map(([path, hint]) => [`${pointer}/${path}`, hint])),
      fields: show(fields).map((field, place) => ({
        ...field,
        label: labels?.[fields[place] ?? ""] ?? field.label,
        value: values?.[fields[place] ?? ""] ?? field.value,
      })),
    }))
    .filter(({ fields }) => fields.length > 0);
}

export type FormOptions = {
  /** The element that a new one starts as a copy of. */
  readonly like: string | null;
  /** Which of several forms the element has, such as capacity by staff. */
  readonly form: string | null;
};

function elementAt(scenario: Scenario, pointer: string): unknown {
  const keys = resolvePointer(scenario, pointer);
  return keys === null ? undefined : valueAt(scenario, keys);
}
