import { diffDocuments } from "./changes/diff-documents";
import type { Operation } from "./changes/operation";
import { explainMeasure } from "./compare/explain";
import type { Measure } from "./compare/measure";
import { measureScenarios } from "./compare/measures";
import { type FoundPlan, measurePlans } from "./compare/plan-rows";
import type { WaterfallStep } from "./compare/waterfall";
import type { Evaluation } from "./model/evaluation";

export { explainMeasure, figureOf } from "./compare/explain";
export { CHANGE_GROUPS, type ChangeGroup, groupOfPath } from "./compare/groups";
export {
  type ExplainedMeasure,
  MEASURE_GROUPS,
  type Measure,
  type MeasureGroup,
  MILLIONTHS,
} from "./compare/measure";
export { measureScenarios } from "./compare/measures";
export { contributionByYear, contributionPerResident, contributorsOf } from "./compare/money-rows";
export { PLAN_PARTS, type PlanPart, planPartOfPath } from "./compare/plan-parts";
export {
  figureOfPlan,
  type FoundPlan,
  isPlanFigure,
  measurePlans,
  type PlanFigure,
} from "./compare/plan-rows";
export { MOST_LEVELS, type PlanStep, planSteps } from "./compare/plan-steps";
export type { WaterfallStep } from "./compare/waterfall";

/** Scenarios on the same rows, and why each of the others differs from the first, said twice (rules §12). */
export type Comparison = {
  readonly scenarios: readonly Evaluation[];
  readonly measures: readonly Measure[];
  /** For each scenario after the first: the changes that make it out of the first. */
  readonly changes: readonly (readonly Operation[])[];
  /** For each scenario after the first: what each group of changes does to the total cost, in pence, summing exactly. */
  readonly waterfall: readonly (readonly WaterfallStep[])[];
};

/**
 * Compares scenarios with the first of them, the reference. Pure; the order of the others is kept. `plans` are those of
 * the scenarios that set priorities, by place: a solver finds them beforehand.
 */
export function compareScenarios(
  evaluations: readonly Evaluation[],
  plans: readonly (FoundPlan | null)[] = [],
): Comparison {
  const [reference, ...others] = evaluations;
  if (reference === undefined) throw new Error("a comparison needs a scenario");
  const first = reference.scenario;
  return {
    scenarios: evaluations,
    measures: [...measureScenarios(evaluations), ...measurePlans(plans)],
    changes: others.map(({ scenario }) => diffDocuments(first, scenario)),
    waterfall: others.map(({ scenario }) => explainMeasure({ id: "total-cost" }, first, scenario) ?? []),
  };
}
