import type { Pence } from "../model/money";
import { type Rational, rational } from "../model/rational";
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
  const next = kappas.findIndex((kappa) => total(quotas, bounds, kappa).compare(amount) >= 0);
  const above = next < 0 ? null : (kappas[next] as Rational);
  const below = next < 0 ? kappas.at(-1) : kappas[next - 1];
  return { ok: true, quotas: shareTheRest(amount, quotas, bounds, below ?? rational(0n), above) };
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
function breakpoints(quotas: Quotas, bounds: readonly Bound[]): Rational[] {
  const kappas: Rational[] = [];
  bounds.forEach(({ minimum, maximum }, place) => {
    if (quotas.numerators[place] === 0n) return;
    kappas.push(kappaAt(quotas, place, minimum));
    if (maximum !== null) kappas.push(kappaAt(quotas, place, maximum));
  });
  return kappas.sort((first, second) => first.compare(second));
}

function kappaAt({ numerators, denominator }: Quotas, place: number, bound: Pence): Rational {
  return rational(bound * denominator, numerators[place]);
}

function total(quotas: Quotas, bounds: readonly Bound[], kappa: Rational): Rational {
  return bounds.reduce((sum, bound, place) => {
    const asked = kappa.mul(rational(quotas.numerators[place] as bigint, quotas.denominator));
    return sum.add(clamp(asked, bound));
  }, rational(0n));
}

function clamp(value: Rational, { minimum, maximum }: Bound): Rational {
  if (value.compare(minimum) <= 0) return rational(minimum);
  return maximum !== null && value.compare(maximum) >= 0 ? rational(maximum) : value;
}

/** Between two neighbouring breakpoints the members that are free stay the same. */
function shareTheRest(
  amount: Pence,
  quotas: Quotas,
  bounds: readonly Bound[],
  below: Rational,
  above: Rational | null,
): Quotas {
  const held = bounds.map(({ minimum, maximum }, place): Pence | null => {
    if (quotas.numerators[place] === 0n) return minimum;
    if (kappaAt(quotas, place, minimum).compare(above ?? below) >= 0 && above !== null) return minimum;
    if (maximum !== null && kappaAt(quotas, place, maximum).compare(below) <= 0) return maximum;
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
