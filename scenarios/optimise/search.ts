import { type Layout, type Level, layOut, type Option, type Priced } from "./search-layout";

/** Receives a solution; answers what a solution has to be worth from here on to be of interest. */
export type Visit = (columns: readonly number[], value: number) => number;

/** Steps left, shared by searches that belong together. A count, not a time: results are the same everywhere. */
export type Allowance = { steps: number };

type Question = { readonly least: number; readonly visit: Visit; readonly allowance: Allowance };

/**
 * Visits every solution of a priced program that is worth at least `least`. False when the allowance ran out before.
 *
 * No solution is worth more than the bound of its prices. What it falls short of that is what each group gives up
 * against its best option, and price × what each row leaves unused. So it is enough to look at those whose shortfalls
 * together reach from the bound to what is of interest; whoever is not looked at is worth less, whatever the prices
 * were. Weights and rows are whole numbers below 2^53, exact in a float; the bound is not, and is widened by more than
 * its rounding.
 */
export function searchWithin(priced: Priced, question: Question): boolean {
  const reach = priced.bound + priced.margin - question.least;
  if (reach < 0) return true;
  const layout = layOut(priced, reach);
  if (layout.possible) descend(stateOf({ priced, layout, question }), 0);
  return question.allowance.steps >= 0;
}

/** Where the search stands; one object, changed in place: this loop runs millions of times. */
type State = Omit<Question, "least"> & {
  readonly levels: readonly Level[];
  readonly limits: Float64Array;
  readonly prices: Float64Array;
  /** By row, as chosen so far. */
  readonly used: Float64Array;
  readonly idle: Float64Array;
  /** Σ idle, Σ shortfall and Σ weight of what is chosen. */
  unused: number;
  shortfall: number;
  value: number;
  readonly chosen: (number | null)[];
  /** What a solution has to be worth, and how far that is from the bound with its margin. */
  least: number;
  reach: number;
  readonly ceiling: number;
};

function stateOf(input: {
  readonly priced: Priced;
  readonly layout: Layout;
  readonly question: Question;
}): State {
  const { priced, layout, question } = input;
  const ceiling = priced.bound + priced.margin;
  return {
    visit: question.visit,
    allowance: question.allowance,
    levels: layout.levels,
    limits: Float64Array.from(priced.limits),
    prices: Float64Array.from(priced.prices),
    used: layout.used,
    idle: layout.idle,
    unused: layout.idle.reduce((sum, cost) => sum + cost, 0),
    shortfall: 0,
    value: layout.settled.reduce((sum, option) => sum + option.weight, 0),
    chosen: layout.settled.map((option) => option.column),
    least: question.least,
    reach: ceiling - question.least,
    ceiling,
  };
}

/** Tries the options of a level in turn, best first, as far as they reach. */
function descend(state: State, depth: number): void {
  const level = state.levels[depth];
  if (level === undefined) {
    visitSolution(state);
    return;
  }
  const { unused, shortfall, value } = state;
  for (let place = 0; place < level.options.length; place++) {
    const option = level.options[place] as Option;
    if (shortfall + option.shortfall > state.reach || --state.allowance.steps < 0) return;
    state.shortfall = shortfall + option.shortfall;
    state.value = value + option.weight;
    const fitting = apply(state, level, place);
    if (fitting === level.rows.length && state.shortfall + state.unused <= state.reach) {
      state.chosen.push(option.column);
      descend(state, depth + 1);
      state.chosen.pop();
    }
    undo(state, { level, place, touched: Math.min(fitting + 1, level.rows.length) });
    state.unused = unused;
    state.shortfall = shortfall;
    state.value = value;
  }
}

function visitSolution(state: State): void {
  if (state.value < state.least) return;
  const columns = state.chosen.filter((column) => column !== null);
  state.least = Math.max(state.least, state.visit(columns, state.value));
  state.reach = state.ceiling - state.least;
}

/** Puts an option into its rows; answers the place of the first row that can no longer hold, or how many there are. */
function apply(state: State, level: Level, place: number): number {
  const { rows, leastBelow, mostBelow, saved } = level;
  const delta = level.deltas[place] as Float64Array;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const used = (state.used[row] as number) + (delta[at] as number);
    const left = (state.limits[row] as number) - used;
    saved[at] = state.idle[row] as number;
    state.used[row] = used;
    if (left < (leastBelow[at] as number)) return at;
    const idle =
      left > (mostBelow[at] as number)
        ? (left - (mostBelow[at] as number)) * (state.prices[row] as number)
        : 0;
    state.unused += idle - (saved[at] as number);
    state.idle[row] = idle;
  }
  return rows.length;
}

function undo(
  state: State,
  done: { readonly level: Level; readonly place: number; readonly touched: number },
): void {
  const { rows, saved } = done.level;
  const delta = done.level.deltas[done.place] as Float64Array;
  for (let at = 0; at < done.touched; at++) {
    const row = rows[at] as number;
    state.used[row] = (state.used[row] as number) - (delta[at] as number);
    state.idle[row] = saved[at] as number;
  }
}
