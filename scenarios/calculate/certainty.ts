import type { RoundOutcome } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { type Pence, sumPence } from "../model/money";
import type { FundingSource, RoundMember, Scenario } from "../model/scenario";
import type { Timeline } from "../model/timeline";

/** Money by how sure it is (rules §8). */
export type ContributionByCertainty = { confirmed: Pence; indicative: Pence; atRisk: Pence };

/** What districts and those who top up pay towards each provision, by year of the horizon and by how sure it is. */
export function contributionsTo(
  scenario: Pick<Scenario, "contributions">,
  rounds: ReadonlyMap<Id, RoundOutcome>,
  timeline: Timeline,
): ReadonlyMap<Id, readonly ContributionByCertainty[]> {
  const byProvision = new Map<Id, ContributionByCertainty[]>();
  for (const round of scenario.contributions ?? []) {
    const outcome = rounds.get(round.id);
    if (outcome === undefined) throw new Error(`no outcome of round ${round.id}`);
    const years =
      byProvision.get(round.provision) ??
      timeline.years.map(() => ({ confirmed: 0n, indicative: 0n, atRisk: 0n }));
    byProvision.set(round.provision, years);
    years.forEach((ofYear, year) => {
      outcome.members.forEach(({ share, buyIn, override }, place) => {
        const paid = (share[year] as Pence) + (buyIn[year] as Pence) + (override?.[year] ?? 0n);
        ofYear[certaintyOf(round.members[place] as RoundMember)] += paid;
      });
      for (const figures of outcome.toppedUp.values()) ofYear.indicative += figures[year] as Pence;
    });
  }
  return byProvision;
}

/** Signed or confirmed is confirmed; indicative is; asked or no status is at risk. */
function certaintyOf({ status }: RoundMember): keyof ContributionByCertainty {
  if (status === "signed" || status === "confirmed") return "confirmed";
  return status === "indicative" ? "indicative" : "atRisk";
}

type PaidAccount = {
  readonly cost: Pence;
  readonly contributions: ContributionByCertainty;
  readonly agreed: ReadonlyMap<Id, Pence>;
  readonly matched: ReadonlyMap<Id, Pence>;
  readonly unpaid: Pence;
};

/**
 * The cost of a year by how sure the money is that pays for it; the four figures sum to the cost. Contributions beyond a
 * provision's cost pay for nothing, so of those the surest count first, up to the cost.
 */
export function calculateByCertainty(
  accounts: readonly PaidAccount[],
  sources: readonly FundingSource[],
): ContributionByCertainty & { unfunded: Pence } {
  const sums = {
    confirmed: 0n,
    indicative: 0n,
    atRisk: 0n,
    unfunded: sumPence(accounts.map(({ unpaid }) => unpaid)),
  };
  const certainty = new Map(
    sources.map(
      (source) =>
        [source.id, source.certainty === "at-risk" ? "atRisk" : (source.certainty ?? "confirmed")] as const,
    ),
  );
  for (const { cost, contributions, agreed, matched } of accounts) {
    let room = cost;
    for (const level of ["confirmed", "indicative", "atRisk"] as const) {
      const counted = contributions[level] < room ? contributions[level] : room;
      sums[level] += counted;
      room -= counted;
    }
    for (const lines of [agreed, matched]) {
      for (const [source, amount] of lines) sums[certainty.get(source) ?? "confirmed"] += amount;
    }
  }
  return sums;
}
