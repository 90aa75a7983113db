import { formatPlan } from "../../scenarios/optimise/format-plan";
import { issuesOfPriorities, prioritise as planBudget } from "../../scenarios/optimise/prioritise";
import { done, type Outcome, refused } from "./outcome";
import { readOnlyScenario } from "./read-scenario-file";

/** `prioritise FILE`: the budget plan as one JSON document; also when nothing fits, which is an answer. */
export async function prioritise(args: readonly string[]): Promise<Outcome> {
  const read = await readOnlyScenario(args, "prioritise FILE");
  if (!read.ok) return read.outcome;
  const issues = issuesOfPriorities(read.scenario);
  if (issues.length > 0) return refused(issues);
  return done(`${JSON.stringify(formatPlan(await planBudget(read.scenario)), null, 1)}\n`);
}
