import type { Id } from "../model/identifiers";
import { type Pence, parseMoney } from "../model/money";
import type { Priorities } from "../model/scenario";
import { evaluatePlan } from "./evaluate-plan";
import { type FrontierLimits, type FrontierProgress, planOf, walkFrontier } from "./frontier-walk";
import type { Ceiling, FrontierGap, FrontierPoint, Less, Plan } from "./plan";
import { buildProblem, type Problem } from "./problem";
import type { Solver } from "./solver";
import { ALL_BUDGETS, type Mover, type Moves, moverOf, WHOLE } from "./what-moves";

/** What moves when one budget does, or all together. */
export type BudgetFrontier = {
  readonly moves: Moves;
  /** Every place at which the best plan changes, but for those in gaps. */
  readonly frontier: readonly FrontierPoint[];
  readonly gaps: readonly FrontierGap[];
  readonly ceiling: Ceiling;
  readonly less: readonly Less[];
};

const LIMITS: FrontierLimits = { points: 1500, plans: 400_000, inAll: 40_000_000 };
/** Partial plans that the search of a cut may look at. */
const PLANS_OF_A_CUT = 2_000_000;
/** Savings are looked at in these per cent of the budgets. */
export const PERCENTS_LESS = [5, 10, 20] as const;

/** What is left of the whole after a cut, in hundredths of a per cent. */
export const shareAfter = (percentLess: number): bigint => (WHOLE * BigInt(100 - percentLess)) / 100n;

/**
 * The budget whose frontier is shown first: the general one, which most lines draw on; of equals the first of the file.
 * Null without budgets.
 */
export function generalBudget({ budgets, lines }: Priorities): Id | null {
  const drawnBy = (id: Id): number =>
    lines.filter(({ levels }) => levels.some(({ costs }) => parseMoney(costs[id] ?? "0") !== 0n)).length;
  const [first, ...others] = budgets;
  if (first === undefined) return null;
  return others.reduce((most, one) => (drawnBy(one.id) > drawnBy(most.id) ? one : most), first).id;
}

/**
 * The frontier of one budget, the others held at their amounts, or of all budgets, each of which has the same share of
 * its amount, rounded down to whole pence; and what 5, 10 and 20 per cent less of all of them would lose (rules
 * §9.1).
 *
 * A generator: it says how far it is between two points. Throws where the budget is none of the priorities.
 *
 * Example: lines of £60 and £30 from the general budget (10.00 and 6.00 of benefit), £10 from it and £20 from a grant
 * (5.00), £50 from the grant (9.00); the grant has £40, the general budget £80. The general budget has points at £0,
 * £10, £30, £40, £70, £90 and £100; the last line is in none of them. All together have points at 0 %, 37.5 %, 50 %,
 * 87.5 % (the first line instead of the second), 112.5 % and 125 %, where the last line comes in for the third.
 */
export function* workOutFrontier(
  priorities: Priorities,
  moves: Moves,
  solver: Solver,
  limits = LIMITS,
): Generator<FrontierProgress, BudgetFrontier> {
  const problem = buildProblem(priorities);
  const mover = moverOf(problem, moves);
  const { points, gaps, ceiling } = yield* walkFrontier({ problem, mover, solver, limits });
  const all = moverOf(problem, ALL_BUDGETS);
  const less = PERCENTS_LESS.map((percent) => lessOf({ problem, all, percent, solver }));
  return { moves, frontier: points, gaps, ceiling, less };
}

/** A frontier of which the cuts are not looked at yet. */
export function frontierSoFar(moves: Moves, { soFar }: FrontierProgress): BudgetFrontier {
  const { points, gaps, ceiling } = soFar();
  return { moves, frontier: points, gaps, ceiling, less: [] };
}

/** A plan that knows its frontier, and with it what brings in each line left out (`wouldEnterWith` of what moves). */
export function withFrontier(plan: Plan, priorities: Priorities, moved: BudgetFrontier): Plan {
  const { present, comesTo } = moverOf(buildProblem(priorities), moved.moves);
  return {
    ...plan,
    moving: moved.moves,
    frontier: moved.frontier,
    frontierComplete: moved.gaps.length === 0,
    frontierGaps: moved.gaps,
    frontierCeiling: moved.ceiling,
    wouldEnterWith: wouldEnterWith({
      ...moved,
      ...{ plan, lines: priorities.lines, present, amount: comesTo(present) },
    }),
    less: moved.less,
  };
}

/**
 * For each line left out the least extra amount of what moves with which the plan shown contains it. Beyond a gap
 * nothing is the least: a plan in it may contain the line.
 */
export function wouldEnterWith(input: {
  readonly plan: Pick<Plan, "chosen">;
  readonly lines: readonly { readonly id: Id }[];
  readonly frontier: readonly FrontierPoint[];
  readonly gaps: readonly FrontierGap[];
  /** The place of the present amounts, and what those that move come to there. */
  readonly present: bigint;
  readonly amount: Pence;
}): Map<Id, Pence> {
  const { plan, lines, frontier, gaps, present, amount } = input;
  const gap = gaps.find(({ to }) => to > present);
  const beyond = frontier.filter(({ at }) => at > present && (gap === undefined || at < gap.from));
  const isIn = new Set(plan.chosen.map(({ line }) => line));
  const enters = new Map<Id, Pence>();
  for (const { budget, chosen } of beyond)
    for (const { line } of chosen)
      if (!isIn.has(line) && !enters.has(line)) enters.set(line, budget - amount);
  return new Map(
    lines.flatMap(({ id }) => {
      const more = enters.get(id);
      return more === undefined ? [] : [[id, more] as const];
    }),
  );
}

function lessOf(input: {
  readonly problem: Problem;
  readonly all: Mover;
  readonly percent: number;
  readonly solver: Solver;
}): Less {
  const { problem, all, percent, solver } = input;
  const share = shareAfter(percent);
  const found = planOf({ ...problem, budgets: all.at(share) }, solver, { plans: PLANS_OF_A_CUT });
  return {
    percent,
    amount: all.comesTo(share),
    plan: found.picks === null ? null : evaluatePlan(problem, found.picks),
    isProved: found.noMoreThan === null,
  };
}
