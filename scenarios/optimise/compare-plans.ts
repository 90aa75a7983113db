import type { Picks } from "./evaluate-plan";
import type { Pair, Problem } from "./problem";

/**
 * The order of §9 among plans, best first: most benefit, then the cheapest over all budgets, then the fewest lines,
 * then the first by ids: the one that holds the smallest (line id, level id) in which they differ.
 * Example: of {b, g} and {b, f} with equal benefit and cost the second is first, because f stands before g.
 */
export function comparePlans(problem: Problem, a: Picks, b: Picks): number {
  return (
    total(problem, b, (pair) => pair.units) - total(problem, a, (pair) => pair.units) ||
    total(problem, a, (pair) => pair.totalPence) - total(problem, b, (pair) => pair.totalPence) ||
    a.length - b.length ||
    compareByIds(problem, a, b)
  );
}

/** The sum of a figure over the pairs of a plan. */
export function total(problem: Problem, picks: Picks, figure: (pair: Pair) => number): number {
  return picks.reduce((sum, place) => sum + figure(problem.pairs[place] as Pair), 0);
}

/** Negative when the first of two plans with equally many lines comes first by ids. */
export function compareByIds(problem: Problem, a: Picks, b: Picks): number {
  const order = (picks: Picks): number[] =>
    picks.map((place) => (problem.pairs[place] as Pair).order).sort((first, second) => first - second);
  const [ofA, ofB] = [order(a), order(b)];
  for (let at = 0; at < Math.min(ofA.length, ofB.length); at++) {
    const difference = (ofA[at] as number) - (ofB[at] as number);
    if (difference !== 0) return difference;
  }
  return ofA.length - ofB.length;
}

/** The largest whole number that divides both. */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}
