import type { Row } from "./solver";

/** A line at one of its levels, or left out (null). */
export type Option = {
  readonly column: number | null;
  readonly weight: number;
  /** What it falls short of the best option of its line at the prices. */
  readonly shortfall: number;
  /** Its value in each one-sided row that it is in. */
  readonly values: ReadonlyMap<number, number>;
};

/** A program as lines with their options under one-sided rows, with the bound that prices give. */
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

type Side = {
  readonly limit: number;
  readonly price: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
};

export function priceOptions(input: {
  readonly rows: readonly Row[];
  /** Columns of which at most one is chosen. */
  readonly groups: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly prices: readonly number[];
}): Priced {
  const sides = input.rows.flatMap((row, at) => oneSided(row, input.prices[at] ?? 0));
  const values = valuesByColumn(sides, input.weights.length);
  const groups = input.groups.map((columns) =>
    ranked([
      { column: null, weight: 0, values: new Map<number, number>(), reduced: 0 },
      ...columns.map((column) => {
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
