import { diffDocuments } from "../../scenarios/changes/diff-documents";
import { explainMeasure, measureScenarios, planSteps } from "../../scenarios/compare-scenarios";
import type { Comparisons } from "./services";

/**
 * Comparisons by content, beside the evaluations that they rest on: rows, changes and waterfalls of the same contents are
 * the same for ever, so each is worked out once and the most recently used are kept, at most `room` of each kind.
 */
export function keepComparisons(room: number): Comparisons {
  const measures = keepRecent<ReturnType<Comparisons["measures"]>>(room);
  const changes = keepRecent<ReturnType<Comparisons["changes"]>>(room);
  const steps = keepRecent<ReturnType<Comparisons["explain"]>>(room);
  const ofPlans = keepRecent<ReturnType<Comparisons["planSteps"]>>(room);
  return {
    measures: (scenarios) =>
      measures(keyOf(scenarios), () => measureScenarios(scenarios.map(({ evaluation }) => evaluation))),
    changes: (first, second) =>
      changes(keyOf([first, second]), () =>
        diffDocuments(first.evaluation.scenario, second.evaluation.scenario),
      ),
    explain: (measure, first, second) =>
      steps(`${JSON.stringify(measure)} ${keyOf([first, second])}`, () =>
        explainMeasure(measure, first.evaluation.scenario, second.evaluation.scenario),
      ),
    planSteps: (first, second) => ofPlans(keyOf([first, second]), () => planSteps(first, second)),
  };
}

const keyOf = (scenarios: readonly { readonly contentHash: string }[]): string =>
  scenarios.map(({ contentHash }) => contentHash).join(" ");

function keepRecent<Value>(room: number): (key: string, work: () => Value) => Value {
  const kept = new Map<string, Value>();
  return (key, work) => {
    const value = kept.has(key) ? (kept.get(key) as Value) : work();
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > room && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
