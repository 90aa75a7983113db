import type { Day } from "../model/calendar";
import { compareAreas, compareIds } from "../model/identifiers";
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

/** One activity in one area, with everything that supplies it, in the order of rules §1. */
export type Place = {
  readonly area: Area;
  readonly activity: Activity;
  readonly supplies: readonly Supply[];
};

/** A local provision that has not signed up to the framework is neither supply nor capacity (rules §4). */
export function countsAsSupply({ kind, framework }: Pick<Provision, "kind" | "framework">): boolean {
  return kind !== "local" || framework === "signed";
}

/** Every area with every activity that is supplied or required there, in the order of rules §1. */
export function suppliedPlaces(scenario: SuppliedScenario, timeline: Timeline): Place[] {
  const horizon = { from: timeline.firstDay, to: timeline.lastDay };
  const supplies = new Map<string, Supply[]>();
  for (const provision of scenario.provisions.filter(countsAsSupply)) {
    const period = sharedPeriod(periodOf(provision), horizon);
    if (period.to < period.from) continue;
    const supply = { provision, period, confirmed: (provision.certainty ?? "confirmed") === "confirmed" };
    for (const area of provision.areas) {
      for (const activity of provision.activities) append(supplies, `${area} ${activity}`, supply);
    }
  }
  const areas = [...scenario.areas].sort(compareAreas);
  const activities = [...scenario.activities].sort((first, second) => compareIds(first.id, second.id));
  return areas.flatMap((area) =>
    activities.map((activity) => ({
      area,
      activity,
      supplies: supplies.get(`${area.id} ${activity.id}`) ?? [],
    })),
  );
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Cuts a period wherever a supply begins or ends inside it, so that each part has the same supplies throughout. */
export function splitAtChanges(period: Period, supplies: readonly Supply[]): Period[] {
  const starts = [period.from];
  for (const { period: supplied } of supplies) {
    if (supplied.from > period.from && supplied.from <= period.to) starts.push(supplied.from);
    if (supplied.to >= period.from && supplied.to < period.to) starts.push(supplied.to + 1);
  }
  starts.sort((first, second) => first - second);
  const parts: Period[] = [];
  starts.forEach((from, place) => {
    const to = (starts[place + 1] ?? period.to + 1) - 1;
    if (from <= to) parts.push({ from, to });
  });
  return parts;
}

/** The supplies that serve on a day. */
export function suppliesOn(day: Day, supplies: readonly Supply[]): Supply[] {
  return supplies.filter(({ period }) => period.from <= day && day <= period.to);
}
