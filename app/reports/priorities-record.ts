import type { Id } from "../../scenarios/model/identifiers";
import { parseMoney } from "../../scenarios/model/money";
import type { PriorityLine } from "../../scenarios/model/scenario";
import {
  benefitCell,
  benefitUnit,
  choiceIn,
  choiceName,
  costOf,
  type Prioritised,
  pairOf,
} from "./priorities";
import { shortReason, whyWords } from "./priorities-why";
import type { Cell, ReportColumn, ReportTable } from "./report-table";

/** The lines that the decision funds, dearest first, each with its reason. */
export function buildChosenTable(view: Prioritised): ReportTable {
  const pairs = view.plan.chosen
    .map((choice) => ({ choice, pair: pairOf(view, choice) }))
    .toSorted((a, b) => b.pair.totalPence - a.pair.totalPence);
  const lines = new Map(view.priorities.lines.map((line) => [line.id, line]));
  const { budgets } = view.priorities;
  const shares = budgets.length > 1 && budgets.length <= MOST_BUDGETS ? budgets : [];
  return {
    id: "priorities-chosen",
    title: "Lines of the plan, the dearest first",
    columns: [
      { id: "line", label: "Line", kind: "text" },
      ...shares.map(
        ({ id, name }): ReportColumn => ({ id: `cost-${id}`, label: `From ${name}`, kind: "money" }),
      ),
      { id: "cost", label: "Cost", kind: "money" },
      { id: "benefit", label: `Benefit (${benefitUnit(view.priorities)})`, kind: "quantity" },
      { id: "why", label: "Reason", kind: "text" },
    ],
    rows: pairs.map(({ choice, pair }) => ({
      id: choice.line,
      cells: [
        choiceName(view, choice),
        ...shares.map(({ id }) => drawnBy(lines.get(choice.line), choice.level, id)),
        pair.cost,
        benefitCell(pair.benefit),
        shortReason(view, lines.get(choice.line) as PriorityLine),
      ],
    })),
    total: {
      id: "total",
      cells: [
        "Total",
        ...shares.map(({ id }) => view.plan.costs.get(id) ?? 0n),
        costOf(view.plan),
        benefitCell(view.plan.benefit),
        null,
      ],
    },
  };
}

/** Of more budgets than these a record has the sums, not what each line draws: the paper is not wide enough. */
const MOST_BUDGETS = 4;

/** What a line draws from a budget at a level; nothing where it does not draw on it. */
function drawnBy(line: PriorityLine | undefined, level: Id, budget: Id): Cell {
  const cost = line?.levels.find(({ id }) => id === level)?.costs[budget];
  return cost === undefined ? null : parseMoney(cost);
}

/** The lines that the decision leaves out, and what would bring them in. */
export function buildRejectedTable(view: Prioritised): ReportTable {
  return {
    id: "priorities-rejected",
    title: "Lines that are not in the plan, and why",
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "why", label: "Reason", kind: "text" },
    ],
    rows: view.priorities.lines
      .filter(({ id }) => choiceIn(view.plan, id) === undefined)
      .map((line) => ({ id: line.id, cells: [line.name, whyWords(view, line)] })),
  };
}
