/**
 * Plain dates, months and financial years as whole numbers. No clock, no time zone, no `Date` (rules §1).
 *
 * - A {@link Day} counts days from 1 January 1970, which is 0; both ends of every period are inclusive.
 * - A {@link Month} counts months from January of year 0: 2015-04 is 2015 × 12 + 3.
 * - A {@link FinancialYear} is the calendar year in which it starts: 2015 is 2015/16, 1 April 2015 to 31 March 2016.
 */
export type Day = number;
export type Month = number;
export type FinancialYear = number;

/** `"2015-04-01"` */
export type DateText = string;
/** `"2015-04"` */
export type MonthText = string;
/** `"2015/16"` */
export type FinancialYearText = string;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const APRIL = 3;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days of a month. Example: February 2016 has 29. */
export function daysInMonth(month: Month): number {
  const year = Math.floor(month / 12);
  const ofYear = month - year * 12;
  return ofYear === 1 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[ofYear] as number);
}

/** Days before 1 January of a year since 1 January of year 0, by the Gregorian rule. */
function daysBeforeYear(year: number): number {
  const previous = year - 1;
  return 365 * year + Math.floor(previous / 4) - Math.floor(previous / 100) + Math.floor(previous / 400) + 1;
}

const EPOCH = daysBeforeYear(1970);

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  const year = Math.floor(month / 12);
  const ofYear = month - year * 12;
  const leapDay = ofYear > 1 && isLeapYear(year) ? 1 : 0;
  return daysBeforeYear(year) - EPOCH + (DAYS_BEFORE_MONTH[ofYear] as number) + leapDay;
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return firstDayOf(month) + daysInMonth(month) - 1;
}

/** The month in which a day lies. */
export function monthOf(day: Day): Month {
  let month = Math.floor((day / 365.2425 + 1970) * 12);
  while (firstDayOf(month) > day) month--;
  while (lastDayOf(month) < day) month++;
  return month;
}

/** The financial year in which a month lies. Example: March 2016 lies in 2015/16. */
export function financialYearOf(month: Month): FinancialYear {
  return Math.floor((month - APRIL) / 12);
}

/** April of a financial year. */
export function aprilOf(year: FinancialYear): Month {
  return year * 12 + APRIL;
}

/** March, the last month of a financial year. */
export function marchOf(year: FinancialYear): Month {
  return aprilOf(year) + 11;
}

/** The place of a month in its financial year: April 0, March 11. */
export function placeInYear(month: Month): number {
  return month - aprilOf(financialYearOf(month));
}

/** `"2015-04-01"` to a day, or null when there is no such day. Years 1900 to 2199. */
export function dayFromText(text: DateText): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  const ofCalendar = year * 12 + month - 1;
  return day > daysInMonth(ofCalendar) ? null : firstDayOf(ofCalendar) + day - 1;
}

/** {@link dayFromText} for a document that has been checked: throws when there is no such day. */
export function parseDay(text: DateText): Day {
  const day = dayFromText(text);
  if (day === null) throw new Error(`no such day: ${JSON.stringify(text)}`);
  return day;
}

/** A day as `"2015-04-01"`. */
export function formatDay(day: Day): DateText {
  const month = monthOf(day);
  return `${formatMonth(month)}-${String(day - firstDayOf(month) + 1).padStart(2, "0")}`;
}

/** `"2015-04"` to a month, or null when there is no such month. Years 1900 to 2199. */
export function monthFromText(text: MonthText): Month | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  return year < 1900 || year > 2199 || month < 1 || month > 12 ? null : year * 12 + month - 1;
}

/** {@link monthFromText} for a document that has been checked. */
export function parseMonth(text: MonthText): Month {
  const month = monthFromText(text);
  if (month === null) throw new Error(`no such month: ${JSON.stringify(text)}`);
  return month;
}

/** A month as `"2015-04"`. */
export function formatMonth(month: Month): MonthText {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, "0")}-${String(month - year * 12 + 1).padStart(2, "0")}`;
}

/** `"2015/16"` to a financial year, or null: the two years have to follow each other. */
export function financialYearFromText(text: FinancialYearText): FinancialYear | null {
  const match = /^(\d{4})\/(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, next] = [Number(match[1]), Number(match[2])];
  return year < 1900 || year > 2199 || (year + 1) % 100 !== next ? null : year;
}

/** {@link financialYearFromText} for a document that has been checked. */
export function parseFinancialYear(text: FinancialYearText): FinancialYear {
  const year = financialYearFromText(text);
  if (year === null) throw new Error(`no such financial year: ${JSON.stringify(text)}`);
  return year;
}

/** A financial year as `"2015/16"`. */
export function formatFinancialYear(year: FinancialYear): FinancialYearText {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}
