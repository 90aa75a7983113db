import Fraction from "fraction.js";
import type { Pence } from "./money";
import { divideRounded } from "./money";

/**
 * An exact quotient of whole numbers (fraction.js 5, on bigint): quotas, shares, rates and every sum on the way
 * to an amount of money (rules §1). It takes no operators; compare with `.compare()`.
 */
export type Rational = Fraction;

export const ZERO: Rational = new Fraction(0);
export const ONE: Rational = new Fraction(1);

const DECIMAL_PATTERN = /^-?\d+(\.\d+)?$/;

/** Whether a text is a decimal of the scenario file: `-?\d+(\.\d+)?`. */
export function isDecimalText(text: string): boolean {
  return DECIMAL_PATTERN.test(text);
}

/** A whole number or a quotient of two, exactly. Example: `rational(1n, 3n)` is one third. */
export function rational(numerator: bigint, denominator: bigint = 1n): Rational {
  return new Fraction(numerator, denominator);
}

/** A decimal text of the scenario file, exactly. Example: `parseDecimal("2.5")` is 5/2. */
export function parseDecimal(text: string): Rational {
  if (!DECIMAL_PATTERN.test(text)) throw new Error(`not a decimal: ${JSON.stringify(text)}`);
  const [whole = "0", decimals = ""] = text.split(".");
  return new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** A percent text as a factor. Example: `parsePercent("2.5")` is 1/40. */
export function parsePercent(text: string): Rational {
  return parseDecimal(text).div(100n);
}

/** A rational as numerator (with its sign) and positive denominator. */
export function parts(value: Rational): { numerator: bigint; denominator: bigint } {
  return { numerator: value.s * value.n, denominator: value.d };
}

/** Rounds an exact amount of pence half up (away from zero), once (rules §1). Example: 5/2 p is 3 p. */
export function roundToPence(pence: Rational): Pence {
  const { numerator, denominator } = parts(pence);
  return divideRounded(numerator, denominator);
}

/** An amount × an exact factor, rounded once like {@link roundToPence}. Example: £1.00 × 1/8 is 13 p. */
export function timesRounded(amount: Pence, factor: Rational): Pence {
  const { numerator, denominator } = parts(factor);
  return divideRounded(amount * numerator, denominator);
}

/** The sum of rationals; nothing sums to 0. */
export function sumRationals(values: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of values) total = total.add(value);
  return total;
}

/** The smaller of two rationals. */
export function smallerOf(first: Rational, second: Rational): Rational {
  return first.compare(second) <= 0 ? first : second;
}

/** The nearest ordinary number, for quantities that a share scales; also where numerator and denominator are huge. */
export function approximate(value: Rational): number {
  const { numerator, denominator } = parts(value);
  const rest = numerator % denominator;
  return Number(numerator / denominator) + Number((rest * 10n ** 18n) / denominator) / 1e18;
}
