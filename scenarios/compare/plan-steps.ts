import type { Priorities } from "../model/scenario";
import { planBySearch } from "../optimise/best-plan";
import { evaluatePlan } from "../optimise/evaluate-plan";
import { withOpenProblem } from "../optimise/open-problem";
import type { Selection } from "../optimise/plan";
import { buildProblem, sizeIssue } from "../optimise/problem";
import { loadSolver, type Solver } from "../optimise/solver";
import { mixPriorities, partsTogether, type PlanPart } from "./plan-parts";
import type { FoundPlan } from "./plan-rows";

/** Some parts made as in the second of two prioritisations, on top of those before, with the plan that is best then. */
export type PlanStep = {
  readonly parts: readonly PlanPart[];
  readonly priorities: Priorities;
  readonly plan: Selection;
};

/** So many levels are searched in a moment; of more no plan in between is looked for. */
export const MOST_LEVELS = 400;
/** Partial plans that are looked at for a plan in between: a tenth of a second. */
const FEW_PLANS = 50_000;

/**
 * From one plan to another in steps (rules §12): each part that differs is made as in the second, on top of those before,
 * and the best plan is found anew. A part after which no plan obeys all the rules, or none is proved quickly, goes with
 * the next; the last step always ends at the second plan, so figures of the steps sum to the difference. Empty where
 * nothing differs on which a plan depends.
 */
export async function planSteps(
  first: FoundPlan,
  second: FoundPlan,
  solver?: Solver,
): Promise<readonly PlanStep[]> {
  const at = (taken: ReadonlySet<PlanPart>): Priorities =>
    mixPriorities(first.priorities, second.priorities, taken);
  const groups = partsTogether(first.priorities, second.priorities);
  const last = meaningOf(at(new Set(groups.flat())));
  const taken = new Set<PlanPart>();
  const steps: PlanStep[] = [];
  let waiting: readonly PlanPart[] = [];
  for (const group of groups) {
    const before = meaningOf(at(taken));
    for (const part of group) taken.add(part);
    const priorities = at(taken);
    const now = meaningOf(priorities);
    if (now === before) continue;
    waiting = [...waiting, ...group];
    const plan = now === last ? second.plan : await quickPlan(priorities, solver);
    if (plan === null) continue;
    steps.push({ parts: waiting, plan, priorities: now === last ? second.priorities : priorities });
    waiting = [];
  }
  return steps;
}

/** All on which a plan depends, as one text: names and the ends of scales say only what is meant. */
const meaningOf = (priorities: Priorities): string =>
  JSON.stringify(priorities, (key, value: unknown) =>
    key === "name" || key === "low" || key === "high" ? undefined : value,
  );

/** The best plan, where it is proved within a moment; null where it is not, or where no plan obeys the rules. */
async function quickPlan(priorities: Priorities, solver: Solver | undefined): Promise<Selection | null> {
  const problem = buildProblem(priorities);
  if (problem.pairs.length > MOST_LEVELS || sizeIssue(problem) !== null) return null;
  const { picks, noMoreThan } = withOpenProblem(problem, solver ?? (await loadSolver()), (opened) =>
    planBySearch(opened, { plans: FEW_PLANS }),
  );
  return picks === null || noMoreThan !== null ? null : evaluatePlan(problem, picks);
}
