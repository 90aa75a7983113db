import { compareByIds } from "./compare-plans";
import { confirmPlan } from "./evaluate-plan";
import { type Allowance, searchBest } from "./narrow-search";
import type { BestPlan, OpenProblem } from "./open-problem";
import { priceProblem } from "./price-problem";
import { planBySolver } from "./solver-plan";

/** Partial plans that the search may look at before HiGHS proves instead: some seconds. */
const PLANS = 4_000_000;

/**
 * The best plan in the order of §9. HiGHS prices the rules; with these prices the search looks at every plan that can
 * matter, in whole numbers. Where that would take too long HiGHS itself finds and proves the plan. Either way the
 * exact evaluator confirms it.
 */
export function bestPlan(opened: OpenProblem): BestPlan {
  return planBySearch(opened, { plans: PLANS }) ?? planBySolver(opened);
}

/** Null when the allowance does not reach. */
export function planBySearch(opened: OpenProblem, allowance: Allowance): BestPlan | null {
  const { problem } = opened;
  const { best, ties, proved } = searchBest(
    {
      priced: priceProblem(opened),
      budgets: problem.budgets.length,
      costs: problem.pairs.map((pair) => pair.totalPence),
      compareByIds: (a, b) => compareByIds(problem, a, b),
    },
    allowance,
  );
  if (!proved) return null;
  return { picks: best === null ? null : confirmPlan(problem, best), ties, proof: "enumeration" };
}
