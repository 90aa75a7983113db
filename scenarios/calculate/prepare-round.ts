import { type FinancialYear, parseDay } from "../model/calendar";
import { type Pence, parseMoney } from "../model/money";
import { type Rational, rational, ZERO } from "../model/rational";
import type { ContributionRound, DeclineRule, RoundMember, Scenario } from "../model/scenario";
import { type Timeline, yearParts } from "../model/timeline";
import { blendWeights } from "./blend";
import { annualPrices, indexOf } from "./indexation";
import { type PotShares, type PotYear, partOfYear, type Sharer, sharePot, sharerOf } from "./share-pot";

/** What a round is read from, itself and the horizon aside. */
export const ROUND_READS = ["horizon", "indexes", "areas"] as const;
type SharingScenario = Pick<Scenario, Exclude<(typeof ROUND_READS)[number], "horizon">>;

/** A round laid out over the horizon, before anybody's choice is looked at. */
export type PreparedRound = {
  readonly scenario: SharingScenario;
  readonly round: ContributionRound;
  readonly sharers: readonly Sharer[];
  readonly pots: readonly PotYear[];
  readonly rule: DeclineRule;
  /** Each member's blended share over all members, 0 to 1; 0 without a share rule. */
  readonly blendedShares: readonly Rational[];
  /** The shares if all members take B; null without a pot. */
  readonly sharedByAll: PotShares | null;
};

/** Lays out a round: the pot of each financial year, the members with their bounds, the shares if all join. */
export function prepareRound(
  scenario: SharingScenario,
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
function potYears(scenario: SharingScenario, round: ContributionRound, timeline: Timeline): PotYear[] {
  const annual = round.pot === undefined ? 0n : parseMoney(round.pot.annual);
  return proRata(scenario, round, timeline, annual);
}

/** An annual amount of a round by year: indexed like its pot (no pot: not indexed), pro-rated, rounded once a year. */
export function proRata(
  scenario: SharingScenario,
  round: ContributionRound,
  timeline: Timeline,
  annual: Pence,
): PotYear[] {
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
