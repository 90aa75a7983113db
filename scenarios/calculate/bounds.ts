import type { Pence } from "../model/money";
import type { Quotas } from "./apportion";

/** The least and the most that a member may pay; no maximum is null. */
export type Bound = { readonly minimum: Pence; readonly maximum: Pence | null };

/** Bounds that cannot be met: what the amount would have to lie between. `most` is null where there is no limit. */
export type InfeasibleBounds = { readonly ok: false; readonly least: Pence; readonly most: Pence | null };
export type BoundedQuotas = { readonly ok: true; readonly quotas: Quotas } | InfeasibleBounds;

/**
 * Quotas within bounds: finds the one κ ≥ 0 with Σ clamp(κ·q, min, max) = A, exactly, over the sorted breakpoints
 * min/q and max/q. Members at a bound get the bound, the rest share what is left in proportion to q (rules §3).
 *
 * Feasible only if Σmin ≤ A ≤ Σmax (a member whose quota is 0 cannot rise above its minimum); otherwise both sums
 * are given. Example: £250,000 on population, min £25,000, max £55,000: Charnwood 55,000.00, Blaby 36,040.56.
 */
export function boundQuotas(amount: Pence, quotas: Quotas, bounds: readonly Bound[]): BoundedQuotas {
  const members = bounds.map((bound, place) => memberOf(quotas.numerators[place] as bigint, bound));
  const least = bounds.reduce((sum, { minimum }) => sum + minimum, 0n);
  const most = reachableMost(members);
  if (amount < least || (most !== null && amount > most)) return { ok: false, least, most };
  const kappas = breakpoints(members);
  const next = firstPlace(kappas, (kappa) => reaches(amount, kappa, members));
  const below = kappas[next - 1] ?? kappaOf(0n, 1n);
  return { ok: true, quotas: shareTheRest(amount, members, { below, above: kappas[next] ?? null }) };
}

/**
 * κ as a quotient of whole numbers, `up` ÷ `down`: compared by cross-multiplication, never divided. It is that of the
 * numerators, which have one denominator: κ·numerator is an amount of pence. `near` is it to about fifteen digits, or NaN.
 */
type Kappa = { readonly up: bigint; readonly down: bigint; readonly near: number };

function kappaOf(up: bigint, down: bigint): Kappa {
  const near = Number(up) / Number(down);
  // Beyond the largest and near the smallest of ordinary numbers fifteen digits cannot be told.
  return { up, down, near: near > 1e-290 && near < 1e290 ? near : Number.NaN };
}

/** What differs by more than ordinary numbers get wrong need not be multiplied out. */
function compareKappas(first: Kappa, second: Kappa): number {
  const apart = first.near - second.near;
  if (Math.abs(apart) > 1e-12 * Math.max(first.near, second.near)) return apart;
  const difference = first.up * second.down - second.up * first.down;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The numerator of a member's quota, its bounds, and the κ at which it leaves the one and reaches the other. */
type Member = Bound & {
  readonly quota: bigint;
  /** Null: a quota of 0 stays at its minimum. */
  readonly leavesMinimum: Kappa | null;
  readonly reachesMaximum: Kappa | null;
  /** Quota, minimum and maximum as ordinary numbers. */
  readonly near: { readonly quota: number; readonly minimum: number; readonly maximum: number };
};

function memberOf(quota: bigint, { minimum, maximum }: Bound): Member {
  const nearQuota = Number(quota);
  return {
    quota,
    minimum,
    maximum,
    leavesMinimum: quota === 0n ? null : kappaOf(minimum, quota),
    reachesMaximum: quota === 0n || maximum === null ? null : kappaOf(maximum, quota),
    near: {
      quota: Number.isFinite(nearQuota) ? nearQuota : Number.NaN,
      minimum: Number(minimum),
      maximum: maximum === null ? Number.POSITIVE_INFINITY : Number(maximum),
    },
  };
}

function reachableMost(members: readonly Member[]): Pence | null {
  let most = 0n;
  for (const { quota, minimum, maximum } of members) {
    if (quota === 0n) most += minimum;
    else if (maximum === null) return null;
    else most += maximum;
  }
  return most;
}

/** κ at which a member leaves its minimum or reaches its maximum, ascending. */
function breakpoints(members: readonly Member[]): Kappa[] {
  const kappas: Kappa[] = [];
  for (const { leavesMinimum, reachesMaximum } of members) {
    if (leavesMinimum !== null) kappas.push(leavesMinimum);
    if (reachesMaximum !== null) kappas.push(reachesMaximum);
  }
  return kappas.sort(compareKappas);
}

/** The first place at which something holds that then holds for all that follow; the length if for none. */
function firstPlace(kappas: readonly Kappa[], holds: (kappa: Kappa) => boolean): number {
  let [low, high] = [0, kappas.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(kappas[middle] as Kappa)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Whether Σ clamp(κ·q, min, max) is at least the amount. Ordinary numbers tell it where the two are further apart than a
 * billionth: no term is less than 0, so that of 500 members they get the sum wrong by less than 1e-12 of it.
 */
function reaches(amount: Pence, kappa: Kappa, members: readonly Member[]): boolean {
  let nearSum = 0;
  for (const { near } of members) {
    nearSum += Math.max(near.minimum, Math.min(near.maximum, kappa.near * near.quota));
  }
  const apart = nearSum - Number(amount);
  if (Math.abs(apart) > 1e-9 * nearSum) return apart > 0;
  const { up, down } = kappa;
  let sum = 0n;
  for (const { quota, minimum, maximum } of members) {
    const asked = up * quota;
    const least = minimum * down;
    const most = maximum === null ? asked : maximum * down;
    sum += asked <= least ? least : asked < most ? asked : most;
  }
  return sum >= amount * down;
}

/** Between two neighbouring breakpoints the members that are free stay the same. */
function shareTheRest(
  amount: Pence,
  members: readonly Member[],
  { below, above }: { readonly below: Kappa; readonly above: Kappa | null },
): Quotas {
  const held = members.map(({ minimum, maximum, leavesMinimum, reachesMaximum }): Pence | null => {
    if (leavesMinimum === null || (above !== null && compareKappas(leavesMinimum, above) >= 0))
      return minimum;
    return reachesMaximum !== null && compareKappas(reachesMaximum, below) <= 0 ? maximum : null;
  });
  const left = held.reduce((rest: bigint, bound) => rest - (bound ?? 0n), amount);
  const freeSum = members.reduce((sum, { quota }, place) => (held[place] === null ? sum + quota : sum), 0n);
  const denominator = freeSum === 0n ? 1n : freeSum;
  const numerators = members.map(({ quota }, place) => {
    const bound = held[place] as Pence | null;
    return bound === null ? left * quota : bound * denominator;
  });
  return { numerators, denominator };
}
