import type { Pence } from "../model/money";
import { ONE, parts, type Rational, rational, sumRationals, ZERO } from "../model/rational";
import type { Quotas } from "./apportion";
import { commonDenominator } from "./blend";

/**
 * Phase-in (rules §3): q = (1 − μ)·historic + μ·target, the historic figures first rescaled to sum to the amount.
 * μ is the part of the way to the target, 0 to 1. The historic figures must not all be 0.
 *
 * Example: historic 30,000 of 250,000, target 36,094.00, μ 25 %: Blaby 31,523.50.
 */
export function phaseIn(
  amount: Pence,
  target: Quotas,
  historic: readonly Pence[],
  progress: Rational,
): Quotas {
  const historicSum = historic.reduce((sum, figure) => sum + figure, 0n);
  if (historicSum <= 0n) throw new Error("the historic figures of a phase-in have to sum to more than 0");
  const { numerator: gone, denominator: way } = parts(progress);
  return {
    numerators: historic.map(
      (figure, place) =>
        (way - gone) * figure * amount * target.denominator +
        gone * (target.numerators[place] as bigint) * historicSum,
    ),
    denominator: way * historicSum * target.denominator,
  };
}

export type Collared =
  | { readonly ok: true; readonly figures: readonly Rational[] }
  | { readonly ok: false /** by how much the falls fall short */; readonly missing: Rational };

/**
 * Collar (rules §3): nobody rises more than `maximumRise` on the year before. Members who would are held at the cap;
 * what that leaves short is withheld from those who fall, in proportion to their fall. If the falls cannot pay for
 * it, the amount that is missing is given. All figures exact pence of the same period.
 *
 * Example: 15 % on historic 40,000 holds Charnwood at 46,000.00 where the target is 63,836.59.
 */
export function collar(
  target: readonly Rational[],
  before: readonly Rational[],
  maximumRise: Rational,
): Collared {
  const caps = before.map((figure) => figure.mul(ONE.add(maximumRise)));
  const excess = sumRationals(target.map((figure, place) => positive(figure.sub(caps[place] as Rational))));
  const falls = target.map((figure, place) => positive((before[place] as Rational).sub(figure)));
  const fallen = sumRationals(falls);
  if (excess.compare(fallen) > 0) return { ok: false, missing: excess.sub(fallen) };
  const withheld = excess.equals(ZERO) ? ZERO : excess.div(fallen);
  return {
    ok: true,
    figures: target.map((figure, place) => {
      const cap = caps[place] as Rational;
      return figure.compare(cap) > 0 ? cap : figure.add((falls[place] as Rational).mul(withheld));
    }),
  };
}

function positive(value: Rational): Rational {
  return value.compare(0) > 0 ? value : ZERO;
}

/** Rationals over their common denominator. */
export function quotasFrom(figures: readonly Rational[]): Quotas {
  const denominator = commonDenominator(figures);
  return {
    numerators: figures.map((figure) => {
      const { numerator, denominator: own } = parts(figure);
      return numerator * (denominator / own);
    }),
    denominator,
  };
}

/** Quotas as rationals. */
export function figuresOf({ numerators, denominator }: Quotas): Rational[] {
  return numerators.map((numerator) => rational(numerator, denominator));
}
