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
import type { ReportTable } from "./report-table";

/** The lines that the decision funds, dearest first, each with its reason. */
export function buildChosenTable(view: Prioritised): ReportTable {
  const pairs = view.plan.chosen
    .map((choice) => ({ choice, pair: pairOf(view, choice) }))
    .toSorted((a, b) => b.pair.totalPence - a.pair.totalPence);
  const lines = new Map(view.priorities.lines.map((line) => [line.id, line]));
  return {
    id: "priorities-chosen",
    title: "Chosen",
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "cost", label: "Cost", kind: "money" },
      { id: "benefit", label: `Benefit (${benefitUnit(view.priorities)})`, kind: "quantity" },
      { id: "why", label: "Reason", kind: "text" },
    ],
    rows: pairs.map(({ choice, pair }) => ({
      id: choice.line,
      cells: [
        choiceName(view, choice),
        pair.cost,
        benefitCell(pair.benefit),
        shortReason(view, lines.get(choice.line) as PriorityLine),
      ],
    })),
    total: { id: "total", cells: ["Total", costOf(view.plan), benefitCell(view.plan.benefit), null] },
  };
}

/** The lines that the decision leaves out, and what would bring them in. */
export function buildRejectedTable(view: Prioritised): ReportTable {
  return {
    id: "priorities-rejected",
    title: "Left out",
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "why", label: "Reason", kind: "text" },
    ],
    rows: view.priorities.lines
      .filter(({ id }) => choiceIn(view.plan, id) === undefined)
      .map((line) => ({ id: line.id, cells: [line.name, whyWords(view, line)] })),
  };
}
