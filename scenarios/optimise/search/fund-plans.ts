import { planOrder } from "./dominance";
import type { Fund } from "./funds";
import { columnsOf, nothingDecided, type PartialPlans, withNextLine } from "./partial-plans";
import type { Priced, Unpriced } from "./priced";
import { walkThrough } from "./stages";
import type { Question } from "./walk";

/** Beyond so many plans of one fund it is not chosen whole. */
const MOST = 40_000;
/** All benefits together are less. */
const FURTHEST = 1e15;

/** What the lines of a fund may be: the choices that keep its own rows and lose no more than `reach` at the prices. */
export type FundPlans = {
  readonly plans: readonly Unpriced[];
  /** What the first of them loses. */
  readonly least: number;
};

/**
 * Every choice of a fund's lines that keeps the rows that are its own and loses no more than `reach`, less those that
 * another betters, which is the same to all other rows (as in `dominance`). Null where they are too many to list.
 */
export function plansOfFund({ priced, costs, ids }: Question, fund: Fund, reach: number): FundPlans | null {
  const place = new Map(fund.rows.map((row, at) => [row, at]));
  const own = {
    ...priced,
    limits: fund.rows.map((row) => priced.limits[row] as number),
    prices: fund.rows.map((row) => priced.prices[row] as number),
    groups: fund.lines.map((line) =>
      (priced.groups[line] ?? []).map((option) => ({ ...option, values: onlyOf(option.values, place) })),
    ),
  };
  const walked = walkThrough(own, 1, reach);
  if (walked === null) return { plans: [], least: Infinity };
  let plans = nothingDecided(walked, costs);
  for (const stage of walked.stages) {
    plans = withNextLine(plans, stage, { costs, reach });
    if (plans.count > MOST) return null;
  }
  const settled = walked.settled.flatMap(({ columns }) => columns);
  const values = valuesOf(priced, fund, place);
  const inOrder = Array.from({ length: plans.count }, (_, at) => at).sort((a, b) =>
    planOrder(plans, ids, a, b),
  );
  const seen = new Map<string, { readonly units: number; readonly count: number }>();
  const listed = inOrder.flatMap((at) => {
    const columns = [...settled, ...columnsOf(plans, at)].sort((a, b) => a - b);
    const others = sumOf(columns, values);
    const units = plans.units[at] as number;
    const key = keyOf(others);
    const before = seen.get(key);
    if (before !== undefined && (before.units > units || before.count > 1)) return [];
    seen.set(key, { units, count: (before?.count ?? 0) + 1 });
    return [{ columns, weight: units, values: others }];
  });
  return { plans: listed, least: leastLost(plans) };
}

/** {@link plansOfFund} as near as there are any, at first no further than `from`; null where a fund has none. */
export function nearestOfFund(question: Question, fund: Fund, from: number): FundPlans | null {
  for (let reach = Math.max(1, from); reach < FURTHEST; reach *= 2) {
    const list = plansOfFund(question, fund, reach);
    if (list === null || list.plans.length > 0) return list;
  }
  return null;
}

function leastLost({ lost, count }: PartialPlans): number {
  return lost.subarray(0, count).reduce((least, each) => Math.min(least, each), Infinity);
}

function onlyOf(
  values: ReadonlyMap<number, number>,
  place: ReadonlyMap<number, number>,
): Map<number, number> {
  return new Map(
    [...values].flatMap(([row, value]) => {
      const at = place.get(row);
      return at === undefined ? [] : [[at, value] as const];
    }),
  );
}

/** By column of a fund what it adds to rows that are not its own. */
function valuesOf(
  { groups }: Priced,
  fund: Fund,
  place: ReadonlyMap<number, number>,
): Map<number, [number, number][]> {
  return new Map(
    fund.lines.flatMap((line) =>
      (groups[line] ?? []).flatMap(({ columns, values }) =>
        columns.map((column) => [column, [...values].filter(([row]) => !place.has(row))] as const),
      ),
    ),
  );
}

function sumOf(
  columns: readonly number[],
  values: ReadonlyMap<number, readonly (readonly [number, number])[]>,
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const column of columns)
    for (const [row, value] of values.get(column) ?? []) sums.set(row, (sums.get(row) ?? 0) + value);
  return sums;
}

function keyOf(values: ReadonlyMap<number, number>): string {
  return [...values]
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => a - b)
    .join(";");
}
