import { financialYearFromText } from "../model/calendar";
import { isList, isObject, type Json, type JsonList, type JsonObject, sameJson } from "./json";
import type { Operation } from "./operation";
import { idOfElement, type Pointer } from "./pointer";

/**
 * The changes that make one document another: applied to `from` they give `to`, order of lists included. Elements
 * with ids are compared by their ids, however they have moved; of those that moved as few as possible are taken out
 * and put back. Lists of plain texts (choices, seasons) are one value.
 *
 * Example: a later end of the joint lot gives `[{ op: "replace", path: "/provisions/joint/end", value: … }]`.
 */
export function diffDocuments(from: Json, to: Json): readonly Operation[] {
  return diffValues("", "", from, to);
}

function diffValues(path: Pointer, listName: string, from: Json, to: Json): Operation[] {
  if (sameJson(from, to)) return [];
  if (isObject(from) && isObject(to) && [from, to].every(hasPlainKeys)) return diffObjects(path, from, to);
  if (isList(from) && isList(to)) {
    const [idsBefore, idsAfter] = [idsIn(listName, from), idsIn(listName, to)];
    if (idsBefore !== null && idsAfter !== null)
      return diffById(path, byId(idsBefore, from), byId(idsAfter, to));
    if ([from, to].every((list) => goesByPlace(listName, list))) return diffByPlace(path, from, to);
  }
  return [{ op: "replace", path, value: to }];
}

function diffObjects(path: Pointer, from: JsonObject, to: JsonObject): Operation[] {
  const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  return [
    ...removed.map((key): Operation => ({ op: "remove", path: `${path}/${key}` })),
    ...Object.entries(to).flatMap(([key, value]): Operation[] =>
      Object.hasOwn(from, key)
        ? diffValues(`${path}/${key}`, key, from[key] as Json, value)
        : [{ op: "add", path: `${path}/${key}`, value }],
    ),
  ];
}

function diffById(
  path: Pointer,
  from: ReadonlyMap<string, Json>,
  to: ReadonlyMap<string, Json>,
): Operation[] {
  const order = [...to.keys()];
  const staying = longestAscending(
    [...from.keys()].map((id) => order.indexOf(id)).filter((place) => place >= 0),
  );
  const stays = new Set(staying.map((place) => order[place]));
  const taken = [...from.keys()].filter((id) => !stays.has(id));
  const put = order
    .map((id, place) => ({ id, before: order[place + 1] ?? null }))
    .filter(({ id }) => !stays.has(id));
  return [
    ...taken.map((id): Operation => ({ op: "remove", path: `${path}/${id}` })),
    // From the end, so that the element before which one goes is there already.
    ...put.toReversed().map(({ id, before }): Operation => {
      return { op: "add", path: `${path}/${id}`, value: to.get(id) as Json, before };
    }),
    ...order
      .filter((id) => stays.has(id))
      .flatMap((id) => diffValues(`${path}/${id}`, "", from.get(id) as Json, to.get(id) as Json)),
  ];
}

/** Elements that are the same in both stay, as many as keep their order; what lies between them is compared place by place. */
function diffByPlace(path: Pointer, from: JsonList, to: JsonList): Operation[] {
  const gaps: Operation[][] = [];
  let [before, after] = [0, 0];
  for (const [placeBefore, placeAfter] of [...sameElements(from, to), [from.length, to.length] as const]) {
    gaps.push(diffGap(`${path}/`, before, from.slice(before, placeBefore), to.slice(after, placeAfter)));
    [before, after] = [placeBefore + 1, placeAfter + 1];
  }
  // From the end, so that the places before are still what they were.
  return gaps.toReversed().flat();
}

/** Makes the elements from a place on the others: the first of both in pairs, then the rest is taken out or put in. */
function diffGap(path: Pointer, start: number, from: JsonList, to: JsonList): Operation[] {
  const paired = Math.min(from.length, to.length);
  const at = (place: number) => `${path}${start + place}`;
  const places = (list: JsonList) => [...list.keys()].slice(paired);
  return [
    ...from
      .slice(0, paired)
      .flatMap((element, place) => diffValues(at(place), "", element, to[place] as Json)),
    ...places(from)
      .map((place): Operation => ({ op: "remove", path: at(place) }))
      .toReversed(),
    ...places(to).map((place): Operation => ({ op: "add", path: at(place), value: to[place] as Json })),
  ];
}

/** Pairs of places of equal elements, ascending in both lists. An element that stands twice is matched in turn. */
function sameElements(from: JsonList, to: JsonList): readonly (readonly [number, number])[] {
  const waiting = new Map<string, number[]>();
  for (const [place, element] of from.entries()) {
    const text = JSON.stringify(element);
    waiting.set(text, [...(waiting.get(text) ?? []), place]);
  }
  const pairs = to.flatMap((element, place): (readonly [number, number])[] => {
    const before = waiting.get(JSON.stringify(element))?.shift();
    return before === undefined ? [] : [[before, place]];
  });
  const staying = new Set(longestAscending(pairs.map(([before]) => before)));
  return pairs.filter(([before]) => staying.has(before));
}

/** The ids of a list whose every element has its own; null for other lists. */
function idsIn(listName: string, list: JsonList): readonly string[] | null {
  const ids = list.map((element) => idOfElement(listName, element));
  return ids.includes(null) || new Set(ids).size < ids.length ? null : (ids as string[]);
}

function byId(ids: readonly string[], list: JsonList): ReadonlyMap<string, Json> {
  return new Map(ids.map((id, place) => [id, list[place] as Json]));
}

/** Lists of objects without ids: requirements, funding lines, capacity entries. */
function goesByPlace(listName: string, list: JsonList): boolean {
  return list.every((element) => isObject(element) && idOfElement(listName, element) === null);
}

/** A pointer can name every field of an object: only financial years have a slash. */
function hasPlainKeys(object: JsonObject): boolean {
  return Object.keys(object).every((key) => !key.includes("/") || financialYearFromText(key) !== null);
}

/** The longest run, gaps allowed, of places that ascend. Example: of 2, 0, 1, 3 it is 0, 1, 3. */
function longestAscending(places: readonly number[]): readonly number[] {
  type Run = { readonly last: number; readonly before: Run | undefined };
  const runs: Run[] = [];
  for (const last of places) {
    const shorter = runs.findLastIndex((run) => run.last < last);
    runs[shorter + 1] = { last, before: runs[shorter] };
  }
  const longest: number[] = [];
  for (let run = runs.at(-1); run !== undefined; run = run.before) longest.unshift(run.last);
  return longest;
}
