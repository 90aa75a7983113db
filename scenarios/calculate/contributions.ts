import { type FinancialYear, parseDay } from "../model/calendar";
import type { ByYear, IfOthersDecline, MemberOutcome, RoundOutcome } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { compareIds } from "../model/identifiers";
import { type Pence, parseMoney, sumPence } from "../model/money";
import {
  ONE,
  parseDecimal,
  parsePercent,
  type Rational,
  rational,
  roundToPence,
  sumRationals,
  ZERO,
} from "../model/rational";
import type { ContributionRound, DeclineRule, RoundMember, Scenario } from "../model/scenario";
import { type Timeline, yearParts } from "../model/timeline";
import { apportion } from "./apportion";
import { blendWeights, commonDenominator } from "./blend";
import { buyInAnnualPrice } from "./buy-in";
import { annualPrices, indexOf } from "./indexation";
import {
  type PotShares,
  type PotYear,
  partOfYear,
  type ShareFault,
  type Sharer,
  sharePot,
  sharerOf,
} from "./share-pot";

/** A round laid out over the horizon, before anybody's choice is looked at. */
export type PreparedRound = {
  readonly scenario: Scenario;
  readonly round: ContributionRound;
  readonly sharers: readonly Sharer[];
  readonly pots: readonly PotYear[];
  readonly rule: DeclineRule;
  /** Each member's blended share over all members, 0 to 1; 0 without a share rule. */
  readonly blendedShares: readonly Rational[];
  /** The shares if all members take B; null without a pot. */
  readonly sharedByAll: PotShares | null;
};

/** What B comes to for one set of payers. Shares by member, then year; zeros for those who do not pay. */
export type ShareOutcome =
  | {
      readonly ok: true;
      readonly happens: boolean;
      readonly capacityScale: Rational;
      readonly shares: readonly ByYear[];
    }
  | { readonly ok: false; readonly fault: ShareFault };

/** Lays out a round: the pot of each financial year, the members with their bounds, the shares if all join. */
export function prepareRound(
  scenario: Scenario,
  round: ContributionRound,
  timeline: Timeline,
): PreparedRound {
  const sharers = round.members.map((member) => sharerOf(scenario, round, member));
  const pots = potYears(scenario, round, timeline);
  const blend =
    round.share === undefined
      ? null
      : blendWeights(
          round.share.weights,
          sharers.map(({ area }) => area.bases),
        );
  const total = blend?.ok ? blend.weights.reduce((sum, weight) => sum + weight, 0n) : 0n;
  return {
    scenario,
    round,
    sharers,
    pots,
    rule: round.whenSomeDecline ?? { rule: "fixed-share" },
    blendedShares: sharers.map((_, place) =>
      blend?.ok ? rational(blend.weights[place] as bigint, total) : ZERO,
    ),
    sharedByAll: round.share === undefined ? null : sharePot(round.share, sharers, pots),
  };
}

/**
 * The pot of each financial year: round(annual pot, indexed like a price from the round's start, × months in that
 * year and in the horizon ÷ 12, part months by days) (rules §4).
 */
function potYears(scenario: Scenario, round: ContributionRound, timeline: Timeline): PotYear[] {
  const annual = round.pot === undefined ? 0n : parseMoney(round.pot.annual);
  return proRata(scenario, round, timeline, annual);
}

/** An annual amount of a round by year: indexed like its pot (no pot: not indexed), pro-rated, rounded once a year. */
function proRata(scenario: Scenario, round: ContributionRound, timeline: Timeline, annual: Pence): PotYear[] {
  const period = { from: parseDay(round.from), to: parseDay(round.to) };
  const index = indexOf(scenario, round.pot?.index);
  const prices = annualPrices(
    {
      annualAtStart: annual,
      start: period.from,
      index,
      terms: round.pot?.firstUplift === undefined ? {} : { firstUplift: round.pot.firstUplift },
    },
    timeline.years.at(-1) as FinancialYear,
  );
  const parts = yearParts(timeline, period);
  return timeline.years.map((year, place) => ({
    year,
    parts: parts[place] as bigint,
    amount: partOfYear(prices.get(year) ?? 0n, parts[place] as bigint),
  }));
}

/** Whether a member takes B. Undecided is counted as not paying, never turned into C (rules §4). */
export function takesShare({ choice }: RoundMember): boolean {
  return choice !== "undecided" && choice.includes("B");
}

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

function payersShareOf({ blendedShares }: PreparedRound, pays: readonly boolean[]): Rational {
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

function effectiveRule({ rule }: PreparedRound): "fixed-share" | "re-spread" | "scale" {
  return rule.rule === "threshold" ? rule.then : rule.rule;
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

/** A member's B share over the horizon when it takes B and all do, the others do as in the file, or no other does. */
export function calculateIfOthersDecline(prepared: PreparedRound): ReadonlyMap<Id, IfOthersDecline> {
  const declared = prepared.round.members.map(takesShare);
  const whenAll = shareWhen(
    prepared,
    declared.map(() => true),
  );
  const whenDeclared = shareWhen(prepared, declared);
  const total = (outcome: ShareOutcome, member: number): Pence | null =>
    outcome.ok ? sumPence(outcome.shares[member] as ByYear) : null;
  return new Map(
    prepared.round.members.map(({ organisation }, member) => [
      organisation,
      {
        all: total(whenAll, member),
        asDeclared: total(
          declared[member] ? whenDeclared : shareWhen(prepared, declared.with(member, true)),
          member,
        ),
        onlyThisOne: total(
          shareWhen(
            prepared,
            declared.map((_, place) => place === member),
          ),
          member,
        ),
      },
    ]),
  );
}
