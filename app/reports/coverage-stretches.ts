import { formatDay } from "../../scenarios/model/calendar";
import type { CoverageStretch, Evaluation } from "../../scenarios/model/evaluation";
import { sumPence } from "../../scenarios/model/money";
import { areaWords, type Names, namesOf } from "./names";
import type { Address, Cell, ReportColumn, ReportTable, Tone } from "./report-table";
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

/**
 * Days on which several provisions serve one activity in the same area, and what all but the dearest of them cost.
 * Areas in which the same provisions overlap on the same days share a row.
 */
export function buildDoubleRunningTable(evaluation: Evaluation): ReportTable {
  const { scenario } = evaluation;
  const names = namesOf(scenario);
  const rows = [...groupOverlaps(evaluation.coverage.doubleRunning)].map((overlaps, place) => {
    const { activity, from, to, days, provisions } = overlaps[0];
    return {
      id: `double-running-${place + 1}`,
      cells: [
        names.activity(activity),
        areaWords(
          scenario,
          overlaps.map(({ area }) => area),
        ),
        formatDay(from),
        formatDay(to),
        days,
        provisions.map(names.provision).join("; "),
        sumPence(overlaps.map(({ cost }) => cost)),
      ],
    };
  });
  return {
    id: "double-running",
    title: "Double running",
    note: `Overlaps in ${horizonWords(evaluation)}, in pounds, net of recoverable VAT. Days are those of each area. An overlap is not a fault: a handover needs one.`,
    columns: OVERLAP_COLUMNS,
    rows,
    total: totalRow(OVERLAP_COLUMNS, rows),
  };
}

const OVERLAP_COLUMNS: readonly ReportColumn[] = [
  { id: "activity", label: "Activity", kind: "text" },
  { id: "areas", label: "Areas", kind: "text" },
  { id: "from", label: "First day", kind: "date" },
  { id: "to", label: "Last day", kind: "date" },
  { id: "days", label: "Days", kind: "whole" },
  { id: "provisions", label: "Provisions", kind: "text" },
  { id: "cost", label: "Cost of all but the dearest", kind: "money" },
];

type Overlap = Evaluation["coverage"]["doubleRunning"][number];

function groupOverlaps(all: readonly Overlap[]): Iterable<[Overlap, ...Overlap[]]> {
  const groups = new Map<string, [Overlap, ...Overlap[]]>();
  for (const overlap of all) {
    const { activity, from, to, provisions } = overlap;
    const key = JSON.stringify([activity, from, to, provisions]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [overlap]);
    else group.push(overlap);
  }
  return groups.values();
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
    explains: { days: stretchAddress(about.id === "gaps" ? "gap" : "unconfirmed", stretch) },
  }));
  return {
    ...about,
    columns: STRETCH_COLUMNS,
    rows,
    total: totalRow(STRETCH_COLUMNS, rows, { also: ["days"] }),
  };
}

function stretchAddress(kind: "gap" | "unconfirmed", { area, activity, from }: CoverageStretch): Address {
  return [kind, area, activity, formatDay(from)];
}

function stretchCells({ area, activity, from, to, days }: CoverageStretch, names: Names): Cell[] {
  return [names.area(area), names.activity(activity), formatDay(from), formatDay(to), days];
}
