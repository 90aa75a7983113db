import { parseArgs } from "node:util";
import type { Scenario } from "../../scenarios/model/scenario";
import { formatPlan } from "../../scenarios/optimise/format-plan";
import type { Plan } from "../../scenarios/optimise/plan";
import { issuesOfPriorities, prioritise as planBudget } from "../../scenarios/optimise/prioritise";
import { ALL_BUDGETS, type Moves } from "../../scenarios/optimise/what-moves";
import { planAlong } from "./plan-along";
import { done, type Outcome, refused, wrongUse } from "./outcome";
import { readOnlyScenario } from "./read-scenario-file";

const USE = "prioritise FILE [--moving BUDGET | --together]";

/**
 * `prioritise FILE`: the budget plan as one JSON document; also when nothing fits, which is an answer. With several
 * budgets and `--moving` the frontier of one of them, by its id, or with `--together` of all by their share; and what
 * cuts of all of them lose.
 */
export async function prioritise(args: readonly string[]): Promise<Outcome> {
  const given = readArguments(args);
  if (given === null) return wrongUse(`Use: ${USE}`);
  const read = await readOnlyScenario(given.files, USE);
  if (!read.ok) return read.outcome;
  const issues = issuesOfPriorities(read.scenario);
  if (issues.length > 0) return refused(issues);
  const budgets = read.scenario.priorities?.budgets ?? [];
  const isKnown = given.moving === ALL_BUDGETS || budgets.some(({ id }) => id === given.moving);
  if (given.moving !== null && !isKnown) {
    const known = budgets.map(({ id }) => id).join(", ");
    return wrongUse(`There is no budget ${given.moving}: name one of ${known}.`);
  }
  const plan = await planMoving(read.scenario, given.moving);
  return done(`${JSON.stringify(formatPlan(plan), null, 1)}\n`);
}

function readArguments(
  args: readonly string[],
): { readonly files: readonly string[]; readonly moving: Moves | null } | null {
  try {
    const options = { moving: { type: "string" }, together: { type: "boolean", default: false } } as const;
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const { moving = null, together } = values;
    if (moving !== null && together) return null;
    return { files: positionals, moving: together ? ALL_BUDGETS : moving };
  } catch {
    return null;
  }
}

async function planMoving(scenario: Scenario, moves: Moves | null): Promise<Plan> {
  const plan = await planBudget(scenario);
  return moves === null ? plan : planAlong(plan, scenario, moves);
}
