import { ID_PATTERN } from "../model/identifiers";
import { isList, isObject } from "./json";

/**
 * A pointer to a value of a scenario file: `/provisions/joint/price/annual`. In a list it names the element by its
 * id, members of a round by their organisation, an id in a list of ids by itself, everything else by its place from
 * 0. Keys stand as they are written, also financial years: `/indexes/cpi/rates/2016/17`. "" is the document.
 */
export type Pointer = string;

/** The keys and places that lead to a value, from the document down. */
export type Keys = readonly (string | number)[];

/** Lists whose elements are ids of other things. A change adds or removes one, wherever it stands. */
const LISTS_OF_IDS: ReadonlySet<string> = new Set([
  "activities",
  "areas",
  "provisions",
  "commitments",
  "requires",
  "excludes",
  "blocks",
]);

/** The id that names an element of a list, or null where elements go by their place. */
export function idOfElement(listName: string, element: unknown): string | null {
  const id = rawIdOf(listName, element);
  return typeof id === "string" && ID_PATTERN.test(id) ? id : null;
}

function rawIdOf(listName: string, element: unknown): unknown {
  if (isObject(element)) return element[listName === "members" ? "organisation" : "id"];
  return LISTS_OF_IDS.has(listName) ? element : undefined;
}

/**
 * How a pointer names an element of a list. One without an id, or with the id of an earlier one, goes by its place.
 * Example: the places of `[{ id: "a" }, { id: "b" }, { id: "a" }]` are `a`, `b`, `2`.
 */
export function segmentOf(listName: string, list: readonly unknown[], place: number): string {
  const id = idOfElement(listName, list[place]);
  return id !== null && placeOfId(listName, list, id) === place ? id : String(place);
}

/** The place of the element that a segment of a pointer names, or -1. */
export function placeOf(listName: string, list: readonly unknown[], segment: string): number {
  const named = placeOfId(listName, list, segment);
  if (named >= 0 || !/^\d{1,9}$/.test(segment)) return named;
  const place = Number(segment);
  return place < list.length && segmentOf(listName, list, place) === segment ? place : -1;
}

function placeOfId(listName: string, list: readonly unknown[], id: string): number {
  return list.findIndex((element) => rawIdOf(listName, element) === id && ID_PATTERN.test(id));
}

/** How to name an element of a list: {@link segmentOf}, or {@link rememberedSegments} for many of one document. */
export type NameElement = typeof segmentOf;

/** {@link segmentOf} that looks through each list only once; for documents that nobody writes to meanwhile. */
export function rememberedSegments(): NameElement {
  const known = new WeakMap<object, readonly string[]>();
  return (listName, list, place) => {
    const segments = known.get(list) ?? segmentsOf(listName, list);
    known.set(list, segments);
    return segments[place] ?? String(place);
  };
}

/** {@link segmentOf} for every element of a list. */
function segmentsOf(listName: string, list: readonly unknown[]): readonly string[] {
  const taken = new Set<string>();
  return list.map((element, place) => {
    const id = idOfElement(listName, element);
    if (id === null || taken.has(id)) return String(place);
    taken.add(id);
    return id;
  });
}

/** The pointer to which keys lead. Example: `["provisions", 3, "start"]` is `/provisions/joint/start`. */
export function formatPointer(document: unknown, keys: Keys, nameElement: NameElement = segmentOf): Pointer {
  let [pointer, listName, value] = ["", "", document];
  for (const key of keys) {
    const segment = isList(value) && typeof key === "number" ? nameElement(listName, value, key) : key;
    pointer += `/${segment}`;
    listName = String(key);
    value = valueAt(value, [key]);
  }
  return pointer;
}

/**
 * The keys that lead to the value that a pointer names, or null when there is none.
 * Example: `/provisions/joint/start` is `["provisions", 3, "start"]` where joint is the fourth provision.
 */
export function resolvePointer(document: unknown, pointer: Pointer): Keys | null {
  return resolveIn(document, "", pointer);
}

function resolveIn(container: unknown, name: string, rest: string): Keys | null {
  if (rest === "") return [];
  if (!rest.startsWith("/")) return null;
  for (const end of segmentEnds(rest)) {
    const key = keyIn(container, name, rest.slice(1, end));
    if (key === null) continue;
    const below = resolveIn(valueAt(container, [key]), String(key), rest.slice(end));
    if (below !== null) return [key, ...below];
  }
  return null;
}

/** Where the first segment of a pointer may end: longest first, because a key may hold slashes. */
function segmentEnds(pointer: string): number[] {
  const ends = [pointer.length];
  for (let slash = pointer.lastIndexOf("/"); slash > 0; slash = pointer.lastIndexOf("/", slash - 1))
    ends.push(slash);
  return ends;
}

function keyIn(container: unknown, name: string, segment: string): string | number | null {
  if (!isList(container)) return isObject(container) && Object.hasOwn(container, segment) ? segment : null;
  const place = placeOf(name, container, segment);
  return place < 0 ? null : place;
}

/** The value to which keys lead; undefined where there is none. */
export function valueAt(document: unknown, keys: Keys): unknown {
  let value = document;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
