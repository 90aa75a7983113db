import { formatPlan } from "../../scenarios/optimise/format-plan";
import { prioritise as planBudget, prioritiesMissing } from "../../scenarios/optimise/prioritise";
import { done, type Outcome, refused } from "./outcome";
import { readOnlyScenario } from "./read-scenario-file";

/** `prioritise FILE`: the budget plan as one JSON document; also when nothing fits, which is an answer. */
export async function prioritise(args: readonly string[]): Promise<Outcome> {
  const read = await readOnlyScenario(args, "prioritise FILE");
  if (!read.ok) return read.outcome;
  const missing = prioritiesMissing(read.scenario);
  if (missing !== null) return refused([missing]);
  return done(`${JSON.stringify(formatPlan(await planBudget(read.scenario)), null, 1)}\n`);
}
