import type { Pence } from "../model/money";
import { parseMoney } from "../model/money";
import {
  parseDecimal,
  type Rational,
  rational,
  roundToPence,
  smallerOf,
  timesRounded,
  ZERO,
} from "../model/rational";
import type { ContributionRound } from "../model/scenario";

type BuyInTerms = NonNullable<ContributionRound["buyIn"]>;

/**
 * The annual price of units bought in (option A, rules §4), rounded to the penny.
 *
 * - incremental: each band's units at that band's price. Bands ≤200 @ £48, ≤500 @ £44, above @ £40: 300 → £14,000.
 * - all-units: all units at the price of the band in which the last one lies. 201 → £8,844, less than 200 cost.
 */
export function buyInAnnualPrice({ bands, method }: BuyInTerms, units: string): Pence {
  const bought = parseDecimal(units);
  if (method === "all-units") {
    const band = bands.find(({ upTo }) => upTo === null || bought.compare(parseDecimal(upTo)) <= 0);
    if (band === undefined) throw new Error(`no band reaches ${units} units`);
    return timesRounded(parseMoney(band.price), bought);
  }
  let price: Rational = ZERO;
  let below: Rational = ZERO;
  for (const band of bands) {
    const upTo = band.upTo === null ? bought : smallerOf(bought, parseDecimal(band.upTo));
    if (upTo.compare(below) <= 0) continue;
    price = price.add(upTo.sub(below).mul(rational(parseMoney(band.price))));
    below = upTo;
  }
  return roundToPence(price);
}
