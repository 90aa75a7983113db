import { infeasibleRounds } from "./calculate/feasibility";
import { calculateProvisionCost } from "./calculate/provision-costs";
import { diffDocuments } from "./changes/diff-documents";
import type { Operation } from "./changes/operation";
import { contributionOf, type Measure, measureScenarios, waitingAtEnd } from "./compare/measures";
import { explainDifference, type WaterfallStep } from "./compare/waterfall";
import { evaluateScenario } from "./evaluate-scenario";
import type { Evaluation } from "./model/evaluation";
import type { Id } from "./model/identifiers";
import { sumPence } from "./model/money";
import type { Scenario } from "./model/scenario";
import { timelineOf } from "./model/timeline";

/** Scenarios on the same rows, and why each of the others differs from the first, said twice (rules §12). */
export type Comparison = {
  readonly scenarios: readonly Evaluation[];
  readonly measures: readonly Measure[];
  /** For each scenario after the first: the changes that make it out of the first. */
  readonly changes: readonly (readonly Operation[])[];
  /** For each scenario after the first: what each group of changes does to the total cost, in pence, summing exactly. */
  readonly waterfall: readonly (readonly WaterfallStep[])[];
};

/** Compares scenarios with the first of them, the reference. Pure; the order of the others is kept. */
export function compareScenarios(evaluations: readonly Evaluation[]): Comparison {
  const [reference, ...others] = evaluations;
  if (reference === undefined) throw new Error("a comparison needs a scenario");
  const first = reference.scenario;
  return {
    scenarios: evaluations,
    measures: measureScenarios(evaluations),
    changes: others.map(({ scenario }) => diffDocuments(first, scenario)),
    waterfall: others.map(({ scenario }) => explainMeasure({ id: "total-cost" }, first, scenario) ?? []),
  };
}

/** The figures that a waterfall can explain. */
export type ExplainedMeasure =
  | { readonly id: "total-cost" | "unfunded" }
  | { readonly id: "contribution"; readonly organisation: Id }
  | { readonly id: "waiting-at-end"; readonly activity: Id };

/** A unit of a waterfall of people waiting: a millionth, so that the steps sum as exactly as money does. */
export const MILLIONTHS = 1_000_000;

/**
 * The waterfall of a figure from one scenario to another: in pence, for people waiting in millionths. Null where a mix of
 * the two cannot be evaluated, because its bounds or its collar cannot be met.
 */
export function explainMeasure(
  measure: ExplainedMeasure,
  first: Scenario,
  second: Scenario,
): readonly WaterfallStep[] | null {
  try {
    return explainDifference(first, second, (scenario) => figureOf(measure, scenario));
  } catch (error) {
    if (error instanceof InfeasibleMix) return null;
    throw error;
  }
}

class InfeasibleMix extends Error {}

function figureOf(measure: ExplainedMeasure, scenario: Scenario): bigint {
  if (measure.id === "total-cost") return costOf(scenario);
  const evaluation = evaluateMix(scenario);
  switch (measure.id) {
    case "unfunded":
      return sumPence(evaluation.funding.unfunded);
    case "contribution":
      return contributionOf(evaluation, measure.organisation) ?? 0n;
    case "waiting-at-end":
      return BigInt(Math.round((waitingAtEnd(evaluation, measure.activity) ?? 0) * MILLIONTHS));
  }
}

/** Total cost needs the first two steps of an evaluation only, and is asked for every group of groups of changes. */
function costOf(scenario: Scenario): bigint {
  const timeline = timelineOf(scenario.horizon);
  return sumPence(
    scenario.provisions.map((provision) => calculateProvisionCost(scenario, provision, timeline).total),
  );
}

function evaluateMix(scenario: Scenario): Evaluation {
  if (infeasibleRounds(scenario).length > 0) throw new InfeasibleMix();
  return evaluateScenario(scenario);
}
