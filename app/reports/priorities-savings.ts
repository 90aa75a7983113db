import type { Pence } from "../../scenarios/model/money";
import { approximate } from "../../scenarios/model/rational";
import { PERCENTS_LESS, shareAfter } from "../../scenarios/optimise/budget-frontier";
import type { Less } from "../../scenarios/optimise/plan";
import { shareOf } from "../../scenarios/optimise/what-moves";
import { type FrontierPoints, holeAt, stepAt } from "./frontier-points";
import { benefitUnit, costOf, formatBenefit, type Prioritised, picksOf } from "./priorities";
import { changeCells, heldWords, PLAN_CHANGES } from "./priorities-frontier";
import { frontierPoints, movingBudgets, movingTableId } from "./priorities-moving";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";

/** What would be lost with five, ten and twenty per cent less of the one budget that moves; null where none does. */
export function buildSavingsTable(view: Prioritised): ReportTable | null {
  const moving = movingBudgets(view);
  if (moving === null || moving.what.kind === "all" || view.plan.status === "infeasible") return null;
  const frontier = frontierPoints(view);
  if (frontier.points.length === 0) return null;
  const { what, amount } = moving;
  return {
    id: movingTableId("priorities-savings", view),
    title: what.kind === "one" ? `What less of ${what.name} would lose` : "What less money would lose",
    note: `The best plan with so much less, beside the present one. Amounts are rounded down to whole pence.${heldWords(what)}`,
    columns: savingColumns(view, what.kind === "one" ? "Drawn from it" : "Cost of the plan"),
    rows: PERCENTS_LESS.map((percent) => savingRow(frontier, percent, amount)),
  };
}

/** Both cuts in one table, of what moves and of every budget; null where no plan can lose anything. */
export function buildCutsTable(view: Prioritised): ReportTable | null {
  const moving = movingBudgets(view);
  const tables = [
    { what: moving?.what.kind === "one" ? moving.what.name : "Budget", table: buildSavingsTable(view) },
    { what: "Every budget", table: buildAllLessTable(view) },
  ];
  const rows = tables.flatMap(({ what, table }) =>
    (table?.rows ?? []).map((row) => ({ ...row, cells: [what, ...row.cells] })),
  );
  if (rows.length === 0) return null;
  const [cut, ...columns] = savingColumns(view, "Drawn from it");
  return {
    id: "priorities-cuts",
    title: "What less money would lose",
    note: "The best plan with so much less, beside the present one. Amounts are rounded down to whole pence; where every budget is cut, the ring-fenced ones are too.",
    columns: [
      { id: "what", label: "What is cut", kind: "text" },
      { ...(cut ?? { id: "less", kind: "text" }), label: "Cut" },
      ...columns,
    ],
    rows,
  };
}

function savingColumns({ priorities }: Prioritised, cost: string): ReportColumn[] {
  return [
    { id: "less", label: "Budget", kind: "text" },
    { id: "budget", label: "Comes to", kind: "money" },
    { id: "cost", label: cost, kind: "money" },
    { id: "benefit", label: `Benefit (${benefitUnit(priorities)})`, kind: "quantity" },
    { id: "lost", label: "Benefit lost", kind: "percent" },
    ...PLAN_CHANGES,
  ];
}

function savingRow(frontier: FrontierPoints, percent: number, present: Pence): ReportRow {
  const amount = shareOf(present, shareAfter(percent));
  const place = Number(amount);
  const isProved = holeAt(frontier, place) === undefined;
  const point = isProved ? frontier.points[stepAt(frontier, place)] : undefined;
  return {
    id: `less-${percent}`,
    cells: [
      `${percent} % less`,
      amount,
      ...(point === undefined
        ? nothingCells(isProved ? NO_PLAN : { value: null, words: "It is not proved which plan is the best" })
        : [BigInt(point.pence), ...lostCells(frontier, point)]),
    ],
    ...(point === undefined && isProved ? { tone: "bad" as const } : {}),
  };
}

/** What would be lost with five, ten and twenty per cent less of every budget; null where that was not worked out. */
export function buildAllLessTable(view: Prioritised): ReportTable | null {
  const { plan, priorities } = view;
  if (priorities.budgets.length === 1 || plan.less.length === 0 || plan.status === "infeasible") return null;
  return {
    id: movingTableId("priorities-all-less", view),
    title: "What less of every budget would lose",
    note: "Every budget is cut alike, the ring-fenced ones too. The best plan within what is left, beside the present one; amounts, rounded down to whole pence, and costs are over all budgets.",
    columns: savingColumns(view, "Cost of the plan"),
    rows: plan.less.map((less) => allLessRow(view, less)),
  };
}

function allLessRow(view: Prioritised, { percent, amount, plan, isProved }: Less): ReportRow {
  const label = `${percent} % less`;
  const none = isProved ? NO_PLAN : { value: null, words: "No plan was found; there may be one" };
  return {
    id: `all-less-${percent}`,
    cells:
      plan === null
        ? [label, amount, ...nothingCells(none)]
        : [
            isProved ? label : `${label}: best plan found, not proved`,
            amount,
            costOf(plan),
            ...lostCells(frontierPoints(view), {
              benefit: approximate(plan.benefit),
              chosen: picksOf(view, plan),
            }),
          ],
  };
}

const NO_PLAN = { value: null, words: "No plan obeys all the rules", tone: "bad" } as const;

const nothingCells = (none: Cell): Cell[] => [none, null, null, null, null, null];

/** What a plan brings and loses against the present one. */
function lostCells(
  frontier: FrontierPoints,
  { benefit, chosen }: { readonly benefit: number; readonly chosen: readonly number[] },
): Cell[] {
  const now = frontier.now ?? { benefit: 0, chosen: [] };
  const lost = now.benefit === 0 ? null : ((now.benefit - benefit) / now.benefit) * 100;
  return [
    { value: benefit, words: formatBenefit(benefit) },
    lost,
    ...changeCells(frontier, now.chosen, chosen),
  ];
}
