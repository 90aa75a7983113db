import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";

/** Evaluations by content: what follows from a document never changes, so it is worked out once and kept a while. */
export type Evaluations = {
  readonly of: (contentHash: string, scenario: Scenario) => Evaluation | null;
};

/** Keeps the most recently used evaluations, at most `room` of them. A document with issues has none. */
export function keepEvaluations(room: number): Evaluations {
  const kept = new Map<string, Evaluation | null>();
  return {
    of(contentHash, scenario) {
      let evaluation = kept.get(contentHash);
      if (evaluation === undefined) {
        // A stored document was checked when it was saved, perhaps by an older planner that checked less.
        const checked = validateScenario(scenario);
        evaluation = checked.ok ? evaluateScenario(checked.scenario) : null;
      }
      kept.delete(contentHash);
      kept.set(contentHash, evaluation);
      const [oldest] = kept.keys();
      if (kept.size > room && oldest !== undefined) kept.delete(oldest);
      return evaluation;
    },
  };
}
