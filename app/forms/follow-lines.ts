import { isList, type Json, type JsonList } from "../../scenarios/changes/json";
import { placeOf, type Pointer, resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import { asJson } from "./apply-edits";
import type { Versions } from "./edit-fields";
import { findField } from "./fields";
import { NEW_ELEMENT, putValue } from "./put-value";

/** Typed fields where their lines and elements stand now. */
export type Followed = {
  /** The names of the fields as they are now; a field whose line or element is no longer there is not among them. */
  readonly names: ReadonlyMap<string, string>;
  /** The lines and elements that are no longer there, or that cannot be told from others any more. */
  readonly gone: readonly Pointer[];
  /** Lists whose lines others have moved: what is typed into them is typed into them as they stand now. */
  readonly moved: readonly Pointer[];
  /** What the person saw, but for the lists that have moved. */
  readonly seen: Versions["seen"];
};

/**
 * Follows fields from the scenario that a person saw to the one that there is now. Lines of lists without ids (who pays,
 * capacity, one-off costs) go by their places, which others shift when they add or delete one; a line that is as the
 * person saw it is known again wherever it stands.
 *
 * Example: typed into the third line of "Who pays", of which the first has been deleted since: it is the second now.
 */
export function followLines({ seen, now }: Versions, typed: readonly string[]): Followed {
  const names = new Map<string, string>();
  const [gone, moved] = [new Set<Pointer>(), new Set<Pointer>()];
  for (const name of typed) {
    const to = follow({ seen, now }, name);
    if (to.movedIn !== null) moved.add(to.movedIn);
    if (to.gone === null) names.set(name, to.name);
    else gone.add(to.gone);
  }
  let shown = asJson(seen);
  for (const list of moved) shown = putValue(shown, segmentsOf(list), valueIn(now, list));
  return { names, gone: [...gone], moved: [...moved], seen: shown as unknown as Versions["seen"] };
}

type Way = { readonly name: string; readonly gone: Pointer | null; readonly movedIn: Pointer | null };

function follow({ seen, now }: Versions, name: string): Way {
  const field = findField(name);
  const parts = field?.rule.path.split("/").slice(1) ?? [];
  const segments = [...(field?.segments ?? [])];
  let movedIn: Pointer | null = null;
  for (const [place, part] of parts.entries()) {
    const segment = segments[place] ?? "";
    const list = pointerOf(segments.slice(0, place));
    const [before, after] = [listAt(seen, list), listAt(now, list)];
    const isNew = NEW_ELEMENT.test(segment);
    const places = part === "#" ? newPlaces(before, after) : null;
    if (places !== null) {
      movedIn = list;
      if (!isNew) segments[place] = String(places[Number(segment)] ?? GONE);
    }
    const wasThere =
      !isNew && (part === "*" || part === "#") && placeOf(parts[place - 1] ?? "", before, segment) >= 0;
    const isThere = placeOf(parts[place - 1] ?? "", after, segments[place] ?? "") >= 0;
    if (wasThere && !isThere)
      return { name, gone: pointerOf(field?.segments.slice(0, place + 1) ?? []), movedIn };
  }
  return { name: field === null ? name : pointerOf(segments), gone: null, movedIn };
}

const GONE = "gone";

/**
 * Where each line stands that nobody has changed, undefined for one that cannot be known again: of lines that are alike
 * nobody can tell which is which, unless all of them are still there. Null where every line stands at its own place.
 */
function newPlaces(before: JsonList, after: JsonList): readonly (number | undefined)[] | null {
  const [alikeBefore, alikeAfter] = [before, after].map(placesByText) as [PlacesByText, PlacesByText];
  const places = before.map((line, place) => {
    const text = JSON.stringify(line);
    const [was, is] = [alikeBefore.get(text) ?? [], alikeAfter.get(text) ?? []];
    return was.length === is.length ? is[was.indexOf(place)] : undefined;
  });
  const isMoved = places.some((to, place) => to !== undefined && to !== place);
  return isMoved || before.length !== after.length ? places : null;
}

type PlacesByText = ReadonlyMap<string, readonly number[]>;

function placesByText(lines: JsonList): PlacesByText {
  const places = new Map<string, number[]>();
  for (const [place, line] of lines.entries()) {
    const text = JSON.stringify(line);
    places.set(text, [...(places.get(text) ?? []), place]);
  }
  return places;
}

const segmentsOf = (pointer: Pointer): string[] => pointer.split("/").slice(1);
const pointerOf = (segments: readonly string[]): Pointer => `/${segments.join("/")}`;

/** What stands at a pointer; undefined where nothing does. */
function valueIn(scenario: Versions["now"], pointer: Pointer): Json | undefined {
  const keys = resolvePointer(scenario, pointer);
  return keys === null ? undefined : (valueAt(scenario, keys) as Json);
}

/** The list at a pointer; of anything else, and of what is not there, no lines. */
function listAt(scenario: Versions["now"], pointer: Pointer): JsonList {
  const list = valueIn(scenario, pointer);
  return isList(list) ? list : [];
}
