import { type Rational, rational, ZERO } from "../model/rational";

/**
 * The Shapley value of each of some players: what it adds to a worth, averaged over every order in which they could
 * join (rules §§4 and 12). `worths[group]` is the worth of the players whose bits are set in `group`; exact.
 *
 * The values sum to the worth of all minus the worth of nobody. Example: worths 0, 70, 40, 90 give 60 and 30.
 */
export function shapleyValues(worths: readonly bigint[]): Rational[] {
  const players = Math.log2(worths.length);
  if (!Number.isInteger(players))
    throw new Error(`${worths.length} worths are not those of all groups of players`);
  const orders = factorial(players);
  return Array.from({ length: players }, (_, player) => {
    const own = 1 << player;
    let value = ZERO;
    for (let group = 0; group < worths.length; group++) {
      if ((group & own) !== 0) continue;
      const before = sizeOf(group);
      const weight = factorial(before) * factorial(players - before - 1);
      const added = (worths[group | own] as bigint) - (worths[group] as bigint);
      value = value.add(rational(weight * added, orders));
    }
    return value;
  });
}

function sizeOf(group: number): number {
  let size = 0;
  for (let rest = group; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}

function factorial(of: number): bigint {
  return of <= 1 ? 1n : BigInt(of) * factorial(of - 1);
}
