import {
  aprilOf,
  type Day,
  type FinancialYear,
  financialYearOf,
  firstDayOf,
  formatFinancialYear,
  monthOf,
  parseDay,
} from "../model/calendar";
import type { Id } from "../model/identifiers";
import type { Pence } from "../model/money";
import { ONE, parsePercent, type Rational, timesRounded } from "../model/rational";
import type { AnnualPrice, Index, Scenario } from "../model/scenario";

/** An annual price and how it rises: by an index (none: not at all), on each 1 April, as its terms say. */
export type IndexedPrice = {
  readonly annualAtStart: Pence;
  readonly start: Day;
  readonly index: Index | undefined;
  /** `firstUplift`: default the first 1 April after the start. Floor and cap bound the rate of a year. */
  readonly terms: Pick<AnnualPrice, "firstUplift" | "upliftFloor" | "upliftCap">;
};

/**
 * The annual price in force in each financial year from the one of `start` to `last`, whole pence.
 *
 * On each 1 April after `start` and on or after `firstUplift` the new price is round(old × (1 + r)), r being the
 * index's rate for the financial year that starts that day, clamped to [floor, cap] (rules §2.2). Each rounding is
 * half up to the penny. Without an index the price stays.
 *
 * Example: £600,000 from 1 October 2015 at 2.0 % in April 2016 is £612,000 in 2016/17.
 */
export function annualPrices(price: IndexedPrice, last: FinancialYear): ReadonlyMap<FinancialYear, Pence> {
  const first = financialYearOf(monthOf(price.start));
  const prices = new Map<FinancialYear, Pence>([[first, price.annualAtStart]]);
  let annual = price.annualAtStart;
  for (let year = first + 1; year <= last; year++) {
    if (isUpliftedIn(price, year)) annual = timesRounded(annual, ONE.add(upliftRate(price, year)));
    prices.set(year, annual);
  }
  return prices;
}

function isUpliftedIn(price: IndexedPrice, year: FinancialYear): boolean {
  const firstOfApril = firstDayOf(aprilOf(year));
  const { index, terms } = price;
  const firstUplift = terms.firstUplift === undefined ? undefined : parseDay(terms.firstUplift);
  return (
    index !== undefined &&
    firstOfApril > price.start &&
    (firstUplift === undefined || firstOfApril >= firstUplift)
  );
}

function upliftRate(
  { index, terms: { upliftFloor, upliftCap } }: IndexedPrice,
  year: FinancialYear,
): Rational {
  const text = index?.rates[formatFinancialYear(year)];
  if (text === undefined)
    throw new Error(`index ${index?.id ?? "none"} has no rate for ${formatFinancialYear(year)}`);
  let rate = parsePercent(text);
  if (upliftFloor !== undefined) rate = larger(rate, parsePercent(upliftFloor));
  if (upliftCap !== undefined) rate = smaller(rate, parsePercent(upliftCap));
  return rate;
}

const larger = (first: Rational, second: Rational): Rational => (first.compare(second) >= 0 ? first : second);
const smaller = (first: Rational, second: Rational): Rational =>
  first.compare(second) <= 0 ? first : second;

/** The index of an id, or nothing when none is named. The document has been checked: a named index exists. */
export function indexOf(scenario: Pick<Scenario, "indexes">, id: Id | undefined): Index | undefined {
  return id === undefined ? undefined : scenario.indexes?.find((index) => index.id === id);
}
