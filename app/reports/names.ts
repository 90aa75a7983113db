import { compareAreas, type Id } from "../../scenarios/model/identifiers";
import type { Area, Scenario } from "../../scenarios/model/scenario";

/** The names behind the ids of a scenario. An id without a name stands for itself. */
export type Names = {
  readonly organisation: (id: Id) => string;
  readonly area: (id: Id) => string;
  readonly activity: (id: Id) => string;
  readonly provision: (id: Id) => string;
  readonly source: (id: Id) => string;
  readonly round: (id: Id) => string;
};

export function namesOf(scenario: Scenario): Names {
  return {
    organisation: lookUp(scenario.organisations),
    area: lookUp(scenario.areas),
    activity: lookUp(scenario.activities),
    provision: lookUp(scenario.provisions),
    source: lookUp(scenario.fundingSources ?? []),
    round: lookUp(scenario.contributions ?? []),
  };
}

function lookUp(list: readonly { readonly id: Id; readonly name: string }[]): (id: Id) => string {
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** The areas in the order of every list (rules §1). */
export function areasInOrder(scenario: Scenario): readonly Area[] {
  return scenario.areas.toSorted(compareAreas);
}

/** Names as a list in words; all of a kind are said in one: "all areas". */
export function listNames(
  ids: readonly Id[],
  name: (id: Id) => string,
  all?: { readonly count: number; readonly words: string },
): string {
  if (all !== undefined && ids.length > 1 && ids.length === all.count) return all.words;
  return ids.map(name).join(", ");
}

/** A sentence names a few and counts the rest: "Refuge, Helpline, Outreach and 12 others". */
export function joinFew(words: readonly string[], most = 4): string {
  if (words.length <= most + 1) return joinWords(words);
  return `${words.slice(0, most).join(", ")} and ${words.length - most} others`;
}

/** "Refuge, Helpline and Outreach" */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) as string}`;
}

/** "All areas", "All areas but Rutland", "Blaby and Melton": whichever is shorter to read. */
export function areaWords(scenario: Scenario, ids: readonly Id[]): string {
  const names = namesOf(scenario);
  const others = areasInOrder(scenario).filter(({ id }) => !ids.includes(id));
  if (others.length === 0 && ids.length > 1) return "All areas";
  if (others.length > 0 && others.length < ids.length / 2)
    return `All areas but ${joinWords(others.map(({ name }) => name))}`;
  return joinWords(ids.map(names.area));
}

export const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
