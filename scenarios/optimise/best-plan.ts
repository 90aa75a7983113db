import { confirmPlan } from "./evaluate-plan";
import { searchBest, type Searched } from "./search/narrow-search";
import type { BestPlan, OpenProblem } from "./open-problem";
import { possibleOnly } from "./search/possible";
import { priceProblem } from "./price-problem";
import { searchFunds } from "./search/search-funds";
import { planBySolver } from "./solver-plan";
import { sharpenPrices } from "./search/sharpen-prices";
import type { Allowance, Question } from "./search/walk";

/** Partial plans that the search may look at: some ten seconds at a thousand lines. */
const PLANS = 4_000_000;

/**
 * The best plan in the order of §9. HiGHS prices the rules; with these prices, sharpened, the search looks at every plan
 * that can matter, in whole numbers, and the exact evaluator confirms what it finds. Where that would take too long the
 * best plan found is given with what no plan can bring more than; where none is found, HiGHS finds and proves one.
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
  const priced = possibleOnly(priceProblem(opened));
  if (priced === null) return { picks: null, ties: false, proof: "enumeration", noMoreThan: null };
  const question = {
    priced,
    budgets: problem.budgets.length,
    costs: problem.pairs.map((pair) => pair.totalPence),
    ids: problem.pairs.map((pair) => pair.order),
  };
  const found = searchFunds(question, opened.solver, allowance) ?? searchLines(question, allowance);
  const { best, ties, proved, bound } = found;
  const picks = best === null ? null : confirmPlan(problem, best);
  return { picks, ties, proof: "enumeration", noMoreThan: proved ? null : bound };
}

function searchLines(question: Question, allowance: Allowance): Searched {
  return searchBest({ ...question, priced: sharpenPrices(question.priced, question.budgets) }, allowance);
}
