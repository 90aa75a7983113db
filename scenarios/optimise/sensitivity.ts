import { apportion } from "../calculate/apportion";
import type { Id } from "../model/identifiers";
import { divideRounded, formatMoney, parseMoney } from "../model/money";
import { parseDecimal, parts } from "../model/rational";
import type { DecimalText, Priorities, PriorityLine } from "../model/scenario";
import { triangularQuantile } from "../uncertainty/triangular";
import { uniform } from "../uncertainty/uniform";
import { provedBestPlan } from "./best-plan";
import { brokenRules, type Picks } from "./evaluate-plan";
import { frontierStairs } from "./frontier";
import { withOpenProblem } from "./open-problem";
import type { Choice } from "./plan";
import { readOff } from "./prioritise";
import { buildProblem, type Problem, sizeIssue } from "./problem";
import type { Solver } from "./solver";

/** How much the best plan depends on what people agreed: the weights of the criteria, and what the lines cost. */
export type Sensitivity = {
  readonly draws: number;
  readonly seed: number;
  /** In how many draws the best plan is just the one shown. */
  readonly samePlan: number;
  /** By line, in the order of the file: in how many draws it is funded, at any level. */
  readonly funded: ReadonlyMap<Id, number>;
  /** By criterion: the nearest weights at which another plan is better. */
  readonly weights: ReadonlyMap<Id, WeightRange>;
  /** By line: the best plan when it alone costs a tenth more, or a tenth less. */
  readonly costs: ReadonlyMap<Id, { readonly dearer: PlanThen; readonly cheaper: PlanThen }>;
};

/** Null where the plan stays however far the weight goes that way, the others keeping their proportions. */
export type WeightRange = { readonly below: TiePoint | null; readonly above: TiePoint | null };
/** The first weight, in tenths of a point, at which the plan shown is no longer the best, and the plan that is. */
export type TiePoint = { readonly weight: DecimalText; readonly chosen: readonly Choice[] };
/** Null when no plan obeys the rules then. */
export type PlanThen = readonly Choice[] | null;

export type SensitivityProgress = { readonly done: number; readonly of: number };

/** Each weight is drawn within a quarter of the agreed one, triangular, and all are then made to sum to 100 again. */
export const DRAWS = 200;
export const SEED = 1;
const WIDTH = 0.25;
const TENTHS = 1000;
/** Steps of halving that single out one of a thousand tenths. */
const HALVINGS = 10;

/**
 * The sensitivity of the plan shown (rules §§9, 11), step by step: each step is one best plan, proved like any other,
 * so that whoever asks can say how far it is, and stop. The seed is fixed and shown; the same figures everywhere.
 * Null where the figures have too many digits to be drawn exactly. Throws when there is no plan to begin with.
 */
export function* workOutSensitivity(
  priorities: Priorities,
  shown: readonly Choice[],
  solver: Solver,
): Generator<SensitivityProgress, Sensitivity | null> {
  const { criteria, lines } = priorities;
  const of = DRAWS + criteria.length * 2 * HALVINGS + lines.length * 2;
  let done = 0;
  const progress = (): SensitivityProgress => ({ done: ++done, of });
  const isShown = sameChoices(shown);

  let samePlan = 0;
  const funded = new Map(lines.map(({ id }) => [id, 0]));
  for (let trial = 0; trial < DRAWS; trial++) {
    const problem = exactProblem({ ...priorities, criteria: drawnWeights(priorities, trial) });
    if (problem === null) return null;
    const chosen = bestChoices(problem, solver) ?? [];
    if (isShown(chosen)) samePlan++;
    for (const { line } of chosen) funded.set(line, (funded.get(line) ?? 0) + 1);
    yield progress();
  }

  const weights = new Map<Id, WeightRange>();
  for (const { id } of criteria) {
    const range = { below: null as TiePoint | null, above: null as TiePoint | null };
    for (const side of ["below", "above"] as const) {
      const search = tiePoint({ priorities, shown, solver }, id, side);
      for (let step = search.next(); ; step = search.next()) {
        if (step.done === true) {
          range[side] = step.value;
          break;
        }
        yield progress();
      }
    }
    weights.set(id, range);
  }

  const costs = new Map<Id, { readonly dearer: PlanThen; readonly cheaper: PlanThen }>();
  for (const { id } of lines) {
    const then = (tenths: bigint): PlanThen => {
      const problem = exactProblem({ ...priorities, lines: lines.map((line) => priced(line, id, tenths)) });
      return problem === null ? null : bestChoices(problem, solver);
    };
    const dearer = then(11n);
    yield progress();
    costs.set(id, { dearer, cheaper: then(9n) });
    yield progress();
  }
  return { draws: DRAWS, seed: SEED, samePlan, funded, weights, costs };
}

type Question = {
  readonly priorities: Priorities;
  readonly shown: readonly Choice[];
  readonly solver: Solver;
};

/**
 * The nearest weight of a criterion, below or above the agreed one, at which the plan shown is no longer the best. The
 * benefit of every plan is linear in the weight, so that the weights at which one is best lie side by side: halving
 * finds where they end.
 */
function* tiePoint(
  { priorities, shown, solver }: Question,
  criterion: Id,
  side: "below" | "above",
): Generator<void, TiePoint | null> {
  const agreed = priorities.criteria.find(({ id }) => id === criterion);
  const tenths = Math.round(Number(agreed?.weight ?? 0) * 10);
  const better = (weight: number): readonly Choice[] | null => {
    const problem = exactProblem({ ...priorities, criteria: reweighted(priorities, criterion, weight) });
    return problem === null ? null : betterThan(shown, problem, solver);
  };
  // With all the weight on one criterion there are no proportions that the others could keep.
  if (tenths === TENTHS) return null;
  let stays = tenths;
  let changes = side === "below" ? 0 : TENTHS;
  if (stays === changes) return null;
  let found = better(changes);
  yield;
  if (found === null) return null;
  while (Math.abs(changes - stays) > 1) {
    const middle = Math.trunc((stays + changes) / 2);
    const other = better(middle);
    yield;
    if (other === null) stays = middle;
    else [changes, found] = [middle, other];
  }
  return { weight: String(changes / 10), chosen: found };
}

/** The best plan where it betters the plan shown, or where that one breaks a rule; null while the plan shown is as good. */
function betterThan(shown: readonly Choice[], problem: Problem, solver: Solver): readonly Choice[] | null {
  const picks = problem.pairs.flatMap(({ place, lineId, level }) =>
    shown.some((choice) => choice.line === lineId && choice.level === level) ? [place] : [],
  );
  const best = bestPicks(problem, solver);
  if (best === null) return null;
  const units = (places: Picks): number =>
    places.reduce((sum, place) => sum + (problem.pairs[place]?.units ?? 0), 0);
  const isAsGood = units(picks) === units(best) && brokenRules(problem, picks).length === 0;
  return isAsGood ? null : choicesOf(problem, best);
}

function bestPicks(problem: Problem, solver: Solver): Picks | null {
  const stairs = problem.budgets.length === 1 ? frontierStairs(problem) : null;
  return (stairs === null ? withOpenProblem(problem, solver, provedBestPlan) : readOff(problem, stairs))
    .picks;
}

function bestChoices(problem: Problem, solver: Solver): readonly Choice[] | null {
  const picks = bestPicks(problem, solver);
  return picks === null ? null : choicesOf(problem, picks);
}

function choicesOf({ pairs }: Problem, picks: Picks): Choice[] {
  return pairs
    .filter(({ place }) => picks.includes(place))
    .map(({ lineId, level }) => ({ line: lineId, level }));
}

function sameChoices(shown: readonly Choice[]): (chosen: readonly Choice[]) => boolean {
  const keyOf = (chosen: readonly Choice[]): string =>
    chosen
      .map(({ line, level }) => `${line} ${level}`)
      .sort()
      .join();
  const key = keyOf(shown);
  return (chosen) => keyOf(chosen) === key;
}

function exactProblem(priorities: Priorities): Problem | null {
  const problem = buildProblem(priorities);
  return sizeIssue(problem) === null ? problem : null;
}

/** The weights of one draw, in hundredths of a point that sum to 100. */
function drawnWeights({ criteria }: Priorities, trial: number): Priorities["criteria"] {
  const drawn = criteria.map(({ id, weight }) => {
    const agreed = Number(weight);
    const range = { low: agreed * (1 - WIDTH), mode: agreed, high: agreed * (1 + WIDTH) };
    const value = triangularQuantile(range, uniform({ seed: SEED, trial, name: `weight ${id}` }));
    return BigInt(Math.round(value * 1e6));
  });
  const hundredths = apportion(10_000n, drawn);
  return criteria.map((criterion, place) => ({
    ...criterion,
    weight: formatMoney(hundredths[place] as bigint),
  }));
}

/** One weight set, in tenths of a point; the others share what is left of 100 in their proportions, to four decimals. */
function reweighted({ criteria }: Priorities, id: Id, tenths: number): Priorities["criteria"] {
  const others = criteria.map((criterion) =>
    criterion.id === id ? 0n : parts(parseDecimal(criterion.weight).mul(10_000n)).numerator,
  );
  const shares = apportion(1_000_000n - BigInt(tenths) * 1000n, others);
  return criteria.map((criterion, place) => ({
    ...criterion,
    weight: criterion.id === id ? String(tenths / 10) : fourDecimals(shares[place] as bigint),
  }));
}

const fourDecimals = (value: bigint): DecimalText =>
  `${value / 10_000n}.${String(value % 10_000n).padStart(4, "0")}`;

/** A line at so many tenths of its costs, each rounded to the penny; every other line as it is. */
function priced(line: PriorityLine, id: Id, tenths: bigint): PriorityLine {
  if (line.id !== id) return line;
  return {
    ...line,
    levels: line.levels.map((level) => ({
      ...level,
      costs: Object.fromEntries(
        Object.entries(level.costs).map(([budget, amount]) => [
          budget,
          formatMoney(divideRounded(parseMoney(amount) * tenths, 10n)),
        ]),
      ),
    })),
  };
}
