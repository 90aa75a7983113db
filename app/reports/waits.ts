import { type CapacitySeries, type Evaluation, waitWeeks } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";

/** A service in an area. */
export type ServiceInArea = { readonly area: Id; readonly activity: Id };

/** The longest wait at the end of the horizon; null where nothing keeps a list or has capacity. */
export function worstWait(evaluation: Evaluation): (ServiceInArea & { readonly weeks: number }) | null {
  const last = evaluation.timeline.months.length - 1;
  const waits = evaluation.capacity.flatMap((series) => {
    const weeks = series.turnAway ? null : waitWeeks(series, last);
    return weeks === null ? [] : [{ area: series.area, activity: series.activity, weeks }];
  });
  return waits.reduce<(typeof waits)[number] | null>(
    (worst, wait) => (worst === null || wait.weeks > worst.weeks ? wait : worst),
    null,
  );
}

/** The services whose demand in the last twelve months of the horizon exceeds their capacity. */
export function shortOfCapacity(evaluation: Evaluation): ServiceInArea[] {
  return evaluation.capacity.filter(
    (series) => sumOfLastYear(series.demand) > sumOfLastYear(series.capacity) + SLACK,
  );
}

/** The services with people waiting, or demand, at the end and no capacity at all in the last month. */
export function withoutService(evaluation: Evaluation): CapacitySeries[] {
  const last = evaluation.timeline.months.length - 1;
  return evaluation.capacity.filter(
    ({ capacity, demand, waiting }) =>
      (capacity[last] ?? 0) === 0 && (demand[last] ?? 0) + (waiting[last] ?? 0) > 0,
  );
}

/** Less than any case or call: sums of twelve months differ by rounding. */
const SLACK = 1e-6;

/** The sum of the last twelve months of the horizon. */
export function sumOfLastYear(months: Float64Array): number {
  return months.slice(-12).reduce((sum, value) => sum + value, 0);
}
