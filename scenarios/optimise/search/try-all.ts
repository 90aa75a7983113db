import { type Line, rowsOf } from "./blocks";
import { atPrices, type Option } from "./priced";

/** Lines in their order of trial with all that one trial needs side by side, numbered by row or by prices. */
type Trial = {
  readonly options: Line;
  /** By option and prices, what it falls short of the best of its line: at `option × prices + at`. */
  readonly falls: Float64Array;
  readonly adds: readonly { readonly rows: readonly number[]; readonly values: readonly number[] }[];
  /** Rows that it adds to, and the least that all lines after it add to each. */
  readonly rows: readonly number[];
  readonly later: readonly number[];
};

/** What is to be tried, and who takes each plan that keeps all rows and may bring `least`, which answers the new `least`. */
export type Trials = {
  readonly groups: readonly Line[];
  readonly limits: readonly number[];
  /** What no prices allow is given up, whichever they are (weak duality). */
  readonly prices: readonly (readonly number[])[];
  readonly least: number;
  readonly found: (options: readonly Option[]) => number;
};

/**
 * Tries every choice of lines that keeps the rows and may bring `least` at all prices given, the clearest line first,
 * but no more than `most` beginnings. Answers how many it tried; more than `most` where there are more.
 */
export function tryAll(so: Trials, most: number): number {
  const settled = so.groups.flatMap((line) => (line.length === 1 ? line : []));
  const left = [...so.limits];
  for (const { values } of settled)
    for (const [row, value] of values) left[row] = (left[row] as number) - value;
  const trials = inOrder(so);
  const count = so.prices.length;
  const priced = so.prices.map((prices) => atPrices(so, prices));
  const lost = trials.map(() => new Float64Array(count)).concat(new Float64Array(count));
  let { least } = so;
  const chosen: Option[] = [];
  let tried = 0;
  const go = (at: number): void => {
    const trial = trials[at];
    if (trial === undefined) {
      least = so.found([...settled, ...chosen]);
      return;
    }
    for (let option = 0; option < trial.options.length && tried <= most; option++) {
      if (!mayBring(lost[at] as Float64Array, { trial, option, to: lost[at + 1] as Float64Array })) continue;
      take(trial, option, -1);
      if (fits(trial)) {
        tried++;
        chosen.push(trial.options[option] as Option);
        go(at + 1);
        chosen.pop();
      }
      take(trial, option, 1);
    }
  };
  const bounds = priced.map(({ bound, margin }) => bound + margin);
  const mayBring = (
    before: Float64Array,
    so: { readonly trial: Trial; readonly option: number; readonly to: Float64Array },
  ): boolean => {
    for (let at = 0; at < count; at++) {
      const now = (before[at] as number) + (so.trial.falls[so.option * count + at] as number);
      if ((bounds[at] as number) - now < least) return false;
      so.to[at] = now;
    }
    return true;
  };
  const take = ({ adds }: Trial, option: number, sign: 1 | -1): void => {
    const { rows, values } = adds[option] as Trial["adds"][number];
    for (let at = 0; at < rows.length; at++)
      left[rows[at] as number] = (left[rows[at] as number] as number) + sign * (values[at] as number);
  };
  const fits = ({ rows, later }: Trial): boolean => {
    for (let at = 0; at < rows.length; at++)
      if ((left[rows[at] as number] as number) < (later[at] as number)) return false;
    return true;
  };
  if (bounds.every((bound) => bound >= least) && canKeep(trials, left)) go(0);
  return tried;
}

/** Whether the open lines can keep the rows at all by what they add least. */
function canKeep(trials: readonly Trial[], left: readonly number[]): boolean {
  const least = left.map(() => 0);
  for (const { options } of trials)
    for (const row of rowsOf(options)) least[row] = (least[row] as number) + leastIn(options, row);
  return left.every((each, row) => each >= (least[row] as number));
}

const leastIn = (options: Line, row: number): number =>
  Math.min(...options.map(({ values }) => values.get(row) ?? 0));

function inOrder({ groups, limits, prices }: Trials): Trial[] {
  const open = groups
    .filter((line) => line.length > 1)
    .sort((a, b) => (b[1]?.shortfall ?? 0) - (a[1]?.shortfall ?? 0));
  const later = limits.map(() => 0);
  const trials = [...open].reverse().map((options): Trial => {
    const rows = [...rowsOf(options)];
    const trial = {
      options,
      falls: fallsOf(options, prices),
      adds: options.map(({ values }) => ({ rows: [...values.keys()], values: [...values.values()] })),
      rows,
      later: rows.map((row) => later[row] as number),
    };
    for (const row of rows) later[row] = (later[row] as number) + leastIn(options, row);
    return trial;
  });
  return trials.reverse();
}

function fallsOf(options: Line, prices: readonly (readonly number[])[]): Float64Array {
  const falls = new Float64Array(options.length * prices.length);
  prices.forEach((each, at) => {
    const brings = options.map(({ weight, values }) => {
      let left = weight;
      for (const [row, value] of values) left -= (each[row] as number) * value;
      return left;
    });
    const best = Math.max(...brings);
    brings.forEach((left, option) => {
      falls[option * prices.length + at] = best - left;
    });
  });
  return falls;
}
