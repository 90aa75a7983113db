import type { Quantity } from "../model/quantity";

/** A pool in one month: its size and the places of the areas that share it. */
export type PoolMonth = { readonly areas: readonly number[]; readonly capacity: Quantity };

export type SharedCapacity = {
  /** Own capacity and shares of pools, before passing on. */
  readonly entitlement: Float64Array;
  /** After passing on; the same total. */
  readonly capacity: Float64Array;
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
  own: Float64Array,
  pools: readonly PoolMonth[],
  need: Float64Array,
  toServe: Float64Array,
): SharedCapacity {
  const entitlement = Float64Array.from(own);
  const left = toServe.map((amount, area) => Math.max(0, amount - (own[area] as number)));
  const unused = pools.map((pool) => takeShares(pool, need, left, entitlement));
  const capacity = Float64Array.from(entitlement);
  pools.forEach((pool, place) => passOn(pool, unused[place] as readonly number[], left, capacity));
  return { entitlement, capacity };
}

/** Every area takes its share of a pool and serves from it; returns what each leaves unused. */
function takeShares(
  pool: PoolMonth,
  need: Float64Array,
  left: Float64Array,
  entitlement: Float64Array,
): number[] {
  const needs = pool.areas.map((area) => need[area] as number);
  const total = needs.reduce((sum, ofArea) => sum + ofArea, 0);
  return pool.areas.map((area, place) => {
    const share =
      total > 0 ? (pool.capacity * (needs[place] as number)) / total : pool.capacity / needs.length;
    const used = Math.min(share, left[area] as number);
    entitlement[area] = (entitlement[area] as number) + share;
    left[area] = (left[area] as number) - used;
    return share - used;
  });
}

function passOn(
  pool: PoolMonth,
  unused: readonly number[],
  left: Float64Array,
  capacity: Float64Array,
): void {
  const offered = unused.reduce((sum, ofArea) => sum + ofArea, 0);
  const wanted = pool.areas.reduce((sum, area) => sum + (left[area] as number), 0);
  const passed = Math.min(offered, wanted);
  if (passed <= 0) return;
  pool.areas.forEach((area, place) => {
    const given = (passed * (unused[place] as number)) / offered;
    const received = (passed * (left[area] as number)) / wanted;
    capacity[area] = (capacity[area] as number) - given + received;
    left[area] = Math.max(0, (left[area] as number) - received);
  });
}
