import { approximate, parseDecimal } from "../../scenarios/model/rational";
import type { Priorities, PriorityLevel, PriorityLine, Scenario } from "../../scenarios/model/scenario";
import type { Plan, Selection } from "../../scenarios/optimise/plan";
import { buildProblem, type Problem } from "../../scenarios/optimise/problem";
import { type PanelFinding, panelFinding, type PanelResult } from "../reports/panel-findings";
import { planTitle } from "../reports/plan-words";
import { benefitUnit, choiceName, type Prioritised, pairOf, prioritised } from "../reports/priorities";
import { whyWords } from "../reports/priorities-why";
import type { InputPlaces } from "./inputs";
import { orNone, withPlannerState } from "./planner-state";
import { columnLetters, type Sheet, type SheetCell, type SheetColumn, type SheetRow } from "./sheet";
import { NOTHING } from "./table-sheet";

/** The ways to choose: the best plan, and the rankings beside it. */
const SELECTIONS: readonly {
  readonly id: string;
  readonly label: (plan: Plan) => string;
  readonly of: (plan: Plan) => Selection;
}[] = [
  { id: "best", label: planTitle, of: (plan) => plan },
  {
    id: "by-score",
    label: () => "By score, down to the first that does not fit",
    of: (plan) => plan.rankByScore,
  },
  {
    id: "by-score-skipping",
    label: () => "By score, passing over what does not fit",
    of: (plan) => plan.rankByScoreSkipping,
  },
  {
    id: "by-value",
    label: () => "By value for money, passing over what does not fit",
    of: (plan) => plan.rankByValue,
  },
];

export const budgetColumn = (budget: string): string => `cost-${budget}`;
export const planRow = (selection: string): string => `total-${selection}`;

/**
 * Lines with their costs, scores and benefit, live; which of them are chosen is the planner's, as 1 or 0, and what the
 * chosen ones cost and bring is added up below. A change of an assumption may make another plan the best.
 */
export function prioritiesSheet(
  scenario: Scenario,
  { plan, panel = null }: { readonly plan: Plan | null; readonly panel?: PanelResult | null },
  inputs: InputPlaces,
): Sheet {
  const { priorities } = scenario;
  if (priorities === undefined) {
    const columns: SheetColumn[] = [{ id: "line", label: "Line", format: "text" }];
    return orNone({ ...HEAD, columns, rows: [] }, "There are no priorities");
  }
  const columns = [...columnsOf(priorities, plan), ...(panel === null ? [] : PANEL_COLUMNS)];
  const layout: Layout = { priorities, inputs, columns, problem: buildProblem(priorities) };
  const levels = priorities.lines.flatMap((line) => line.levels.map((level) => ({ line, level })));
  const view = plan === null ? null : prioritised(scenario, plan);
  const body = levels.map(({ line, level }, at) => {
    const row = levelRow(layout, view, line, level, at);
    return panel === null
      ? row
      : { ...row, cells: [...row.cells, ...panelCells(panelFinding(priorities, panel, { line, level }))] };
  });
  const totals =
    view === null ? [] : SELECTIONS.map((one, at) => totalRow(layout, view, one, body.length, at));
  const sheet: Sheet = {
    ...HEAD,
    note:
      plan === null
        ? "The planner has not worked out a plan: open the priorities there."
        : `${HEAD.note}${movesWords(priorities, plan)}`,
    columns,
    rows: [...body, ...totals],
  };
  return withPlannerState(orNone(sheet, "There are no lines"), inputs, ["Priorities"]);
}

const PANEL_COLUMNS: readonly SheetColumn[] = [
  { id: "panel-by", label: "Panel: scored by", format: "text" },
  { id: "panel-interests", label: "Panel: kept out by an interest", format: "text" },
  { id: "panel-range", label: "Panel: widest range", format: "quantity" },
  { id: "panel-criterion", label: "Panel: differs most on", format: "text" },
  { id: "panel-medians", label: "Panel: score by the medians", format: "quantity" },
  { id: "panel-agreed", label: "Panel: agreed", format: "text" },
];

/** What the panel said of a level, as it was when the workbook was made. */
function panelCells({ scoredBy, interests, widest, ofMedians, agreed }: PanelFinding): SheetCell[] {
  return [
    { value: scoredBy },
    { value: interests },
    { value: widest === null ? NOTHING : approximate(widest.range) },
    { value: widest === null ? NOTHING : widest.criterion },
    { value: ofMedians === null ? NOTHING : approximate(ofMedians) },
    { value: agreed },
  ];
}

const HEAD = {
  name: "Priorities",
  title: "Priorities",
  note: "Lines at their levels: 1 where a way to choose takes it. Costs, scores and benefit follow Inputs; which lines are chosen is the planner's.",
  frozenColumns: 1,
} as const;

/** With several budgets which of them moves, so that the reader knows of what “more” is. */
function movesWords({ budgets }: Priorities, { moving }: Plan): string {
  const named = budgets.length === 1 ? undefined : budgets.find(({ id }) => id === moving);
  return named === undefined ? "" : ` ${named.name} moves while the other budgets are held.`;
}

type Layout = {
  readonly priorities: Priorities;
  readonly problem: Problem;
  readonly inputs: InputPlaces;
  readonly columns: readonly SheetColumn[];
};

function columnsOf(priorities: Priorities, plan: Plan | null): SheetColumn[] {
  const { budgets, criteria } = priorities;
  return [
    { id: "line", label: "Line", format: "text" },
    ...budgets.map(
      ({ id, name }): SheetColumn => ({ id: budgetColumn(id), label: `Cost: ${name}`, format: "money" }),
    ),
    ...criteria.map(({ id, name }): SheetColumn => ({ id: `score-${id}`, label: name, format: "quantity" })),
    { id: "score", label: "Total score", format: "quantity" },
    { id: "people", label: "People", format: "quantity" },
    { id: "benefit", label: `Benefit (${benefitUnit(priorities)})`, format: "quantity" },
    ...(plan === null
      ? []
      : SELECTIONS.map(({ id, label }): SheetColumn => ({ id, label: label(plan), format: "whole" }))),
    ...(plan === null
      ? []
      : [
          { id: "enters", label: entersLabel(priorities, plan), format: "money" } as const,
          { id: "why", label: "Why", format: "text" } as const,
        ]),
  ];
}

const lettersOf = ({ columns }: Layout, id: string): string =>
  columnLetters(columns.findIndex((column) => column.id === id));

function levelRow(
  layout: Layout,
  view: Prioritised | null,
  line: PriorityLine,
  level: PriorityLevel,
  at: number,
): SheetRow {
  const { priorities, inputs } = layout;
  const path = `/priorities/lines/${line.id}/levels/${level.id}`;
  const pair = pairOf(layout, { line: line.id, level: level.id });
  const own = (id: string): string => `${lettersOf(layout, id)}${at + 2}`;
  const input = (field: string, value: number): SheetCell =>
    inputs.has(`${path}/${field}`) ? { value, formula: inputs.at(`${path}/${field}`) } : { value: NOTHING };
  const costs = priorities.budgets.map(({ id }): SheetCell => {
    const cost = input(`costs/${id}`, Number(level.costs[id] ?? "0"));
    return cost.formula === undefined ? { value: 0 } : cost;
  });
  const given = level.benefit !== undefined;
  const times = priorities.benefit === "score-times-people" && !given;
  const weighted = priorities.criteria.map(
    ({ id }) => `${inputs.at(`/priorities/criteria/${id}/weight`)}*${own(`score-${id}`)}`,
  );
  const score: SheetCell = given
    ? { value: NOTHING }
    : {
        value: approximate(pair.score),
        formula: weighted.length === 0 ? "0" : `(${weighted.join("+")})/100`,
      };
  const benefit = given ? inputs.at(`${path}/benefit`) : `${own("score")}${times ? `*${own("people")}` : ""}`;
  return {
    id: `${line.id}/${level.id}`,
    cells: [
      { value: lineWords(priorities, line, level) },
      ...costs,
      ...priorities.criteria.map(({ id }) =>
        given ? { value: NOTHING } : input(`scores/${id}`, decimal(level.scores?.[id])),
      ),
      score,
      input("people", decimal(level.people)),
      { value: approximate(pair.benefit), formula: benefit },
      ...(view === null ? [] : SELECTIONS.map(({ of }) => ({ value: isIn(of(view.plan), line, level) }))),
      ...(view === null
        ? []
        : [
            { value: entersWith(view, line) },
            { value: view.plan.status === "infeasible" ? NOTHING : whyWords(view, line) },
          ]),
    ],
  };
}

/** What is more of which brings a line in: of the only budget, or of the one that moves while the others are held. */
function entersLabel({ budgets }: Priorities, { moving }: Plan): string {
  const named = budgets.length === 1 ? undefined : budgets.find(({ id }) => id === moving);
  return named === undefined
    ? "Least more that brings it in"
    : `Least more of ${named.name} that brings it in`;
}

/** In pounds, at the level at which it then comes in; nothing where the line is in, or no amount is known that brings it in. */
function entersWith({ plan }: Prioritised, { id }: PriorityLine): number | string {
  const extra = plan.wouldEnterWith.get(id);
  return extra === undefined ? NOTHING : Number(extra) / 100;
}

const decimal = (text: string | undefined): number => approximate(parseDecimal(text ?? "0"));

function isIn({ chosen }: Selection, line: PriorityLine, level: PriorityLevel): number {
  return chosen.some((choice) => choice.line === line.id && choice.level === level.id) ? 1 : 0;
}

function lineWords(priorities: Priorities, line: PriorityLine, level: PriorityLevel): string {
  const rule =
    line.mustFund === true ? ": must be funded" : line.mustNot === true ? ": must not be funded" : "";
  return `${choiceName({ priorities }, { line: line.id, level: level.id })}${rule}`;
}

/** What a way to choose takes, costs by budget and brings. */
function totalRow(
  layout: Layout,
  { plan }: Prioritised,
  { id, label, of }: (typeof SELECTIONS)[number],
  rows: number,
  at: number,
): SheetRow {
  const selection = of(plan);
  const range = (column: string): string =>
    `${lettersOf(layout, column)}$2:${lettersOf(layout, column)}$${rows + 1}`;
  const sum = (column: string): string => `SUMPRODUCT(${range(column)},${range(id)})`;
  const cells = layout.columns.map(({ id: column, format }, place): SheetCell => {
    if (place === 0) return { value: `${label(plan)}: together` };
    const budget = layout.priorities.budgets.find((one) => budgetColumn(one.id) === column);
    if (budget !== undefined)
      return {
        value: Number(selection.costs.get(budget.id) ?? 0n) / 100,
        formula: `ROUND(${sum(column)},2)`,
        format,
      };
    if (column === "benefit") return { value: approximate(selection.benefit), formula: sum(column) };
    if (column === id) return { value: selection.chosen.length, formula: `SUM(${range(id)})` };
    return { value: NOTHING };
  });
  return { id: planRow(id), cells, sum: true, foot: true, ...(at === 0 ? { tone: "good" } : {}) };
}
