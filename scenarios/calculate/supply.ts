import { compareAreas, compareIds, type Id } from "../model/identifiers";
import type { Activity, Area, Provision, Scenario } from "../model/scenario";
import { type Period, sharedPeriod, type Timeline } from "../model/timeline";
import { periodOf } from "./provision-costs";

/** What supply is read from: of a provision these fields and no others. */
export const SUPPLY_FIELDS = [
  "id",
  "kind",
  "framework",
  "certainty",
  "activities",
  "areas",
  "start",
  "end",
] as const satisfies readonly (keyof Provision)[];
export type SuppliedProvision = Pick<Provision, (typeof SUPPLY_FIELDS)[number]>;
export type SuppliedScenario = Pick<Scenario, "areas" | "activities"> & {
  readonly provisions: readonly SuppliedProvision[];
};

/** A provision that serves one activity in one area, on the days of its period inside the horizon. */
export type Supply = {
  readonly provision: SuppliedProvision;
  readonly period: Period;
  readonly confirmed: boolean;
};

/** Days on which the same supplies serve throughout. */
export type Serving = Period & { readonly supplies: readonly Supply[] };

/** One activity in one area, and who serves there: the whole horizon, cut wherever a supply begins or ends. */
export type Place = {
  readonly area: Area;
  readonly activity: Activity;
  readonly serving: readonly Serving[];
};

/** A local provision that has not signed up to the framework is neither supply nor capacity (rules §4). */
export function countsAsSupply({ kind, framework }: Pick<Provision, "kind" | "framework">): boolean {
  return kind !== "local" || framework === "signed";
}

/** Every area with every activity, supplied there or not, in the order of rules §1. */
export function suppliedPlaces(scenario: SuppliedScenario, timeline: Timeline): Place[] {
  const horizon = { from: timeline.firstDay, to: timeline.lastDay };
  const supplies = new Map(scenario.activities.map(({ id }) => [id, new Map<Id, Supply[]>()]));
  for (const provision of scenario.provisions.filter(countsAsSupply)) {
    const period = sharedPeriod(periodOf(provision), horizon);
    if (period.to < period.from) continue;
    const supply = { provision, period, confirmed: (provision.certainty ?? "confirmed") === "confirmed" };
    for (const activity of provision.activities) {
      const byArea = supplies.get(activity) as Map<Id, Supply[]>;
      for (const area of provision.areas) append(byArea, area, supply);
    }
  }
  const areas = [...scenario.areas].sort(compareAreas);
  const activities = [...scenario.activities].sort((first, second) => compareIds(first.id, second.id));
  return areas.flatMap((area) =>
    activities.map((activity) => ({
      area,
      activity,
      serving: servingOver(horizon, supplies.get(activity.id)?.get(area.id) ?? []),
    })),
  );
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Cuts a period wherever one of the supplies, which lie in it, begins or ends. */
function servingOver(period: Period, supplies: readonly Supply[]): Serving[] {
  const starts = new Set([period.from]);
  for (const { period: supplied } of supplies) {
    starts.add(supplied.from);
    if (supplied.to < period.to) starts.add(supplied.to + 1);
  }
  const inOrder = [...starts].sort((first, second) => first - second);
  return inOrder.map((from, place) => ({
    from,
    to: (inOrder[place + 1] ?? period.to + 1) - 1,
    supplies: supplies.filter((supply) => supply.period.from <= from && from <= supply.period.to),
  }));
}
