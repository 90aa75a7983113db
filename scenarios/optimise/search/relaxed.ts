import { atPrices, type Option, type Priced } from "./priced";
import type { Solver } from "../solver";

/** The linear relaxation of a program of lines, open in the solver: lines may be held at one option and let go again. */
export type Relaxed = {
  /** Prices of the rows, 0 or more; not possible where they contradict each other, priced as they do. */
  readonly price: () => { readonly possible: boolean; readonly prices: readonly number[] };
  readonly hold: (line: number, option: Pick<Option, "columns">) => void;
  readonly letGo: (line: number) => void;
  readonly close: () => void;
};

type Lines = Pick<Priced, "groups" | "limits">;

export function openRelaxed({ groups, limits }: Lines, solver: Solver): Relaxed {
  const rows = limits.map((upper) => ({
    ...{ lower: -Infinity, upper, columns: [] as number[], values: [] as number[] },
  }));
  const weights: number[] = [];
  const byLine = groups.map((line) => {
    const places = new Map<string, number>();
    for (const option of line) {
      if (option.columns.length === 0) continue;
      const column = weights.push(option.weight) - 1;
      places.set(option.columns.join(), column);
      for (const [row, value] of option.values) {
        rows[row]?.columns.push(column);
        rows[row]?.values.push(value);
      }
    }
    return places;
  });
  const choices = byLine.map((places, line) => {
    const columns = [...places.values()];
    const lower = columns.length < (groups[line]?.length ?? 0) ? -Infinity : 1;
    return { lower, upper: 1, columns, values: columns.map(() => 1) };
  });
  const open = solver.open({ columns: weights.length, rows: [...rows, ...choices] });
  const places = (line: number): [string, number][] => [...(byLine[line] ?? [])];
  return {
    price: () => {
      const { possible, prices } = open.price(weights);
      return { possible, prices: limits.map((_, row) => Math.max(0, prices[row] ?? 0)) };
    },
    hold: (line, { columns }) => {
      for (const [key, column] of places(line)) open.holdColumn(column, key === columns.join() ? 1 : 0);
    },
    letGo: (line) => {
      for (const [, column] of places(line)) open.holdColumn(column, null);
    },
    close: open.close,
  };
}

/** Prices at which rows contradict each other, raised until they are so many `times` above all benefit; as they are where they do not. */
export function aboveAllBenefit(
  { groups, limits }: Lines,
  prices: readonly number[],
  times = 4,
): readonly number[] {
  const weightless = groups.map((line) => line.map((option) => ({ ...option, weight: 0 })));
  const contradiction = -atPrices({ groups: weightless, limits }, prices).bound;
  const most = groups.reduce((sum, line) => sum + Math.max(...line.map(({ weight }) => Math.abs(weight))), 1);
  return contradiction > 0 ? prices.map((price) => (price * times * most) / contradiction) : prices;
}
