import { rowsOf } from "./blocks";
import type { Priced } from "./priced";

/** Budgets that mostly the same lines draw on, as the years of one source of money are, with what is theirs alone. */
export type Fund = {
  readonly budgets: readonly number[];
  /** Places of its lines: those that draw on it and on no fund of fewer lines. */
  readonly lines: readonly number[];
  /** Rows that only its lines add to, those first that its prices make most of: all its budgets where no line of a smaller fund draws on it. */
  readonly rows: readonly number[];
};

/** Two budgets are of one fund where so large a part of the lines of each draw on the other too. */
const MOSTLY = 1 / 3;

/** The first `budgets` rows are budgets. */
export function fundsOf({ groups, limits, prices }: Priced, budgets: number): Fund[] {
  const touched = groups.map((line) => [...rowsOf(line)]);
  const drawnOn = touched.map((rows) => rows.filter((row) => row < budgets));
  const fundOf = joined(drawnOn, budgets);
  const funds = drawnOn.map((rows) => [...new Set(rows.map((row) => fundOf[row] as number))]);
  const size = Array.from({ length: budgets }, () => 0);
  for (const line of funds) for (const fund of line) size[fund] = (size[fund] ?? 0) + 1;
  const smallest = funds.map((line) =>
    line.reduce((least, fund) => ((size[fund] ?? 0) < (size[least] ?? Infinity) ? fund : least), -1),
  );
  const byRow = limits.map(() => new Set<number>());
  touched.forEach((rows, line) => {
    for (const row of rows) byRow[row]?.add(smallest[line] as number);
  });
  const worth = (row: number): number => (limits[row] as number) * (prices[row] as number);
  return [...new Set(fundOf)].map((fund) => ({
    budgets: [...fundOf.keys()].filter((row) => fundOf[row] === fund),
    lines: [...groups.keys()].filter((line) => smallest[line] === fund),
    rows: [...limits.keys()]
      .filter((row) => byRow[row]?.size === 1 && byRow[row].has(fund))
      .sort((a, b) => worth(b) - worth(a) || a - b),
  }));
}

/** Whether a fund can be chosen by itself: no line of another draws on it. */
export function isAlone({ budgets, lines, rows }: Fund): boolean {
  return lines.length > 0 && budgets.every((budget) => rows.includes(budget));
}

/** By budget the first budget of its fund. */
function joined(drawnOn: readonly (readonly number[])[], budgets: number): number[] {
  const fundOf = Array.from({ length: budgets }, (_, budget) => budget);
  const both = fundOf.map(() => new Map<number, number>());
  for (const rows of drawnOn)
    for (const one of rows) for (const other of rows) both[one]?.set(other, (both[one].get(other) ?? 0) + 1);
  const count = (one: number, other: number): number => both[one]?.get(other) ?? 0;
  for (let one = 0; one < budgets; one++)
    for (let other = one + 1; other < budgets; other++) {
      const all = Math.max(count(one, one), count(other, other));
      const [kept, gone] = [fundOf[one] as number, fundOf[other] as number];
      if (count(one, other) < MOSTLY * all || all === 0 || kept === gone) continue;
      fundOf.forEach((fund, budget) => {
        if (fund === gone) fundOf[budget] = kept;
      });
    }
  return fundOf;
}
