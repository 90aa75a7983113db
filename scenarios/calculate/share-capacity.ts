import type { Quantity } from "../model/quantity";

/** A pool: the places of the areas that share it, its size by month, and room for what each leaves unused. */
export type SharedPool = {
  readonly areas: readonly number[];
  readonly monthly: Float64Array;
  readonly unused: Float64Array;
};

/** One month of one activity, by place of area. The arrays are used again month after month: their loop is the innermost of all. */
export type MonthOfSharing = {
  /** New demand. */
  readonly need: Float64Array;
  /** Those waiting after leaving, and the new demand. */
  readonly toServe: Float64Array;
  /** Before: own capacity. After: with the shares of pools, before passing on. */
  readonly entitlement: Float64Array;
  /** After: what an area has when unused shares are passed on. Sums to the same as `entitlement`. */
  readonly capacity: Float64Array;
  /** After: what stays unserved. */
  readonly left: Float64Array;
};

export function monthOfSharing(areas: number): MonthOfSharing {
  const ofAreas = () => new Float64Array(areas);
  return {
    need: ofAreas(),
    toServe: ofAreas(),
    entitlement: ofAreas(),
    capacity: ofAreas(),
    left: ofAreas(),
  };
}

/**
 * Shares the capacity of one activity in one month among its areas (rules §6, "Sharing and passing on"), in place.
 *
 * Each area uses its own capacity first, then its share of each pool, by need (new demand; equal parts when nobody has
 * any), in the order of the pools. Only then, pool by pool in the same order, unused shares go to that pool's areas
 * with something left to serve, in proportion to what they then have left, never more, taken in proportion to the
 * unused shares. Own capacity is never passed on.
 */
export function shareCapacity(pools: readonly SharedPool[], month: number, now: MonthOfSharing): void {
  const { toServe, entitlement, capacity, left } = now;
  for (let area = 0; area < left.length; area++) {
    left[area] = Math.max(0, (toServe[area] as number) - (entitlement[area] as number));
  }
  for (const pool of pools) takeShares(pool, month, now);
  capacity.set(entitlement);
  for (const pool of pools) passOn(pool, now);
}

/** Every area takes its share of a pool and serves from it; what each leaves is unused. */
function takeShares(
  { areas, monthly, unused }: SharedPool,
  month: number,
  { need, entitlement, left }: MonthOfSharing,
): void {
  const whole = monthly[month] as Quantity;
  let total = 0;
  for (const area of areas) total += need[area] as number;
  for (let place = 0; place < areas.length; place++) {
    const area = areas[place] as number;
    const share = total > 0 ? (whole * (need[area] as number)) / total : whole / areas.length;
    const used = Math.min(share, left[area] as number);
    entitlement[area] = (entitlement[area] as number) + share;
    left[area] = (left[area] as number) - used;
    unused[place] = share - used;
  }
}

function passOn({ areas, unused }: SharedPool, { left, capacity }: MonthOfSharing): void {
  let offered = 0;
  for (const share of unused) offered += share;
  let wanted = 0;
  for (const area of areas) wanted += left[area] as number;
  const passed = Math.min(offered, wanted);
  if (passed <= 0) return;
  for (let place = 0; place < areas.length; place++) {
    const area = areas[place] as number;
    const given = (passed * (unused[place] as number)) / offered;
    const received = (passed * (left[area] as number)) / wanted;
    capacity[area] = (capacity[area] as number) - given + received;
    left[area] = Math.max(0, (left[area] as number) - received);
  }
}
