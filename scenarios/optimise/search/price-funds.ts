import { type FundPlans, nearestOfFund, plansOfFund } from "./fund-plans";
import type { Fund } from "./funds";
import { atPrices, type Priced, type Unpriced } from "./priced";
import { openRelaxed } from "./relaxed";
import type { Solver } from "../solver";
import type { Question } from "./walk";

const ROUNDS = 12;
/** Prices do when the bound that they give is no more than this above what any prices could give. */
const CLOSE = 0.5;

/** A program priced for funds that are chosen whole. */
export type PricedFunds = {
  readonly priced: Priced;
  /** By fund, what its lines lose at least at the prices. */
  readonly least: readonly number[];
  /** By fund, the plans of its lines that were looked at. */
  readonly plans: readonly (readonly Unpriced[])[];
};

/**
 * Prices of what ties funds to other lines, the best there are where the lines of each fund are chosen whole: those of
 * a linear relaxation over plans of funds, to which the plans that lose least at these prices are added until that
 * changes nothing (column generation: Dantzig and Wolfe 1960, Operations Research 8). The own rows of a fund keep
 * their prices, which only say where its plans are looked for. Null where a fund has too many plans to look at.
 */
export function priceFunds(question: Question, funds: readonly Fund[], solver: Solver): PricedFunds | null {
  const own = new Set(funds.flatMap(({ rows }) => rows));
  let now = looked(
    question.priced,
    funds.map((fund) => nearestOfFund(question, fund, 0)),
    funds.map(() => []),
  );
  let best = now;
  for (let round = 0; round < ROUNDS && now !== null && best !== null; round++) {
    const { plans, least }: PricedFunds = now;
    const { possible, prices, bound } = relaxed(fundsAsLines(now.priced, funds, plans), solver);
    const priced: Priced = possible
      ? atPrices(
          now.priced,
          now.priced.prices.map((price, row) => (own.has(row) ? price : (prices[row] as number))),
        )
      : now.priced;
    // Where what was looked at cannot be together, more is looked at.
    const lists = funds.map((fund, at) =>
      possible
        ? nearestOfFund({ ...question, priced }, fund, least[at] as number)
        : plansOfFund({ ...question, priced }, fund, (least[at] as number) + 2 ** round),
    );
    now = looked(priced, lists, plans);
    if (now !== null && boundOfFunds(now) <= boundOfFunds(best)) best = now;
    if (now !== null && possible && boundOfFunds(now) - bound < CLOSE) break;
  }
  return best;
}

/** What no plan can bring more than at the prices, funds chosen whole. */
export const boundOfFunds = ({ priced, least }: PricedFunds): number =>
  least.reduce((bound, loss) => bound - loss, priced.bound);

/** Each fund as one line whose options are its plans, in rows that are not its own. */
export function fundsAsLines(
  priced: Priced,
  funds: readonly Fund[],
  plans: readonly (readonly Unpriced[])[],
): Priced {
  const own = new Set(funds.flatMap(({ rows }) => rows));
  const inFund = new Set(funds.flatMap(({ lines }) => lines));
  const others = (values: readonly number[]): number[] =>
    values.map((value, row) => (own.has(row) ? 0 : value));
  const groups = [...plans, ...priced.groups.filter((_, line) => !inFund.has(line))];
  return atPrices({ groups, limits: others(priced.limits) }, others(priced.prices));
}

function looked(
  priced: Priced,
  lists: readonly (FundPlans | null)[],
  known: PricedFunds["plans"],
): PricedFunds | null {
  const full = lists.flatMap((list) => list ?? []);
  if (full.length < lists.length) return null;
  const plans = known.map((before, at) => withNew(before, full[at]?.plans ?? []));
  return { priced, least: full.map(({ least }) => least), plans };
}

function withNew(known: readonly Unpriced[], more: readonly Unpriced[]): readonly Unpriced[] {
  const keys = new Set(known.map(({ columns }) => columns.join(" ")));
  return [...known, ...more.filter(({ columns }) => !keys.has(columns.join(" ")))];
}

/** At the prices of its linear relaxation, as it is where that has no solution. */
export function atOwnPrices(priced: Priced, solver: Solver): Priced {
  const { possible, prices } = relaxed(priced, solver);
  return possible ? atPrices(priced, prices) : priced;
}

/** The linear relaxation: its prices, and the bound that they give. */
function relaxed(
  priced: Priced,
  solver: Solver,
): { readonly possible: boolean; readonly prices: readonly number[]; readonly bound: number } {
  const open = openRelaxed(priced, solver);
  try {
    const { possible, prices } = open.price();
    return { possible, prices, bound: atPrices(priced, prices).bound };
  } finally {
    open.close();
  }
}
