import { type Allowance, searchWithin, type Visit } from "./search";
import { type Group, type Priced, priceOptions } from "./search-layout";
import type { Prices, Row } from "./solver";

/**
 * A 0-1 program whose columns come in groups of which at most one is chosen, searched whole and in whole numbers.
 *
 * What is too long to search at once is divided: one group is held at each of its options in turn, the rows are
 * priced anew, and the parts are searched for themselves. Any prices give a true bound, so a part that is passed over
 * holds nothing of interest, however the prices came about.
 */
export type Divisible = {
  readonly rows: readonly Row[];
  /** Columns by group; every column is in one. */
  readonly groups: readonly (readonly number[])[];
  /** Whole numbers whose sums stay below 2^53. */
  readonly weights: readonly number[];
  /** Prices the rows for the weights, with the held columns. */
  readonly price: () => Prices;
  readonly holdColumn: (column: number, value: 0 | 1 | null) => void;
};

type Question = { readonly visit: Visit; readonly allowance: Allowance };

/** Visits every solution worth at least `least`, some perhaps twice. False when the allowance ran out before. */
export function visitAll(problem: Divisible, question: Question & { readonly least: number }): boolean {
  return explore({ ...problem, ...question, visits: 0 }, freeGroups(problem));
}

/**
 * Visits the best solutions: starts close to the bound, and goes further down as long as there are none. False when
 * the allowance ran out before; true without a visit says that there is no solution.
 */
export function visitBest(problem: Divisible, question: Question): boolean {
  const groups = freeGroups(problem);
  const { bound } = pricedPart(problem, groups);
  const lowest = problem.groups.reduce((sum, group) => sum + leastWeight(problem, group), 0);
  const task = { ...problem, ...question, least: Infinity, visits: 0 };
  for (
    let depth = Math.max(1, Math.abs(bound) / 2 ** 22);
    task.visits === 0 && task.least > lowest;
    depth *= 1.5
  ) {
    task.least = Math.max(lowest, Math.ceil(bound - depth));
    if (!explore(task, groups)) return false;
  }
  return true;
}

function freeGroups(problem: Divisible): Group[] {
  return problem.groups.map((columns) => ({ columns, none: true }));
}

function leastWeight(problem: Divisible, group: readonly number[]): number {
  return Math.min(0, ...group.map((column) => problem.weights[column] as number));
}

/** What a search is about, what a solution has to be worth by now, and how many were visited. */
type Task = Divisible & Question & { least: number; visits: number };

/** Steps after which a part is divided, and what pricing it counts for: each about as long as the other. */
const STEPS_OF_A_PART = 100_000;
const STEPS_OF_PRICING = 20_000;

function explore(task: Task, groups: readonly Group[]): boolean {
  task.allowance.steps -= STEPS_OF_PRICING;
  const priced = pricedPart(task, groups);
  return searchPart(task, priced) || (task.allowance.steps > 0 && divide(task, { groups, priced }));
}

/** Where rows contradict each other, the contradiction is priced above all that the weights could bring. */
function pricedPart(problem: Divisible, groups: readonly Group[]): Priced {
  const { rows, weights } = problem;
  const { possible, prices } = problem.price();
  if (possible) return priceOptions({ rows, groups, weights, prices });
  const nothing = weights.map(() => 0);
  const contradiction = -priceOptions({ rows, groups, weights: nothing, prices }).bound;
  const all = weights.reduce((sum, weight) => sum + Math.abs(weight), 1);
  const dear = contradiction > 0 ? (4 * all) / contradiction : 0;
  return priceOptions({ rows, groups, weights, prices: prices.map((price) => price * dear) });
}

function searchPart(task: Task, priced: Priced): boolean {
  const steps = Math.min(STEPS_OF_A_PART, Math.max(0, task.allowance.steps));
  const allowance = { steps };
  const visit: Visit = (columns, value) => {
    task.visits++;
    task.least = Math.max(task.least, task.visit(columns, value));
    return task.least;
  };
  const done = searchWithin(priced, { least: task.least, visit, allowance });
  task.allowance.steps -= steps - Math.max(0, allowance.steps);
  return done;
}

/** Holds the group that is hardest to decide at each option that can matter, the likeliest first. */
function divide(task: Task, part: { readonly groups: readonly Group[]; readonly priced: Priced }): boolean {
  const { groups, priced } = part;
  const undecided = (at: number): number => priced.groups[at]?.[1]?.shortfall ?? Infinity;
  const hardest = groups.reduce((best, _, at) => (undecided(at) < undecided(best) ? at : best), 0);
  const columns = groups[hardest]?.columns ?? [];
  for (const { column, shortfall } of priced.groups[hardest] ?? []) {
    if (shortfall > priced.bound + priced.margin - task.least) return true;
    for (const each of columns) task.holdColumn(each, each === column ? 1 : 0);
    const held = column === null ? { columns: [], none: true } : { columns: [column], none: false };
    const done = explore(
      task,
      groups.map((group, at) => (at === hardest ? held : group)),
    );
    for (const each of columns) task.holdColumn(each, null);
    if (!done) return false;
  }
  return true;
}
