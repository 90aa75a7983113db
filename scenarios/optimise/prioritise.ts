import type { Id } from "../model/identifiers";
import type { Issue } from "../model/issue";
import type { Pence } from "../model/money";
import type { Scenario } from "../model/scenario";
import { bestPlan } from "./best-plan";
import { wouldEnterWith } from "./budget-frontier";
import { smallestConflict } from "./conflict";
import { confirmPlan, evaluatePlan } from "./evaluate-plan";
import { frontierStairs, type Stair } from "./frontier";
import { type BestPlan, withOpenProblem } from "./open-problem";
import type { FrontierPoint, Plan } from "./plan";
import { buildProblem, type Problem, sizeIssue } from "./problem";
import { rankLists } from "./rank";
import { loadSolver, type Solver } from "./solver";
import { waysOut } from "./ways-out";

/**
 * The budget plan of a scenario: the best plan, proved, beside the three rank lists; with one budget what it takes to
 * bring in each line left out, and every budget at which the plan changes (with several one moves alone, or all
 * together, see `budget-frontier`); when nothing fits, the smallest set of rules that conflict (rules §9). Money in pence, benefit
 * exact; nothing is rounded.
 *
 * With one budget all plans that can be best at any amount are enumerated, in whole numbers, and the plan is read off
 * them. With several, or too many plans to list, HiGHS prices the rules and a search looks at every plan that can
 * matter. Where that would be too long, the best plan found is given as not proved, with what none can bring more
 * than. Whatever is shown has passed the exact evaluator, which throws, with the values, on a plan that breaks a rule
 * or a budget by a penny.
 *
 * Throws when {@link issuesOfPriorities} has an issue.
 *
 * Example: the table of §9 at £850,000 gives helpline, children, schools, training and hospital beside the two that
 * must be funded, for £843,000.
 */
export async function prioritise(scenario: Scenario, solver?: Solver): Promise<Plan> {
  const issues = issuesOfPriorities(scenario);
  if (scenario.priorities === undefined || issues.length > 0) throw new Error(JSON.stringify(issues));
  const problem = buildProblem(scenario.priorities);
  const stairs = problem.budgets.length === 1 ? frontierStairs(problem) : null;
  const found = stairs === null ? await solved(problem, solver) : readOff(problem, stairs);
  const conflict = found.picks === null ? await conflictOf(problem, solver) : { conflict: [], waysOut: [] };
  const shown = evaluatePlan(problem, found.picks ?? []);
  const frontier = (stairs ?? []).map((stair) => pointOf(problem, stair));
  return {
    ...shown,
    status: statusOf(found),
    noMoreThan: found.noMoreThan === null ? null : problem.unit.mul(BigInt(found.noMoreThan)),
    proof: found.proof,
    ties: found.ties,
    ...rankLists(problem),
    moving: onlyBudget(problem),
    wouldEnterWith: wouldEnterWith({
      ...{ lines: problem.lines, plan: shown, frontier, gaps: [] },
      ...{ present: amountOf(problem), amount: amountOf(problem) },
    }),
    frontier,
    frontierComplete: stairs !== null || problem.budgets.length !== 1,
    frontierGaps: [],
    frontierCeiling: [],
    less: [],
    ...conflict,
  };
}

/** Why a scenario cannot be prioritised: it has nothing to prioritise, or figures that cannot be added exactly. */
export function issuesOfPriorities({ priorities }: Scenario): Issue[] {
  if (priorities === undefined) {
    const message = "There is nothing to prioritise: give priorities with criteria, budgets and lines.";
    return [{ path: "/priorities", code: "missing", message }];
  }
  const issue = sizeIssue(buildProblem(priorities));
  return issue === null ? [] : [issue];
}

function statusOf({ picks, noMoreThan }: BestPlan): Plan["status"] {
  if (picks === null) return "infeasible";
  return noMoreThan === null ? "optimal" : "not-proved";
}

async function solved(problem: Problem, solver: Solver | undefined): Promise<BestPlan> {
  return withOpenProblem(problem, solver ?? (await loadSolver()), bestPlan);
}

/** The dearest plan that the budget allows is the best: on the frontier benefit rises with cost. */
export function readOff(problem: Problem, stairs: readonly Stair[]): BestPlan {
  const budget = amountOf(problem);
  const stair = stairs.findLast(({ cost }) => BigInt(cost) <= budget);
  if (stair === undefined) return { picks: null, ties: false, proof: "enumeration", noMoreThan: null };
  const ties = Number.isFinite(stair.otherCost) && BigInt(stair.otherCost) <= budget;
  return { picks: confirmPlan(problem, stair.picks), ties, proof: "enumeration", noMoreThan: null };
}

function pointOf(problem: Problem, { cost, picks }: Stair): FrontierPoint {
  const { benefit, chosen } = evaluatePlan(problem, picks);
  return { at: BigInt(cost), budget: BigInt(cost), cost: BigInt(cost), benefit, chosen };
}

async function conflictOf(
  problem: Problem,
  solver: Solver | undefined,
): Promise<Pick<Plan, "conflict" | "waysOut">> {
  return withOpenProblem(problem, solver ?? (await loadSolver()), (opened) => {
    const rules = smallestConflict(opened);
    return {
      conflict: rules.map((rule) => problem.rules[rule]?.path ?? ""),
      waysOut: waysOut(opened, rules),
    };
  });
}

const onlyBudget = ({ budgets }: Problem): Id | null =>
  budgets.length === 1 ? (budgets[0]?.id ?? null) : null;

function amountOf(problem: Problem): Pence {
  return problem.budgets[0]?.amount ?? 0n;
}
