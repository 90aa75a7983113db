import { shapleyValues } from "../calculate/shapley";
import type { Pence } from "../model/money";
import { parts, type Rational, sumRationals } from "../model/rational";
import type { Scenario } from "../model/scenario";
import { CHANGE_GROUPS, type ChangeGroup, changedGroups, mixScenarios } from "./groups";

/** What a group of changes does to a figure; the steps of a waterfall sum to the difference exactly. */
export type WaterfallStep = { readonly group: ChangeGroup; readonly amount: Pence };

/**
 * Explains the difference of a figure between two scenarios by groups of changes (rules §12): the Shapley average over the
 * groups, exact, rounded to whole units so that the steps sum to the difference. A group without effect is left out;
 * swapping the scenarios negates every step.
 *
 * `measure` gives whole units, pence or millionths of a quantity, of a mix with the groups that are as in the second. `movedBy` names the groups that can move it: the others
 * would have no effect in any mix, so the average is the same without them, and half as long with each.
 */
export function explainDifference(
  first: Scenario,
  second: Scenario,
  measure: (scenario: Scenario, taken: ReadonlySet<ChangeGroup>) => bigint,
  movedBy: readonly ChangeGroup[] = CHANGE_GROUPS,
): WaterfallStep[] {
  const groups = changedGroups(first, second).filter((group) => movedBy.includes(group));
  const worths = Array.from({ length: 2 ** groups.length }, (_, taken) => {
    const chosen = new Set(groups.filter((_, place) => (taken & (1 << place)) !== 0));
    return measure(mixScenarios(first, second, chosen), chosen);
  });
  const amounts = roundToSum(shapleyValues(worths));
  return groups
    .map((group, place) => ({ group, amount: amounts[place] as Pence }))
    .filter(({ amount }) => amount !== 0n);
}

/**
 * Rounds exact figures to whole units that keep their sum, which is whole: towards zero, and the units that are left over
 * one each to the largest fractions on their side of zero; ties to the earlier. Negating the figures negates the result.
 */
export function roundToSum(figures: readonly Rational[]): bigint[] {
  const exact = figures.map(parts);
  const whole = exact.map(({ numerator, denominator }) => numerator / denominator);
  const fractions = figures.map((figure, place) => figure.sub(whole[place] as bigint));
  const left = Math.round(sumRationals(fractions).valueOf());
  const unit = left < 0 ? -1n : 1n;
  const order = figures
    .map((_, place) => place)
    .sort((one, other) => {
      const difference = (fractions[other] as Rational).compare(fractions[one] as Rational);
      return (left < 0 ? -difference : difference) || one - other;
    });
  for (const place of order.slice(0, Math.abs(left))) whole[place] = (whole[place] as bigint) + unit;
  return whole;
}
