import { approximate } from "../../scenarios/model/rational";
import { generalBudget } from "../../scenarios/optimise/budget-frontier";
import { frontierChart } from "../charts/frontier";
import { frontierScale } from "../charts/frontier-scale";
import { poundsForDrawing } from "../charts/short-figures";
import { valueCostChart } from "../charts/value-cost";
import { formatPounds } from "../reports/format-table";
import { stepAt } from "../reports/frontier-points";
import type { Prioritised } from "../reports/priorities";
import { buildPrioritiesFigures, planSentences } from "../reports/priorities-figures";
import {
  buildAllLessTable,
  buildFrontierTable,
  buildSavingsTable,
  frontierPoints,
  frontierSentence,
  movingBudget,
} from "../reports/priorities-frontier";
import { buildPlanLinesTable, buildValueTable, valueSentence } from "../reports/priorities-lines";
import { buildBudgetsTable, buildEquityTable, buildObjectivesTable } from "../reports/priorities-money";
import { buildRankingsTable } from "../reports/priorities-rankings";
import { buildLineRulesTable, ruleField, ruleWords, wayOutWords } from "../reports/priorities-rules";
import { buildCriteriaTable, buildScoresTable } from "../reports/priorities-scores";
import type { ReportTable } from "../reports/report-table";
import { valuePoints } from "../reports/value-points";
import { type AskedBudget, readBudget } from "./asked-budget";
import { formatFigures } from "./key-figures";
import type { Moving } from "./priorities-page";
import type { ShownWork } from "./show-work";
import { type ShownTable, showTable } from "./shown-table";

/** Everything that the page of the priorities shows. */
export function showPriorities(
  { view, underWay }: Moving,
  { href, asked }: { readonly href: string; readonly asked: string | null },
) {
  const isPlan = view.plan.status !== "infeasible";
  const show = (table: ReportTable): ShownTable => showTable(href, table);
  const showIfAny = (table: ReportTable | null): ShownTable | null => (table === null ? null : show(table));
  return {
    sentences: planSentences(view),
    figures: formatFigures(buildPrioritiesFigures(view), href),
    conflict: conflictOf(view, href),
    budgets: show(buildBudgetsTable(view)),
    lines: isPlan ? show(buildPlanLinesTable(view)) : null,
    rankings: show(buildRankingsTable(view)),
    moves: movesOf(view, underWay),
    frontier: frontierOf(view, { href, asked }),
    allLess: showIfAny(buildAllLessTable(view)),
    value: valueOf(view, href),
    objectives: isPlan ? show(buildObjectivesTable(view)) : null,
    equity: isPlan ? showIfAny(buildEquityTable(view)) : null,
    criteria: show(buildCriteriaTable(view)),
    scores: show(buildScoresTable(view)),
    rules: show(buildLineRulesTable(view)),
  };
}

/** The rules that no plan obeys together, each with the field where it can be changed. */
function conflictOf(view: Prioritised, href: string) {
  const ways = new Map(view.plan.waysOut.map((wayOut) => [wayOut.rule, wayOut]));
  return view.plan.conflict.map((path) => {
    const { page, field } = ruleField(view, path);
    const wayOut = ways.get(path);
    return {
      path,
      text: ruleWords(view, path),
      href: `${href}/${page}#${field}`,
      wayOut: wayOut === undefined ? "" : wayOutWords(wayOut),
    };
  });
}

/** With several budgets: which of them moves, to choose another, and why there is nothing to see of it. */
function movesOf({ plan, priorities }: Prioritised, underWay: ShownWork | null) {
  const { budgets } = priorities;
  if (budgets.length < 2) return null;
  const chosen = underWay?.budget ?? plan.moving ?? generalBudget(priorities);
  const choices = budgets.map(({ id, name }) => ({ value: id, text: name }));
  return { choices, chosen: chosen ?? "", underWay, why: underWay === null ? emptyWords(plan) : null };
}

function emptyWords({ frontier, frontierComplete }: Prioritised["plan"]): string | null {
  if (frontier.length > 0) return null;
  return frontierComplete
    ? "No amount of this budget lets a plan obey all the rules while the others are held."
    : "There are too many amounts at which the best plan changes to work them all out.";
}

/** More rows than these are shown only near the present budget; the file has all. */
const MOST_ROWS = 60;
const NEAR = 15;

function frontierOf(
  view: Prioritised,
  { href, asked }: { readonly href: string; readonly asked: string | null },
) {
  const moving = movingBudget(view);
  const frontier = frontierPoints(view);
  if (moving === null || frontier.points.length === 0) return null;
  const present = Number(moving.amount);
  const read: AskedBudget = asked === null ? { ok: true, pence: present } : readBudget(asked);
  const lookedAt = read.ok ? read.pence : present;
  const table = showTable(href, buildFrontierTable(view));
  const here = Math.max(0, stepAt(frontier, present));
  const caption = frontierSentence(view);
  const pounds = { presentPounds: present / 100, lookedAtPounds: lookedAt / 100 };
  const savings = buildSavingsTable(view);
  return {
    frontier,
    present,
    lookedAt,
    typed: asked ?? formatPounds(moving.amount).slice(1),
    named: moving.named,
    of: moving.named === null ? null : view.plan.moving,
    error: read.ok ? null : read.message,
    scale: frontierScale(frontier, pounds.presentPounds),
    figure: {
      caption,
      svg: frontierChart(frontier, pounds, {
        id: "frontier-picture",
        title:
          moving.named === null
            ? "What each budget can bring"
            : `What each amount of ${moving.named} can bring`,
        description: caption,
      }),
      ...nearRows(table, here),
    },
    savings: savings === null ? null : showTable(href, savings),
  };
}

function nearRows(shown: ShownTable, here: number): ShownTable {
  const { table } = shown;
  if (table.rows.length <= MOST_ROWS) return shown;
  const rows = table.rows.slice(Math.max(0, here - NEAR), here + NEAR + 1);
  const note = `${table.note ?? ""} Shown are the ${rows.length} nearest to the present budget of ${table.rows.length}; the CSV file has all.`;
  return { ...shown, table: { ...table, rows, note } };
}

function valueOf(view: Prioritised, href: string) {
  const caption = valueSentence(view);
  const dots = valuePoints(view).map(({ number, name, pair, isIn }) => ({
    number,
    name,
    isIn,
    pounds: poundsForDrawing(pair.cost),
    benefit: approximate(pair.benefit),
  }));
  return {
    caption,
    svg: valueCostChart(dots, { id: "value-picture", title: "Value against cost", description: caption }),
    ...showTable(href, buildValueTable(view)),
  };
}

export type ShownPriorities = ReturnType<typeof showPriorities>;
