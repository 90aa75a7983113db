import type { CapacitySeries, RoundOutcome } from "../model/evaluation";
import { compareAreas, compareIds, type Id } from "../model/identifiers";
import type { Activity, Area, Scenario } from "../model/scenario";
import type { Timeline } from "../model/timeline";
import {
  capacitySources,
  type OwnCapacity,
  type Pool,
  SOURCE_FIELDS,
  type SuppliedCapacity,
} from "./capacity-sources";
import { monthOfSharing, type SharedPool, shareCapacity } from "./share-capacity";
import type { Reads } from "./take-over";
import { WaitingList } from "./waiting-list";

/** What capacity is read from, the outcomes of rounds among it, which rest on indexes too. */
export const CAPACITY_READS: Reads = [
  "horizon",
  "indexes",
  "areas",
  "activities",
  "demand",
  "contributions",
  { provisions: SOURCE_FIELDS },
];
type DemandedScenario = SuppliedCapacity & Pick<Scenario, "demand">;

/**
 * Demand, capacity and waiting of every activity in every area that has any, by month of the horizon (rules §§6, 7).
 * Units are per activity and never added across activities. Sorted by area (rules §1), then activity id.
 */
export function calculateCapacity(
  scenario: DemandedScenario,
  rounds: ReadonlyMap<Id, RoundOutcome>,
  timeline: Timeline,
): CapacitySeries[] {
  const areas = [...scenario.areas].sort(compareAreas);
  const { own, pools } = capacitySources(scenario, rounds, timeline);
  const rank = new Map(areas.map(({ id }, place) => [id, place]));
  return scenario.activities
    .flatMap((activity) =>
      calculateActivity(scenario, activity, areas, {
        own: own.filter((entry) => entry.activity === activity.id),
        pools: pools.filter((pool) => pool.activity === activity.id),
        timeline,
      }),
    )
    .sort(
      (first, second) =>
        (rank.get(first.area) as number) - (rank.get(second.area) as number) ||
        compareIds(first.activity, second.activity),
    );
}

type Supplied = {
  readonly own: readonly OwnCapacity[];
  readonly pools: readonly Pool[];
  readonly timeline: Timeline;
};

function calculateActivity(
  scenario: DemandedScenario,
  activity: Activity,
  areas: readonly Area[],
  { own, pools, timeline }: Supplied,
): CapacitySeries[] {
  const turnAway = activity.queue === "turn-away";
  const ofActivity = (scenario.demand ?? []).filter((demand) => demand.activity === activity.id);
  const demands = areas.map(({ id }) => ofActivity.filter((demand) => demand.area === id));
  const lists = demands.map((ofArea) => new WaitingList(ofArea, turnAway, timeline));
  const nextMonths = monthsInOneBlock(areas.length * SERIES, timeline.months.length);
  const all = areas.map((area) => emptySeries(area.id, activity.id, turnAway, nextMonths));
  const place = new Map(areas.map(({ id }, at) => [id, at]));
  const sharedPools = pools.map(
    (pool): SharedPool => ({
      areas: pool.areas.map((id) => place.get(id) as number),
      monthly: pool.monthly,
      unused: new Float64Array(pool.areas.length),
    }),
  );
  const ownByArea = areas.map(() => new Float64Array(timeline.months.length));
  for (const { area, monthly } of own) {
    const sum = ownByArea[place.get(area) as number] as Float64Array;
    for (let month = 0; month < sum.length; month++) {
      sum[month] = (sum[month] as number) + (monthly[month] as number);
    }
  }
  const now = monthOfSharing(areas.length);
  for (let month = 0; month < timeline.months.length; month++) {
    for (let area = 0; area < areas.length; area++) {
      const list = lists[area] as WaitingList;
      now.need[area] = list.arrivals(month);
      now.toServe[area] = list.open(month);
      now.entitlement[area] = (ownByArea[area] as Float64Array)[month] as number;
    }
    const poolsNow = sharedPools.filter(({ monthly }) => (monthly[month] as number) > 0);
    shareCapacity(poolsNow, month, now);
    for (let area = 0; area < areas.length; area++) {
      const list = lists[area] as WaitingList;
      const series = all[area] as CapacitySeries;
      const capacity = now.capacity[area] as number;
      list.close(capacity);
      series.demand[month] = now.need[area] as number;
      series.entitlement[month] = now.entitlement[area] as number;
      series.capacity[month] = capacity;
      series.served[month] = list.served;
      series.left[month] = list.left;
      series.waiting[month] = list.waiting;
      series.turnedAway[month] = list.turnedAway;
    }
  }
  return all.filter(
    ({ entitlement, capacity }, area) =>
      (demands[area] as readonly unknown[]).length > 0 || entitlement.some(isSome) || capacity.some(isSome),
  );
}

function isSome(amount: number): boolean {
  return amount > 0;
}

/** The figures of a series: from demand to those who left. */
const SERIES = 7;

/** Gives one array of months after another, out of one block: thousands of small blocks cost more than all that is in them. */
function monthsInOneBlock(arrays: number, months: number): () => Float64Array {
  const block = new Float64Array(arrays * months);
  let given = 0;
  return () => block.subarray(given, (given += months));
}

function emptySeries(
  area: Id,
  activity: Id,
  turnAway: boolean,
  nextMonths: () => Float64Array,
): CapacitySeries {
  return {
    area,
    activity,
    turnAway,
    demand: nextMonths(),
    entitlement: nextMonths(),
    capacity: nextMonths(),
    served: nextMonths(),
    waiting: nextMonths(),
    turnedAway: nextMonths(),
    left: nextMonths(),
  };
}
