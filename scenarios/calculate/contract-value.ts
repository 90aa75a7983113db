import {
  type Day,
  daysInMonth,
  type FinancialYear,
  financialYearOf,
  firstDayOf,
  formatFinancialYear,
  monthOf,
  parseDay,
} from "../model/calendar";
import { type Pence, parseMoney, sumPence } from "../model/money";
import { type Rational, rational, roundToPence } from "../model/rational";
import type { Provision } from "../model/scenario";
import { annualPriceAtStart, periodOf } from "./provision-costs";

/**
 * What a whole contract is worth, net of recoverable VAT, in whole pence (rules §2.9): from its first day to its last, in
 * the horizon or not, with every extension option and its one-off costs, at the price at the start. Null where that is
 * not known: without a price, or with prices by year of which one is missing or none is agreed for an extension.
 *
 * Example: £120,000.00 a year for three years with an option of twelve months is worth £480,000.00.
 */
export function contractValue(provision: Provision): Pence | null {
  const recurring = recurringValue(provision);
  return recurring === null ? null : recurring + allOneOffs(provision);
}

/** One-off costs in the horizon or not, in whole pence. */
export function allOneOffs({ oneOffs = [] }: Pick<Provision, "oneOffs">): Pence {
  return sumPence(oneOffs.map(({ amount }) => parseMoney(amount)));
}

/** The months that all extension options of a contract add together. */
export function extensionMonths({ extensions = [] }: Pick<Provision, "extensions">): number {
  return extensions.reduce((sum, { months }) => sum + months, 0);
}

/** From the first day to the last in months, part months by their days. Example: 15 May to 31 March is 10 17/31. */
export function termMonths({ start, end }: Pick<Provision, "start" | "end">): Rational {
  const [first, after] = [parseDay(start), parseDay(end) + 1];
  const months = rational(BigInt(monthOf(after) - monthOf(first)));
  return months.add(partBefore(after)).sub(partBefore(first));
}

/** The financial years in which a provision is in service, in the horizon or not. */
export function serviceYears(provision: Pick<Provision, "start" | "end">): FinancialYear[] {
  const { from, to } = periodOf(provision);
  const [first, last] = [financialYearOf(monthOf(from)), financialYearOf(monthOf(to))];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

function recurringValue(provision: Provision): Pence | null {
  const { price } = provision;
  if (price === undefined) return null;
  if ("annual" in price) {
    const months = termMonths(provision).add(extensionMonths(provision));
    return roundToPence(months.mul(annualPriceAtStart(price)).div(12));
  }
  const amounts = serviceYears(provision).map((year) => price.schedule[formatFinancialYear(year)]);
  const known = amounts.flatMap((amount) => amount ?? []);
  if (known.length < amounts.length || extensionMonths(provision) > 0) return null;
  return sumPence(known.map(parseMoney));
}

/** The part of its month that lies before a day. */
function partBefore(day: Day): Rational {
  const month = monthOf(day);
  return rational(BigInt(day - firstDayOf(month)), BigInt(daysInMonth(month)));
}
