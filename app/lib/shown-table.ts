import { type FormattedTable, formatTable } from "../reports/format-table";
import type { ReportTable } from "../reports/report-table";

/** A table as a page shows it, with where the same table can be had as a file. */
export type ShownTable = { readonly table: FormattedTable; readonly downloadHref: string };

export function showTable(scenarioHref: string, table: ReportTable): ShownTable {
  return { table: formatTable(table), downloadHref: csvHref(scenarioHref, table.id) };
}

export function csvHref(scenarioHref: string, tableId: string): string {
  return `${scenarioHref}/download/csv/${encodeURIComponent(tableId)}`;
}
