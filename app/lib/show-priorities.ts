import { approximate } from "../../scenarios/model/rational";
import { generalBudget } from "../../scenarios/optimise/budget-frontier";
import { ALL_BUDGETS } from "../../scenarios/optimise/what-moves";
import { frontierChart } from "../charts/frontier";
import { frontierScale } from "../charts/frontier-scale";
import { poundsForDrawing } from "../charts/short-figures";
import { valueCostChart } from "../charts/value-cost";
import { wayOutEdit } from "../forms/way-out-edit";
import type { WhatMoves } from "../reports/frontier-points";
import { placeWords } from "../reports/frontier-words";
import { packFrontier } from "../reports/pack-frontier";
import { planSentences } from "../reports/plan-words";
import type { Prioritised } from "../reports/priorities";
import { buildPrioritiesFigures } from "../reports/priorities-figures";
import { buildFrontierTable, frontierSentence, notProvedSentence } from "../reports/priorities-frontier";
import { buildPlanLinesTable, buildValueTable, valueSentence } from "../reports/priorities-lines";
import { buildBudgetsTable, buildEquityTable, buildObjectivesTable } from "../reports/priorities-money";
import { frontierPoints, movingBudgets } from "../reports/priorities-moving";
import { buildMustTable } from "../reports/priorities-must";
import { buildRankingsTable } from "../reports/priorities-rankings";
import { buildLineRulesTable, ruleField, ruleWords, wayOutWords } from "../reports/priorities-rules";
import { buildAllLessTable, buildSavingsTable } from "../reports/priorities-savings";
import { buildCriteriaTable, buildScoresTable } from "../reports/priorities-scores";
import type { ReportTable } from "../reports/report-table";
import { valuePoints } from "../reports/value-points";
import { type AskedBudget, readPlace } from "./asked-budget";
import { formatFigures } from "./key-figures";
import type { Moving } from "./priorities-page";
import type { ShownWork } from "./show-work";
import { type ShownTable, showTable } from "./shown-table";

/** Everything that the page of the priorities shows. */
export function showPriorities(
  { view, underWay }: Moving,
  { href, asked }: { readonly href: string; readonly asked: AskedPlace },
) {
  const isPlan = view.plan.status !== "infeasible";
  const show = (table: ReportTable): ShownTable => showTable(href, table);
  const showIfAny = (table: ReportTable | null): ShownTable | null => (table === null ? null : show(table));
  return {
    sentences: planSentences(view),
    figures: formatFigures(buildPrioritiesFigures(view), href),
    conflict: conflictOf(view, href),
    // Of one budget the figures above say all.
    budgets: view.priorities.budgets.length > 1 ? show(buildBudgetsTable(view)) : null,
    lines: isPlan ? show(buildPlanLinesTable(view)) : null,
    rankings: show(buildRankingsTable(view)),
    moves: movesOf(view, underWay),
    frontier: frontierOf(view, { href, asked }),
    allLess: showIfAny(buildAllLessTable(view)),
    value: valueOf(view, href),
    objectives: isPlan ? show(buildObjectivesTable(view)) : null,
    must: isPlan ? showIfAny(buildMustTable(view)) : null,
    equity: isPlan ? showIfAny(buildEquityTable(view)) : null,
    criteria: show(buildCriteriaTable(view)),
    scores: show(buildScoresTable(view)),
    rules: show(buildLineRulesTable(view)),
  };
}

/** The rules that no plan obeys together, each with the field where it can be changed, and its way out as an edit. */
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
      edit: wayOut === undefined ? null : wayOutEdit(view, wayOut),
    };
  });
}

/** With several budgets what moves, to choose something else; and the work on it, or why there is nothing to see of it. */
function movesOf(view: Prioritised, underWay: ShownWork | null) {
  const { plan, priorities } = view;
  const { budgets } = priorities;
  const why = underWay === null ? emptyWords(view) : null;
  if (budgets.length < 2 && underWay === null && why === null) return null;
  const chosen = underWay?.budget ?? plan.moving ?? generalBudget(priorities);
  const choices =
    budgets.length < 2
      ? []
      : [
          ...budgets.map(({ id, name }) => ({ value: id, text: name })),
          { value: ALL_BUDGETS, text: "All budgets together" },
        ];
  return { choices, chosen: chosen ?? "", underWay, why };
}

/** Why there is nothing to draw, or not all of it. */
function emptyWords(view: Prioritised): string | null {
  const { frontier, frontierComplete, moving } = view.plan;
  const notProved = notProvedSentence(view);
  if (notProved !== null) return notProved;
  if (frontier.length > 0 || moving === null || !frontierComplete) return null;
  if (view.priorities.budgets.length === 1) return null;
  return moving === ALL_BUDGETS
    ? "No share of the budgets that was looked at lets a plan obey all the rules."
    : "No amount of this budget lets a plan obey all the rules while the others are held.";
}

/** More rows than these are shown only near the present budget; the file has all. */
const MOST_ROWS = 60;
const NEAR = 15;

/** What is asked for in the address: the place to look at, as it was typed. */
export type AskedPlace = { readonly budget: string | null; readonly share: string | null };

function frontierOf(
  view: Prioritised,
  { href, asked }: { readonly href: string; readonly asked: AskedPlace },
) {
  const moving = movingBudgets(view);
  const frontier = frontierPoints(view);
  if (moving === null || (frontier.points.length === 0 && frontier.gaps.length === 0)) return null;
  const { moves } = frontier;
  const present = Number(moving.present);
  const field = moves.kind === "all" ? "share" : "budget";
  const typed = asked[field];
  const read: AskedBudget = typed === null ? { ok: true, at: present } : readPlace(moves, typed);
  const lookedAt = read.ok ? read.at : present;
  const caption = frontierSentence(view);
  const savings = buildSavingsTable(view);
  return {
    frontier: packFrontier(frontier),
    present,
    lookedAt,
    field,
    typed: typed ?? placeWords(moves, present).replace(/[£%]/g, ""),
    of: moves.kind === "only" ? null : view.plan.moving,
    error: read.ok ? null : read.message,
    scale: frontierScale(frontier, present),
    figure: {
      caption,
      svg: frontierChart(
        frontier,
        { present, lookedAt },
        { id: "frontier-picture", title: pictureTitle(moves), description: caption },
      ),
      ...tableBehind(showTable(href, buildFrontierTable(view)), present),
    },
    savings: savings === null ? null : showTable(href, savings),
  };
}

function pictureTitle(moves: WhatMoves): string {
  if (moves.kind === "only") return "What each budget can bring";
  return moves.kind === "one"
    ? `What each amount of ${moves.name} can bring`
    : "What each share of all budgets can bring";
}

/** Rows are named by the place that they begin at. */
const placeOfRow = ({ id }: { readonly id: string }): number => Number(id.replace(/^.*from-/, ""));

/** The table behind the picture, and the words under which it is folded away. */
function tableBehind(shown: ShownTable, present: number): ShownTable & { readonly folded: string } {
  const { table } = shown;
  const all = table.rows.length.toLocaleString("en-GB");
  if (table.rows.length <= MOST_ROWS) return { ...shown, folded: `${table.title}: ${all} rows` };
  const here = Math.max(
    0,
    table.rows.findLastIndex((row) => placeOfRow(row) <= present),
  );
  const rows = table.rows.slice(Math.max(0, here - NEAR), here + NEAR + 1);
  const note = `${table.note ?? ""} Shown are the ${rows.length} rows nearest to what there is now, of ${all}; the CSV file has all.`;
  const folded = `${table.title}: the nearest ${rows.length} of ${all} rows`;
  return { ...shown, table: { ...table, rows, note }, folded };
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
