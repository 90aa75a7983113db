import type { Id } from "../model/identifiers";
import { type Pence, sumPence } from "../model/money";
import type { Problem } from "./problem";

/** What moves along a frontier (rules §9.1): one budget by its id, or all of them: {@link ALL_BUDGETS}. */
export type Moves = Id;

/** No id of a budget: an id has no underscore. */
export const ALL_BUDGETS = "_all";

/** Shares of budgets are counted in hundredths of a per cent: so many of them are the whole. */
export const WHOLE = 10_000n;
/** All budgets together are looked at up to where all that can be funded fits, but to no more than ten times. */
export const MOST_SHARE = 100_000n;

/**
 * A share of a budget, rounded down to whole pence; the share in hundredths of a per cent.
 * Example: 95 % (9,500) of £1,000.01 is £950.00.
 */
export function shareOf(amount: Pence, share: bigint): Pence {
  return (amount * share) / WHOLE;
}

/**
 * What moves, by places: the pence of the one budget, or the share of every budget in hundredths of a per cent. What is
 * allowed at a place is allowed at every higher one.
 */
export type Mover = {
  /** The place of the amounts in the file. */
  readonly present: bigint;
  /** The highest place that is looked at. */
  readonly most: bigint;
  /** Whether something may change above. */
  readonly isCapped: boolean;
  /** The budgets at a place. */
  readonly at: (place: bigint) => Problem["budgets"];
  /** By budget so many pence are added from one place to the next, before rounding down; 0 where it is held. */
  readonly rises: readonly number[];
  /** What those that move come to. */
  readonly comesTo: (place: bigint) => Pence;
  /** The least place at which so much may be drawn from the budgets, in their order. */
  readonly needs: (drawn: readonly Pence[]) => bigint;
};

/** Throws where the budget is none of the priorities. */
export function moverOf(problem: Problem, moves: Moves): Mover {
  if (moves === ALL_BUDGETS) return allTogether(problem);
  const place = problem.budgets.findIndex(({ id }) => id === moves);
  const budget = problem.budgets[place];
  if (budget === undefined) throw new Error(`no such budget: ${moves}`);
  return {
    present: budget.amount,
    most: mostDrawn(problem, place),
    isCapped: false,
    at: (amount) => problem.budgets.with(place, { ...budget, amount }),
    rises: problem.budgets.map(({ id }) => (id === moves ? 1 : 0)),
    comesTo: (amount) => amount,
    needs: (drawn) => drawn[place] ?? 0n,
  };
}

/** A share allows what is drawn from a budget as soon as the share of the budget, in whole pence, is as much. */
function allTogether(problem: Problem): Mover {
  const { budgets } = problem;
  const at: Mover["at"] = (share) =>
    budgets.map((budget) => ({ ...budget, amount: shareOf(budget.amount, share) }));
  const needs: Mover["needs"] = (drawn) =>
    greatest(
      budgets.map(({ amount }, place) =>
        amount === 0n ? 0n : ((drawn[place] ?? 0n) * WHOLE + amount - 1n) / amount,
      ),
    );
  const wanted = needs(budgets.map((_, place) => mostDrawn(problem, place)));
  return {
    present: WHOLE,
    most: wanted < MOST_SHARE ? wanted : MOST_SHARE,
    isCapped: wanted > MOST_SHARE,
    at,
    rises: budgets.map(({ amount }) => Number(amount) / Number(WHOLE)),
    comesTo: (share) => sumPence(at(share).map(({ amount }) => amount)),
    needs,
  };
}

/** No plan draws more from the budget than this. */
function mostDrawn({ lines, pairs }: Problem, budget: number): Pence {
  return sumPence(lines.map((line) => greatest(line.pairs.map((pair) => pairs[pair]?.costs[budget] ?? 0n))));
}

const greatest = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (a > b ? a : b), 0n);
