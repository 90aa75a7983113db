import { visitBest } from "./divided-search";
import { brokenRules, type Picks } from "./evaluate-plan";
import { divisible, type OpenProblem } from "./open-problem";
import type { Pair, Problem } from "./problem";

/** Steps that the search may take before HiGHS answers instead: less than a second. */
const STEPS = 5_000_000;

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
  const found: Picks[] = [];
  const done = visitBest(divisible(opened, { weights, inForce }), {
    allowance: { steps: STEPS },
    visit: (columns, value) => {
      found[0] = [...columns];
      return most === undefined ? Infinity : value + 1;
    },
  });
  const plan = done ? (found[0] ?? null) : open.solve({ sense: "most", weights });
  const broken = plan === null ? [] : placesOfBroken(problem, plan).filter((rule) => inForce.has(rule));
  if (broken.length === 0) return plan;
  throw new Error(`a plan breaks ${broken.map((rule) => problem.rules[rule]?.path).join(", ")}`);
}

/** The rules that a plan breaks, by their places. */
export function placesOfBroken(problem: Problem, plan: Picks): number[] {
  const broken = new Set(brokenRules(problem, plan));
  return problem.rules.flatMap((rule, place) => (broken.has(rule) ? [place] : []));
}
