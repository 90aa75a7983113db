import type { ReportRow, ReportTable } from "./report-table";

/** A table without the columns that its title says already. The first of the others names the row. */
export function withoutColumns(table: ReportTable, ids: readonly string[]): ReportTable {
  const kept = table.columns.map(({ id }) => !ids.includes(id));
  const narrow = (row: ReportRow): ReportRow => ({
    ...row,
    cells: row.cells.filter((_, place) => kept[place]),
  });
  return {
    ...table,
    columns: table.columns.filter((_, place) => kept[place]),
    rows: table.rows.map(narrow),
    ...(table.total === undefined ? {} : { total: narrow(table.total) }),
  };
}
