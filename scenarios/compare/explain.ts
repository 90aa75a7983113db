import { calculateCapacity } from "../calculate/capacity";
import { calculateRound } from "../calculate/contributions";
import { prepareRound } from "../calculate/prepare-round";
import { infeasibleRounds } from "../calculate/feasibility";
import { calculateFunding } from "../calculate/funding";
import { calculateProvisionCost } from "../calculate/provision-costs";
import type { Evaluation } from "../model/evaluation";
import { sumPence } from "../model/money";
import type { Scenario } from "../model/scenario";
import { timelineOf } from "../model/timeline";
import type { ChangeGroup } from "./groups";
import { type ExplainedMeasure, MILLIONTHS } from "./measure";
import { contributionOf, costInYear, totalCost } from "./money-rows";
import { waitingAtEnd } from "./service-rows";
import { explainDifference, type WaterfallStep } from "./waterfall";

/**
 * The waterfall of a figure from one scenario to another (rules §12): in pence, for people waiting in millionths, so that
 * the steps sum to {@link figureOf} the second minus that of the first. Null where a mix of the two cannot be evaluated,
 * because its bounds or its collar cannot be met.
 */
export function explainMeasure(
  measure: ExplainedMeasure,
  first: Scenario,
  second: Scenario,
): readonly WaterfallStep[] | null {
  const steps = stepsOf(measure);
  try {
    return explainDifference(
      first,
      second,
      (scenario, taken) => figureOf(measure, steps(scenario, taken)),
      MOVED_BY[measure.id],
    );
  } catch (error) {
    if (error instanceof InfeasibleMix) return null;
    throw error;
  }
}

class InfeasibleMix extends Error {}

type Needed = Pick<Evaluation, "timeline" | "costs" | "contributions" | "funding" | "capacity">;

/** A figure in the units of its waterfall: pence, or millionths of those who wait. */
export function figureOf(measure: ExplainedMeasure, evaluation: Needed): bigint {
  switch (measure.id) {
    case "total-cost":
      return totalCost(evaluation);
    case "cost": {
      const place = evaluation.timeline.years.indexOf(measure.year);
      return place < 0 ? 0n : costInYear([...evaluation.costs.values()], place);
    }
    case "unfunded":
      return sumPence(evaluation.funding.unfunded);
    case "contribution":
      return contributionOf(evaluation, measure.organisation) ?? 0n;
    case "waiting-at-end":
      return BigInt(Math.round((waitingAtEnd(evaluation, measure.activity) ?? 0) * MILLIONTHS));
  }
}

const ALWAYS: readonly ChangeGroup[] = ["provisions", "transition", "indexation", "other"];

/** The groups that can move a figure at all; the others have no step in any waterfall of it, so no mix is asked of them. */
const MOVED_BY: Readonly<Record<ExplainedMeasure["id"], readonly ChangeGroup[]>> = {
  "total-cost": ALWAYS,
  cost: ALWAYS,
  contribution: [...ALWAYS, "contributions"],
  unfunded: [...ALWAYS, "contributions", "funding"],
  "waiting-at-end": [...ALWAYS, "contributions", "demand-and-capacity"],
};

/**
 * The steps of an evaluation that a figure rests on, and no others: they are asked for every group of groups of changes.
 * Costs are kept for the groups that move them, contributions too.
 */
function stepsOf(measure: ExplainedMeasure): (mix: Scenario, taken: ReadonlySet<ChangeGroup>) => Needed {
  const costs = keepBy(MOVED_BY["total-cost"], costsOf);
  const contributions = keepBy(MOVED_BY.contribution, contributionsOf);
  return (mix, taken) => {
    const timeline = timelineOf(mix.horizon);
    const needed = {
      timeline,
      costs: NOTHING,
      contributions: NOTHING,
      funding: NO_FUNDING,
      capacity: [],
    };
    switch (measure.id) {
      case "total-cost":
      case "cost":
        return { ...needed, costs: costs(mix, taken) };
      case "contribution":
        return { ...needed, contributions: contributions(mix, taken) };
      case "unfunded": {
        const rounds = contributions(mix, taken);
        return { ...needed, funding: calculateFunding(mix, costs(mix, taken), rounds, timeline) };
      }
      case "waiting-at-end": {
        const activities = mix.activities.filter(({ id }) => id === measure.activity);
        const capacity = calculateCapacity({ ...mix, activities }, contributions(mix, taken), timeline);
        return { ...needed, capacity };
      }
    }
  };
}

/** Works something out once for each choice of the groups on which it depends. */
function keepBy<Value>(
  groups: readonly ChangeGroup[],
  work: (mix: Scenario) => Value,
): (mix: Scenario, taken: ReadonlySet<ChangeGroup>) => Value {
  const kept = new Map<string, Value>();
  return (mix, taken) => {
    const key = groups.filter((group) => taken.has(group)).join(" ");
    const value = kept.get(key) ?? work(mix);
    kept.set(key, value);
    return value;
  };
}

function costsOf(mix: Scenario): Evaluation["costs"] {
  const timeline = timelineOf(mix.horizon);
  return new Map(
    mix.provisions.map((provision) => [provision.id, calculateProvisionCost(mix, provision, timeline)]),
  );
}

function contributionsOf(mix: Scenario): Evaluation["contributions"] {
  if (infeasibleRounds(mix).length > 0) throw new InfeasibleMix();
  const timeline = timelineOf(mix.horizon);
  return new Map(
    (mix.contributions ?? []).map((round) => [
      round.id,
      calculateRound(prepareRound(mix, round, timeline), timeline),
    ]),
  );
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();
const NO_FUNDING: Evaluation["funding"] = {
  unfunded: [],
  provisions: new Map(),
  sources: new Map(),
  bottleneck: [],
  byCertainty: [],
};
