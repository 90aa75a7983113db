import { isDecimalText, parseDecimal, rational, sumRationals } from "../model/rational";
import type { DecimalText, Scenario } from "../model/scenario";
import { apportion } from "./apportion";

/** As many decimals as shared weights have; more only where the rest itself has more. */
const DECIMALS = 2;

/**
 * Weights that keep their proportions and sum to `rest`, exactly: in hundredths of a point, what is left over by largest
 * remainder (rules §3). Weights of nothing share equally.
 *
 * Errors: `rest` is a decimal of at least 0.
 * Example: 50, 30 and 20 that are to sum to 90 are 45, 27 and 18; three of 20 that are to sum to 100 are 33.34, 33.33
 * and 33.33.
 */
export function shareWeights(weights: readonly DecimalText[], rest: DecimalText): DecimalText[] {
  if (!isDecimalText(rest)) throw new Error(`not a decimal: ${rest}`);
  if (weights.length === 0) return [];
  const decimals = Math.max(DECIMALS, rest.split(".")[1]?.length ?? 0);
  const unit = 10n ** BigInt(decimals);
  const amount = parseDecimal(rest).mul(rational(unit)).n;
  const values = weights.map(parseDecimal);
  const isNothing = sumRationals(values).equals(0);
  const common = values.reduce((product, { d }) => (product % d === 0n ? product : product * d), 1n);
  const whole = values.map((value) => (isNothing ? 1n : value.mul(rational(common)).n));
  return apportion(amount, whole).map((part) => inDecimals(part, decimals));
}

/** A scenario whose criteria weigh 100 together again, in their proportions, after one of them went (rules §9). */
export function withWholeWeights(scenario: Scenario): Scenario {
  const { priorities } = scenario;
  if (priorities === undefined) return scenario;
  const weights = shareWeights(
    priorities.criteria.map(({ weight }) => weight),
    "100",
  );
  const criteria = priorities.criteria.map((criterion, place) => ({
    ...criterion,
    weight: weights[place] ?? "0",
  }));
  return { ...scenario, priorities: { ...priorities, criteria } };
}

function inDecimals(units: bigint, decimals: number): DecimalText {
  const digits = String(units).padStart(decimals + 1, "0");
  const [whole, fraction] = [digits.slice(0, -decimals), digits.slice(-decimals).replace(/0+$/, "")];
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
