import { formatResult } from "../../scenarios/document/format-result";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import { done, type Outcome } from "./outcome";
import { readOnlyScenario } from "./read-scenario-file";

/** `evaluate FILE`: the result as one JSON document. */
export async function evaluate(args: readonly string[]): Promise<Outcome> {
  const read = await readOnlyScenario(args, "evaluate FILE");
  if (!read.ok) return read.outcome;
  return done(`${JSON.stringify(formatResult(evaluateScenario(read.scenario)), null, 1)}\n`);
}
