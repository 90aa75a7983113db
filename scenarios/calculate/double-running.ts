import { type Month, monthOf } from "../model/calendar";
import type { DoubleRunning, ProvisionCost } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { divideRounded, type Pence } from "../model/money";
import { daysInService, type Period, type Timeline } from "../model/timeline";
import { periodOf } from "./provision-costs";
import { type Place, type SuppliedProvision, type Supply, splitAtChanges, suppliesOn } from "./supply";

/** lcm(1 … 31): a month's cost in this many parts can be divided by any number of days in service, exactly. */
const DAY_PARTS = 72_201_776_446_800n;

/**
 * Two or more provisions of one activity in one area at the same time (rules §5): one row for each stretch of days
 * with the same set, priced at all but the dearest of them. Per provision: each month's recurring cost in whole pence
 * × days of the row in that month ÷ its days in service in that month, ÷ (areas × activities), summed; the row is
 * rounded once. No price counts 0. It is not an error: a hand-over needs some.
 */
export function calculateDoubleRunning(
  places: readonly Place[],
  costs: ReadonlyMap<Id, ProvisionCost>,
  timeline: Timeline,
): DoubleRunning[] {
  const horizon = { from: timeline.firstDay, to: timeline.lastDay };
  const costOver = costOverDays(costs, timeline);
  return places.flatMap(({ area, activity, supplies }) =>
    (supplies.length < 2 ? [] : splitAtChanges(horizon, supplies))
      .map((stretch) => ({ stretch, serving: suppliesOn(stretch.from, supplies) }))
      .filter(({ serving }) => serving.length > 1)
      .map(({ stretch, serving }) => ({
        area: area.id,
        activity: activity.id,
        ...stretch,
        days: stretch.to - stretch.from + 1,
        provisions: serving.map(({ provision }) => provision.id),
        cost: costOfAllButDearest(serving, stretch, costOver),
      })),
  );
}

type CostOver = (provision: SuppliedProvision, stretch: Period) => bigint;

/** The exact cost of a provision over some days in DAY_PARTS of a penny; remembered, because many places ask the same. */
function costOverDays(costs: ReadonlyMap<Id, ProvisionCost>, timeline: Timeline): CostOver {
  const known = new Map<SuppliedProvision, { readonly stretch: Period; readonly cost: bigint }[]>();
  const firstMonth = timeline.months[0] as Month;
  return (provision, stretch) => {
    const asked = known.get(provision) ?? [];
    known.set(provision, asked);
    const before = asked.find(({ stretch: { from, to } }) => from === stretch.from && to === stretch.to);
    if (before !== undefined) return before.cost;
    const cost = costs.get(provision.id);
    if (cost === undefined) throw new Error(`no cost of ${provision.id}`);
    const period = periodOf(provision);
    let sum = 0n;
    for (let month = monthOf(stretch.from); month <= monthOf(stretch.to); month++) {
      const place = month - firstMonth;
      const recurring = (cost.contract[place] as Pence) + (cost.uplift[place] as Pence);
      const days = BigInt(daysInService(stretch, month));
      sum += recurring * days * (DAY_PARTS / BigInt(daysInService(period, month)));
    }
    asked.push({ stretch, cost: sum });
    return sum;
  };
}

function costOfAllButDearest(serving: readonly Supply[], stretch: Period, costOver: CostOver): Pence {
  const divisors = serving.map(({ provision }) =>
    BigInt(provision.areas.length * provision.activities.length),
  );
  const common = divisors.reduce((product, divisor) => product * divisor, 1n);
  const figures = serving.map(
    ({ provision }, place) => costOver(provision, stretch) * (common / (divisors[place] as bigint)),
  );
  const dearest = figures.reduce((most, figure) => (figure > most ? figure : most), 0n);
  const sum = figures.reduce((total, figure) => total + figure, 0n);
  return divideRounded(sum - dearest, common * DAY_PARTS);
}
