import { comparePlans, joinedWeights, total } from "./compare-plans";
import { confirmPlan, type Picks } from "./evaluate-plan";
import type { BestPlan, OpenProblem } from "./open-problem";
import { type Allowance, type Divisible, visitAll, visitBest } from "./divided-search";
import { planBySolver } from "./solver-plan";

/** Steps that the search may take before HiGHS proves instead: about two seconds. */
const STEPS = 20_000_000;

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
  const prepared = searchProblem(opened, joinedWeights(problem));
  const plans: Picks[] = [];
  const done = visitBest(prepared, {
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
    : withTies(opened, best, allowance);
}

function withTies(opened: OpenProblem, picks: Picks, allowance: Allowance): BestPlan | null {
  const { problem } = opened;
  const units = problem.pairs.map((pair) => pair.units);
  const prepared = searchProblem(opened, units);
  let ties = false;
  const isPlan = new Set(picks);
  const done = visitAll(prepared, {
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

/** The rules as they are in the document; at most one level of a line is what a group is. */
function searchProblem({ problem, program, open }: OpenProblem, weights: readonly number[]): Divisible {
  const rows = program.ruleRows.flat();
  return {
    rows: rows.map(({ row }) => row),
    groups: problem.lines.map((line) => line.pairs),
    weights,
    price: (goal) => { const p = open.price(goal); return p === null ? null : rows.map(({ place }) => p[place] ?? 0); },
    holdColumn: open.holdColumn,
  };
}
