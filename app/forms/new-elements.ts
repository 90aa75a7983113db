import { freeId, idFromName } from "../../scenarios/model/identifiers";
import { isList, isObject, type Json, type JsonObject } from "../../scenarios/changes/json";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import { asJson } from "./apply-edits";
import { type Field, findField } from "./fields";
import { blankElement, listOf } from "./lists";
import { NEW_ELEMENT, putValue } from "./put-value";

/** What a form wants to add: the pointer that its fields begin with, and the list's form of naming elements. */
export type NewElement = {
  /** `/risks/-`, `/provisions/joint/oneOffs/-1`. */
  readonly pointer: string;
  /** The rule's path of its elements: `/risks/*`. */
  readonly pattern: string;
};

/**
 * Values by the id of an element, and the list of those elements: the points that each level has on a criterion. While
 * the criterion is new, its points go by the name that it has until it gets an id.
 */
const KEYED_BY: Readonly<Record<string, string>> = {
  "/priorities/lines/*/levels/*/scores/*": "/priorities/criteria",
  "/priorities/lines/*/levels/*/costs/*": "/priorities/budgets",
};

/** Whether a field holds what another thing has of an element that is still to be added. */
export const isKeyedByNew = ({ rule: { path }, segments }: Pick<Field, "rule" | "segments">): boolean =>
  KEYED_BY[path] !== undefined && NEW_ELEMENT.test(segments.at(-1) ?? "");

/** The new elements that fields belong to, outer ones first. */
export function newElementsOf(fields: readonly Pick<Field, "rule" | "segments">[]): readonly NewElement[] {
  const found = new Map<string, NewElement>();
  for (const { rule, segments } of fields) {
    const parts = rule.path.split("/").slice(1);
    for (const [place, segment] of segments.entries()) {
      if (!NEW_ELEMENT.test(segment)) continue;
      if (place === segments.length - 1 && KEYED_BY[rule.path] !== undefined) continue;
      const pointer = `/${segments.slice(0, place + 1).join("/")}`;
      found.set(pointer, { pointer, pattern: `/${parts.slice(0, place + 1).join("/")}` });
    }
  }
  return [...found.values()].toSorted((first, second) => first.pointer.length - second.pointer.length);
}

/** A scenario with new elements at the end of their lists, and where each stands: one without an id by its place. */
export type Prepared = { readonly scenario: Scenario; readonly places: ReadonlyMap<string, string> };

/** `like`: the pointer of the element that a new one is a copy of. */
export function prepareElements(
  scenario: Scenario,
  elements: readonly NewElement[],
  like: string | null,
): Prepared {
  const places = new Map<string, string>();
  let document = asJson(scenario);
  for (const { pointer, pattern } of elements) {
    const at = placeIn(pointer, places);
    const list = elementAt(document, at.slice(0, at.lastIndexOf("/")));
    const copied = like === null ? undefined : elementAt(asJson(scenario), like);
    // A copy is another thing: it has no place yet in the order of drawing.
    const start = isObject(copied)
      ? without(copied, "drawOrder")
      : withoutListsOf(elements, pointer, blankElement(scenario, pattern));
    const segment = at.slice(at.lastIndexOf("/") + 1);
    const key = idKeyOf(pattern);
    const element = key === null ? start : { [key]: segment, ...without(start, key) };
    document = putValue(document, [...segmentsOf(at).slice(0, -1), "-999"], element);
    if (key === null) {
      places.set(pointer, `${at.slice(0, at.lastIndexOf("/"))}/${isList(list) ? list.length : 0}`);
    }
  }
  return { scenario: document as unknown as Scenario, places };
}

/** A field inside a new element, where the element stands now. */
export function placedField(field: Field, places: ReadonlyMap<string, string>): Field {
  const name = placeIn(field.name, places);
  return name === field.name ? field : (findField(name) ?? field);
}

/** Gives new elements their ids; answers where each pointer of the form leads to in the end. */
export function nameElements(
  document: Json,
  {
    elements,
    fields,
    places,
    taken,
  }: {
    readonly elements: readonly NewElement[];
    /** All that were filled in. */
    readonly fields: readonly Field[];
    readonly places: ReadonlyMap<string, string>;
    /** Documents whose ids cannot be given again. */
    readonly taken: readonly Scenario[];
  },
): { readonly document: Json; readonly pointers: ReadonlyMap<string, string> } {
  const pointers = new Map(places);
  let named = document;
  // From the inside, so that the outer ones can still be found by their first names.
  for (const { pointer, pattern } of elements.toReversed()) {
    const at = placeIn(pointer, places);
    const key = idKeyOf(pattern);
    const element = elementAt(named, at);
    const list = at.slice(0, at.lastIndexOf("/"));
    if (key !== "id" || !isObject(element)) continue;
    const ids = taken.flatMap((scenario) => idsOf(elementAt(asJson(scenario), list)));
    const name = nameFor(element) || (listOf(pattern)?.one ?? "");
    const id = freeId(idFromName(name), [...ids, ...idsOf(elementAt(named, list))]);
    named = putValue(named, [...segmentsOf(at), "id"], id);
    for (const [inner, to] of pointers) {
      if (to.startsWith(`${at}/`)) pointers.set(inner, `${list}/${id}${to.slice(at.length)}`);
    }
    pointers.set(pointer, `${list}/${id}`);
    for (const keyed of keyedBy(list, segmentsOf(at).at(-1) ?? "", fields)) {
      const [value, to] = [elementAt(named, keyed), `${keyed.slice(0, keyed.lastIndexOf("/"))}/${id}`];
      named = putValue(putValue(named, segmentsOf(keyed), undefined), segmentsOf(to), value);
      pointers.set(keyed, to);
    }
  }
  return { document: named, pointers };
}

/** The fields that go by an element of a list as it was first called. */
function keyedBy(list: string, first: string, fields: readonly Field[]): readonly string[] {
  return fields
    .filter((field) => KEYED_BY[field.rule.path] === list && field.segments.at(-1) === first)
    .map(({ name }) => name);
}

/** What a new element starts with, without the lists of which the form brings the elements. */
function withoutListsOf(elements: readonly NewElement[], outer: string, start: JsonObject): JsonObject {
  const brought = elements.flatMap(({ pointer }) =>
    pointer.startsWith(`${outer}/`) ? [pointer.slice(outer.length + 1).split("/")[0] ?? ""] : [],
  );
  return brought.reduce(without, start);
}

/** Fields that an element is named after, when it gets an id: a row of demand by activity and area. */
function nameFor(element: JsonObject): string {
  const texts = ["name", "title", "text"].map((key) => element[key]);
  const own = texts.find((text) => typeof text === "string");
  if (typeof own === "string") return own.split(" ").slice(0, 6).join(" ");
  const parts = ["activity", "risk", "area"].map((key) => element[key]);
  return parts.filter((part) => typeof part === "string").join(" ");
}

/** The field that names an element in its list; null where elements go by their place. */
function idKeyOf(pattern: string): "id" | "organisation" | null {
  if (!pattern.endsWith("/*")) return null;
  return pattern.endsWith("/members/*") ? "organisation" : "id";
}

function placeIn(pointer: string, places: ReadonlyMap<string, string>): string {
  const outer = [...places.keys()].filter((one) => pointer === one || pointer.startsWith(`${one}/`));
  const longest = outer.toSorted((first, second) => second.length - first.length)[0];
  return longest === undefined
    ? pointer
    : `${places.get(longest) ?? longest}${pointer.slice(longest.length)}`;
}

function without(element: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(element).filter(([name]) => name !== key));
}

const segmentsOf = (pointer: string): string[] => pointer.split("/").slice(1);

function elementAt(document: Json, pointer: string): Json | undefined {
  const keys = resolvePointer(document, pointer);
  return keys === null ? undefined : (valueAt(document, keys) as Json);
}

function idsOf(list: Json | undefined): string[] {
  return isList(list)
    ? list.flatMap((one) => (isObject(one) && typeof one["id"] === "string" ? [one["id"]] : []))
    : [];
}
