import type { Fault } from "../fault";
import { isGiven, type SalvagedScenario } from "../salvage";
import { suggestion } from "../words";
import { placed, spotsOf } from "./walk";

/** The lists to which ids refer, and what one of their elements is called. */
const LISTS = {
  indexes: "index",
  sources: "evidence source",
  organisations: "organisation",
  areas: "area",
  activities: "activity",
  provisions: "provision",
  fundingSources: "funding source",
  objectives: "objective",
  commitments: "commitment",
  "priorities/criteria": "criterion",
  "priorities/budgets": "budget",
  "priorities/lines": "line",
  "lotStructure/blocks": "block",
} as const;

export type List = keyof typeof LISTS;

/** Every place that holds an id of something else. `basedOn` names another file, so nothing here can resolve it. */
export const REFERENCES: readonly (readonly [pattern: string, list: List])[] = [
  ["provenance/*/source", "sources"],
  ["organisations/*/successor", "organisations"],
  ["areas/*/organisation", "organisations"],
  ["provisions/*/lead", "organisations"],
  ["provisions/*/activities/*", "activities"],
  ["provisions/*/areas/*", "areas"],
  ["provisions/*/price/index", "indexes"],
  ["provisions/*/capacity/*/activity", "activities"],
  ["provisions/*/capacity/*/areas/*", "areas"],
  ["provisions/*/funding/*/source", "fundingSources"],
  ["provisions/*/extends", "provisions"],
  ["provisions/*/commitments/*", "commitments"],
  ["requirements/*/activity", "activities"],
  ["requirements/*/areas/*", "areas"],
  ["demand/*/area", "areas"],
  ["demand/*/activity", "activities"],
  ["fundingSources/*/owner", "organisations"],
  ["fundingSources/*/onlyFor/provisions/*", "provisions"],
  ["fundingSources/*/onlyFor/activities/*", "activities"],
  ["fundingSources/*/onlyFor/areas/*", "areas"],
  ["contributions/*/provision", "provisions"],
  ["contributions/*/pot/index", "indexes"],
  ["contributions/*/share/phaseIn/historic/@", "organisations"],
  ["contributions/*/share/collar/historic/@", "organisations"],
  ["contributions/*/whenSomeDecline/toppedUpBy/*/organisation", "organisations"],
  ["contributions/*/capacity/activity", "activities"],
  ["contributions/*/buyIn/activity", "activities"],
  ["contributions/*/members/*/organisation", "organisations"],
  ["contributions/*/members/*/area", "areas"],
  ["priorities/lines/*/provision", "provisions"],
  ["priorities/lines/*/areas/*", "areas"],
  ["priorities/lines/*/objective", "objectives"],
  ["priorities/lines/*/requires/*", "priorities/lines"],
  ["priorities/lines/*/excludes/*", "priorities/lines"],
  ["priorities/lines/*/levels/*/costs/@", "priorities/budgets"],
  ["priorities/lines/*/levels/*/scores/@", "priorities/criteria"],
  ["priorities/equity/*/areas/*", "areas"],
  ["lotStructure/needs/*/blocks/*", "lotStructure/blocks"],
  ["lotStructure/chosen/*/*", "lotStructure/blocks"],
  ["commitments/*/objective", "objectives"],
  ["commitments/*/sameAs", "commitments"],
  ["risks/*/owner", "organisations"],
];

/** Every id that is used is the id of something. */
export function checkReferences(scenario: SalvagedScenario): Fault[] {
  const known = new Map<List, ReadonlySet<string> | null>();
  return REFERENCES.flatMap(([pattern, list]) => {
    if (!known.has(list)) known.set(list, idsOf(scenario, list));
    const ids = known.get(list) ?? null;
    if (ids === null) return [];
    return spotsOf(scenario, pattern).flatMap(({ keys, value }): Fault[] => {
      if (typeof value !== "string" || ids.has(value)) return [];
      const hint = suggestion(value, ids);
      const remedy = `no ${LISTS[list]} has this id: correct it, or add the ${LISTS[list]}${hint}`;
      const named = /[*@]$/.test(pattern);
      return [{ keys, code: "unknown-id", remedy, ...(named ? { state: "is not known" } : {}) }];
    });
  });
}

/** The ids of a list; null where some cannot be known because they, or the list, had to be refused. */
function idsOf(scenario: SalvagedScenario, pattern: List): ReadonlySet<string> | null {
  const [section, field] = pattern.split("/") as [keyof SalvagedScenario, string?];
  const container = field === undefined ? scenario : scenario[section];
  if (container === undefined) return isGiven(scenario, section) ? null : new Set();
  if (typeof container !== "object" || container === null) return null;
  const name = field ?? section;
  const list = (container as Record<string, readonly ({ readonly id?: string } | undefined)[] | undefined>)[
    name
  ];
  if (list === undefined) return isGiven(container, name) || !OPTIONAL_LISTS.has(pattern) ? null : new Set();
  const ids = placed(list).map(([{ id }]) => id);
  return ids.length === list.length && !ids.includes(undefined) ? new Set(ids as string[]) : null;
}

/** Lists that a file may leave out: then nothing has an id of theirs. */
const OPTIONAL_LISTS: ReadonlySet<List> = new Set<List>([
  "indexes",
  "sources",
  "fundingSources",
  "objectives",
  "commitments",
]);
