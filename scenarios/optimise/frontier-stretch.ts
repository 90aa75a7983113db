import { planOrder } from "./search/dominance";
import { confirmPlan, type Picks } from "./evaluate-plan";
import { withOpenProblem } from "./open-problem";
import { columnsOf } from "./search/partial-plans";
import { priceProblem } from "./price-problem";
import type { Priced } from "./search/priced";
import type { Problem } from "./problem";
import { limitsAt } from "./program";
import { sharpenPrices } from "./search/sharpen-prices";
import type { Solver } from "./solver";
import { walkThrough } from "./search/stages";
import { type Allowance, type AtEnd, settledColumns, walkToEnd } from "./search/walk";
import type { Mover } from "./what-moves";

/** A stretch of a frontier, as far down from its top as it is proved. */
export type Stretch = {
  /** The plans that are shown there, from the top down: each from the least place that allows it up to the one before. */
  readonly plans: readonly Picks[];
  /** All of it is proved. */
  readonly isWhole: boolean;
  /** How far below the bound plans must be looked for to prove the whole of it; null where no plan was found. */
  readonly wanted: number | null;
};

const NOTHING: Stretch = { plans: [], isWhole: false, wanted: null };

type Question = {
  readonly problem: Problem;
  readonly mover: Mover;
  readonly solver: Solver;
  /** Its top, and its lowest place. */
  readonly from: bigint;
  readonly to: bigint;
  /** So far below the bound plans are looked for first. */
  readonly reach: number;
  readonly allowance: Allowance;
};

/** Plans side by side: in a first look, which says how far to look, and in the one that proves. */
const [NARROW, WIDE] = [512, 16_384];
/** A first look goes twice as far each time that it finds nothing, so often. */
const LOOKS = 16;

/**
 * The plans that are shown from one place down to another, found at once (rules §9). At the prices of the top every lower
 * place has a bound as well: it falls by what the budgets there lack, at their prices (weak duality). What a plan draws
 * less than the top allows is no loss, so that the search keeps every plan that comes near to the bound of the place
 * that it needs, and of these those that no other betters. Each place is proved at which a plan comes as near to the
 * bound as plans were looked for.
 */
export function planStretch(question: Question): Stretch {
  const { problem, mover, solver, from, to, allowance } = question;
  const top = { ...problem, budgets: mover.at(from) };
  const priced = sharpenPrices(withOpenProblem(top, solver, priceProblem), problem.budgets.length);
  const limits = limitsAt(problem);
  const [most, least] = [limits(mover.at(from)), limits(mover.at(to))];
  const leeways = priced.limits.map((_, row) => (most[row] ?? 0) - (least[row] ?? 0));
  const look = (reach: number, width: number): Stretch => {
    const lines = walkThrough({ ...priced, leeways }, problem.budgets.length, reach);
    const ids = problem.pairs.map((pair) => pair.order);
    const costs = problem.pairs.map((pair) => pair.totalPence);
    const end = lines === null ? null : walkToEnd(lines, { costs, ids }, { width, allowance, reach });
    if (lines === null || end === null) return NOTHING;
    const shown = shownAlong(end, { problem, mover, settled: settledColumns(lines), ids });
    const seen = Math.min(reach, end.leastLeft - priced.margin);
    const bound = (place: bigint): number => boundAt(priced, most, limits(mover.at(place)));
    const found = provedDown(shown, { from, to, seen, bound });
    return { ...found, plans: found.plans.map((picks) => confirmPlan(top, picks)) };
  };
  let reach = question.reach;
  let first = look(reach, NARROW);
  for (let looks = 1; first.wanted === null && looks < LOOKS && allowance.plans > 0; looks++)
    first = look((reach *= 2), NARROW);
  return first.wanted === null || first.isWhole ? first : look(first.wanted, WIDE);
}

/** A plan with the least place that allows it. */
type Shown = { readonly at: bigint; readonly units: number; readonly picks: Picks };

/** Of the plans at the end of a walk those that are best somewhere, from the top down. */
function shownAlong(
  { plans }: AtEnd,
  so: {
    readonly problem: Problem;
    readonly mover: Mover;
    readonly settled: Picks;
    readonly ids: readonly number[];
  },
): Shown[] {
  const { problem, mover, settled, ids } = so;
  const found = Array.from({ length: plans.count }, (_, place) => {
    const picks = [...settled, ...columnsOf(plans, place)].sort((a, b) => a - b);
    const drawn = problem.budgets.map((_, budget) =>
      picks.reduce((sum, pair) => sum + (problem.pairs[pair]?.costs[budget] ?? 0n), 0n),
    );
    return { place, picks, at: mover.needs(drawn), units: plans.units[place] as number };
  });
  found.sort((a, b) => (a.at === b.at ? planOrder(plans, ids, a.place, b.place) : a.at < b.at ? -1 : 1));
  const shown: typeof found = [];
  for (const one of found) {
    const before = shown.at(-1);
    if (before === undefined || planOrder(plans, ids, one.place, before.place) < 0) shown.push(one);
  }
  return shown.reverse();
}

/** As far down as no plan that was not seen can come before those that were. */
function provedDown(
  shown: readonly Shown[],
  so: {
    readonly from: bigint;
    readonly to: bigint;
    /** Plans nearer to the bound than this were all seen. */
    readonly seen: number;
    readonly bound: (place: bigint) => number;
  },
): Stretch {
  const plans: Picks[] = [];
  let [top, wanted, isProved] = [so.from, 0, true];
  for (const { at, units, picks } of shown) {
    if (top < so.to) break;
    const lacks = so.bound(top) - units;
    wanted = Math.max(wanted, lacks);
    isProved &&= lacks <= so.seen;
    if (isProved) plans.push(picks);
    top = at - 1n;
  }
  return { plans, wanted: shown.length === 0 ? null : wanted, isWhole: isProved && top < so.to };
}

/** What no plan can bring more than at lower limits of the budgets, at the same prices. */
function boundAt(
  { bound, margin, prices }: Priced,
  most: readonly number[],
  limits: readonly number[],
): number {
  return limits.reduce(
    (sum, limit, row) => sum - (prices[row] as number) * ((most[row] as number) - limit),
    bound + margin,
  );
}
