import { formatMonth } from "../../../scenarios/model/calendar";
import { type Evaluation, waitWeeks } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { formatMonthWords } from "../format-table";
import { namesOf } from "../names";
import type { ReportColumn, ReportTable } from "../report-table";
import { shortOfCapacity, sumOfLastYear } from "../waits";
import type { Explanation } from "./explanation";
import { inputsOfService, monthsTable } from "./services";

/** How many weeks people wait for a service in an area at the end of a month. */
export function explainWait(
  evaluation: Evaluation,
  { area, activity, month }: { readonly area: Id; readonly activity: Id; readonly month: string },
): Explanation | null {
  const { timeline, scenario } = evaluation;
  const place = timeline.months.findIndex((one) => formatMonth(one) === month);
  const series = evaluation.capacity.find((one) => one.area === area && one.activity === activity);
  const weeks = series === undefined || place < 0 || series.turnAway ? null : waitWeeks(series, place);
  if (series === undefined || weeks === null) return null;
  const names = namesOf(scenario);
  const year = timeline.yearPlaceOfMonth[place];
  const months = timeline.yearPlaceOfMonth.flatMap((of, one) => (of === year ? [one] : []));
  return {
    title: `Wait at the end of ${formatMonthWords(month)} (weeks): ${names.activity(activity)}, ${names.area(area)}`,
    value: weeks,
    kind: "quantity",
    rule: [
      "Those who wait at the end of the month, divided by the capacity of that month, in weeks: a month is 52 ÷ 12 weeks. It says how long the list would take at that pace if nobody else came.",
    ],
    parts: [{ id: "wait", label: "Waiting ÷ capacity of the month × 52 ÷ 12", value: weeks }],
    workings: [
      waitTable(series.waiting[place] as number, series.capacity[place] as number),
      monthsTable(evaluation, series, months),
    ],
    inputs: inputsOfService(evaluation, area, activity),
  };
}

function waitTable(waiting: number, capacity: number): ReportTable {
  return {
    id: "working-wait",
    title: "What is divided",
    columns: [
      { id: "step", label: "Step", kind: "text" },
      { id: "value", label: "Value", kind: "quantity" },
    ],
    rows: [
      { id: "waiting", cells: ["Waiting at the end of the month", waiting] },
      { id: "capacity", cells: ["Capacity of the month, after passing on", capacity] },
      { id: "months", cells: ["Months that the list would take", waiting / capacity] },
    ],
  };
}

const SHORT_COLUMNS: readonly ReportColumn[] = [
  { id: "service", label: "Service", kind: "text" },
  { id: "demand", label: "Demand", kind: "quantity" },
  { id: "capacity", label: "Capacity", kind: "quantity" },
];

/** The services in an area whose demand in the last twelve months of the plan is more than their capacity. */
export function explainShort(evaluation: Evaluation): Explanation {
  const names = namesOf(evaluation.scenario);
  const short = shortOfCapacity(evaluation);
  const named = evaluation.capacity
    .filter((series) =>
      short.some(({ area, activity }) => area === series.area && activity === series.activity),
    )
    .map((series) => ({
      series,
      id: `${series.activity}-${series.area}`,
      label: `${names.activity(series.activity)}, ${names.area(series.area)}`,
    }));
  return {
    title: "Services short of capacity",
    value: short.length,
    kind: "whole",
    rule: [
      "A service in an area counts when its new demand in the last twelve months of the plan is more than its capacity in those months, after what other areas pass on. Those who wait already are not counted again.",
    ],
    parts: named.map(({ id, label }) => ({ id, label, value: 1 })),
    workings: [
      {
        id: "working-short",
        title: "Demand and capacity of the last twelve months",
        columns: SHORT_COLUMNS,
        rows: named.map(({ id, label, series }) => ({
          id,
          cells: [label, sumOfLastYear(series.demand), sumOfLastYear(series.capacity)],
        })),
      },
    ],
    inputs: [],
  };
}
