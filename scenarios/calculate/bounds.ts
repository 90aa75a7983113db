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
  const least = bounds.reduce((sum, { minimum }) => sum + minimum, 0n);
  const most = reachableMost(quotas, bounds);
  if (amount < least || (most !== null && amount > most)) return { ok: false, least, most };
  const kappas = breakpoints(quotas, bounds);
  const next = firstPlace(kappas, (kappa) => reaches(amount, kappa, quotas, bounds));
  const below = kappas[next - 1] ?? kappa(0n, 1n);
  return { ok: true, quotas: shareTheRest(amount, quotas, bounds, { below, above: kappas[next] ?? null }) };
}

/**
 * κ as a quotient of whole numbers, `up` ÷ `down`: compared by cross-multiplication, never divided. It is that of the
 * numerators, which have one denominator: κ·numerator is an amount of pence. `near` is it to about fifteen digits, or NaN.
 */
type Kappa = { readonly up: bigint; readonly down: bigint; readonly near: number };

/** What differs by more than ordinary numbers get wrong need not be multiplied out. */
function compareKappas(first: Kappa, second: Kappa): number {
  const apart = first.near - second.near;
  if (Math.abs(apart) > 1e-12 * Math.max(first.near, second.near)) return apart;
  const difference = first.up * second.down - second.up * first.down;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function reachableMost({ numerators }: Quotas, bounds: readonly Bound[]): Pence | null {
  let most = 0n;
  for (const [place, { minimum, maximum }] of bounds.entries()) {
    if (numerators[place] === 0n) most += minimum;
    else if (maximum === null) return null;
    else most += maximum;
  }
  return most;
}

/** κ at which a member leaves its minimum or reaches its maximum, ascending. */
function breakpoints(quotas: Quotas, bounds: readonly Bound[]): Kappa[] {
  const kappas: Kappa[] = [];
  bounds.forEach(({ minimum, maximum }, place) => {
    if (quotas.numerators[place] === 0n) return;
    kappas.push(kappaAt(quotas, place, minimum));
    if (maximum !== null) kappas.push(kappaAt(quotas, place, maximum));
  });
  return kappas.sort(compareKappas);
}

function kappaAt({ numerators }: Quotas, place: number, bound: Pence): Kappa {
  return kappa(bound, numerators[place] as bigint);
}

function kappa(up: bigint, down: bigint): Kappa {
  const near = Number(up) / Number(down);
  // Beyond the largest and near the smallest of ordinary numbers fifteen digits cannot be told.
  return { up, down, near: near > 1e-290 && near < 1e290 ? near : Number.NaN };
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

/** Whether Σ clamp(κ·q, min, max) is at least the amount. */
function reaches(amount: Pence, { up, down }: Kappa, quotas: Quotas, bounds: readonly Bound[]): boolean {
  let sum = 0n;
  for (const [place, { minimum, maximum }] of bounds.entries()) {
    const asked = up * (quotas.numerators[place] as bigint);
    const least = minimum * down;
    const most = maximum === null ? asked : maximum * down;
    sum += asked <= least ? least : asked < most ? asked : most;
  }
  return sum >= amount * down;
}

/** Between two neighbouring breakpoints the members that are free stay the same. */
function shareTheRest(
  amount: Pence,
  quotas: Quotas,
  bounds: readonly Bound[],
  { below, above }: { readonly below: Kappa; readonly above: Kappa | null },
): Quotas {
  const held = bounds.map(({ minimum, maximum }, place): Pence | null => {
    if (quotas.numerators[place] === 0n) return minimum;
    if (above !== null && compareKappas(kappaAt(quotas, place, minimum), above) >= 0) return minimum;
    if (maximum !== null && compareKappas(kappaAt(quotas, place, maximum), below) <= 0) return maximum;
    return null;
  });
  const left = held.reduce((rest: bigint, bound) => rest - (bound ?? 0n), amount);
  const freeSum = quotas.numerators.reduce((sum, own, place) => (held[place] === null ? sum + own : sum), 0n);
  const denominator = freeSum === 0n ? 1n : freeSum;
  const numerators = held.map((bound, place) =>
    bound === null ? left * (quotas.numerators[place] as bigint) : bound * denominator,
  );
  return { numerators, denominator };
}
