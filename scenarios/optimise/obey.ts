import { brokenRules, type Picks } from "./evaluate-plan";
import type { OpenProblem } from "./open-problem";
import type { Pair, Problem } from "./problem";

type Question = {
  /** Rules by their places. */
  readonly inForce: ReadonlySet<number>;
  /** Of the plans that obey them, one with the largest sum of this is wanted; any, when it is not given. */
  readonly most?: (pair: Pair) => number;
};

/** A plan that obeys some of the rules, whatever it does to the others; null when there is none. Confirmed exactly. */
export function planObeying(opened: OpenProblem, { inForce, most }: Question): Picks | null {
  const { problem, program, open } = opened;
  program.ruleRows.forEach((rows, rule) => {
    for (const { place, row } of rows) {
      if (inForce.has(rule)) open.limitRow(place, row.lower, row.upper);
      else open.limitRow(place, -Infinity, Infinity);
    }
  });
  const weights = problem.pairs.map(most ?? (() => 0));
  const plan = open.solve({ sense: "most", weights });
  const broken = plan === null ? [] : placesOfBroken(problem, plan).filter((rule) => inForce.has(rule));
  if (broken.length === 0) return plan;
  throw new Error(`a plan breaks ${broken.map((rule) => problem.rules[rule]?.path).join(", ")}`);
}

/** The rules that a plan breaks, by their places. */
export function placesOfBroken(problem: Problem, plan: Picks): number[] {
  const broken = new Set(brokenRules(problem, plan));
  return problem.rules.flatMap((rule, place) => (broken.has(rule) ? [place] : []));
}
