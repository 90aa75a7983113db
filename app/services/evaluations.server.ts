import assert from "node:assert/strict";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";

/** Evaluations by content: what follows from a document never changes, so it is worked out once and kept a while. */
export type Evaluations = {
  /** The evaluation of a content; its document is loaded only when it is not kept. Null when it has issues. */
  readonly of: (contentHash: string, load: () => Promise<Scenario>) => Promise<Evaluation | null>;
};

/** Keeps the most recently used evaluations, at most `room` of them. */
export function keepEvaluations(room: number): Evaluations {
  const kept = new Map<string, Promise<Evaluation | null>>();
  return {
    of(contentHash, load) {
      const evaluation = kept.get(contentHash) ?? load().then(evaluateStored);
      kept.delete(contentHash);
      kept.set(contentHash, evaluation);
      evaluation.catch(() => kept.delete(contentHash)); // A document that could not be loaded is asked for again.
      const [oldest] = kept.keys();
      if (kept.size > room && oldest !== undefined) kept.delete(oldest);
      return evaluation;
    },
  };
}

/** A stored document was checked when it was saved, perhaps by an older planner that checked less. */
function evaluateStored(scenario: Scenario): Evaluation | null {
  const checked = validateScenario(scenario);
  if (!checked.ok) return null;
  const evaluation = evaluateScenario(checked.scenario);
  // Nothing is shown of a scenario whose pounds do not add up, whichever of its figures a page reads.
  assert(evaluation.checks.every(({ ok }) => ok));
  return evaluation;
}
