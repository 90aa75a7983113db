import type { Scenario } from "../../scenarios/model/scenario";
import { generalBudget, withFrontier, workOutFrontier } from "../../scenarios/optimise/budget-frontier";
import type { Plan } from "../../scenarios/optimise/plan";
import { loadSolver } from "../../scenarios/optimise/solver";
import type { Moves } from "../../scenarios/optimise/what-moves";
import { tellProgress } from "./tell-progress";

/**
 * A plan with the frontier of what moves; with one budget whose plans are all listed it has that already. Where it takes
 * long, standard error tells how far it is.
 */
export async function planAlong(plan: Plan, { priorities }: Scenario, moves: Moves): Promise<Plan> {
  if (priorities === undefined || (plan.moving !== null && plan.frontierComplete)) return plan;
  const [only, ...others] = priorities.budgets;
  const what = others.length === 0 ? (only?.id ?? moves) : moves;
  const work = workOutFrontier(priorities, what, await loadSolver());
  const { tell, end } = tellProgress("The frontier, every amount at which the best plan changes");
  let step = work.next();
  for (; step.done !== true; step = work.next()) tell(step.value);
  end();
  return withFrontier(plan, priorities, step.value);
}

/** A plan with the frontier that its page shows first: that of the general budget. */
export async function planMovingGeneral(plan: Plan, scenario: Scenario): Promise<Plan> {
  const general = scenario.priorities === undefined ? null : generalBudget(scenario.priorities);
  return general === null ? plan : planAlong(plan, scenario, general);
}
