import {
  aprilOf,
  type FinancialYear,
  firstDayOf,
  formatFinancialYear,
  type Month,
  monthOf,
  parseDay,
} from "../model/calendar";
import type { ByYear, ProvisionCost } from "../model/evaluation";
import { type Pence, parseMoney, payOut, sumPence } from "../model/money";
import { ONE, parsePercent, timesRounded } from "../model/rational";
import type { AnnualPrice, PriceSchedule, Provision, Scenario } from "../model/scenario";
import { daysInService, monthParts, type Period, type Timeline, YEAR_OF_PARTS } from "../model/timeline";
import { annualPrices, indexOf } from "./indexation";

/** The days on which a provision is in service, inside the horizon or not. */
export function periodOf(provision: { readonly start: string; readonly end: string }): Period {
  return { from: parseDay(provision.start), to: parseDay(provision.end) };
}

/**
 * What a provision costs in every month and year of the horizon (rules §2), whole pence, net of recoverable VAT.
 *
 * A month's recurring cost is the annual price of its year ÷ 12 × days in service ÷ days in the month, rounded
 * cumulatively inside each financial year from its first month in service (in the horizon or not), so that the
 * months of a year sum to its rounded exact cost. One-off costs fall in their date's month and stand apart.
 *
 * Example: £100,000 a year is 8,333.33, 8,333.34, 8,333.33 in each quarter.
 */
export function calculateProvisionCost(
  scenario: Pick<Scenario, "indexes">,
  provision: Provision,
  timeline: Timeline,
): ProvisionCost {
  const { recurring, ...parts } = recurringCost(scenario, provision, timeline);
  const oneOff = oneOffCosts(provision, timeline);
  const months = recurring.map((amount, place) => amount + (oneOff[place] as Pence));
  const years = sumByYear(months, timeline);
  return {
    provision: provision.id,
    priceKnown: provision.price !== undefined,
    ...parts,
    oneOff,
    months,
    years,
    oneOffYears: sumByYear(oneOff, timeline),
    total: sumPence(years),
  };
}

/** Sums amounts by month into the financial years of the horizon. */
export function sumByYear(months: readonly Pence[], timeline: Timeline): ByYear {
  const years: Pence[] = timeline.years.map(() => 0n);
  months.forEach((amount, place) => {
    const year = timeline.yearPlaceOfMonth[place] as number;
    years[year] = (years[year] as Pence) + amount;
  });
  return years;
}

/** `recurring` is contract + uplift. */
type RecurringCost = Pick<ProvisionCost, "contract" | "uplift" | "annualPrice"> & {
  readonly recurring: readonly Pence[];
};

function recurringCost(
  scenario: Pick<Scenario, "indexes">,
  provision: Provision,
  timeline: Timeline,
): RecurringCost {
  const { price } = provision;
  if (price === undefined) {
    const zeros = timeline.months.map(() => 0n);
    return { recurring: zeros, contract: zeros, uplift: zeros, annualPrice: timeline.years.map(() => null) };
  }
  if ("schedule" in price) return scheduledCost(price, provision, timeline);
  return indexedCost(scenario, price, provision, timeline);
}

function indexedCost(
  scenario: Pick<Scenario, "indexes">,
  price: AnnualPrice,
  provision: Provision,
  timeline: Timeline,
): RecurringCost {
  const period = periodOf(provision);
  const lastYear = timeline.years.at(-1) as FinancialYear;
  const atStart = annualPriceAtStart(price);
  const index = indexOf(scenario, price.index);
  const prices = annualPrices({ annualAtStart: atStart, start: period.from, index, terms: price }, lastYear);
  const years = yearsInService(timeline, period, (month) => monthParts(period, month));
  const paidAt = (priceOf: (year: FinancialYear) => Pence): Pence[] =>
    spreadOverMonths(timeline, years, (year) => ({ amount: priceOf(year), whole: YEAR_OF_PARTS }));
  const contract = paidAt((year) => (prices.has(year) ? atStart : 0n));
  const isLevel = [...prices.values()].every((annual) => annual === atStart);
  const recurring = isLevel ? contract : paidAt((year) => prices.get(year) ?? 0n);
  return {
    recurring,
    contract,
    uplift: recurring.map((amount, place) => amount - (contract[place] as Pence)),
    annualPrice: timeline.years.map((year) =>
      isInService(period, year) ? (prices.get(year) ?? null) : null,
    ),
  };
}

/** `annual` × (1 + premium), rounded to the penny: the annual price at the start (rules §2.1). */
export function annualPriceAtStart(price: AnnualPrice): Pence {
  const annual = parseMoney(price.annual);
  if (price.premiumPercent === undefined) return annual;
  return timesRounded(annual, ONE.add(parsePercent(price.premiumPercent)));
}

function isInService(period: Period, year: FinancialYear): boolean {
  return period.from < firstDayOf(aprilOf(year + 1)) && firstDayOf(aprilOf(year)) <= period.to;
}

/** A price by financial year, spread evenly over the days in service of that year (rules §2.5). */
function scheduledCost({ schedule }: PriceSchedule, provision: Provision, timeline: Timeline): RecurringCost {
  const period = periodOf(provision);
  const years = yearsInService(timeline, period, (month) => daysInService(period, month));
  const contract = spreadOverMonths(timeline, years, (year, daysOfYear) => {
    const amount = schedule[formatFinancialYear(year)];
    return { amount: amount === undefined ? 0n : parseMoney(amount), whole: daysOfYear };
  });
  return {
    recurring: contract,
    contract,
    uplift: timeline.months.map(() => 0n),
    annualPrice: timeline.years.map(() => null),
  };
}

/** A financial year and how much of it is in service by the end of each of its twelve months, April first. */
type YearInService = { readonly year: FinancialYear; readonly soFar: readonly number[] };

function yearsInService(
  timeline: Timeline,
  period: Period,
  weightOf: (month: Month) => number,
): YearInService[] {
  return timeline.years
    .filter((year) => isInService(period, year))
    .map((year) => {
      let soFar = 0;
      const april = aprilOf(year);
      return { year, soFar: Array.from({ length: 12 }, (_, place) => (soFar += weightOf(april + place))) };
    });
}

/** What a financial year costs in a month: `amount` × the month's weight ÷ `whole`. */
type YearSpread = { readonly amount: Pence; readonly whole: number };

/**
 * Pays a year's amount out over its months with cumulative rounding: pay(m) = round(Σ up to m) − round(Σ before m),
 * from the first month of the year in service, in the horizon or not (rules §2.3).
 */
function spreadOverMonths(
  timeline: Timeline,
  years: readonly YearInService[],
  spreadOf: (year: FinancialYear, wholeWeight: number) => YearSpread,
): Pence[] {
  const first = timeline.months[0] as Month;
  const payments: Pence[] = timeline.months.map(() => 0n);
  for (const { year, soFar } of years) {
    const { amount, whole } = spreadOf(year, soFar.at(-1) as number);
    if (whole === 0) continue;
    payOut(amount, soFar, whole).forEach((payment, place) => {
      const month = aprilOf(year) + place - first;
      if (payments[month] !== undefined) payments[month] = payment;
    });
  }
  return payments;
}

/** In the month of their date, in service or not (rules §2.4). */
function oneOffCosts(provision: Provision, timeline: Timeline): Pence[] {
  const first = timeline.months[0] as Month;
  const amounts: Pence[] = timeline.months.map(() => 0n);
  for (const oneOff of provision.oneOffs ?? []) {
    const place = monthOf(parseDay(oneOff.date)) - first;
    const sofar = amounts[place];
    if (sofar !== undefined) amounts[place] = sofar + parseMoney(oneOff.amount);
  }
  return amounts;
}
