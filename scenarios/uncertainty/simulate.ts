import { calculateCapacity } from "../calculate/capacity";
import { calculateRound } from "../calculate/contributions";
import { infeasibleRounds } from "../calculate/feasibility";
import { calculateFunding } from "../calculate/funding";
import { prepareRound } from "../calculate/prepare-round";
import { calculateProvisionCost } from "../calculate/provision-costs";
import { totalCost } from "../compare/money-rows";
import { waitingAtEnd } from "../compare/service-rows";
import type { Evaluation } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import type { Issue } from "../model/issue";
import { sumPence } from "../model/money";
import type { Scenario } from "../model/scenario";
import { type Timeline, timelineOf } from "../model/timeline";
import { validateScenario } from "../validate-scenario";
import { percentile } from "./percentile";
import { drawScenario, scenarioAtEnd, uncertainInputsOf } from "./uncertain-inputs";

export type Trials = { readonly trials: number; readonly seed: number };

/** Of a figure over all trials: what it stays below once, five and nine times in ten, and its mean. */
export type Spread = {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mean: number;
};

export type Simulation = Trials & {
  /** In pence, over the horizon. */
  readonly totalCost: Spread;
  readonly unfunded: Spread;
  /** By activity that keeps a waiting list: those who wait at the end, in all areas. Never added across activities. */
  readonly waitingAtEnd: ReadonlyMap<Id, Spread>;
};

export type SimulationOutcome =
  | { readonly ok: true; readonly simulation: Simulation }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Draws every input that has a range, evaluates each trial, and says how cost, unfunded money and waiting spread (rules
 * §11). The same seed gives the same figures everywhere. Refused, with issues, when a range cannot be drawn, when the
 * scenario would not be valid at the ends of its ranges, or when a pot cannot be shared as the file asks in some trial.
 *
 * Example: 10,000 trials of a price between £80 and £150, likeliest £100, have a tenth percentile near £91.83.
 */
export function simulate(scenario: Scenario, { trials, seed }: Trials): SimulationOutcome {
  const { inputs, issues } = uncertainInputsOf(scenario);
  if (issues.length > 0) return { ok: false, issues };
  for (const end of ["low", "high"] as const) {
    const checked = validateScenario(scenarioAtEnd(scenario, inputs, end));
    if (!checked.ok) return { ok: false, issues: checked.issues.map((issue) => atEnd(issue, end)) };
  }
  const figures = figuresOf(timelineOf(scenario.horizon));
  const lists = scenario.activities.filter(({ queue }) => queue !== "turn-away").map(({ id }) => id);
  const cost = new Float64Array(trials);
  const unfunded = new Float64Array(trials);
  const waiting = new Map(lists.map((id) => [id, new Float64Array(trials)]));
  for (let trial = 0; trial < trials; trial++) {
    const drawn = drawScenario(scenario, inputs, { seed, trial });
    const infeasible = infeasibleRounds(drawn);
    if (infeasible.length > 0) return { ok: false, issues: infeasible.map((issue) => inTrial(issue, trial)) };
    const outcome = figures(drawn);
    cost[trial] = Number(totalCost(outcome));
    unfunded[trial] = Number(sumPence(outcome.funding.unfunded));
    for (const [id, values] of waiting) values[trial] = waitingAtEnd(outcome, id) ?? 0;
  }
  return {
    ok: true,
    simulation: {
      trials,
      seed,
      totalCost: spreadOf(cost),
      unfunded: spreadOf(unfunded),
      waitingAtEnd: new Map([...waiting].map(([id, values]) => [id, spreadOf(values)])),
    },
  };
}

type Figures = Pick<Evaluation, "costs" | "funding" | "capacity">;

/** The steps of an evaluation that the figures rest on, each done again only when a part of the document that it reads was drawn. */
function figuresOf(timeline: Timeline): (drawn: Scenario) => Figures {
  const costs = remember(
    ({ provisions, indexes }) => [provisions, indexes],
    (drawn) => mapById(drawn.provisions, (provision) => calculateProvisionCost(drawn, provision, timeline)),
  );
  const contributions = remember(
    ({ contributions: rounds, areas, indexes }) => [rounds, areas, indexes],
    (drawn) =>
      mapById(drawn.contributions ?? [], (round) =>
        calculateRound(prepareRound(drawn, round, timeline), timeline),
      ),
  );
  const capacity = remember(
    ({ demand, provisions, areas, contributions: rounds, indexes }) => [
      demand,
      provisions,
      areas,
      rounds,
      indexes,
    ],
    (drawn) => calculateCapacity(drawn, contributions(drawn), timeline),
  );
  return (drawn) => ({
    costs: costs(drawn),
    funding: calculateFunding(drawn, costs(drawn), contributions(drawn), timeline),
    capacity: capacity(drawn),
  });
}

/** Keeps the last value while the parts of the document that it rests on are the very same. */
function remember<Value>(
  partsOf: (scenario: Scenario) => readonly unknown[],
  work: (scenario: Scenario) => Value,
): (scenario: Scenario) => Value {
  let last: { readonly parts: readonly unknown[]; readonly value: Value } | null = null;
  return (scenario) => {
    const parts = partsOf(scenario);
    if (last === null || parts.some((part, place) => part !== last?.parts[place])) {
      last = { parts, value: work(scenario) };
    }
    return last.value;
  };
}

function mapById<Item extends { readonly id: Id }, Value>(
  items: readonly Item[],
  valueOf: (item: Item) => Value,
): Map<Id, Value> {
  return new Map(items.map((item) => [item.id, valueOf(item)]));
}

function spreadOf(figures: Float64Array): Spread {
  const ascending = figures.toSorted();
  const [p10, p50, p90] = [10, 50, 90].map((percent) => percentile(ascending, percent)) as [
    number,
    number,
    number,
  ];
  return { p10, p50, p90, mean: figures.reduce((sum, figure) => sum + figure, 0) / figures.length };
}

function atEnd({ path, code, message }: Issue, end: "low" | "high"): Issue {
  return { path, code, message: `With every range at its ${end} end: ${message}` };
}

function inTrial({ path, code, message }: Issue, trial: number): Issue {
  return { path, code, message: `In trial ${trial + 1}: ${message} Or narrow the ranges in provenance.` };
}
