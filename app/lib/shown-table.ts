import { type FormattedTable, formatTable } from "../reports/format-table";
import type { Address, ReportTable } from "../reports/report-table";

/** A table as a page shows it, with where the same table can be had as a file. */
export type ShownTable = { readonly table: FormattedTable; readonly downloadHref: string };

export function showTable(scenarioHref: string, table: ReportTable): ShownTable {
  return {
    table: formatTable(table, (address) => explainHref(scenarioHref, address)),
    downloadHref: csvHref(scenarioHref, table.id),
  };
}

/** Where a figure of a scenario is explained. */
export function explainHref(scenarioHref: string, address: Address): string {
  return `${scenarioHref}/explain/${address.map(encodeURIComponent).join("/")}`;
}

export function csvHref(scenarioHref: string, tableId: string): string {
  return `${scenarioHref}/download/csv/${encodeURIComponent(tableId)}`;
}
