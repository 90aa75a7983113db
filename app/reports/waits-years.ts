import { formatMonth } from "../../scenarios/model/calendar";
import { type CapacitySeries, type Evaluation, waitWeeks } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { formatMonthWords } from "./format-table";
import { namesOf } from "./names";
import type { Address, Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";

/**
 * How many weeks people wait for one activity, by area, at the end of each financial year of the horizon. An activity that
 * keeps no list has no rows.
 */
export function buildWaitsTable(evaluation: Evaluation, activity: Id): ReportTable {
  const names = namesOf(evaluation.scenario);
  const { timeline } = evaluation;
  const ends = yearEnds(evaluation);
  const series = evaluation.capacity.filter((one) => one.activity === activity && !one.turnAway);
  const columns: readonly ReportColumn[] = [
    { id: "area", label: "Area", kind: "text" },
    ...ends.map((place): ReportColumn => {
      const month = formatMonth(timeline.months[place] ?? 0);
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
        explains: explainsOf(one, ends, timeline),
      }),
    ),
  };
}

/** The last month of each financial year that lies in the horizon. */
function yearEnds({ timeline }: Evaluation): number[] {
  return timeline.years.map((_, year) => timeline.yearPlaceOfMonth.lastIndexOf(year));
}

/** A wait that has an end is explained. */
function explainsOf(
  series: CapacitySeries,
  ends: readonly number[],
  { months }: Evaluation["timeline"],
): Readonly<Record<string, Address>> {
  const known = ends.filter((place) => waitWeeks(series, place) !== null);
  return Object.fromEntries(
    known.map((place) => {
      const month = formatMonth(months[place] ?? 0);
      return [month, ["wait", series.area, series.activity, month] as const];
    }),
  );
}

function waitCell(series: CapacitySeries, month: number): Cell {
  const weeks = waitWeeks(series, month);
  if (weeks !== null) return weeks;
  const waiting = series.waiting[month] ?? 0;
  return { value: null, words: "No service", tone: waiting > 0 ? "bad" : "muted" };
}
