import type { Id } from "../../scenarios/model/identifiers";
import { type Pence, parseMoney } from "../../scenarios/model/money";
import { approximate, rational } from "../../scenarios/model/rational";
import { generalBudget } from "../../scenarios/optimise/budget-frontier";
import type { Less } from "../../scenarios/optimise/plan";
import { formatPounds } from "./format-table";
import { changesBetween, type FrontierPoints, type FrontierStep, stepAt } from "./frontier-points";
import {
  benefitCell,
  benefitUnit,
  choiceName,
  costOf,
  formatBenefit,
  lineName,
  linesWords,
  type Prioritised,
  pairOf,
  picksOf,
} from "./priorities";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";

const CHANGES: readonly ReportColumn[] = [
  { id: "enters", label: "Comes in", kind: "text" },
  { id: "leaves", label: "Goes out", kind: "text" },
  { id: "changes", label: "Changes its level to", kind: "text" },
];

/** The budget that moves along the frontier. */
export type MovingBudget = {
  readonly amount: Pence;
  /** With several budgets its name: the others are held. */
  readonly named: string | null;
};

/** Null where no frontier was worked out. */
export function movingBudget({ plan, priorities: { budgets } }: Prioritised): MovingBudget | null {
  const budget = budgets.find(({ id }) => id === plan.moving);
  if (budget === undefined) return null;
  return { amount: parseMoney(budget.amount), named: budgets.length === 1 ? null : budget.name };
}

const FRONTIER = "priorities-frontier";
const SAVINGS = "priorities-savings";
const ALL_LESS = "priorities-all-less";

/** With several budgets the tables of each have ids of their own. */
function idOf(table: string, { plan, priorities }: Prioritised): string {
  return priorities.budgets.length === 1 ? table : `${table}-${plan.moving}`;
}

/** The budget that has to move for a table with this id; null where it needs none. */
export function movedBy({ priorities }: Prioritised, id: string): Id | null {
  if (priorities.budgets.length === 1) return null;
  if (id === ALL_LESS) return generalBudget(priorities);
  const ofTable = (budget: Id): boolean => [FRONTIER, SAVINGS].some((table) => id === `${table}-${budget}`);
  return priorities.budgets.find((budget) => ofTable(budget.id))?.id ?? null;
}

/** The frontier as a page gets it. */
export function frontierPoints(view: Prioritised): FrontierPoints {
  const { plan, problem, priorities } = view;
  return {
    choices: problem.pairs.map(({ line, lineId, level }) => ({
      line,
      name: choiceName(view, { line: lineId, level }),
    })),
    lines: priorities.lines.map(({ id }) => lineName(view, id)),
    points: plan.frontier.map(({ budget, benefit, chosen }) => ({
      pence: Number(budget),
      benefit: approximate(benefit),
      chosen: chosen.map((choice) => pairOf(view, choice).place),
    })),
  };
}

/** Every budget at which the best plan changes, and what changes there. */
export function buildFrontierTable(view: Prioritised): ReportTable {
  const frontier = frontierPoints(view);
  const moving = movingBudget(view);
  const here = moving === null ? -1 : stepAt(frontier, Number(moving.amount));
  const named = moving?.named ?? null;
  const complete = view.plan.frontierComplete
    ? "Every budget at which the best plan changes, from the cheapest plan that obeys the rules to the best with no limit."
    : "Some of the budgets at which the best plan changes: there are too many to list. Each that is shown is exact.";
  return {
    id: idOf(FRONTIER, view),
    title: named === null ? "What each budget buys" : `What each amount of ${named} buys`,
    note: `${complete} Between two of them the plan of the lower one stays the best.${heldWords(named)}`,
    columns: [
      { id: "budget", label: named === null ? "From this budget on" : "From this amount on", kind: "money" },
      { id: "lines", label: "Lines", kind: "whole" },
      { id: "benefit", label: `Benefit (${benefitUnit(view.priorities)})`, kind: "quantity" },
      ...CHANGES,
    ],
    rows: frontier.points.map((point, place) =>
      frontierRow(frontier, { point, place, isHere: place === here }),
    ),
  };
}

const heldWords = (named: string | null): string =>
  named === null
    ? ""
    : " The other budgets are held at their amounts; lines and benefit are those of the whole plan.";

function frontierRow(
  frontier: FrontierPoints,
  {
    point,
    place,
    isHere,
  }: { readonly point: FrontierStep; readonly place: number; readonly isHere: boolean },
): ReportRow {
  const before = frontier.points[place - 1]?.chosen ?? [];
  const money = BigInt(point.pence);
  return {
    id: `from-${point.pence}`,
    cells: [
      isHere ? { value: money, words: `${formatPounds(money)}, the present plan` } : money,
      point.chosen.length,
      benefitCell(rational(BigInt(Math.round(point.benefit * 1e6)), 1_000_000n)),
      ...changeCells(frontier, before, point.chosen),
    ],
    ...(isHere ? { tone: "good" as const } : {}),
  };
}

function changeCells(frontier: FrontierPoints, before: readonly number[], after: readonly number[]): Cell[] {
  const { enters, leaves, changes } = changesBetween(frontier, before, after);
  return [enters, leaves, changes].map((names) => (names.length === 0 ? null : names.join("; ")));
}

const PERCENTS_LESS = [5, 10, 20];

/** What would be lost with five, ten and twenty per cent less of the budget that moves; null where none does. */
export function buildSavingsTable(view: Prioritised): ReportTable | null {
  const moving = movingBudget(view);
  if (moving === null || view.plan.status === "infeasible") return null;
  const { amount: budget, named } = moving;
  const frontier = frontierPoints(view);
  const now = frontier.points[stepAt(frontier, Number(budget))];
  if (now === undefined) return null;
  return {
    id: idOf(SAVINGS, view),
    title: named === null ? "What less money would lose" : `What less of ${named} would lose`,
    note: `The best plan with so much less, beside the present one. Amounts are rounded down to whole pence.${heldWords(named)}`,
    columns: savingColumns(view, named === null ? "Cost of the plan" : "Drawn from it"),
    rows: PERCENTS_LESS.map((percent) => savingRow(frontier, { percent, budget, now })),
  };
}

function savingColumns({ priorities }: Prioritised, cost: string): ReportColumn[] {
  return [
    { id: "less", label: "Budget", kind: "text" },
    { id: "budget", label: "Comes to", kind: "money" },
    { id: "cost", label: cost, kind: "money" },
    { id: "benefit", label: `Benefit (${benefitUnit(priorities)})`, kind: "quantity" },
    { id: "lost", label: "Benefit lost", kind: "percent" },
    ...CHANGES,
  ];
}

/** What would be lost with five, ten and twenty per cent less of every budget; null where that was not worked out. */
export function buildAllLessTable(view: Prioritised): ReportTable | null {
  const { plan } = view;
  if (plan.less.length === 0 || plan.status === "infeasible") return null;
  return {
    id: ALL_LESS,
    title: "What less of every budget would lose",
    note: "Every budget is cut alike, the ring-fenced ones too. The best plan within what is left, beside the present one; amounts, rounded down to whole pence, and costs are over all budgets.",
    columns: savingColumns(view, "Cost of the plan"),
    rows: plan.less.map((less) => allLessRow(view, less)),
  };
}

function allLessRow(view: Prioritised, { percent, amount, plan, isProved }: Less): ReportRow {
  const id = `all-less-${percent}`;
  const label = `${percent} % less`;
  if (plan === null) {
    const none = isProved
      ? { value: null, words: "No plan obeys all the rules", tone: "bad" as const }
      : { value: null, words: "No plan was found; there may be one" };
    return { id, cells: [label, amount, none, null, null, null, null, null] };
  }
  const { choices, lines } = frontierPoints(view);
  const now = approximate(view.plan.benefit);
  const benefit = approximate(plan.benefit);
  return {
    id,
    cells: [
      isProved ? label : `${label}: best plan found, not proved`,
      amount,
      costOf(plan),
      benefitCell(plan.benefit),
      now === 0 ? null : ((now - benefit) / now) * 100,
      ...changeCells({ choices, lines, points: [] }, picksOf(view, view.plan), picksOf(view, plan)),
    ],
  };
}

function savingRow(
  frontier: FrontierPoints,
  { percent, budget, now }: { readonly percent: number; readonly budget: Pence; readonly now: FrontierStep },
): ReportRow {
  const amount = (budget * BigInt(100 - percent)) / 100n;
  const id = `less-${percent}`;
  const point = frontier.points[stepAt(frontier, Number(amount))];
  if (point === undefined) {
    const none = { value: null, words: "No plan obeys all the rules", tone: "bad" as const };
    return { id, cells: [`${percent} % less`, amount, none, null, null, null, null, null], tone: "bad" };
  }
  const lost = now.benefit === 0 ? null : ((now.benefit - point.benefit) / now.benefit) * 100;
  return {
    id,
    cells: [
      `${percent} % less`,
      amount,
      BigInt(point.pence),
      { value: point.benefit, words: formatBenefit(point.benefit) },
      lost,
      ...changeCells(frontier, now.chosen, point.chosen),
    ],
  };
}

/** What the picture of the frontier says. */
export function frontierSentence(view: Prioritised): string {
  const { points } = frontierPoints(view);
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return "No plan obeys the rules at any budget.";
  const moving = movingBudget(view);
  if (moving !== null && moving.named !== null)
    return namedSentence(view, { ...moving, named: moving.named, first, last });
  const ends = `The cheapest plan that obeys the rules costs ${formatPounds(BigInt(first.pence))} and brings ${formatBenefit(first.benefit)}; with ${formatPounds(BigInt(last.pence))} or more the best plan brings ${formatBenefit(last.benefit)}.`;
  if (moving === null || view.plan.status === "infeasible") return ends;
  return `${ends} The present budget of ${formatPounds(moving.amount)} brings ${formatBenefit(view.plan.benefit)} from ${linesWords(view.plan.chosen.length)}.`;
}

function namedSentence(
  { plan }: Prioritised,
  of: {
    readonly amount: Pence;
    readonly named: string;
    readonly first: FrontierStep;
    readonly last: FrontierStep;
  },
): string {
  const { amount, named, first, last } = of;
  const pounds = ({ pence }: FrontierStep): string => formatPounds(BigInt(pence));
  const ends = `With the other budgets held, a plan needs at least ${pounds(first)} of ${named} to obey the rules and then brings ${formatBenefit(first.benefit)}; with ${pounds(last)} or more of it the best plan brings ${formatBenefit(last.benefit)}.`;
  if (plan.status === "infeasible") return ends;
  return `${ends} The present ${formatPounds(amount)} of it bring ${formatBenefit(plan.benefit)} from ${linesWords(plan.chosen.length)}.`;
}
