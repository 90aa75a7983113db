import {
  aprilOf,
  type Day,
  daysInMonth,
  type FinancialYear,
  financialYearOf,
  firstDayOf,
  lastDayOf,
  type Month,
  marchOf,
  parseMonth,
} from "./calendar";
import type { Scenario } from "./scenario";

/** The horizon of a scenario laid out: its months, its financial years, and which month lies in which year. */
export type Timeline = {
  readonly months: readonly Month[];
  readonly years: readonly FinancialYear[];
  /** For each month of the horizon the place of its year in `years`. */
  readonly yearPlaceOfMonth: readonly number[];
  /** For each month of the horizon its first day, and one more: the day after the horizon. */
  readonly firstDays: readonly Day[];
  readonly firstDay: Day;
  readonly lastDay: Day;
};

/** An inclusive period of days; empty when `to` lies before `from`. */
export type Period = { readonly from: Day; readonly to: Day };

/** Lays out the horizon (rules §1: everything stops at it). */
export function timelineOf(horizon: Scenario["horizon"]): Timeline {
  const [start, end] = [parseMonth(horizon.start), parseMonth(horizon.end)];
  const months = Array.from({ length: end - start + 1 }, (_, place) => start + place);
  const firstYear = financialYearOf(start);
  const years = Array.from({ length: financialYearOf(end) - firstYear + 1 }, (_, place) => firstYear + place);
  return {
    months,
    years,
    yearPlaceOfMonth: months.map((month) => financialYearOf(month) - firstYear),
    firstDays: [...months, end + 1].map(firstDayOf),
    firstDay: firstDayOf(start),
    lastDay: lastDayOf(end),
  };
}

/** The days of a period that lie in a month. Example: 26 September to 31 October has 5 days in September. */
export function daysInService(period: Period, month: Month): number {
  const first = firstDayOf(month);
  const from = Math.max(period.from, first);
  const to = Math.min(period.to, first + daysInMonth(month) - 1);
  return Math.max(0, to - from + 1);
}

/** The same for a month of the horizon by its place: as laid out, without the calendar. */
export function daysInServiceAt(place: number, period: Period, { firstDays }: Timeline): number {
  const from = Math.max(period.from, firstDays[place] as Day);
  const end = Math.min(period.to + 1, firstDays[place + 1] as Day);
  return Math.max(0, end - from);
}

/** The days of a month of the horizon by its place. */
export function daysInMonthAt(place: number, { firstDays }: Timeline): number {
  return (firstDays[place + 1] as Day) - (firstDays[place] as Day);
}

/** The days that two periods share, as a period (empty when they share none). */
export function sharedPeriod(first: Period, second: Period): Period {
  return { from: Math.max(first.from, second.from), to: Math.min(first.to, second.to) };
}

/**
 * 377,580 = lcm(28, 29, 30, 31): in such parts of a month every part month is a whole number, so that the part
 * months of a year have one common denominator, 12 × 377,580, and their sum is exact (rules §1).
 */
export const MONTH_PARTS = 377_580;
/** The parts of a whole year of twelve full months: 4,530,960. */
export const YEAR_OF_PARTS = 12 * MONTH_PARTS;
/** The same for exact arithmetic with money. */
export const YEAR_PARTS = BigInt(YEAR_OF_PARTS);

/** How much of a month a period covers, in 1/377,580 of the month. A full month is 377,580. */
export function monthParts(period: Period, month: Month): number {
  return (daysInService(period, month) * MONTH_PARTS) / daysInMonth(month);
}

/** How much of each financial year of the horizon a period covers, in {@link YEAR_PARTS}, only inside the horizon. */
export function yearParts(timeline: Timeline, period: Period): bigint[] {
  const sums = timeline.years.map(() => 0);
  timeline.yearPlaceOfMonth.forEach((year, place) => {
    const days = daysInServiceAt(place, period, timeline);
    sums[year] = (sums[year] as number) + (days * MONTH_PARTS) / daysInMonthAt(place, timeline);
  });
  return sums.map(BigInt);
}

/** The months of a financial year, April first, in the horizon or not. */
export function monthsOfYear(year: FinancialYear): Month[] {
  return Array.from({ length: marchOf(year) - aprilOf(year) + 1 }, (_, place) => aprilOf(year) + place);
}
