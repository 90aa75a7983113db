import type { PriorityLine } from "../../scenarios/model/scenario";
import type { Pair } from "../../scenarios/optimise/problem";
import { planTitle } from "./plan-words";
import {
  benefitCell,
  benefitUnit,
  choiceIn,
  costOf,
  explainBenefit,
  inOrOut,
  type Prioritised,
  pairOf,
} from "./priorities";
import { whyWords } from "./priorities-why";
import type { Cell, ReportRow, ReportTable } from "./report-table";
import { valuePoints } from "./value-points";

/** Each line, in the best plan or left out, and why; beside it what the rankings would do. */
export function buildPlanLinesTable(view: Prioritised): ReportTable {
  const { priorities, plan } = view;
  return {
    id: "priorities-lines",
    title: "Each line, in or out, and why",
    note: "The cost is that of the chosen level over all budgets. A line opens its form.",
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "plan", label: planTitle(plan), kind: "text" },
      { id: "cost", label: "Cost", kind: "money" },
      { id: "benefit", label: `Benefit (${benefitUnit(priorities)})`, kind: "quantity" },
      { id: "why", label: "Why", kind: "text" },
      { id: "by-score", label: "By score", kind: "text" },
      { id: "by-value", label: "By value for money", kind: "text" },
    ],
    rows: priorities.lines.map((line) => lineRow(view, line)),
    total: {
      id: "total",
      cells: [planTitle(plan), null, costOf(plan), benefitCell(plan.benefit), null, null, null],
    },
  };
}

function lineRow(view: Prioritised, line: PriorityLine): ReportRow {
  const { plan } = view;
  const choice = choiceIn(plan, line.id);
  const pair = choice === undefined ? undefined : pairOf(view, choice);
  return {
    id: line.id,
    cells: [
      line.name,
      inOrOut(plan, line),
      pair?.cost ?? null,
      pair === undefined ? null : benefitCell(pair.benefit),
      whyWords(view, line),
      inOrOut(plan.rankByScore, line),
      inOrOut(plan.rankByValue, line),
    ],
    ...(choice === undefined ? {} : { explains: explainBenefit(choice, ["benefit"]) }),
    tone: choice === undefined ? "muted" : "good",
  };
}

/** The table behind the picture of value against cost; where no plan obeys the rules no line is in or out. */
export function buildValueTable(view: Prioritised): ReportTable {
  const isPlan = view.plan.status !== "infeasible";
  return {
    id: "priorities-value",
    title: "Value for money",
    note: `${isPlan ? "Each line at its chosen level; at its cheapest level where it is left out." : "Each line at its cheapest level."} Most benefit for each £1,000 first.`,
    columns: [
      { id: "line", label: "Line", kind: "text" },
      ...(isPlan ? [{ id: "plan", label: planTitle(view.plan), kind: "text" } as const] : []),
      { id: "cost", label: "Cost", kind: "money" },
      { id: "benefit", label: `Benefit (${benefitUnit(view.priorities)})`, kind: "quantity" },
      { id: "value", label: "Benefit for each £1,000", kind: "quantity" },
    ],
    rows: valuePoints(view).map(({ number, name, pair, isIn }) => ({
      id: pair.lineId,
      cells: [
        `${number}. ${name}`,
        ...(isPlan ? [isIn ? "In" : "Out"] : []),
        pair.cost,
        benefitCell(pair.benefit),
        valueCell(pair),
      ],
      explains: explainBenefit({ line: pair.lineId, level: pair.level }, ["benefit"]),
      ...(isPlan ? { tone: isIn ? ("good" as const) : ("muted" as const) } : {}),
    })),
  };
}

function valueCell(pair: Pair): Cell {
  if (pair.cost <= 0n) return { value: null, words: "Costs nothing" };
  return benefitCell(pair.benefit.mul(100_000n).div(pair.cost));
}

/** What the picture of value against cost says. */
export function valueSentence(view: Prioritised): string {
  const points = valuePoints(view);
  const [best] = points;
  const out = points.filter(({ isIn }) => !isIn);
  if (best === undefined) return "There are no lines.";
  const says = `What each line costs and brings. Number 1, ${best.name}, brings the most for its cost.`;
  if (view.plan.status === "infeasible") return says;
  const left =
    out.length === 0
      ? "None is left out."
      : `Left out: ${out.map(({ number, name }) => `${number}. ${name}`).join("; ")}.`;
  return `${says} ${left}`;
}
