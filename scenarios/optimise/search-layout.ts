import type { Row } from "./solver";

/** A column of a group, or none of it (null). */
export type Option = {
  readonly column: number | null;
  readonly weight: number;
  /** What it falls short of the best option of its group at the prices. */
  readonly shortfall: number;
  /** Its value in each one-sided row that it is in. */
  readonly values: ReadonlyMap<number, number>;
};

/** A program as groups of options under one-sided rows, with the bound that prices give. */
export type Priced = {
  /** Best option first. */
  readonly groups: readonly (readonly Option[])[];
  /** Rows Σ ≤ limit, at a price of 0 or more. */
  readonly limits: readonly number[];
  readonly prices: readonly number[];
  /** No solution is worth more, whatever the prices (weak duality). */
  readonly bound: number;
  /** More than rounding can have made the bound too low. */
  readonly margin: number;
};

/** A group with more than one option left, and the rows that it touches. */
export type Level = {
  readonly options: readonly Option[];
  readonly rows: Int32Array;
  /** By option, by touched row. */
  readonly deltas: readonly Float64Array[];
  /** The least and the most that the levels below add to each touched row. */
  readonly leastBelow: Float64Array;
  readonly mostBelow: Float64Array;
  /** Room for what an option pushes aside. */
  readonly saved: Float64Array;
};

/** Where a search starts: what is settled, what each row holds and leaves unused of it, and what is left to choose. */
export type Layout = {
  readonly settled: readonly Option[];
  readonly levels: readonly Level[];
  readonly used: Float64Array;
  /** By row: price × what no choice can use. */
  readonly idle: Float64Array;
  readonly possible: boolean;
};

type Side = {
  readonly limit: number;
  readonly price: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
};

/** Columns of which one is chosen, or where `none` allows it, none. */
export type Group = { readonly columns: readonly number[]; readonly none: boolean };

export function priceOptions(input: {
  readonly rows: readonly Row[];
  readonly groups: readonly Group[];
  readonly weights: readonly number[];
  readonly prices: readonly number[];
}): Priced {
  const sides = input.rows.flatMap((row, at) => oneSided(row, input.prices[at] ?? 0));
  const values = valuesByColumn(sides, input.weights.length);
  const groups = input.groups.map((group) =>
    ranked([
      ...(group.none ? [{ column: null, weight: 0, values: new Map<number, number>(), reduced: 0 }] : []),
      ...group.columns.map((column) => {
        const weight = input.weights[column] as number;
        const own = values[column] as ReadonlyMap<number, number>;
        const paid = [...own].reduce((sum, [side, value]) => sum + (sides[side]?.price ?? 0) * value, 0);
        return { column, weight, values: own, reduced: weight - paid };
      }),
    ]),
  );
  const worth = sides.map(({ limit, price }) => (price > 0 ? price * limit : 0));
  const bound = total(worth) + total(groups.map((group) => group.best));
  const size =
    total(worth.map(Math.abs)) +
    total(
      groups.map((group) => total(group.options.map((option) => Math.abs(option.weight) + option.shortfall))),
    );
  return {
    groups: groups.map((group) => group.options),
    limits: sides.map((side) => side.limit),
    prices: sides.map((side) => side.price),
    bound,
    margin: (size + Math.abs(bound)) * 1e-11,
  };
}

function ranked(options: readonly (Omit<Option, "shortfall"> & { readonly reduced: number })[]): {
  readonly best: number;
  readonly options: readonly Option[];
} {
  const best = Math.max(...options.map((option) => option.reduced));
  const withShortfall = options.map(({ reduced, ...option }) => ({ ...option, shortfall: best - reduced }));
  return { best, options: withShortfall.sort((a, b) => a.shortfall - b.shortfall) };
}

/** Settles every group that has one option within reach of the bound, and lays out the others, the clearest first. */
export function layOut(priced: Priced, reach: number): Layout {
  const { limits, prices } = priced;
  const groups = priced.groups.map((options) => options.filter((option) => option.shortfall <= reach));
  const settled = groups.flatMap((options) => (options.length === 1 ? options : []));
  const open = groups.filter((options) => options.length > 1);
  open.sort((a, b) => (b[1]?.shortfall ?? 0) - (a[1]?.shortfall ?? 0));
  const least = new Float64Array(limits.length);
  const most = new Float64Array(limits.length);
  const levels = open
    .map((options) => options)
    .reverse()
    .map((options) => levelOf({ options, least, most }))
    .reverse();
  const used = new Float64Array(limits.length);
  for (const option of settled)
    for (const [row, value] of option.values) used[row] = (used[row] ?? 0) + value;
  const left = limits.map((limit, row) => limit - (used[row] ?? 0));
  return {
    settled,
    levels,
    used,
    idle: Float64Array.from(
      left,
      (amount, row) => Math.max(0, amount - (most[row] ?? 0)) * (prices[row] ?? 0),
    ),
    possible: left.every((amount, row) => (least[row] ?? 0) <= amount),
  };
}

/** Lays out a level, with `least` and `most` of the levels below it, and adds its own to them. */
function levelOf(input: {
  readonly options: readonly Option[];
  readonly least: Float64Array;
  readonly most: Float64Array;
}): Level {
  const { options, least, most } = input;
  const rows = Int32Array.from(new Set(options.flatMap((option) => [...option.values.keys()])));
  const deltas = options.map((option) => Float64Array.from(rows, (row) => option.values.get(row) ?? 0));
  const level = {
    options,
    rows,
    deltas,
    leastBelow: Float64Array.from(rows, (row) => least[row] ?? 0),
    mostBelow: Float64Array.from(rows, (row) => most[row] ?? 0),
    saved: new Float64Array(rows.length),
  };
  rows.forEach((row, at) => {
    const values = deltas.map((delta) => delta[at] ?? 0);
    least[row] = (least[row] ?? 0) + Math.min(...values);
    most[row] = (most[row] ?? 0) + Math.max(...values);
  });
  return level;
}

function oneSided(row: Row, price: number): Side[] {
  const { columns, values } = row;
  const upper = { limit: row.upper, price: Math.max(0, price), columns, values };
  const lower = {
    limit: -row.lower,
    price: Math.max(0, -price),
    columns,
    values: values.map((value) => -value),
  };
  return [upper, lower].filter((side) => Number.isFinite(side.limit));
}

function valuesByColumn(sides: readonly Side[], columns: number): Map<number, number>[] {
  const values = Array.from({ length: columns }, () => new Map<number, number>());
  sides.forEach((side, at) => {
    side.columns.forEach((column, place) => values[column]?.set(at, side.values[place] as number));
  });
  return values;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
