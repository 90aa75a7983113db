import { comparePlans, joinedWeights, total } from "./compare-plans";
import { visitAll, visitBest } from "./divided-search";
import { confirmPlan, type Picks } from "./evaluate-plan";
import { type BestPlan, divisible, type OpenProblem } from "./open-problem";
import type { Allowance } from "./search";
import { planBySolver } from "./solver-plan";

/** Steps that the search may take before HiGHS proves instead: about a fifth of a second. What it finds at all it finds in fewer. */
const STEPS = 2_000_000;

/**
 * The best plan in the order of §9. HiGHS prices the rules; with these prices the search compares every plan that can
 * matter, in whole numbers. Where that would take too many steps HiGHS itself finds and proves the plan. Either way
 * the exact evaluator confirms it.
 */
export function bestPlan(opened: OpenProblem): BestPlan {
  return planBySearch(opened, { steps: STEPS }) ?? planBySolver(opened);
}

/** Null when the allowance does not reach. */
export function planBySearch(opened: OpenProblem, allowance: Allowance): BestPlan | null {
  const { problem } = opened;
  const plans: Picks[] = [];
  const done = visitBest(divisible(opened, { weights: joinedWeights(problem) }), {
    allowance,
    visit: (columns, value) => {
      const best = plans[0];
      if (best === undefined || comparePlans(problem, columns, best) < 0) plans[0] = [...columns];
      return value;
    },
  });
  const best = plans[0];
  if (!done) return null;
  return best === undefined
    ? { picks: null, ties: false, proof: "enumeration" }
    : withTies(opened, { picks: best, allowance });
}

function withTies(
  opened: OpenProblem,
  found: { readonly picks: Picks; readonly allowance: Allowance },
): BestPlan | null {
  const { problem } = opened;
  const { picks, allowance } = found;
  const units = problem.pairs.map((pair) => pair.units);
  const isPlan = new Set(picks);
  let ties = false;
  const done = visitAll(divisible(opened, { weights: units }), {
    least: total(problem, picks, (pair) => pair.units),
    allowance,
    visit: (columns, value) => {
      if (columns.length === picks.length && columns.every((column) => isPlan.has(column))) return value;
      ties = true;
      return Infinity;
    },
  });
  return done ? { picks: confirmPlan(problem, picks), ties, proof: "enumeration" } : null;
}
