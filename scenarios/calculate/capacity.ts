import type { CapacitySeries, RoundOutcome } from "../model/evaluation";
import { compareAreas, compareIds, type Id } from "../model/identifiers";
import type { Activity, Area, Scenario } from "../model/scenario";
import type { Timeline } from "../model/timeline";
import { capacitySources, type OwnCapacity, type Pool } from "./capacity-sources";
import { shareCapacity } from "./share-capacity";
import { WaitingList } from "./waiting-list";

/**
 * Demand, capacity and waiting of every activity in every area that has any, by month of the horizon (rules §§6, 7).
 * Units are per activity and never added across activities. Sorted by area (rules §1), then activity id.
 */
export function calculateCapacity(
  scenario: Scenario,
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
  scenario: Scenario,
  activity: Activity,
  areas: readonly Area[],
  { own, pools, timeline }: Supplied,
): CapacitySeries[] {
  const turnAway = activity.queue === "turn-away";
  const demands = areas.map(({ id }) =>
    (scenario.demand ?? []).filter((demand) => demand.activity === activity.id && demand.area === id),
  );
  const lists = demands.map((ofArea) => new WaitingList(ofArea, turnAway, timeline));
  const all = areas.map((area) => emptySeries(area.id, activity.id, turnAway, timeline));
  const place = new Map(areas.map(({ id }, at) => [id, at]));
  const poolPlaces = pools.map((pool) => pool.areas.map((id) => place.get(id) as number));
  const ownByArea = areas.map(() => new Float64Array(timeline.months.length));
  for (const { area, monthly } of own) {
    const sum = ownByArea[place.get(area) as number] as Float64Array;
    monthly.forEach((amount, month) => {
      sum[month] = (sum[month] as number) + amount;
    });
  }
  for (let month = 0; month < timeline.months.length; month++) {
    const need = lists.map((list) => list.arrivals(month));
    const toServe = lists.map((list) => list.open(month));
    const ownNow = ownByArea.map((ofArea) => ofArea[month] as number);
    const poolsNow = pools
      .map(({ monthly }, at) => ({ areas: poolPlaces[at] as number[], capacity: monthly[month] as number }))
      .filter(({ capacity }) => capacity > 0);
    const shared = shareCapacity(ownNow, poolsNow, need, toServe);
    all.forEach((series, area) => {
      const capacity = shared.capacity[area] as number;
      const { served, left, waiting, turnedAway } = (lists[area] as WaitingList).close(capacity);
      series.demand[month] = need[area] as number;
      series.entitlement[month] = shared.entitlement[area] as number;
      series.capacity[month] = capacity;
      series.served[month] = served;
      series.left[month] = left;
      series.waiting[month] = waiting;
      series.turnedAway[month] = turnedAway;
    });
  }
  return all.filter(
    ({ entitlement, capacity }, area) =>
      (demands[area] as readonly unknown[]).length > 0 || entitlement.some(isSome) || capacity.some(isSome),
  );
}

function isSome(amount: number): boolean {
  return amount > 0;
}

function emptySeries(area: Id, activity: Id, turnAway: boolean, timeline: Timeline): CapacitySeries {
  const months = () => new Float64Array(timeline.months.length);
  return {
    area,
    activity,
    turnAway,
    demand: months(),
    entitlement: months(),
    capacity: months(),
    served: months(),
    waiting: months(),
    turnedAway: months(),
    left: months(),
  };
}
