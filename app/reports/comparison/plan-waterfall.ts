import {
  figureOfPlan,
  MOST_LEVELS,
  type Measure,
  PLAN_PARTS,
  type PlanFigure,
  type PlanPart,
  type PlanStep,
} from "../../../scenarios/compare-scenarios";
import type { Priorities } from "../../../scenarios/model/scenario";
import type { Selection } from "../../../scenarios/optimise/plan";
import { joinWords } from "../names";
import { inOrOut, type Prioritised } from "../priorities";
import { type NamedStep, summed, type Waterfall } from "./waterfall";

export const PLAN_PART_WORDS: Readonly<Record<PlanPart, string>> = {
  budgets: "Budgets",
  lines: "Lines and levels to choose from",
  costs: "Costs",
  points: "Points and people",
  weights: "Criteria and weights",
  rules: "Rules on lines and areas",
};

/** The waterfall of a row of priorities: each kind of change made on top of those before it, and the plan found anew. */
export function planWaterfall(
  measure: Measure & { readonly id: PlanFigure },
  [first, second]: readonly [Prioritised, Prioritised],
  steps: readonly PlanStep[],
): Waterfall {
  const figure = (of: Planned): bigint => figureOfPlan(measure.id, of);
  const isMoney = measure.id === "plan-budget";
  const shown = isMoney ? onlyBudgets(steps) : steps;
  const named = shown.map((step, place): NamedStep => {
    const before = shown[place - 1] ?? first;
    return {
      id: step.parts.join("-"),
      name: partsWords(step.parts),
      amount: figure(step) - figure(before),
      ...(isMoney ? {} : { lines: changedLines(before, step) }),
    };
  });
  return summed({
    measure,
    from: figure(first),
    steps: named.filter(({ amount, lines = "" }) => amount !== 0n || lines !== ""),
    to: figure(second),
    note: isMoney ? "What the budgets come to follows from nothing else." : noteOf(steps, second),
  });
}

type Planned = { readonly priorities: Priorities; readonly plan: Selection };

/** No other change moves what the budgets come to. */
const onlyBudgets = (steps: readonly PlanStep[]): readonly PlanStep[] =>
  steps
    .filter(({ parts }) => parts.includes("budgets"))
    .map((step): PlanStep => ({ ...step, parts: ["budgets"] }));

/** "Budgets", "Budgets and costs, together" */
export function partsWords(parts: readonly PlanPart[]): string {
  const words = joinWords(
    parts.map((part, place) => (place === 0 ? PLAN_PART_WORDS[part] : PLAN_PART_WORDS[part].toLowerCase())),
  );
  return parts.length === 1 ? words : `${words}, together`;
}

const IN_TURN =
  "Each kind of change is made on top of those above it, and the best plan is found anew. Made in another order, single effects can differ; together they come to the same. What moves neither the figure nor a line is left out.";

function noteOf(steps: readonly PlanStep[], { problem }: Prioritised): string {
  if (steps.every(({ parts }) => parts.length === 1)) return IN_TURN;
  return problem.pairs.length > MOST_LEVELS
    ? `${IN_TURN} With more than ${MOST_LEVELS} levels to choose from, no plan in between is looked for: all that changed stands together.`
    : `${IN_TURN} What stands together cannot be told apart: with one of these changes and not the other, no plan obeys all the rules, or none is proved within a moment.`;
}

const MOST_CHANGED = 8;

/** "Perpetrator behaviour programme: Small → out; Communications strategy: out → in" */
export function changedLines(before: Planned, after: Planned): string {
  const stateIn = ({ priorities, plan }: Planned, id: string): string => {
    const line = priorities.lines.find((one) => one.id === id);
    if (line === undefined) return "not there";
    const words = inOrOut(plan, line);
    return words.startsWith("In: ") ? words.slice("In: ".length) : words.toLowerCase();
  };
  const names = new Map(
    [...before.priorities.lines, ...after.priorities.lines].map(({ id, name }) => [id, name]),
  );
  const changed = [...names].flatMap(([id, name]) => {
    const [from, to] = [stateIn(before, id), stateIn(after, id)];
    return from === to || !hasPart([from, to]) ? [] : [`${name}: ${from} → ${to}`];
  });
  const more = changed.length - MOST_CHANGED;
  return [...changed.slice(0, MOST_CHANGED), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** A line that comes or goes without ever being funded changes no plan. */
const hasPart = (states: readonly string[]): boolean =>
  states.some((state) => state !== "out" && state !== "not there");

/** The parts in the order of the steps, each step's together, then those that changed without a step. */
export function partsInOrder(steps: readonly Pick<NamedStep, "id">[]): readonly (readonly PlanPart[])[] {
  const moving = steps.map(({ id }) => PLAN_PARTS.filter((part) => id.split("-").includes(part)));
  return [...moving, ...PLAN_PARTS.filter((part) => !moving.flat().includes(part)).map((part) => [part])];
}
