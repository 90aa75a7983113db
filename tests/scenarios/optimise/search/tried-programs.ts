import { type Option, type Priced, priceOptions } from "../../../../scenarios/optimise/search/priced";
import type { Row } from "../../../../scenarios/optimise/solver";
import { type Draw, drawFrom } from "../random-priorities";

/** A small program with the prices drawn for its rows, and every plan that keeps the rows, found by trying them all. */
export type TriedProgram = {
  readonly priced: Priced;
  /** So many rows, the first, are budgets. */
  readonly budgets: number;
  readonly plans: readonly TriedPlan[];
};

export type TriedPlan = {
  readonly columns: ReadonlySet<number>;
  readonly units: number;
  /** What it brings less than the bound of the prices: what a search must not promise more of. */
  readonly loss: number;
};

/**
 * Up to seven lines of up to three levels, drawing on one, two or no budgets; some of which are more than anybody could
 * spend; with rules: a line that needs or excludes another, one that must be funded, so many lines at least. Any
 * prices of 0 or more bound every plan, so they are drawn too: a search may rest on no other property of them.
 */
export function triedProgram(seed: number): TriedProgram {
  const draw = drawFrom(seed);
  const groups: number[][] = [];
  const weights: number[] = [];
  for (let line = 0; line < 2 + draw(6); line++)
    groups.push(Array.from({ length: 1 + draw(3) }, () => weights.push(draw(40) - 2) - 1));
  const budgets = 1 + draw(3);
  const rows = [...budgetRows({ draw, budgets, groups, columns: weights.length }), ...ruleRows(draw, groups)];
  const prices = rows.map(({ lower, upper }) => {
    const price = draw(3) === 0 ? 0 : draw(300) / 100;
    return Number.isFinite(upper) ? price : Number.isFinite(lower) ? -price : 0;
  });
  const priced = priceOptions({ rows, groups, weights, prices });
  return { priced, budgets, plans: everyPlan({ rows, groups, weights, bound: priced.bound }) };
}

function budgetRows(so: {
  readonly draw: Draw;
  readonly budgets: number;
  readonly groups: readonly (readonly number[])[];
  readonly columns: number;
}): Row[] {
  const { draw, budgets, groups, columns } = so;
  const costs = Array.from({ length: budgets }, () => Array.from({ length: columns }, () => 0));
  const coarse = draw(2) === 0 ? 1 : 7;
  for (const group of groups) {
    const from = [draw(budgets), ...(draw(3) === 0 ? [draw(budgets)] : [])];
    for (const column of draw(8) === 0 ? [] : group)
      for (const budget of from) (costs[budget] as number[])[column] = (1 + draw(12)) * coarse;
  }
  return costs.map((ofBudget) => {
    const columnsOf = ofBudget.flatMap((cost, column) => (cost > 0 ? [column] : []));
    const all = ofBudget.reduce((sum, cost) => sum + cost, 0);
    const upper = draw(4) === 0 ? all + draw(30) : draw(all + 1);
    return {
      lower: -Infinity,
      upper,
      columns: columnsOf,
      values: columnsOf.map((at) => ofBudget[at] as number),
    };
  });
}

function ruleRows(draw: Draw, groups: readonly (readonly number[])[]): Row[] {
  const ofLine = (): readonly number[] => groups[draw(groups.length)] as readonly number[];
  const rule = (
    parts: readonly (readonly [readonly number[], number])[],
    lower: number,
    upper: number,
  ): Row => {
    const values = new Map<number, number>();
    for (const [columns, value] of parts)
      for (const column of columns) values.set(column, (values.get(column) ?? 0) + value);
    return { lower, upper, columns: [...values.keys()], values: [...values.values()] };
  };
  const rows: Row[] = [];
  if (draw(2) === 0)
    rows.push(
      rule(
        [
          [ofLine(), 1],
          [ofLine(), -1],
        ],
        -Infinity,
        0,
      ),
    );
  if (draw(2) === 0)
    rows.push(
      rule(
        [
          [ofLine(), 1],
          [ofLine(), 1],
        ],
        -Infinity,
        1,
      ),
    );
  if (draw(3) === 0) rows.push(rule([[ofLine(), 1]], 1, Infinity));
  if (draw(2) === 0) {
    const counted = groups.filter(() => draw(2) === 0);
    rows.push(rule([[counted.flat(), 1]], draw(counted.length + 1), Infinity));
  }
  return rows;
}

function everyPlan(so: {
  readonly rows: readonly Row[];
  readonly groups: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly bound: number;
}): TriedPlan[] {
  const { rows, groups, weights, bound } = so;
  let chosen: (readonly number[])[] = [[]];
  for (const group of groups)
    chosen = chosen.flatMap((columns) => [columns, ...group.map((column) => [...columns, column])]);
  return chosen.flatMap((list) => {
    const columns = new Set(list);
    const kept = rows.every((row) => {
      const sum = row.columns.reduce(
        (all, column, at) => all + (columns.has(column) ? (row.values[at] as number) : 0),
        0,
      );
      return row.lower <= sum && sum <= row.upper;
    });
    const units = list.reduce((sum, column) => sum + (weights[column] as number), 0);
    return kept ? [{ columns, units, loss: bound - units }] : [];
  });
}

/** Whether a plan has taken an option: one of its columns, or none of the line's. */
export function takes(plan: TriedPlan, option: Option, line: readonly Option[]): boolean {
  return option.columns.length === 0
    ? line.every(({ columns }) => columns.every((column) => !plan.columns.has(column)))
    : option.columns.every((column) => plan.columns.has(column));
}
