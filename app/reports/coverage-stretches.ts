import { formatDay } from "../../scenarios/model/calendar";
import type { CoverageStretch, Evaluation } from "../../scenarios/model/evaluation";
import { type Names, namesOf } from "./names";
import type { Cell, ReportColumn, ReportTable, Tone } from "./report-table";
import { horizonWords, totalRow } from "./table-parts";

const STRETCH_COLUMNS: readonly ReportColumn[] = [
  { id: "area", label: "Area", kind: "text" },
  { id: "activity", label: "Activity", kind: "text" },
  { id: "from", label: "First day", kind: "date" },
  { id: "to", label: "Last day", kind: "date" },
  { id: "days", label: "Days", kind: "whole" },
];

/** Days on which a required service has no supply at all. */
export function buildGapsTable(evaluation: Evaluation): ReportTable {
  return buildStretchesTable(evaluation, evaluation.coverage.gaps, {
    id: "gaps",
    title: "Gaps",
    note: `Days in ${horizonWords(evaluation)} on which a required service has no supply at all.`,
    tone: "bad",
  });
}

/** Days on which a required service rests on something that is not confirmed. */
export function buildUnconfirmedTable(evaluation: Evaluation): ReportTable {
  return buildStretchesTable(evaluation, evaluation.coverage.unconfirmed, {
    id: "unconfirmed",
    title: "Unconfirmed cover",
    note: `Days in ${horizonWords(evaluation)} on which a required service rests on something planned or under consideration.`,
    tone: "warn",
  });
}

/** Days on which several provisions serve one activity in one area, and what all but the dearest of them cost. */
export function buildDoubleRunningTable(evaluation: Evaluation): ReportTable {
  const names = namesOf(evaluation.scenario);
  const columns: readonly ReportColumn[] = [
    ...STRETCH_COLUMNS,
    { id: "provisions", label: "Provisions", kind: "text" },
    { id: "cost", label: "Cost of all but the dearest", kind: "money" },
  ];
  const rows = evaluation.coverage.doubleRunning.map((stretch, place) => ({
    id: `double-running-${place + 1}`,
    cells: [
      ...stretchCells(stretch, names),
      stretch.provisions.map(names.provision).join("; "),
      stretch.cost,
    ],
  }));
  return {
    id: "double-running",
    title: "Double running",
    note: `Overlaps in ${horizonWords(evaluation)}, in pounds, net of recoverable VAT. An overlap is not a fault: a handover needs one.`,
    columns,
    rows,
    total: totalRow(columns, rows),
  };
}

function buildStretchesTable(
  evaluation: Evaluation,
  stretches: readonly CoverageStretch[],
  {
    tone,
    ...about
  }: { readonly id: string; readonly title: string; readonly note: string; readonly tone: Tone },
): ReportTable {
  const names = namesOf(evaluation.scenario);
  const rows = stretches.map((stretch, place) => ({
    id: `${about.id}-${place + 1}`,
    cells: stretchCells(stretch, names),
    tone,
  }));
  return {
    ...about,
    columns: STRETCH_COLUMNS,
    rows,
    total: totalRow(STRETCH_COLUMNS, rows, { also: ["days"] }),
  };
}

function stretchCells({ area, activity, from, to, days }: CoverageStretch, names: Names): Cell[] {
  return [names.area(area), names.activity(activity), formatDay(from), formatDay(to), days];
}
