import { parseArgs } from "node:util";
import type { Priorities, Scenario } from "../../scenarios/model/scenario";
import { type BudgetFrontier, withFrontier, workOutFrontier } from "../../scenarios/optimise/budget-frontier";
import { formatPlan } from "../../scenarios/optimise/format-plan";
import type { Plan } from "../../scenarios/optimise/plan";
import { issuesOfPriorities, prioritise as planBudget } from "../../scenarios/optimise/prioritise";
import { loadSolver } from "../../scenarios/optimise/solver";
import { done, type Outcome, refused, wrongUse } from "./outcome";
import { readOnlyScenario } from "./read-scenario-file";

const USE = "prioritise FILE [--moving BUDGET]";

/**
 * `prioritise FILE`: the budget plan as one JSON document; also when nothing fits, which is an answer. With several
 * budgets and `--moving` the frontier of one of them, by its id, and what cuts of all of them lose.
 */
export async function prioritise(args: readonly string[]): Promise<Outcome> {
  const given = readArguments(args);
  if (given === null) return wrongUse(`Use: ${USE}`);
  const read = await readOnlyScenario(given.files, USE);
  if (!read.ok) return read.outcome;
  const issues = issuesOfPriorities(read.scenario);
  if (issues.length > 0) return refused(issues);
  const budgets = read.scenario.priorities?.budgets ?? [];
  if (given.moving !== null && !budgets.some(({ id }) => id === given.moving)) {
    const known = budgets.map(({ id }) => id).join(", ");
    return wrongUse(`There is no budget ${given.moving}: name one of ${known}.`);
  }
  const plan = await planMoving(read.scenario, given.moving);
  return done(`${JSON.stringify(formatPlan(plan), null, 1)}\n`);
}

function readArguments(
  args: readonly string[],
): { readonly files: readonly string[]; readonly moving: string | null } | null {
  try {
    const options = { moving: { type: "string" } } as const;
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { files: positionals, moving: values.moving ?? null };
  } catch {
    return null;
  }
}

async function planMoving(scenario: Scenario, budget: string | null): Promise<Plan> {
  const plan = await planBudget(scenario);
  const { priorities } = scenario;
  if (budget === null || priorities === undefined || plan.moving !== null) return plan;
  return withFrontier(plan, priorities, await frontierOf(priorities, budget));
}

async function frontierOf(priorities: Priorities, budget: string): Promise<BudgetFrontier> {
  const work = workOutFrontier(priorities, budget, await loadSolver());
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}
