import { formatFinancialYear, formatMonth } from "../../scenarios/model/calendar";
import { type CapacitySeries, type Evaluation, waitWeeks } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Activity } from "../../scenarios/model/scenario";
import { ALL } from "./explain/slices";
import { type Names, namesOf } from "./names";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";
import { horizonWords } from "./table-parts";

const COLUMNS: readonly ReportColumn[] = [
  { id: "activity", label: "Activity", kind: "text" },
  { id: "unit", label: "Unit", kind: "text" },
  { id: "area", label: "Area", kind: "text" },
  { id: "year", label: "Financial year", kind: "year" },
  { id: "demand", label: "Demand", kind: "quantity" },
  { id: "capacity", label: "Capacity", kind: "quantity" },
  { id: "served", label: "Served", kind: "quantity" },
  { id: "turned-away", label: "Turned away", kind: "quantity" },
  { id: "left", label: "Left the list before service", kind: "quantity" },
  { id: "waiting", label: "Waiting at the end", kind: "quantity" },
  { id: "wait", label: "Wait at the end (weeks)", kind: "quantity" },
];

/** The flows that are added over months; who waits is counted at the end. */
const FLOWS = ["demand", "capacity", "served", "turnedAway", "left"] as const;

/**
 * Demand, capacity and waiting by activity, area and financial year, each activity with a row for all its areas.
 * Activities have units of their own and are never added. One activity alone when it is named.
 */
export function buildCapacityTable(evaluation: Evaluation, activity?: Id): ReportTable {
  const names = namesOf(evaluation.scenario);
  const shown = evaluation.scenario.activities.filter(({ id }) => activity === undefined || id === activity);
  return {
    id: activity === undefined ? "capacity" : `capacity-${activity}`,
    title:
      activity === undefined ? "Demand and capacity" : `Demand and capacity: ${names.activity(activity)}`,
    note: `${horizonWords(evaluation)}, by financial year. Each activity is in its own unit; activities are never added.`,
    columns: COLUMNS,
    rows: shown.flatMap((one) => activityRows(evaluation, one, names)),
  };
}

function activityRows(evaluation: Evaluation, activity: Activity, names: Names): ReportRow[] {
  const ofActivity = evaluation.capacity.filter((series) => series.activity === activity.id);
  const { timeline } = evaluation;
  return timeline.years.flatMap((year, place): ReportRow[] => {
    const months = monthsOfPlace(evaluation, place);
    const row = (id: string, area: string, series: readonly CapacitySeries[]): ReportRow => ({
      id: `${activity.id}-${id}-${year}`,
      cells: [activity.name, activity.unit, area, formatFinancialYear(year), ...figures(series, months)],
    });
    const rows = ofActivity.map((series) => ({
      ...row(series.area, names.area(series.area), [series]),
      explains: explainsOf(evaluation, series, place),
    }));
    const all = {
      ...row("all-areas", "All areas", ofActivity),
      explains: explainsAll(activity.id, ofActivity, year),
      subtotal: true,
    };
    return rows.length > 1 ? [...rows, all] : rows;
  });
}

function explainsAll(
  activity: Id,
  series: readonly CapacitySeries[],
  year: number,
): NonNullable<ReportRow["explains"]> {
  const isList = !series.every(({ turnAway }) => turnAway);
  const explained = ["demand", "capacity", "served", "turned-away", "left", ...(isList ? ["waiting"] : [])];
  return Object.fromEntries(
    explained.map((measure) => [measure, ["service", measure, ALL, activity, String(year)]]),
  );
}

/** A wait that has an end is explained, and so is every flow. */
function explainsOf(
  { timeline }: Evaluation,
  series: CapacitySeries,
  place: number,
): NonNullable<ReportRow["explains"]> {
  const { area, activity, turnAway } = series;
  const last = timeline.yearPlaceOfMonth.lastIndexOf(place);
  const hasWait = !turnAway && waitWeeks(series, last) !== null;
  const explained = ["demand", "capacity", "served", "turned-away", "left", ...(turnAway ? [] : ["waiting"])];
  const year = String(timeline.years[place]);
  const measures = explained.map((measure) => [measure, ["service", measure, area, activity, year]]);
  const wait = hasWait ? [["wait", ["wait", area, activity, formatMonth(timeline.months[last] ?? 0)]]] : [];
  return Object.fromEntries([...measures, ...wait]) as NonNullable<ReportRow["explains"]>;
}

function monthsOfPlace({ timeline }: Evaluation, year: number): number[] {
  return timeline.months
    .map((_, month) => month)
    .filter((month) => timeline.yearPlaceOfMonth[month] === year);
}

function figures(series: readonly CapacitySeries[], months: readonly number[]): Cell[] {
  const last = months.at(-1) ?? 0;
  const waiting = sum(series.map((one) => one.waiting[last] ?? 0));
  const flows = FLOWS.map((flow) => {
    let all = 0;
    for (const one of series) for (const month of months) all += one[flow][month] ?? 0;
    return all;
  });
  return [...flows, ...waitCells(series, last, waiting)];
}

function waitCells(series: readonly CapacitySeries[], last: number, waiting: number): Cell[] {
  if (series.every(({ turnAway }) => turnAway))
    return [
      { value: null, words: "No list" },
      { value: null, words: "No list" },
    ];
  const capacity = sum(series.map((one) => one.capacity[last] ?? 0));
  if (capacity > 0) return [waiting, ((waiting / capacity) * 52) / 12];
  return [waiting, { value: null, words: "No service", tone: waiting > 0 ? "bad" : "muted" }];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
