import { isList, isObject, type Json } from "../changes/json";
import { formatPointer, type Keys, type Pointer, resolvePointer, valueAt } from "../changes/pointer";
import type { Scenario } from "../model/scenario";
import { type List, REFERENCES } from "./checks/references";
import { spotsOf } from "./checks/walk";
import { inWords } from "./words";

/** A scenario without one of its elements, and what else had to change for that. */
export type Removal = {
  readonly document: Json;
  /** What referred to the element, and to what went with it, in words: nothing when it stood alone. */
  readonly referrers: readonly Referrer[];
};

/** `goes`: the referring thing cannot be without it, so it goes too; else only the reference is taken out. */
export type Referrer = { readonly path: Pointer; readonly words: string; readonly goes: boolean };

/** References without which their thing means nothing, and the part that goes with them: the keys up to this many parts. */
const ESSENTIAL: Readonly<Record<string, number>> = {
  "provisions/*/capacity/*/activity": 4,
  "provisions/*/funding/*/source": 4,
  "requirements/*/activity": 2,
  "demand/*/area": 2,
  "demand/*/activity": 2,
  "fundingSources/*/owner": 2,
  "contributions/*/provision": 2,
  "contributions/*/whenSomeDecline/toppedUpBy/*/organisation": 5,
  "contributions/*/capacity/activity": 3,
  "contributions/*/buyIn/activity": 3,
  "contributions/*/members/*/organisation": 4,
  "contributions/*/members/*/area": 4,
  "priorities/lines/*/levels/*/costs/@": 7,
  "priorities/lines/*/levels/*/scores/@": 7,
};

/** Lists that mean something else, or nothing, when they are empty: what goes with the last entry. */
const NEVER_EMPTY: Readonly<Record<string, number>> = {
  "provisions/*/capacity/*/areas/*": 4,
  "requirements/*/areas/*": 2,
  "priorities/equity/*/areas/*": 3,
  "lotStructure/needs/*/blocks/*": 3,
  "lotStructure/chosen/*/*": 3,
};

/**
 * Takes an element out of a scenario together with every reference to it, and with what cannot be without it. Null when
 * there is no such element. Example: without the area Melton, its rows of demand and its places in rounds go, and it
 * leaves the lists of areas of provisions.
 */
export function removeElement(scenario: Scenario, pointer: Pointer): Removal | null {
  const start = resolvePointer(scenario, pointer);
  if (start === null) return null;
  let document = scenario as unknown as Json;
  let cuts: readonly Cut[] = [{ keys: start, referrer: null }];
  const referrers: Referrer[] = [];
  while (cuts.length > 0) {
    referrers.push(...cuts.flatMap(({ referrer }) => (referrer === null ? [] : [referrer])));
    document = withoutAll(document, cuts);
    cuts = danglingIn(document);
  }
  return { document: withoutNotes(document), referrers };
}

type Cut = { readonly keys: Keys; readonly referrer: Referrer | null };

/** What refers to something that is not there, and how far it has to be cut. */
function danglingIn(document: Json): readonly Cut[] {
  const scenario = document as unknown as Scenario;
  return REFERENCES.flatMap(([pattern, list]) => {
    const known = idsOf(document, list);
    return spotsOf(scenario, pattern).flatMap(({ keys, value }): Cut[] => {
      if (known.has(String(value))) return [];
      const depth = ESSENTIAL[pattern] ?? (isLastOf(document, keys) ? NEVER_EMPTY[pattern] : undefined);
      const cut = depth === undefined ? keys : keys.slice(0, depth);
      const words = inWords(document, cut);
      return [
        { keys: cut, referrer: { path: formatPointer(document, cut), words, goes: depth !== undefined } },
      ];
    });
  });
}

function isLastOf(document: Json, keys: Keys): boolean {
  const list = valueAt(document, keys.slice(0, -1));
  return isList(list) && list.length === 1;
}

function idsOf(document: Json, list: List): ReadonlySet<string> {
  const elements = valueAt(document, list.split("/"));
  return new Set(
    (isList(elements) ? elements : []).flatMap((element) =>
      isObject(element) && typeof element["id"] === "string" ? [element["id"]] : [],
    ),
  );
}

/** Later places first, so that those before stay what they are; what lies inside something that goes is not cut again. */
function withoutAll(document: Json, cuts: readonly Cut[]): Json {
  const all = new Map(cuts.map(({ keys }) => [JSON.stringify(keys), keys]));
  const outermost = [...all.values()].filter(
    (keys) => !keys.some((_, length) => length > 0 && all.has(JSON.stringify(keys.slice(0, length)))),
  );
  return outermost.toSorted(fromTheEnd).reduce(without, document);
}

function fromTheEnd(first: Keys, second: Keys): number {
  const place = first.findIndex((key, depth) => key !== second[depth]);
  const [one, other] = [first[place], second[place]];
  return typeof one === "number" && typeof other === "number" ? other - one : 0;
}

function without(document: Json, [key, ...below]: Keys): Json {
  if (key === undefined) return document;
  if (isList(document)) {
    const place = Number(key);
    return below.length === 0
      ? document.toSpliced(place, 1)
      : document.with(place, without(document[place] as Json, below));
  }
  const fields = Object.entries(document as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    below.length === 0
      ? fields.filter(([name]) => name !== key)
      : fields.map(([name, value]) => [name, name === key ? without(value, below) : value]),
  );
}

/** Where a figure that has gone came from is of no use any more. */
function withoutNotes(document: Json): Json {
  const notes = valueAt(document, ["provenance"]);
  if (!isList(notes) || !isObject(document)) return document;
  const kept = notes.filter((note) => {
    const path = isObject(note) ? note["path"] : undefined;
    return typeof path !== "string" || resolvePointer(document, path) !== null;
  });
  return kept.length === notes.length ? document : { ...document, provenance: kept };
}
