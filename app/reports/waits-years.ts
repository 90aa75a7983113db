import { formatMonth } from "../../scenarios/model/calendar";
import { type CapacitySeries, type Evaluation, waitWeeks } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { formatMonthWords } from "./format-table";
import { namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";

/**
 * How many weeks people wait for one activity, by area, at the end of each financial year of the horizon. An activity that
 * keeps no list has no rows.
 */
export function buildWaitsTable(evaluation: Evaluation, activity: Id): ReportTable {
  const names = namesOf(evaluation.scenario);
  const ends = yearEnds(evaluation);
  const series = evaluation.capacity.filter((one) => one.activity === activity && !one.turnAway);
  const columns: readonly ReportColumn[] = [
    { id: "area", label: "Area", kind: "text" },
    ...ends.map((place): ReportColumn => {
      const month = formatMonth(evaluation.timeline.months[place] ?? 0);
      return { id: month, label: `End of ${formatMonthWords(month)}`, kind: "quantity" };
    }),
  ];
  return {
    id: `waits-${activity}`,
    title: `Weeks of waiting: ${names.activity(activity)}`,
    note: "Those who wait at the end of the month, divided by what a month's capacity serves. Without capacity there is no end to the wait.",
    columns,
    rows: series.map(
      (one): ReportRow => ({
        id: one.area,
        cells: [names.area(one.area), ...ends.map((place) => waitCell(one, place))],
      }),
    ),
  };
}

/** The last month of each financial year that lies in the horizon. */
function yearEnds({ timeline }: Evaluation): number[] {
  return timeline.years.map((_, year) => timeline.yearPlaceOfMonth.lastIndexOf(year));
}

function waitCell(series: CapacitySeries, month: number): Cell {
  const weeks = waitWeeks(series, month);
  if (weeks !== null) return weeks;
  const waiting = series.waiting[month] ?? 0;
  return { value: null, words: "No service", tone: waiting > 0 ? "bad" : "muted" };
}
