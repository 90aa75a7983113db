import {
  contributionByYear,
  contributionPerResident,
  contributorsOf,
} from "../../../scenarios/compare-scenarios";
import { type FinancialYear, formatFinancialYear } from "../../../scenarios/model/calendar";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { type Pence, sumPence } from "../../../scenarios/model/money";
import { formatPounds } from "../format-table";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "../report-table";
import { sumColumn } from "../table-parts";
import type { ComparedColumn, Comparison } from "./comparison";

/** Each partner's position in every scenario: what it pays by year, in all, per resident, and against the reference. */
export function buildPositionsTable({ columns }: Comparison): ReportTable {
  const evaluated = columns.flatMap(({ evaluation }) => (evaluation === null ? [] : [evaluation]));
  const years = [...new Set(evaluated.flatMap(({ timeline }) => timeline.years))].sort(
    (one, other) => one - other,
  );
  const yearColumns = years.map((year): ReportColumn => {
    const text = formatFinancialYear(year);
    return { id: text, label: text, kind: "money" };
  });
  return {
    id: "positions",
    title: "Each partner's position",
    note: "What a partner contributes in each scenario, year by year, in pounds. Against the reference, it pays more, less or the same; whether that is fair is the partners' to say.",
    columns: [
      { id: "partner", label: "Partner", kind: "text" },
      { id: "scenario", label: "Scenario", kind: "text" },
      { id: "position", label: "Position", kind: "text" },
      ...yearColumns,
      sumColumn("total", "Total", yearColumns),
      { id: "per-resident", label: "Per resident", kind: "money" },
      { id: "difference", label: "Against the reference", kind: "money" },
      { id: "difference-per-resident", label: "Against the reference, per resident", kind: "money" },
    ],
    rows: contributorsOf(evaluated).flatMap((partner) =>
      columns.map((column, place) =>
        positionRow(partner, column, { columns, years, isReference: place === 0 }),
      ),
    ),
  };
}

type Setting = {
  readonly columns: readonly ComparedColumn[];
  readonly years: readonly FinancialYear[];
  readonly isReference: boolean;
};

function positionRow(
  { id, name }: { readonly id: string; readonly name: string },
  { key, name: scenario, evaluation }: ComparedColumn,
  { columns, years, isReference }: Setting,
): ReportRow {
  const [own, reference] = [evaluation, columns[0]?.evaluation ?? null].map((one) => positionOf(one, id));
  const difference = differenceOf(reference?.total, own?.total);
  const perResident = differenceOf(reference?.perResident, own?.perResident);
  return {
    id: `${id}-${key}`,
    cells: [
      name,
      isReference ? `${scenario} (reference)` : scenario,
      positionWords(evaluation, own?.total ?? null, isReference ? undefined : difference),
      ...years.map((year): Cell => own?.byYear.get(year) ?? null),
      own?.total ?? null,
      own?.perResident ?? null,
      isReference ? null : difference,
      isReference ? null : perResident,
    ],
  };
}

type Position = {
  readonly byYear: ReadonlyMap<FinancialYear, Pence>;
  readonly total: Pence;
  readonly perResident: Pence | null;
};

function positionOf(evaluation: Evaluation | null, organisation: string): Position | null {
  const amounts = evaluation === null ? null : contributionByYear(evaluation, organisation);
  if (evaluation === null || amounts === null) return null;
  return {
    byYear: new Map(evaluation.timeline.years.map((year, place) => [year, amounts[place] ?? 0n])),
    total: sumPence(amounts),
    perResident: contributionPerResident(evaluation, organisation),
  };
}

function differenceOf(from: Pence | null | undefined, to: Pence | null | undefined): Pence | null {
  return typeof from === "bigint" && typeof to === "bigint" ? to - from : null;
}

function positionWords(
  evaluation: Evaluation | null,
  total: Pence | null,
  difference: Pence | null | undefined,
): string {
  if (evaluation === null) return "Not known: the scenario has faults";
  if (total === null) return "In no round";
  if (difference === undefined) return "The reference";
  if (difference === null) return "In no round of the reference";
  if (difference === 0n) return "Pays the same";
  return difference > 0n ? `Pays ${formatPounds(difference)} more` : `Pays ${formatPounds(-difference)} less`;
}
