import { measureScenarios } from "../../scenarios/compare-scenarios";
import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { type ComparisonRow, compareColumns, comparisonRow } from "../reports/comparison/comparison";
import { buildComparisonTable } from "../reports/comparison/tables";
import type { InputPlaces } from "./inputs";
import { AS_IN_PLANNER, FOLLOWS, OPEN_IN_PLANNER, orNone, STATE_COLUMN } from "./planner-state";
import { columnLetters, type Places, type Sheet, type SheetCell, type SheetFormat } from "./sheet";
import { NOTHING, tableSheet, writeCell } from "./table-sheet";

/** Columns before the values of the scenarios. */
export const NAME_COLUMNS = 4;

/** Another scenario that this one is set against: what it is based on, or the first of its plan. */
export type Reference = { readonly name: string; readonly evaluation: Evaluation };

/** This scenario beside its reference; money of the Summary follows the assumptions, the rest is the planner's. */
export function compareSheet(
  evaluation: Evaluation,
  reference: Reference | null,
  { inputs, summary }: { readonly inputs: InputPlaces; readonly summary: Places },
): Sheet {
  const columns = [
    ...(reference === null ? [] : [{ key: "reference", ...reference }]),
    { key: "own", name: evaluation.scenario.name, evaluation },
  ];
  const comparison = compareColumns(columns, measureScenarios(columns.map((column) => column.evaluation)));
  const sheet = tableSheet("Compare", buildComparisonTable(comparison), 2);
  if (reference === null) {
    const note = "This scenario is not set against another one.";
    return orNone({ ...sheet, note, rows: [] }, "There is no other scenario to compare with");
  }
  const live = liveFormulas(evaluation, summary);
  const state = `IF(${inputs.changed()}=0,"${AS_IN_PLANNER}","${OPEN_IN_PLANNER}")`;
  const rows = comparison.measures.map((measure) => comparisonRow(comparison, measure));
  return {
    ...sheet,
    columns: [...sheet.columns, STATE_COLUMN],
    rows: sheet.rows.map((row, at) => {
      const formula = live.get(row.id);
      const figures = comparedCells(rows[at] as ComparisonRow, at + 2);
      const [first, own, ...more] = figures;
      const cells = [first, own === undefined || formula === undefined ? own : { ...own, formula }, ...more];
      const follows: SheetCell =
        formula === undefined ? { value: AS_IN_PLANNER, formula: state } : { value: FOLLOWS };
      return {
        ...row,
        cells: [...row.cells.slice(0, NAME_COLUMNS), ...cells.filter((cell) => cell !== undefined), follows],
      };
    }),
  };
}

/** The measures that the Summary works out. */
function liveFormulas({ timeline }: Evaluation, summary: Places): ReadonlyMap<string, string> {
  return new Map([
    ["total-cost", summary.cell("cost", "total")],
    ...["unfunded", "confirmed", "indicative", "at-risk"].map((row): [string, string] => [
      row,
      summary.cell(row, "total"),
    ]),
    ...timeline.years.map((year): [string, string] => {
      const text = formatFinancialYear(year);
      return [`cost-${text}`, summary.cell("cost", text)];
    }),
  ]);
}

/** The values of a row, the differences from the first, and the differences in percent. */
export function comparedCells({ measure, cells }: ComparisonRow, line: number): SheetCell[] {
  const isMoney = measure.unit === "£";
  const format: SheetFormat = isMoney ? "money" : "quantity";
  const reference = `$${columnLetters(NAME_COLUMNS)}${line}`;
  const at = (place: number): string => `${columnLetters(NAME_COLUMNS + place)}${line}`;
  const values = cells.map(({ value }) => ({ ...writeCell(value, format), format }));
  const differences = cells.slice(1).map(({ difference }, place): SheetCell => {
    if (difference === null) return { value: NOTHING };
    const formula = `ROUND(${at(place + 1)}-${reference},${isMoney ? 2 : 6})`;
    return { ...writeCell(difference, format), formula, format };
  });
  const percents = cells.slice(1).map(({ difference }, place): SheetCell => {
    const [from, to] = [values[0]?.value, values[place + 1]?.value];
    if (difference === null || typeof from !== "number" || typeof to !== "number") return { value: NOTHING };
    const formula = `IF(${reference}=0,"${NOTHING}",(${at(place + 1)}-${reference})/${reference})`;
    return { value: from === 0 ? NOTHING : (to - from) / from, formula, format: "percent" };
  });
  return [...values, ...differences, ...percents];
}
