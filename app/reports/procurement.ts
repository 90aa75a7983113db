import { backPlan } from "../../scenarios/calculate/back-plan";
import { type Day, formatDay, parseDay } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { countedFrom } from "./ending-soon";
import { formatDateWords } from "./format-table";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";

/** Its id: it depends on the day on which it is made. */
export const PROCUREMENT = "procurement";

const COLUMNS: readonly ReportColumn[] = [
  { id: "lot", label: "Contract or lot", kind: "text" },
  { id: "tender", label: "Tender out by", kind: "date" },
  { id: "evaluation", label: "Evaluation from", kind: "date" },
  { id: "approval", label: "Approval from", kind: "date" },
  { id: "standstill", label: "Standstill from", kind: "date" },
  { id: "mobilisation", label: "Mobilisation from", kind: "date" },
  { id: "start", label: "Service starts", kind: "date" },
  { id: "float", label: "Float (days)", kind: "whole" },
];

/** Less float than this is worth watching: a board meets once in four weeks. */
const LITTLE_FLOAT = 28;

/**
 * The latest day for each step of every procurement, planned back from the first day of service (rules §10), soonest
 * first. Float is the days from today, where the plan's period contains it, else from the plan's first day, until the
 * tender has to be out. What has started already is left out.
 */
export function buildProcurementTable(evaluation: Evaluation, today: Day): ReportTable {
  const from = countedFrom(evaluation, today);
  const planned = evaluation.scenario.provisions.flatMap(({ id, name, start, procurement }) => {
    const first = parseDay(start);
    if (procurement === undefined || first <= from) return [];
    return [{ id, name, first, steps: backPlan(first, procurement) }];
  });
  const rows = planned
    .map(({ id, name, first, steps }): ReportRow & { readonly float: number } => {
      const float = (steps[0]?.from ?? first) - from;
      const dates = steps.map((step) => formatDay(step.from));
      return { id, float, cells: [name, ...dates, formatDay(first), floatCell(float)] };
    })
    .toSorted((one, other) => one.float - other.float)
    .map(({ float, ...row }): ReportRow => (float < 0 ? { ...row, tone: "bad" } : row));
  return {
    id: PROCUREMENT,
    title: "Procurement, planned back from the start of the service",
    note: `The latest day on which each step begins, in whole weeks. Float is the days from ${formatDateWords(formatDay(from))}${from === today ? ", which is today," : ", the first day of the plan,"} until the tender has to be out.`,
    columns: COLUMNS,
    rows,
  };
}

function floatCell(days: number): Cell {
  if (days < 0) return { value: days, words: `${-days} days too late`, tone: "bad" };
  return days < LITTLE_FLOAT ? { value: days, words: String(days), tone: "warn" } : days;
}
