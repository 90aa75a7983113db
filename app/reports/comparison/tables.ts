import type { Measure } from "../../../scenarios/compare-scenarios";
import { sumPence } from "../../../scenarios/model/money";
import { type Cell, type CellValue, cellValue, type ReportColumn, type ReportTable } from "../report-table";
import { sumColumn } from "../table-parts";
import { type Comparison, comparisonRow, FAULTY, GROUP_WORDS } from "./comparison";

export const BETTER_WORDS = { lower: "Lower", higher: "Higher" } as const;

/** Every row of a comparison in one table: the values, then the differences against the reference, then those in percent. */
export function buildComparisonTable(comparison: Comparison): ReportTable {
  const [reference, ...others] = comparison.columns;
  const each = (id: string, label: string, kind: ReportColumn["kind"]): ReportColumn[] =>
    others.map(({ key, name }) => ({ id: `${id}-${key}`, label: `${label}: ${name}`, kind }));
  return {
    id: "comparison",
    title: "Scenarios side by side",
    note: `The reference is “${reference?.name ?? ""}”: a difference is a scenario's figure less the reference's. Money is net of recoverable VAT; each activity is in its own unit.`,
    columns: [
      { id: "group", label: "Subject", kind: "text" },
      { id: "measure", label: "Measure", kind: "text" },
      { id: "unit", label: "Unit", kind: "text" },
      { id: "better", label: "Better when", kind: "text" },
      ...comparison.columns.map(
        ({ key, name }): ReportColumn => ({ id: key, label: name, kind: "quantity" }),
      ),
      ...each("difference", "Difference", "quantity"),
      ...each("percent", "Difference (%)", "percent"),
    ],
    rows: comparison.measures.map((measure) => {
      const { cells } = comparisonRow(comparison, measure);
      const better = measure.betterWhen === null ? "No direction" : BETTER_WORDS[measure.betterWhen];
      return {
        id: measure.id,
        cells: [
          GROUP_WORDS[measure.group],
          measureName(measure),
          measure.unit,
          better,
          ...cells.map(({ value }) => value),
          ...cells.slice(1).map(({ difference }) => difference),
          ...cells.slice(1).map(({ percent }) => percent),
        ],
      };
    }),
  };
}

/** A year that is not whole in every scenario says so in its name too, where the cells cannot. */
function measureName({ name, months }: Measure): string {
  const parts = (months ?? []).some((count) => count !== null && count < 12);
  return parts ? `${name} (part year)` : name;
}

/** Cost by financial year of each scenario, with the total and the full-year effect beside the part years. */
export function buildCostByYearTable(comparison: Comparison): ReportTable {
  const yearly = comparison.measures.filter(({ explained }) => explained?.id === "cost");
  const years = yearly.map(
    ({ id, name }): ReportColumn => ({ id, label: name.replace("Cost ", ""), kind: "money" }),
  );
  const effect = comparison.measures.find(({ id }) => id === "full-year-effect");
  const rows = yearly.map((measure) => comparisonRow(comparison, measure));
  const effects = effect === undefined ? null : comparisonRow(comparison, effect);
  return {
    id: "cost-by-year",
    title: "Cost by financial year",
    note: "In pounds, net of recoverable VAT. A part year is one of which the period of the scenario has only some months. The full-year effect is what the provisions in service at the end cost in a whole year.",
    columns: [
      { id: "scenario", label: "Scenario", kind: "text" },
      ...years,
      sumColumn("total", "Total", years),
      { id: "full-year-effect", label: "Full-year effect of the last year", kind: "money" },
    ],
    rows: comparison.columns.map(({ key, name, evaluation }, place) => {
      const amounts = rows.map(({ cells }) => cells[place]?.value ?? null);
      const total: Cell =
        evaluation === null ? { value: null, words: FAULTY } : sumPence(amounts.map(pounds));
      return { id: key, cells: [name, ...amounts, total, effects?.cells[place]?.value ?? null] };
    }),
  };
}

/** What each partner contributes over the period in each scenario. */
export function buildContributionsComparedTable(comparison: Comparison): ReportTable {
  const rows = comparison.measures.filter(({ explained }) => explained?.id === "contribution");
  return {
    id: "contributions-compared",
    title: "Contributions by partner",
    note: "Over the whole period of each scenario, in pounds, with top-ups.",
    columns: [{ id: "partner", label: "Partner", kind: "text" }, ...scenarioColumns(comparison, "money")],
    rows: rows.map((measure) => ({
      id: measure.id,
      cells: [
        measure.name.replace("Contribution of ", ""),
        ...comparisonRow(comparison, measure).cells.map(({ value }) => value),
      ],
    })),
  };
}

/** Days without a required service, or on something unconfirmed, in each scenario. */
export function buildCoverageComparedTable(comparison: Comparison): ReportTable {
  const rows = ["gap-days", "unconfirmed-days"].flatMap((id) =>
    comparison.measures.filter((measure) => measure.id === id),
  );
  return {
    id: "coverage-compared",
    title: "Days of a required service in an area",
    note: "A day is counted once for each service and area. Only what is required is counted.",
    columns: [{ id: "state", label: "Coverage", kind: "text" }, ...scenarioColumns(comparison, "whole")],
    rows: rows.map((measure) => ({
      id: measure.id,
      cells: [measure.name, ...comparisonRow(comparison, measure).cells.map(({ value }) => value)],
    })),
  };
}

function scenarioColumns({ columns }: Comparison, kind: ReportColumn["kind"]): ReportColumn[] {
  return columns.map(({ key, name }) => ({ id: key, label: name, kind }));
}

function pounds(cell: Cell): bigint {
  const value: CellValue = cellValue(cell);
  return typeof value === "bigint" ? value : 0n;
}
