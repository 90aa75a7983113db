import { confirmPlan } from "./evaluate-plan";
import { searchBest } from "./narrow-search";
import type { BestPlan, OpenProblem } from "./open-problem";
import { priceProblem } from "./price-problem";
import { planBySolver } from "./solver-plan";
import { sharpenPrices } from "./sharpen-prices";
import type { Allowance } from "./walk";

/** Partial plans that the search may look at: some ten seconds at a thousand lines. */
const PLANS = 4_000_000;
/** So many are enough for most prioritisations of a hundred lines, at the prices of HiGHS. */
const FEW_PLANS = 50_000;

/**
 * The best plan in the order of §9. HiGHS prices the rules; with these prices, sharpened where they do not do, the search
 * looks at every plan that can matter, in whole numbers, and the exact evaluator confirms what it finds. Where that would
 * take too long the best plan found is given with what no plan can bring more than; where none is found, HiGHS finds and
 * proves one.
 */
export function bestPlan(opened: OpenProblem): BestPlan {
  const found = planBySearch(opened, { plans: PLANS });
  return found.noMoreThan !== null && found.picks === null ? planBySolver(opened) : found;
}

/** {@link bestPlan}, proved however long it takes. */
export function provedBestPlan(opened: OpenProblem): BestPlan {
  const found = planBySearch(opened, { plans: PLANS });
  return found.noMoreThan === null ? found : planBySolver(opened);
}

/** What the allowance reaches; without a proof, and perhaps without a plan, where it ends before. */
export function planBySearch(opened: OpenProblem, allowance: Allowance): BestPlan {
  const { problem } = opened;
  const priced = priceProblem(opened);
  const budgets = problem.budgets.length;
  const costs = problem.pairs.map((pair) => pair.totalPence);
  const ids = problem.pairs.map((pair) => pair.order);
  const first = searchBest({ priced, budgets, costs, ids }, { plans: Math.min(FEW_PLANS, allowance.plans) });
  const { best, ties, proved, bound } = first.proved
    ? first
    : searchBest({ priced: sharpenPrices(priced, budgets), budgets, costs, ids }, allowance);
  const picks = best === null ? null : confirmPlan(problem, best);
  return { picks, ties, proof: "enumeration", noMoreThan: proved ? null : bound };
}
