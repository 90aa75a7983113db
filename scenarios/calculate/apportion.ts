import type { Pence } from "../model/money";

/**
 * Exact quotas of an amount: numerators over one positive common denominator, in pence. They sum to the amount,
 * exactly; nothing is rounded before {@link roundQuotas} (rules §1).
 */
export type Quotas = { readonly numerators: readonly bigint[]; readonly denominator: bigint };

/** Who gets a spare penny when two fractional parts are equal: the larger weight, then the smaller rank. */
export type TieBreak = { readonly weights: readonly bigint[]; readonly ranks: readonly number[] };

/**
 * Apportions an amount in pence by largest remainder (rules §3): quota q = A·w/Σw, everyone gets ⌊q⌋, and the
 * pence left over go one each to the largest fractional parts. Ties go to the larger weight, then to the smaller
 * rank (the order of rules §1; by default the order given). The parts always sum to A; each is within a penny of
 * its quota. A negative amount is apportioned as |A| and negated.
 *
 * Errors: weights must not be negative and must have a positive sum.
 * Example: £99.99 at 75 and 25 is £74.99 and £25.00.
 */
export function apportion(amount: Pence, weights: readonly bigint[], ranks?: readonly number[]): Pence[] {
  const absolute = amount < 0n ? -amount : amount;
  const tieBreak = { weights, ranks: ranks ?? weights.map((_, place) => place) };
  const shares = roundQuotas(quotasOf(absolute, weights), tieBreak);
  return amount < 0n ? shares.map((share) => -share) : shares;
}

/** The exact quotas A·w/Σw of an amount of at least 0. */
export function quotasOf(amount: Pence, weights: readonly bigint[]): Quotas {
  const denominator = weights.reduce((sum, weight) => sum + weight, 0n);
  if (denominator <= 0n || weights.some((weight) => weight < 0n)) {
    throw new Error(`weights have to be at least 0 and one of them more: ${weights.join(", ")}`);
  }
  return { numerators: weights.map((weight) => amount * weight), denominator };
}

/** Rounds quotas to whole pence by largest remainder; the sum is kept exactly (rules §3). */
export function roundQuotas({ numerators, denominator }: Quotas, tieBreak: TieBreak): Pence[] {
  const floors = numerators.map((numerator) => numerator / denominator);
  const remainders = numerators.map((numerator, place) => numerator - (floors[place] as Pence) * denominator);
  const spare = Number(remainders.reduce((sum, remainder) => sum + remainder, 0n) / denominator);
  if (spare > 0) {
    for (const place of byRemainder(remainders, tieBreak).slice(0, spare))
      floors[place] = (floors[place] as Pence) + 1n;
  }
  return floors;
}

function byRemainder(remainders: readonly bigint[], { weights, ranks }: TieBreak): number[] {
  return remainders
    .map((_, place) => place)
    .sort(
      (first, second) =>
        descending(remainders[first] as bigint, remainders[second] as bigint) ||
        descending(weights[first] as bigint, weights[second] as bigint) ||
        (ranks[first] as number) - (ranks[second] as number),
    );
}

function descending(first: bigint, second: bigint): number {
  return first > second ? -1 : first < second ? 1 : 0;
}

/**
 * Seats for whole things (posts, units) by Webster's divisor method, which never takes one away when there are more
 * to give: each next one goes to the largest w / (2·seats + 1); ties as in {@link apportion} (rules §3).
 *
 * Example: at weights 6, 6, 2 posts go 5, 4, 1 of 10, 5, 5, 1 of 11 and 5, 5, 2 of 12.
 */
export function apportionWhole(
  things: number,
  weights: readonly bigint[],
  ranks?: readonly number[],
): number[] {
  if (weights.every((weight) => weight === 0n)) throw new Error("one weight has to be more than 0");
  const seats = weights.map(() => 0);
  const rankOf = (place: number): number => ranks?.[place] ?? place;
  const divisor = (place: number): bigint => 2n * BigInt(seats[place] as number) + 1n;
  const isBefore = (first: number, second: number): boolean => {
    const [firstWeight, secondWeight] = [weights[first] as bigint, weights[second] as bigint];
    const order =
      descending(firstWeight * divisor(second), secondWeight * divisor(first)) ||
      descending(firstWeight, secondWeight);
    return order !== 0 ? order < 0 : rankOf(first) < rankOf(second);
  };
  for (let given = 0; given < things; given++) {
    const next = weights.reduce((best, _, place) => (isBefore(place, best) ? place : best), 0);
    seats[next] = (seats[next] as number) + 1;
  }
  return seats;
}
