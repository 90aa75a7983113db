import { type Line, withinReach } from "./blocks";
import { atPrices, type Option, type Priced } from "./priced";
import { aboveAllBenefit, openRelaxed } from "./relaxed";
import type { Solver } from "../solver";
import { tryAll } from "./try-all";
import type { Allowance, Question, Walked } from "./walk";

/** So many beginnings are tried before the lines are priced anew with one more held. */
const TRIED = 5_000;
/** Prices of the lines held before that are asked too. */
const KEPT = 6;
/** What pricing anew, by option, and a beginning that is tried take of the allowance. */
const PLANS_PER_OPTION = 12;
const TRIED_PER_PLAN = 8;
/** A line is held that weighs much at the prices: each unit that its second option falls short counts so many against it. */
const CLEAR = 10;

/** A plan that is known to keep the rules. */
export type Known = NonNullable<Walked["best"]>;

/** Lines with what is still open of each, and the prices that bound them: the last are those of just these. */
type Branch = { readonly groups: readonly Line[]; readonly prices: readonly (readonly number[])[] };

/**
 * The best plan where one is known that is nearly as good. All choices that may bring as much are tried; where they are
 * many, one line after another is held at each of its options, and the rest priced anew by the linear relaxation (branch
 * and bound: Land and Doig 1960, Econometrica 28). Where several rows bind all the way, as the years of a fund do, new
 * prices say much sooner than those of the beginning what cannot become the best.
 */
export function searchByBranches(
  question: Question,
  solver: Solver,
  so: { readonly known: Known; readonly allowance: Allowance; readonly most?: number },
): Walked & { readonly best: Known } {
  const { priced } = question;
  const { allowance, most = TRIED } = so;
  // Whether others bring as much is found anew: each that does is tried.
  let best: Known = { ...so.known, ties: false };
  let unseen = -Infinity;
  const found = (options: readonly Option[]): number => {
    best = better(question, best, options);
    return best.units;
  };
  const relaxed = openRelaxed(open(priced, best.units), solver);
  const search = ({ groups, prices }: Branch): void => {
    const now = atPrices({ groups, limits: priced.limits }, prices.at(-1) ?? []);
    const lines = open(now, best.units);
    if (lines.groups.some((line) => line.length === 0)) return;
    if (allowance.plans <= 0) {
      unseen = Math.max(unseen, Math.floor(now.bound + now.margin));
      return;
    }
    const tried = tryAll({ ...lines, prices, least: best.units, found }, most);
    allowance.plans -= Math.ceil(tried / TRIED_PER_PLAN);
    if (tried <= most) return;
    const line = leastClear(lines);
    const toPrice = PLANS_PER_OPTION * lines.groups.reduce((sum, { length }) => sum + length, 0);
    for (const option of lines.groups[line] ?? []) {
      const held = lines.groups.map((each, at) => (at === line ? [option] : each));
      relaxed.hold(line, option);
      const { possible, prices: own } = relaxed.price();
      allowance.plans -= toPrice;
      const dear = possible ? own : aboveAllBenefit({ groups: held, limits: priced.limits }, own);
      search({ groups: held, prices: [...prices.slice(-KEPT), dear] });
    }
    relaxed.letGo(line);
  };
  try {
    search({ groups: priced.groups, prices: [priced.prices] });
  } finally {
    relaxed.close();
  }
  return { best, unseen };
}

/** What may still bring `least`. */
function open(priced: Priced, least: number): Priced {
  return { ...priced, groups: priced.groups.map(withinReach(priced.bound + priced.margin - least)) };
}

/** The open line whose choice is least clear, or makes most of a difference. */
function leastClear({ groups, prices }: Priced): number {
  const weight = ([first, second]: Line): number => {
    if (first === undefined || second === undefined) return -Infinity;
    const rows = new Set([...first.values.keys(), ...second.values.keys()]);
    const moved = [...rows].reduce(
      (sum, row) =>
        sum +
        (prices[row] as number) * Math.abs((first.values.get(row) ?? 0) - (second.values.get(row) ?? 0)),
      0,
    );
    return moved - CLEAR * second.shortfall;
  };
  const weights = groups.map(weight);
  return weights.indexOf(Math.max(...weights));
}

/** The better of two plans in the order of §9, with ties where they bring as much. */
function better({ costs, ids }: Question, best: Known, options: readonly Option[]): Known {
  const units = options.reduce((sum, option) => sum + option.weight, 0);
  if (units < best.units) return best;
  const columns = options.flatMap((option) => option.columns).sort((a, b) => a - b);
  if (units > best.units) return { columns, units, ties: false };
  if (columns.join() === best.columns.join()) return best;
  const pence = (of: readonly number[]): number =>
    of.reduce((sum, column) => sum + (costs[column] as number), 0);
  const order = (of: readonly number[]): number[] =>
    of.map((column) => ids[column] as number).sort((a, b) => a - b);
  const [ofBest, own] = [order(best.columns), order(columns)];
  const first = own.findIndex((id, at) => id !== ofBest[at]);
  const difference =
    pence(columns) - pence(best.columns) ||
    columns.length - best.columns.length ||
    (own[first] as number) - (ofBest[first] as number);
  return difference < 0 ? { columns, units, ties: true } : { ...best, ties: true };
}
