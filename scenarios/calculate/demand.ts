import { formatFinancialYear, parseFinancialYear, placeInYear } from "../model/calendar";
import { parseQuantity, type Quantity } from "../model/quantity";
import type { Demand } from "../model/scenario";
import type { Timeline } from "../model/timeline";

/**
 * New demand of an entry by month of the horizon, in the unit of its activity (rules §7): base × (1 + growth)^(years
 * since the base year, negative before it), or the figure given for that year alone; ÷ 12 × the month's seasonal index.
 */
export function monthlyDemand(demand: Demand, timeline: Timeline): Float64Array {
  const base = baseDemand(demand);
  const baseYear = parseFinancialYear(demand.baseYear);
  const growth = 1 + parseQuantity(demand.growthPercent ?? "0") / 100;
  const annual = timeline.years.map((year) => {
    const given = demand.byYear?.[formatFinancialYear(year)];
    return given === undefined ? base * growth ** (year - baseYear) : parseQuantity(given);
  });
  const seasonal = demand.seasonal?.map(parseQuantity);
  const monthly = new Float64Array(timeline.months.length);
  timeline.months.forEach((month, place) => {
    const ofYear = annual[timeline.yearPlaceOfMonth[place] as number] as number;
    monthly[place] = (ofYear / 12) * (seasonal?.[placeInYear(month)] ?? 1);
  });
  return monthly;
}

/** New demand of an activity in an area by month of the horizon: that of all its entries. */
export function newDemand(
  demands: readonly Demand[],
  of: Pick<Demand, "area" | "activity">,
  timeline: Timeline,
): Float64Array {
  const sum = new Float64Array(timeline.months.length);
  for (const demand of demands) {
    if (demand.area !== of.area || demand.activity !== of.activity) continue;
    monthlyDemand(demand, timeline).forEach((arrivals, month) => {
      sum[month] = (sum[month] as number) + arrivals;
    });
  }
  return sum;
}

/**
 * Demand of the base year: the figure given, or a funnel, incidents × share × referral × engage.
 * Example: 6,870 × 10 % × 100 % × 70 % is 480.9.
 */
export function baseDemand({ annual, funnel }: Pick<Demand, "annual" | "funnel">): Quantity {
  if (annual !== undefined) return parseQuantity(annual);
  if (funnel === undefined) throw new Error("demand needs a figure or a funnel");
  const rates = [funnel.sharePercent, funnel.referralPercent, funnel.engagePercent];
  return rates.reduce((sofar, rate) => (sofar * parseQuantity(rate)) / 100, parseQuantity(funnel.incidents));
}
