import { type Pence, parseMoney } from "../../scenarios/model/money";
import { approximate, rational } from "../../scenarios/model/rational";
import { formatPounds } from "./format-table";
import { changesBetween, type FrontierPoints, type FrontierStep, stepAt } from "./frontier-points";
import {
  benefitCell,
  benefitUnit,
  choiceName,
  formatBenefit,
  lineName,
  linesWords,
  type Prioritised,
  pairOf,
} from "./priorities";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";

const CHANGES: readonly ReportColumn[] = [
  { id: "enters", label: "Comes in", kind: "text" },
  { id: "leaves", label: "Goes out", kind: "text" },
  { id: "changes", label: "Changes its level to", kind: "text" },
];

/** The one budget of a frontier; null with several. */
export function onlyBudget({ priorities: { budgets } }: Pick<Prioritised, "priorities">): Pence | null {
  const [budget, ...others] = budgets;
  return budget === undefined || others.length > 0 ? null : parseMoney(budget.amount);
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
  const budget = onlyBudget(view);
  const here = budget === null ? -1 : stepAt(frontier, Number(budget));
  const complete = view.plan.frontierComplete
    ? "Every budget at which the best plan changes, from the cheapest plan that obeys the rules to the best with no limit."
    : "Some of the budgets at which the best plan changes: there are too many to list. Each that is shown is exact.";
  return {
    id: "priorities-frontier",
    title: "What each budget buys",
    note: `${complete} Between two of them the plan of the lower one stays the best.`,
    columns: [
      { id: "budget", label: "From this budget on", kind: "money" },
      { id: "lines", label: "Lines", kind: "whole" },
      { id: "benefit", label: `Benefit (${benefitUnit(view.priorities)})`, kind: "quantity" },
      ...CHANGES,
    ],
    rows: frontier.points.map((point, place) =>
      frontierRow(frontier, { point, place, isHere: place === here }),
    ),
  };
}

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

const SAVINGS = [5, 10, 20];

/** What would be lost with five, ten and twenty per cent less; null with several budgets. */
export function buildSavingsTable(view: Prioritised): ReportTable | null {
  const budget = onlyBudget(view);
  if (budget === null || view.plan.status === "infeasible") return null;
  const frontier = frontierPoints(view);
  const now = frontier.points[stepAt(frontier, Number(budget))];
  if (now === undefined) return null;
  return {
    id: "priorities-savings",
    title: "What less money would lose",
    note: "The best plan with so much less, beside the present one. Amounts are rounded down to whole pence.",
    columns: [
      { id: "less", label: "Budget", kind: "text" },
      { id: "budget", label: "Comes to", kind: "money" },
      { id: "cost", label: "Cost of the plan", kind: "money" },
      { id: "benefit", label: `Benefit (${benefitUnit(view.priorities)})`, kind: "quantity" },
      { id: "lost", label: "Benefit lost", kind: "percent" },
      ...CHANGES,
    ],
    rows: SAVINGS.map((percent) => savingRow(frontier, { percent, budget, now })),
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
  const ends = `The cheapest plan that obeys the rules costs ${formatPounds(BigInt(first.pence))} and brings ${formatBenefit(first.benefit)}; with ${formatPounds(BigInt(last.pence))} or more the best plan brings ${formatBenefit(last.benefit)}.`;
  const budget = onlyBudget(view);
  if (budget === null || view.plan.status === "infeasible") return ends;
  return `${ends} The present budget of ${formatPounds(budget)} brings ${formatBenefit(view.plan.benefit)} from ${linesWords(view.plan.chosen.length)}.`;
}
