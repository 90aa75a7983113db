import type { ByYear } from "../model/evaluation";
import { type Pence, sumPence } from "../model/money";
import { ONE, parsePercent, type Rational, rational, sumRationals, ZERO } from "../model/rational";
import type { ContributionRound } from "../model/scenario";
import type { PreparedRound } from "./prepare-round";
import { type PotShares, type PotYear, type ShareFault, sharePot } from "./share-pot";

/** What B comes to for one set of payers. Shares by member, then year; zeros for those who do not pay. */
export type ShareOutcome =
  | {
      readonly ok: true;
      readonly happens: boolean;
      readonly capacityScale: Rational;
      readonly shares: readonly ByYear[];
    }
  | { readonly ok: false; readonly fault: ShareFault };

/**
 * What each member pays under B when just these members take it, by the round's rule for when some decline (rules §4).
 *
 * fixed-share: each payer pays its share among all members; re-spread: shares afresh over the payers alone; scale: as
 * fixed-share, and the capacity shrinks with the payers' part of the exact quotas; threshold: one of these when the
 * payers' blended shares reach it, else nobody pays. When nobody takes B, re-spread and scale do not happen.
 */
export function shareWhen(prepared: PreparedRound, pays: readonly boolean[]): ShareOutcome {
  const rule = effectiveRule(prepared);
  if (prepared.round.share === undefined) return withoutShares(prepared, true);
  if (prepared.rule.rule === "threshold" && !reachesThreshold(prepared, pays, prepared.rule.percent)) {
    return withoutShares(prepared, false);
  }
  const nobody = !pays.includes(true);
  if (nobody) return withoutShares(prepared, rule === "fixed-share");
  if (rule === "re-spread" && pays.includes(false)) return reSpread(prepared, prepared.round.share, pays);
  const all = prepared.sharedByAll as PotShares;
  if (!all.ok) return all;
  return {
    ok: true,
    happens: true,
    capacityScale: rule === "scale" ? payersPart(all.quotas, prepared.pots, pays) : ONE,
    shares: pays.map((paying, member) =>
      all.shares.map((ofYear) => (paying ? (ofYear[member] as Pence) : 0n)),
    ),
  };
}

function withoutShares({ sharers, pots }: PreparedRound, happens: boolean): ShareOutcome {
  const shares = sharers.map(() => pots.map(() => 0n));
  return { ok: true, happens, capacityScale: happens ? ONE : ZERO, shares };
}

function reachesThreshold(prepared: PreparedRound, pays: readonly boolean[], percent: string): boolean {
  return payersShareOf(prepared, pays).compare(parsePercent(percent)) >= 0;
}

export function payersShareOf({ blendedShares }: PreparedRound, pays: readonly boolean[]): Rational {
  return sumRationals(blendedShares.filter((_, member) => pays[member]));
}

function reSpread(
  { sharers, pots }: PreparedRound,
  share: NonNullable<ContributionRound["share"]>,
  pays: readonly boolean[],
): ShareOutcome {
  const payers = sharers.filter((_, member) => pays[member]);
  const among = sharePot(share, payers, pots);
  if (!among.ok) return among;
  let next = 0;
  const places = pays.map((paying) => (paying ? next++ : -1));
  return {
    ok: true,
    happens: true,
    capacityScale: ONE,
    shares: places.map((place) => among.shares.map((ofYear) => (place < 0 ? 0n : (ofYear[place] as Pence)))),
  };
}

/** The payers' exact quotas ÷ the pots, both summed over the horizon (rules §4, rule scale). */
function payersPart(
  quotas: Extract<PotShares, { ok: true }>["quotas"],
  pots: readonly PotYear[],
  pays: readonly boolean[],
): Rational {
  const pot = sumPence(pots.map(({ amount }) => amount));
  if (pot === 0n) return ONE;
  const paid = quotas.map(({ numerators, denominator }) =>
    rational(
      numerators.reduce((sum, quota, member) => (pays[member] ? sum + quota : sum), 0n),
      denominator,
    ),
  );
  return sumRationals(paid).div(pot);
}

/** The rule that shares the pot: the one itself, or what follows a threshold that is met. */
export function effectiveRule({ rule }: PreparedRound): "fixed-share" | "re-spread" | "scale" {
  return rule.rule === "threshold" ? rule.then : rule.rule;
}
