import type { Evaluation } from "../../scenarios/model/evaluation";
import { buildYearSummaryTable } from "../reports/year-summary";
import { cellAddress, type Sheet, type SheetCell } from "./sheet";
import { tableSheet } from "./table-sheet";

/** Rows of the summary that sum others of their column. */
const SUMS: Readonly<Record<string, readonly string[]>> = {
  cost: ["recurring", "one-off"],
  paid: ["contributions", "sources", "unfunded", "beyond"],
};

/** Cost and funding by year, the sums as formulas down the column. */
export function summarySheet(evaluation: Evaluation): Sheet {
  const sheet = tableSheet("Summary", buildYearSummaryTable(evaluation));
  const rowOf = (id: string): number => sheet.rows.findIndex((row) => row.id === id);
  const years = sheet.columns.length - 2;
  const rows = sheet.rows.map((row) => {
    const parts = (SUMS[row.id] ?? []).map(rowOf).filter((at) => at >= 0);
    if (parts.length === 0) return row;
    const cells = row.cells.map((cell, place): SheetCell => {
      if (place === 0 || place > years) return cell;
      return { ...cell, formula: parts.map((at) => cellAddress(at, place)).join("+") };
    });
    return { ...row, cells };
  });
  return { ...sheet, rows };
}
