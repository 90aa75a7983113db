import {
  aprilOf,
  type Day,
  daysInMonth,
  financialYearOf,
  firstDayOf,
  formatMonth,
  lastDayOf,
  type Month,
  marchOf,
  parseDay,
} from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Provision } from "../../scenarios/model/scenario";
import { daysInService, type Period } from "../../scenarios/model/timeline";
import { formatMonthWords } from "../reports/format-table";
import type { InputPlaces } from "./inputs";
import {
  cellAddress,
  columnLetters,
  EXCEL_EPOCH,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
} from "./sheet";

const [START, END, FIRST_MONTH] = [1, 2, 3];

/**
 * How much of each financial year is in service by the end of each month, in months: part months by days (rules
 * §2.3). Twelve for a whole year. A price by year spreads over its days in service instead, and comes to twelve.
 */
export function serviceSheet(evaluation: Evaluation, inputs: InputPlaces): Sheet {
  const months = serviceMonths(evaluation);
  const columns: SheetColumn[] = [
    { id: "name", label: "In service", format: "text" },
    { id: "start", label: "First day", format: "date" },
    { id: "end", label: "Last day", format: "date" },
    ...months.map((month) => monthColumn(month, "months")),
  ];
  return {
    name: "Service",
    title: "Months in service",
    note: "Working: the months of the financial year in service by the end of each month; part months by days.",
    columns,
    rows: spans(evaluation).map((span, at) => spanRow(span, at, months, inputs)),
    frozenColumns: 1,
  };
}

/** A column whose heading is the first day of its month. */
export function monthColumn(month: Month, format: SheetColumn["format"]): SheetColumn {
  const id = formatMonth(month);
  return { id, label: formatMonthWords(id), format, month: firstDayOf(month) + EXCEL_EPOCH };
}

/** The row whose months are a provision's days in service, whatever its price spreads over. */
export function monthsRow({ id, price }: Provision): string {
  return price !== undefined && "schedule" in price ? `months-${id}` : id;
}

export const roundSpan = (round: string): string => `round-${round}`;

type Span = {
  readonly id: string;
  readonly name: string;
  readonly period: Period;
  readonly paths: readonly [string, string];
  /** A price by year spreads over the days in service of its year. */
  readonly byDays: boolean;
  /** Rounds count only what lies in the horizon; a provision's year begins in April, in the horizon or not. */
  readonly from: Month;
};

/** From April of the first financial year, so that the roundings of a year begin with its first month. */
function serviceMonths({ timeline }: Evaluation): Month[] {
  const first = aprilOf(timeline.years[0] ?? 0);
  const last = timeline.months.at(-1) ?? first;
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

function spans({ scenario, timeline }: Evaluation): Span[] {
  const horizon = timeline.months[0] ?? 0;
  const april = aprilOf(timeline.years[0] ?? 0);
  return [
    ...scenario.provisions.map(({ id, name, start, end, price }): Span => {
      const byDays = price !== undefined && "schedule" in price;
      return {
        id,
        name,
        period: period(start, end),
        paths: [`/provisions/${id}/start`, `/provisions/${id}/end`],
        byDays,
        from: april,
      };
    }),
    ...scenario.provisions.filter(needsMonths).map((provision): Span => {
      const { id, name, start, end } = provision;
      const paths = [`/provisions/${id}/start`, `/provisions/${id}/end`] as const;
      return {
        id: monthsRow(provision),
        name: `${name}: months`,
        period: period(start, end),
        paths,
        byDays: false,
        from: april,
      };
    }),
    ...(scenario.contributions ?? []).map(({ id, name, from, to }): Span => {
      const paths = [`/contributions/${id}/from`, `/contributions/${id}/to`] as const;
      return { id: roundSpan(id), name, period: period(from, to), paths, byDays: false, from: horizon };
    }),
  ];
}

/** A price by year spreads over days, but an annual funding line counts months. */
function needsMonths({ price, funding = [] }: Provision): boolean {
  return price !== undefined && "schedule" in price && funding.some((line) => "annual" in line);
}

function period(from: string, to: string): Period {
  return { from: parseDay(from), to: parseDay(to) };
}

function spanRow(span: Span, at: number, months: readonly Month[], inputs: InputPlaces): SheetRow {
  const [start, end] = span.paths.map((path) => inputs.at(path));
  const values = monthsInService(span, months);
  return {
    id: span.id,
    cells: [
      { value: span.name },
      { value: span.period.from + EXCEL_EPOCH, formula: start ?? "" },
      { value: span.period.to + EXCEL_EPOCH, formula: end ?? "" },
      ...months.map((month, place): SheetCell => {
        if (month < span.from) return { value: 0 };
        const formula = span.byDays ? byDays(at, place, month) : byMonths(at, place, month, span.from);
        return { value: values[place] ?? 0, formula };
      }),
    ],
  };
}

function monthsInService(span: Span, months: readonly Month[]): number[] {
  let soFar = 0;
  return months.map((month) => {
    if (month === aprilOf(financialYearOf(month))) soFar = 0;
    if (span.byDays) return partOfYear(span.period, month);
    if (month >= span.from) soFar += daysInService(span.period, month) / daysInMonth(month);
    return soFar;
  });
}

/** Twelve times the part of the year's days in service that have gone by. */
function partOfYear({ from, to }: Period, month: Month): number {
  const year = financialYearOf(month);
  const first = Math.max(from, firstDayOf(aprilOf(year)));
  const days = (last: Day): number => Math.max(0, Math.min(to, last) - first + 1);
  return (12 * days(lastDayOf(month))) / Math.max(1, days(lastDayOf(marchOf(year))));
}

/** What the year had before, and this month's days in service ÷ its days. */
function byMonths(row: number, place: number, month: Month, from: Month): string {
  const column = FIRST_MONTH + place;
  const heading = `${columnLetters(column)}$1`;
  const [start, end] = [`$${cellAddress(row, START)}`, `$${cellAddress(row, END)}`];
  const own = `MAX(0,MIN(${end},EOMONTH(${heading},0))-MAX(${start},${heading})+1)/DAY(EOMONTH(${heading},0))`;
  const isFirst = month === aprilOf(financialYearOf(month)) || month === from;
  return isFirst ? own : `${cellAddress(row, column - 1)}+${own}`;
}

function byDays(row: number, place: number, month: Month): string {
  const april = columnLetters(FIRST_MONTH + place - (month - aprilOf(financialYearOf(month))));
  const [heading, first] = [`${columnLetters(FIRST_MONTH + place)}$1`, `${april}$1`];
  const [start, end] = [`$${cellAddress(row, START)}`, `$${cellAddress(row, END)}`];
  const days = (last: string): string => `MAX(0,MIN(${end},${last})-MAX(${start},${first})+1)`;
  return `12*${days(`EOMONTH(${heading},0)`)}/MAX(1,${days(`EOMONTH(${first},11)`)})`;
}
