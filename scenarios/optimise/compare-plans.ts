import type { Picks } from "./evaluate-plan";
import type { Pair, Problem } from "./problem";

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
