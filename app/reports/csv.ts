import { stringify } from "csv-stringify/sync";
import { formatMoney } from "../../scenarios/model/money";
import { formatQuantity } from "../../scenarios/model/quantity";
import { type Cell, cellValue, type ReportTable } from "./report-table";

const UTF8_MARK = "\uFEFF";

/**
 * A table as a CSV file: UTF-8 with its mark (Excel needs it), ISO dates, plain numbers without £ or thousands
 * separators, an empty cell (or its words) where nothing is known, the total as its last row. Text that a spreadsheet would take for a formula
 * is made inert.
 */
export function formatCsv(table: ReportTable): string {
  const header = table.columns.map(({ label }) => inertText(label));
  const rows = [...table.rows, ...(table.total === undefined ? [] : [table.total])];
  const lines = rows.map((row) => row.cells.map(csvCell));
  return UTF8_MARK + stringify([header, ...lines], { record_delimiter: "\r\n" });
}

function csvCell(cell: Cell): string {
  const value = cellValue(cell);
  if (typeof value === "bigint") return formatMoney(value);
  if (typeof value === "number") return formatQuantity(value);
  if (value !== null) return inertText(value);
  return typeof cell === "object" && cell !== null ? inertText(cell.words) : "";
}

/** Text that begins like a formula, with an apostrophe before it: a spreadsheet then shows it and runs nothing. */
export function inertText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
