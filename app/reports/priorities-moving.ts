import type { Id } from "../../scenarios/model/identifiers";
import { type Pence, parseMoney } from "../../scenarios/model/money";
import { approximate } from "../../scenarios/model/rational";
import type { FrontierPoint } from "../../scenarios/optimise/plan";
import { ALL_BUDGETS, type Moves, moverOf } from "../../scenarios/optimise/what-moves";
import type { FrontierPoints, WhatMoves } from "./frontier-points";
import { choiceName, lineName, type Prioritised, picksFinder } from "./priorities";

/** The budgets that move along the frontier. */
export type MovingBudgets = {
  readonly what: WhatMoves;
  /** The place of the present amounts, and what those that move come to there. */
  readonly present: bigint;
  readonly amount: Pence;
  /** The highest place that is looked at, where something may change above it. */
  readonly upTo: number | null;
};

/** Null where no frontier was worked out. */
export function movingBudgets({ plan, problem, priorities: { budgets } }: Prioritised): MovingBudgets | null {
  if (plan.moving === null) return null;
  const { present, comesTo, most, isCapped } = moverOf(problem, plan.moving);
  const named = budgets.find(({ id }) => id === plan.moving);
  const of = { present, amount: comesTo(present), upTo: isCapped ? Number(most) : null };
  if (named === undefined)
    return {
      ...of,
      what: { kind: "all", amounts: budgets.map(({ amount }) => Number(parseMoney(amount))) },
    };
  return { ...of, what: budgets.length === 1 ? { kind: "only" } : { kind: "one", name: named.name } };
}

/** The tables that are of what moves: with several budgets each has ids of its own. */
export const MOVING_TABLES = ["priorities-frontier", "priorities-savings", "priorities-all-less"] as const;

export function movingTableId(
  table: (typeof MOVING_TABLES)[number],
  { plan, priorities }: Prioritised,
): string {
  return priorities.budgets.length === 1 ? table : `${table}-${plan.moving}`;
}

/** What has to move for a table with this id; null where it needs nothing. */
export function movedBy(
  { priorities: { budgets } }: Pick<Prioritised, "priorities">,
  id: string,
): Moves | null {
  if (budgets.length === 1)
    return (MOVING_TABLES as readonly string[]).includes(id) ? (budgets[0]?.id ?? null) : null;
  const known: readonly Id[] = [...budgets.map((budget) => budget.id), ALL_BUDGETS];
  return known.find((moves) => MOVING_TABLES.some((table) => id === `${table}-${moves}`)) ?? null;
}

/** The frontier as a page gets it; nothing moves where none was worked out. Worked out once for what is shown of it. */
export function frontierPoints(view: Prioritised): FrontierPoints {
  const known = KNOWN.get(view) ?? pointsOf(view);
  KNOWN.set(view, known);
  return known;
}

const KNOWN = new WeakMap<Prioritised, FrontierPoints>();

function pointsOf(view: Prioritised): FrontierPoints {
  const { plan, problem, priorities } = view;
  const moving = movingBudgets(view);
  const moves: WhatMoves = moving?.what ?? { kind: "only" };
  const picksOf = picksFinder(view);
  return {
    moves,
    choices: problem.pairs.map(({ line, lineId, level }) => ({
      line,
      name: choiceName(view, { line: lineId, level }),
    })),
    lines: priorities.lines.map(({ id }) => lineName(view, id)),
    points: plan.frontier.map((point) => ({
      at: Number(point.at),
      pence: Number(moves.kind === "all" ? point.cost : point.budget),
      benefit: approximate(point.benefit),
      chosen: picksOf(point),
    })),
    gaps: plan.frontierGaps.map(({ from, to, noMoreThan }) => ({
      from: Number(from),
      to: Number(to),
      most: approximate(noMoreThan),
    })),
    ceiling: { unit: approximate(problem.unit), lines: plan.frontierCeiling },
    upTo: moving?.upTo ?? null,
    now: plan.status === "infeasible" ? null : { benefit: approximate(plan.benefit), chosen: picksOf(plan) },
  };
}

/** Where a line left out comes in; undefined where no plan of the frontier has it above the present amounts. */
export function entryOf({ plan }: Prioritised, present: bigint, line: Id): FrontierPoint | undefined {
  return plan.frontier.find(
    ({ at, chosen }) => at > present && chosen.some((choice) => choice.line === line),
  );
}
