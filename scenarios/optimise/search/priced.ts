import type { Row } from "../solver";

/** A line at one of its levels, or left out (no column); or a choice of several lines at once. */
export type Option = {
  readonly columns: readonly number[];
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
  /** By row so much of its limit as may be left at no loss: every lower limit down to it is asked about at once. */
  readonly leeways: readonly number[];
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

/** Lines of options under rows, priced. */
export function priceOptions(input: {
  readonly rows: readonly Row[];
  /** Columns of which at most one is chosen. */
  readonly groups: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly prices: readonly number[];
}): Priced {
  const sides = input.rows.flatMap((row, at) => oneSided(row, input.prices[at] ?? 0));
  const values = valuesByColumn(sides, input.weights.length);
  const groups = input.groups.map((columns) => [
    { columns: [], weight: 0, values: new Map<number, number>() },
    ...columns.map((column) => ({
      columns: [column],
      weight: input.weights[column] as number,
      values: values[column] as ReadonlyMap<number, number>,
    })),
  ]);
  const limits = sides.map((side) => side.limit);
  return atPrices(
    { groups, limits },
    sides.map((side) => side.price),
  );
}

/** The same choices at other prices, all of them 0 or more. */
export function atPrices(
  {
    groups,
    limits,
  }: { readonly groups: readonly (readonly Unpriced[])[]; readonly limits: readonly number[] },
  prices: readonly number[],
): Priced {
  const lines = groups.map((options) => ranked(options, prices));
  const worth = limits.map((limit, row) =>
    (prices[row] as number) > 0 ? (prices[row] as number) * limit : 0,
  );
  const bound = total(worth) + total(lines.map((line) => line.best));
  const size =
    total(worth.map(Math.abs)) +
    total(
      lines.map((line) => total(line.options.map((option) => Math.abs(option.weight) + option.shortfall))),
    );
  return {
    groups: lines.map((line) => line.options),
    limits,
    prices,
    leeways: limits.map(() => 0),
    bound,
    margin: (size + Math.abs(bound)) * 1e-11,
  };
}

export type Unpriced = Omit<Option, "shortfall">;

function ranked(
  options: readonly Unpriced[],
  prices: readonly number[],
): { readonly best: number; readonly options: readonly Option[] } {
  const reduced = options.map(({ weight, values }) => {
    let left = weight;
    for (const [row, value] of values) left -= (prices[row] as number) * value;
    return left;
  });
  const best = Math.max(...reduced);
  const withShortfall = options.map(({ columns, weight, values }, at) => ({
    columns,
    weight,
    values,
    shortfall: best - (reduced[at] as number),
  }));
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
