import {
  capacityToClear,
  capacityToKeepWaitWithin,
  type ListToClear,
} from "../../scenarios/calculate/trajectory";
import { firstDayOf, formatDay, formatMonth } from "../../scenarios/model/calendar";
import type { CapacitySeries, Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { parseQuantity, type Quantity } from "../../scenarios/model/quantity";
import type { Demand } from "../../scenarios/model/scenario";
import { poundsPerUnit, unitsPerFte } from "./trajectory-terms";

/** What a person asks: by when the list should be clear, or how long a wait may be from then on. Months by their places. */
export type TrajectoryQuestion = {
  readonly activity: Id;
  /** Absent: each area. */
  readonly area?: Id | undefined;
  readonly from: number;
  readonly by: number;
  readonly waitWeeks: Quantity;
  readonly recruitWeeks: number;
};

/** Clear the list by the end of a month, or keep the wait within so many weeks from the end of that month on. */
export type Aim = "clear" | "wait";

/** What one area needs, a month in the unit of the activity. */
export type AreaNeed = {
  readonly area: Id;
  /** Before the first month of the work. */
  readonly waiting: Quantity;
  /** The average of the months from the first to the last of the work. */
  readonly planned: Quantity;
  readonly needed: Quantity;
  /** What is needed beyond what is planned; 0 where enough is. */
  readonly more: Quantity;
  readonly fteNeeded: Quantity | null;
  readonly fteMore: Quantity | null;
  /** Of what is more, in pounds; null where no price of a unit can be said. */
  readonly poundsAYear: number | null;
};

/** The constant capacity from a month on that meets the aim (rules §7), area by area, in the order of the evaluation. */
export function trajectoryNeeds(
  evaluation: Evaluation,
  question: TrajectoryQuestion,
  aim: Aim,
): readonly AreaNeed[] {
  return evaluation.capacity
    .filter(({ activity, area, turnAway }) => {
      const isAsked = question.area === undefined || question.area === area;
      return activity === question.activity && isAsked && !turnAway;
    })
    .map((series) => needOf(evaluation, series, question, aim));
}

function needOf(
  evaluation: Evaluation,
  series: CapacitySeries,
  question: TrajectoryQuestion,
  aim: Aim,
): AreaNeed {
  const { from, by } = question;
  const list = listOf(evaluation, series, from);
  const months = by - from + 1;
  const needed =
    aim === "clear"
      ? capacityToClear(list, months)
      : capacityToKeepWaitWithin(list, (question.waitWeeks * 12) / 52, months);
  const planned = average(series.capacity.slice(from, by + 1));
  const more = Math.max(0, needed - planned);
  const service = { activity: series.activity, area: series.area, month: by };
  const ofFte = unitsPerFte(evaluation, service);
  const ofUnit = poundsPerUnit(evaluation, service);
  return {
    area: series.area,
    waiting: list.waiting,
    planned,
    needed,
    more,
    fteNeeded: ofFte === null ? null : (needed * 12) / ofFte,
    fteMore: ofFte === null ? null : (more * 12) / ofFte,
    poundsAYear: ofUnit === null ? null : more * 12 * ofUnit,
  };
}

function listOf(evaluation: Evaluation, series: CapacitySeries, from: number): ListToClear {
  const demands = demandsOf(evaluation, series);
  const atStart = demands.reduce((sum, { waitingAtStart = "0" }) => sum + parseQuantity(waitingAtStart), 0);
  return {
    waiting: from === 0 ? atStart : (series.waiting[from - 1] ?? 0),
    arrivals: [...series.demand.slice(from)],
    leavingShare: Math.min(1, ...leavingShares(demands)),
  };
}

function demandsOf({ scenario }: Evaluation, { activity, area }: CapacitySeries): readonly Demand[] {
  return (scenario.demand ?? []).filter((one) => one.activity === activity && one.area === area);
}

function leavingShares(demands: readonly Demand[]): number[] {
  return demands.map(({ leavingPercent = "0" }) => parseQuantity(leavingPercent) / 100);
}

function average(values: Float64Array): Quantity {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** True where those who wait in one area leave at different rates: the lowest is used, which needs rather more. */
export function leaveAtDifferentRates(
  evaluation: Evaluation,
  { activity, area }: TrajectoryQuestion,
): boolean {
  return evaluation.capacity
    .filter((series) => series.activity === activity && (area === undefined || series.area === area))
    .some((series) => new Set(leavingShares(demandsOf(evaluation, series))).size > 1);
}

/** The last day on which recruiting may begin, so that people are in post on the first day of the work. */
export function recruitBy({ timeline }: Evaluation, { from, recruitWeeks }: TrajectoryQuestion): string {
  return formatDay(firstDayOf(timeline.months[from] ?? 0) - 7 * recruitWeeks);
}

/** A month of the horizon by its place, as text. */
export function monthAt({ timeline }: Evaluation, place: number): string {
  return formatMonth(timeline.months[place] ?? 0);
}
