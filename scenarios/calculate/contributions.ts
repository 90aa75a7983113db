import type { ByYear, MemberOutcome, RoundOutcome } from "../model/evaluation";
import { compareIds, type Id } from "../model/identifiers";
import { type Pence, parseMoney, sumPence } from "../model/money";
import { parseDecimal, type Rational, rational, roundToPence, sumRationals, ZERO } from "../model/rational";
import type { RoundMember } from "../model/scenario";
import type { Timeline } from "../model/timeline";
import { apportion } from "./apportion";
import { commonDenominator } from "./blend";
import { buyInAnnualPrice } from "./buy-in";
import { type PreparedRound, proRata, takesShare } from "./prepare-round";
import { partOfYear } from "./share-pot";
import { effectiveRule, payersShareOf, shareWhen } from "./share-when";

/** What came of a round, everybody's choice as in the file (rules §§3 and 4). Money in whole pence by year. */
export function calculateRound(prepared: PreparedRound, timeline: Timeline): RoundOutcome {
  const { round, pots } = prepared;
  const pays = round.members.map(takesShare);
  const outcome = shareWhen(prepared, pays);
  if (!outcome.ok) throw new Error(`round ${round.id}: ${outcome.fault.message}`);
  const members = round.members.map((member, place) =>
    memberOutcome(prepared, member, place, outcome.shares[place] as ByYear, outcome.happens, timeline),
  );
  const pot = pots.map(({ amount }) => amount);
  const toppedUp = topUps(prepared, pot, members, outcome.happens);
  const scaled = effectiveRule(prepared) === "scale";
  const asked = pot.map((amount, year) => {
    if (!outcome.happens) return 0n;
    return scaled ? sumOf(members, year) : amount;
  });
  return {
    round: round.id,
    provision: round.provision,
    pot,
    happens: outcome.happens,
    scaled,
    capacityScale: outcome.capacityScale,
    payersShare: payersShareOf(prepared, pays),
    members,
    toppedUp,
    shortfall: asked.map(
      (amount, year) =>
        amount -
        sumOf(members, year) -
        sumPence(members.map(({ override }) => override?.[year] ?? 0n)) -
        sumPence([...toppedUp.values()].map((figures) => figures[year] as Pence)),
    ),
  };
}

function sumOf(members: readonly MemberOutcome[], year: number): Pence {
  return sumPence(members.map(({ share }) => share[year] as Pence));
}

function memberOutcome(
  prepared: PreparedRound,
  member: RoundMember,
  place: number,
  share: ByYear,
  happens: boolean,
  timeline: Timeline,
): MemberOutcome {
  const takes = takesShare(member);
  const buyIn = buyInByYear(prepared, member, timeline);
  const override =
    takes && happens && member.override !== undefined
      ? overrideByYear(prepared, member.override.annual, share)
      : null;
  const { sharedByAll } = prepared;
  return {
    organisation: member.organisation,
    area: member.area,
    choice: member.choice,
    takesShare: takes,
    blendedShare: prepared.blendedShares[place] as Rational,
    asked: sharedByAll?.ok ? sharedByAll.shares.map((ofYear) => ofYear[place] as Pence) : null,
    share,
    buyIn,
    override,
    total: sumPence(share) + sumPence(buyIn) + sumPence(override ?? []),
  };
}

function buyInByYear(
  { scenario, round, pots }: PreparedRound,
  member: RoundMember,
  timeline: Timeline,
): ByYear {
  const buys = member.choice !== "undecided" && member.choice.includes("A");
  if (!buys || round.buyIn === undefined || member.buyInUnits === undefined) return pots.map(() => 0n);
  const annual = buyInAnnualPrice(round.buyIn, member.buyInUnits);
  return proRata(scenario, round, timeline, annual).map(({ amount }) => amount);
}

/** The agreed figure of the year (pro-rated, not indexed) minus the formula's (rules §3). */
function overrideByYear({ pots }: PreparedRound, annual: string, share: ByYear): ByYear {
  return pots.map(({ parts }, year) => partOfYear(parseMoney(annual), parts) - (share[year] as Pence));
}

/**
 * What the named funders top up: of the rest that the shares leave, their percents together, rounded once, and divided
 * among them by §3, ties by id. Only under fixed-share itself, never as what follows a threshold (rules §4.1).
 */
function topUps(
  { rule }: PreparedRound,
  pot: ByYear,
  members: readonly MemberOutcome[],
  happens: boolean,
): ReadonlyMap<Id, ByYear> {
  const funders = rule.rule === "fixed-share" ? (rule.toppedUpBy ?? []) : [];
  if (funders.length === 0 || !happens) return new Map();
  const percents = funders.map(({ percent }) => parseDecimal(percent));
  const together = sumRationals(percents);
  if (together.equals(ZERO))
    return new Map(funders.map(({ organisation }) => [organisation, pot.map(() => 0n)]));
  const common = commonDenominator(percents);
  const weights = percents.map((percent) => percent.n * (common / percent.d));
  const ids = funders.map(({ organisation }) => organisation);
  const ranks = ids.map((id) => ids.filter((other) => compareIds(other, id) < 0).length);
  const byYear = pot.map((amount, year) => {
    const rest = amount - sumOf(members, year);
    return apportion(roundToPence(rational(rest).mul(together).div(100n)), weights, ranks);
  });
  return new Map(ids.map((id, place) => [id, byYear.map((ofYear) => ofYear[place] as Pence)]));
}
