import { formatMonth } from "../../scenarios/model/calendar";
import type { CellState, CoverageRow, Evaluation } from "../../scenarios/model/evaluation";
import { formatMonthWords } from "./format-table";
import { namesOf } from "./names";
import type { Cell, ReportTable, Tone } from "./report-table";
import { horizonWords } from "./table-parts";
import { CELL_STATES } from "./words";

const TONES: Readonly<Record<CellState, Tone>> = { covered: "good", unconfirmed: "warn", gap: "bad" };

/** Whether each required activity is supplied in each area, month by month. */
export function buildCoverageMatrixTable(evaluation: Evaluation): ReportTable {
  const { coverage, timeline } = evaluation;
  const names = namesOf(evaluation.scenario);
  const { covered, unconfirmed, gap } = coverage.counts;
  return {
    id: "coverage",
    title: "Coverage by area, activity and month",
    note: `${horizonWords(evaluation)}: ${covered} months of a service are covered, ${unconfirmed} rest on something unconfirmed, ${gap} have a gap. Only what is required is counted.`,
    columns: [
      { id: "area", label: "Area", kind: "text" },
      { id: "activity", label: "Activity", kind: "text" },
      ...timeline.months.map((month) => {
        const text = formatMonth(month);
        return { id: text, label: formatMonthWords(text), kind: "text" as const };
      }),
    ],
    rows: coverage.cells.map((row) => ({
      id: `${row.area}-${row.activity}`,
      cells: [
        names.area(row.area),
        names.activity(row.activity),
        ...row.states.map((_, month) => stateCell(row, month)),
      ],
    })),
  };
}

function stateCell(row: CoverageRow, month: number): Cell {
  const state = row.states[month] ?? null;
  if (state === null) return { value: null, words: "Not required", tone: "muted" };
  const days = row.daysCovered[month] ?? 0;
  const words = state === "gap" && days > 0 ? `Gap, ${percent(days)}% of days covered` : CELL_STATES[state];
  return { value: words, words, tone: TONES[state] };
}

/** 0.866667 is "86.67"; a gap of one day in a long month never reads 100. */
function percent(part: number): string {
  return Math.min(part * 100, 99.99).toFixed(2);
}
