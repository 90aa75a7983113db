import type { Id } from "../model/identifiers";
import { type Pence, parseMoney, sumPence } from "../model/money";
import type { Priorities } from "../model/scenario";
import { planBySearch } from "./best-plan";
import { evaluatePlan } from "./evaluate-plan";
import { withOpenProblem } from "./open-problem";
import type { FrontierPoint, Less, Plan } from "./plan";
import { buildProblem, type Problem } from "./problem";
import type { Solver } from "./solver";

/** What moves when one of several budgets does, and when all do. */
export type BudgetFrontier = {
  readonly budget: Id;
  /** Every amount of the budget at which the best plan changes, the others held; empty where they are too many. */
  readonly frontier: readonly FrontierPoint[];
  readonly complete: boolean;
  readonly less: readonly Less[];
};

/** Of a whole of unknown length the share that is done. */
export type FrontierProgress = { readonly done: number; readonly of: number };

/** How many points are worked out one by one, and how many partial plans the search of each may look at; what needs more is not listed. */
export type FrontierLimits = { readonly points: number; readonly plans: number };

const LIMITS: FrontierLimits = { points: 1500, plans: 400_000 };
/** Partial plans that the search of a cut may look at. */
const PLANS_OF_A_CUT = 2_000_000;
const PERCENTS_LESS = [5, 10, 20];

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
 * The frontier of one of several budgets, the others held at their amounts, and what all of them cut alike would lose
 * (a rule of ours beside §9). The plan at an amount is the one that §9 shows there. It stays the one shown down to
 * what it draws from the budget itself; a penny below another is, which is asked for next: so the points are found
 * from the best plan with no limit down to the cheapest, each proved, and none is missed.
 *
 * With so much per cent less every budget has its amount less that share, rounded down to whole pence.
 *
 * A generator: it says how far it is between two points. Throws where the budget is none of the priorities.
 *
 * Example: lines of £60 and £30 from the general budget (10.00 and 6.00 of benefit), £10 from it and £20 from a grant
 * (5.00), £50 from the grant (9.00); the grant has £40. The general budget has points at £0, £10, £30, £40, £70, £90
 * and £100; the last line is in none of them.
 */
export function* workOutFrontier(
  priorities: Priorities,
  budget: Id,
  solver: Solver,
  limits = LIMITS,
): Generator<FrontierProgress, BudgetFrontier> {
  const problem = buildProblem(priorities);
  const place = problem.budgets.findIndex(({ id }) => id === budget);
  if (place < 0) throw new Error(`no such budget: ${budget}`);
  const points: FrontierPoint[] = [];
  const top = mostDrawn(problem, place);
  let complete = false;
  for (let amount = top; points.length < limits.points; ) {
    const found = withOpenProblem(withAmount(problem, place, amount), solver, (opened) =>
      planBySearch(opened, limits),
    );
    if (found.noMoreThan !== null) break;
    if (found.picks === null) {
      complete = true;
      break;
    }
    const { benefit, chosen, costs } = evaluatePlan(problem, found.picks);
    const drawn = costs.get(budget) ?? 0n;
    points.push({ budget: drawn, benefit, chosen });
    amount = drawn - 1n;
    yield { done: Number(top - drawn), of: Math.max(1, Number(top)) };
  }
  const less = PERCENTS_LESS.map((percent) => lessOf(problem, percent, solver));
  return { budget, frontier: complete ? points.reverse() : [], complete, less };
}

/** A plan that knows its frontier, and with it what brings in each line left out (`wouldEnterWith` of this budget). */
export function withFrontier(plan: Plan, priorities: Priorities, moved: BudgetFrontier): Plan {
  const budget = priorities.budgets.find(({ id }) => id === moved.budget);
  if (budget === undefined) throw new Error(`no such budget: ${moved.budget}`);
  return {
    ...plan,
    moving: moved.budget,
    frontier: moved.frontier,
    frontierComplete: moved.complete,
    wouldEnterWith: wouldEnterWith({
      ...moved,
      plan,
      lines: priorities.lines,
      amount: parseMoney(budget.amount),
    }),
    less: moved.less,
  };
}

/** For each line left out the least extra amount of the budget with which the plan shown contains it. */
export function wouldEnterWith(input: {
  readonly plan: Pick<Plan, "chosen">;
  readonly lines: readonly { readonly id: Id }[];
  readonly frontier: readonly FrontierPoint[];
  readonly amount: Pence;
}): Map<Id, Pence> {
  const { plan, lines, frontier, amount } = input;
  const beyond = frontier.filter(({ budget }) => budget > amount);
  const has = ({ chosen }: Pick<Plan, "chosen">, id: Id): boolean => chosen.some(({ line }) => line === id);
  return new Map(
    lines.flatMap(({ id }) => {
      const point = has(plan, id) ? undefined : beyond.find((each) => has(each, id));
      return point === undefined ? [] : [[id, point.budget - amount] as const];
    }),
  );
}

/** No plan draws more from the budget than this. */
function mostDrawn({ lines, pairs }: Problem, budget: number): Pence {
  const drawn = (place: number): Pence => pairs[place]?.costs[budget] ?? 0n;
  const most = lines.map((line) => line.pairs.map(drawn).reduce((a, b) => (a > b ? a : b), 0n));
  return sumPence(most);
}

function withAmount(problem: Problem, budget: number, amount: Pence): Problem {
  return { ...problem, budgets: problem.budgets.with(budget, { ...at(problem, budget), amount }) };
}

function at({ budgets }: Problem, place: number): Problem["budgets"][number] {
  const budget = budgets[place];
  if (budget === undefined) throw new Error(`no budget at ${place}`);
  return budget;
}

function lessOf(problem: Problem, percent: number, solver: Solver): Less {
  const budgets = problem.budgets.map((budget) => ({
    ...budget,
    amount: (budget.amount * BigInt(100 - percent)) / 100n,
  }));
  const found = withOpenProblem({ ...problem, budgets }, solver, (opened) =>
    planBySearch(opened, { plans: PLANS_OF_A_CUT }),
  );
  return {
    percent,
    amount: sumPence(budgets.map(({ amount }) => amount)),
    plan: found.picks === null ? null : evaluatePlan(problem, found.picks),
    isProved: found.noMoreThan === null,
  };
}
