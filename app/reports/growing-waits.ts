import { type CapacitySeries, type Evaluation, waitWeeks } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";

/** A wait at the end of the horizon that is longer than it was up to twelve months before. */
export type GrowingWait = {
  readonly activity: Id;
  readonly area: Id;
  readonly weeksBefore: number;
  readonly weeksAtEnd: number;
  /** Twelve, or fewer where the horizon is shorter. */
  readonly months: number;
};

const A_DAY = 1 / 7;

/** The waits that grow by a day or more, in the order of the evaluation. A service without capacity has no wait to compare. */
export function growingWaits({ capacity, timeline }: Evaluation): GrowingWait[] {
  const last = timeline.months.length - 1;
  const months = Math.min(12, last);
  return capacity.flatMap((series) => {
    const [weeksBefore, weeksAtEnd] = [weeksAt(series, last - months), weeksAt(series, last)];
    if (weeksBefore === null || weeksAtEnd === null || weeksAtEnd - weeksBefore < A_DAY) return [];
    return [{ activity: series.activity, area: series.area, weeksBefore, weeksAtEnd, months }];
  });
}

function weeksAt(series: CapacitySeries, month: number): number | null {
  return series.turnAway ? null : waitWeeks(series, month);
}
