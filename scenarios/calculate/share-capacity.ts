import type { Quantity } from "../model/quantity";

/** A pool in one month: its size and the places of the areas that share it. */
export type PoolMonth = { readonly areas: readonly number[]; readonly capacity: Quantity };

/** By area: own capacity and shares of pools before passing on, and after it. Both have the same total. */
export type SharedCapacity = {
  readonly entitlement: readonly Quantity[];
  readonly capacity: readonly Quantity[];
};

/**
 * Shares the capacity of one activity in one month among its areas (rules §6, "Sharing and passing on").
 *
 * Each area uses its own capacity first, then its share of each pool, by need (new demand; equal parts when nobody has
 * any), in the order of the pools. Only then, pool by pool in the same order, unused shares go to that pool's areas
 * with something left to serve, in proportion to what they then have left, never more, taken in proportion to the
 * unused shares. Own capacity is never passed on.
 */
export function shareCapacity(
  own: readonly Quantity[],
  pools: readonly PoolMonth[],
  need: readonly Quantity[],
  toServe: readonly Quantity[],
): SharedCapacity {
  const entitlement = own.slice();
  if (pools.length === 0) return { entitlement, capacity: entitlement };
  const left = toServe.map((amount, area) => Math.max(0, amount - (own[area] as number)));
  const unused = pools.map((pool) => takeShares(pool, need, left, entitlement));
  const capacity = entitlement.slice();
  pools.forEach((pool, place) => passOn(pool, unused[place] as readonly Quantity[], left, capacity));
  return { entitlement, capacity };
}

/** Every area takes its share of a pool and serves from it; returns what each leaves unused. */
function takeShares(
  pool: PoolMonth,
  need: readonly Quantity[],
  left: Quantity[],
  entitlement: Quantity[],
): Quantity[] {
  let total = 0;
  for (const area of pool.areas) total += need[area] as number;
  return pool.areas.map((area) => {
    const share =
      total > 0 ? (pool.capacity * (need[area] as number)) / total : pool.capacity / pool.areas.length;
    const used = Math.min(share, left[area] as number);
    entitlement[area] = (entitlement[area] as number) + share;
    left[area] = (left[area] as number) - used;
    return share - used;
  });
}

function passOn(pool: PoolMonth, unused: readonly Quantity[], left: Quantity[], capacity: Quantity[]): void {
  let offered = 0;
  for (const share of unused) offered += share;
  let wanted = 0;
  for (const area of pool.areas) wanted += left[area] as number;
  const passed = Math.min(offered, wanted);
  if (passed <= 0) return;
  pool.areas.forEach((area, place) => {
    const given = (passed * (unused[place] as number)) / offered;
    const received = (passed * (left[area] as number)) / wanted;
    capacity[area] = (capacity[area] as number) - given + received;
    left[area] = Math.max(0, (left[area] as number) - received);
  });
}
