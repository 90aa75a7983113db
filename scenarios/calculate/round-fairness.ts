import { parseMonth } from "../model/calendar";
import type { Evaluation } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { type Pence, sumPence } from "../model/money";
import { parseDecimal, sumRationals, ZERO } from "../model/rational";
import type { ContributionRound } from "../model/scenario";
import { apportion } from "./apportion";
import { buyInAnnualPrice } from "./buy-in";
import { newDemand } from "./demand";
import { type Fairness, fairnessOf } from "./fairness";

/** Groups of members are priced one by one: 4,096 of them at most. */
const MOST_MEMBERS = 12;

/**
 * Fairness lines of a round (rules §4), a full year at the prices of the buy-in: a group of members costs what its part
 * of the capacity, by blended share, would cost if it bought it. Null where the round names no such price, shares
 * nothing, or has more than twelve members.
 */
export function roundFairness(
  { contributions }: Evaluation,
  { id, buyIn, capacity, share, members }: ContributionRound,
): readonly Fairness[] | null {
  const outcome = contributions.get(id);
  if (outcome === undefined || buyIn === undefined || capacity === undefined || share === undefined)
    return null;
  if (members.length > MOST_MEMBERS) return null;
  const whole = parseDecimal(capacity.unitsPerYear);
  const units = outcome.members.map(({ blendedShare }) => blendedShare.mul(whole));
  return fairnessOf(members.length, (group) =>
    buyInAnnualPrice(
      buyIn,
      sumRationals(group.map((place) => units[place] ?? ZERO))
        .round(6)
        .toString(),
    ),
  );
}

/** What the pot buys over the horizon and who benefits from it, beside what each pays towards it. */
export type Benefit = { readonly organisation: Id; readonly benefit: Pence; readonly contribution: Pence };

/**
 * The worth of what each member's residents get of what the pot buys: the money that buys capacity, divided as the
 * capacity is (by new demand among those who have access to it over the months of the round, or by contribution), to
 * the penny. Null without capacity or demand for it. The benefits sum to that money; contributions are shares and
 * agreed figures.
 */
export function benefitsOf(evaluation: Evaluation, round: ContributionRound): readonly Benefit[] | null {
  const outcome = evaluation.contributions.get(round.id);
  if (outcome === undefined || round.capacity === undefined) return null;
  const contributions = outcome.members.map(
    ({ share, override }) => sumPence(share) + sumPence(override ?? []),
  );
  const { activity, access } = round.capacity;
  const weights = outcome.members.map(({ area, takesShare }, place): bigint => {
    if (access === "by-contribution") return contributions[place] ?? 0n;
    if (access === "members" && !takesShare) return 0n;
    return demandOf(evaluation, round, { area, activity });
  });
  if (!weights.some((weight) => weight > 0n)) return null;
  const shares = sumPence(outcome.members.flatMap(({ share }) => share));
  const spent = !outcome.happens ? 0n : outcome.scaled ? shares : sumPence(outcome.pot);
  const benefits = apportion(spent, weights);
  return outcome.members.map(({ organisation }, place) => ({
    organisation,
    benefit: benefits[place] ?? 0n,
    contribution: contributions[place] ?? 0n,
  }));
}

/** New demand of an area for what the pot buys, in millionths of a unit, over the months of the round. */
function demandOf(
  { scenario, timeline }: Evaluation,
  { from, to }: ContributionRound,
  of: { readonly area: Id; readonly activity: Id },
): bigint {
  const monthly = newDemand(scenario.demand ?? [], of, timeline);
  const months = timeline.months.flatMap((month, place) =>
    isWithin(month, from, to) ? [monthly[place] as number] : [],
  );
  return BigInt(Math.round(months.reduce((sum, demand) => sum + demand, 0) * 1e6));
}

function isWithin(month: number, from: string, to: string): boolean {
  return month >= parseMonth(from.slice(0, 7)) && month <= parseMonth(to.slice(0, 7));
}
