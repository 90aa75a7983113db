import { type Month, monthOf } from "../model/calendar";
import type { DoubleRunning, ProvisionCost } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { divideRounded, type Pence } from "../model/money";
import { rational } from "../model/rational";
import { daysInServiceAt, type Period, type Timeline } from "../model/timeline";
import { commonDenominator } from "./blend";
import { periodOf } from "./provision-costs";
import type { Place, SuppliedProvision, Supply } from "./supply";

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
  const prices = pricesOver(places, costs, timeline);
  const rows: DoubleRunning[] = [];
  for (const { area, activity, serving } of places) {
    for (const { from, to, supplies } of serving) {
      if (supplies.length < 2) continue;
      const provisions = supplies.map(({ provision }) => provision.id);
      const cost = costOfAllButDearest(supplies, { from, to }, prices);
      rows.push({ area: area.id, activity: activity.id, from, to, days: to - from + 1, provisions, cost });
    }
  }
  return rows;
}

/** What provisions cost one activity in one area over some days: exact, in the same parts of a penny for all of them. */
type Prices = {
  readonly costOver: (provision: SuppliedProvision, stretch: Period) => bigint;
  readonly partsOfPenny: bigint;
};

/** A figure is remembered, because many places ask the same. */
function pricesOver(
  places: readonly Place[],
  costs: ReadonlyMap<Id, ProvisionCost>,
  timeline: Timeline,
): Prices {
  const provisions = new Set<SuppliedProvision>();
  for (const { serving } of places) {
    for (const { supplies } of serving) for (const { provision } of supplies) provisions.add(provision);
  }
  const common = commonDenominator([...provisions].map((provision) => rational(1n, placesOf(provision))));
  const known = new Map([...provisions].map((provision) => [provision, new Map<string, bigint>()]));
  const costOver = (provision: SuppliedProvision, stretch: Period): bigint => {
    const ofProvision = known.get(provision) as Map<string, bigint>;
    const days = `${stretch.from} ${stretch.to}`;
    const before = ofProvision.get(days);
    if (before !== undefined) return before;
    const cost = costs.get(provision.id);
    if (cost === undefined) throw new Error(`no cost of ${provision.id}`);
    const whole = dayPartsOver(stretch, periodOf(provision), cost, timeline);
    const inParts = whole * (common / placesOf(provision));
    ofProvision.set(days, inParts);
    return inParts;
  };
  return { costOver, partsOfPenny: common * DAY_PARTS };
}

/** One activity in one area: what a provision costs is spread over all of them evenly. */
const placesOf = ({ areas, activities }: SuppliedProvision): bigint =>
  BigInt(areas.length * activities.length);

/** The recurring cost of some days in DAY_PARTS of a penny. */
function dayPartsOver(
  stretch: Period,
  period: Period,
  { contract, uplift }: ProvisionCost,
  timeline: Timeline,
): bigint {
  let wholeMonths = 0n;
  let parts = 0n;
  const first = timeline.months[0] as Month;
  const last = monthOf(stretch.to);
  for (let month = monthOf(stretch.from); month <= last; month++) {
    const place = month - first;
    const recurring = (contract[place] as Pence) + (uplift[place] as Pence);
    const days = daysInServiceAt(place, stretch, timeline);
    const inService = daysInServiceAt(place, period, timeline);
    if (days === inService) wholeMonths += recurring;
    else parts += recurring * BigInt(days) * (DAY_PARTS / BigInt(inService));
  }
  return wholeMonths * DAY_PARTS + parts;
}

function costOfAllButDearest(
  serving: readonly Supply[],
  stretch: Period,
  { costOver, partsOfPenny }: Prices,
): Pence {
  let sum = 0n;
  let dearest = 0n;
  for (const { provision } of serving) {
    const cost = costOver(provision, stretch);
    sum += cost;
    if (cost > dearest) dearest = cost;
  }
  return divideRounded(sum - dearest, partsOfPenny);
}
