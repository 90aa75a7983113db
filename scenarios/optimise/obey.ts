import { brokenRules, type Picks } from "./evaluate-plan";
import type { OpenProblem } from "./open-problem";
import type { Pair, Problem } from "./problem";

/**
 * A plan that obeys some of the rules, whatever it does to the others, and of these the one with the largest sum of a
 * figure when one is given; null when there is none. Confirmed exactly. Rules are given by their places.
 */
export function planObeying(
  { problem, program, open }: OpenProblem,
  question: { readonly inForce: ReadonlySet<number>; readonly most?: (pair: Pair) => number },
): Picks | null {
  program.ruleRows.forEach((rows, rule) => {
    for (const { place, row } of rows) {
      if (question.inForce.has(rule)) open.limitRow(place, row.lower, row.upper);
      else open.limitRow(place, -Infinity, Infinity);
    }
  });
  const plan = open.solve({ sense: "most", weights: problem.pairs.map(question.most ?? (() => 0)) });
  const broken =
    plan === null ? [] : placesOfBroken(problem, plan).filter((rule) => question.inForce.has(rule));
  if (broken.length === 0) return plan;
  throw new Error(`a plan breaks ${broken.map((rule) => problem.rules[rule]?.path).join(", ")}`);
}

/** The rules that a plan breaks, by their places. */
export function placesOfBroken(problem: Problem, plan: Picks): number[] {
  const broken = new Set(brokenRules(problem, plan));
  return problem.rules.flatMap((rule, place) => (broken.has(rule) ? [place] : []));
}
