import type { Evaluation } from "../../../scenarios/model/evaluation";
import { findTable } from "../all-tables";
import type { ReportTable } from "../report-table";
import type { Explanation } from "./explanation";
import { headingOf } from "./headings";

/** How a column comes about that is worked out in one way, with its figures. Null where there is no such column. */
export function explainColumn(evaluation: Evaluation, tableId: string, address: string): Explanation | null {
  const columnId = address.replaceAll("_", "/");
  const heading = headingOf(tableId, columnId);
  if (heading === null) return null;
  const table = findTable(evaluation, tableId);
  const column = table?.columns.find(({ id }) => id === columnId);
  if (table !== null && column === undefined) return null;
  return {
    title:
      column === undefined || table === null
        ? "How the column comes about"
        : `${table.title}: ${column.label}`,
    value: null,
    kind: "text",
    rule: heading.rule,
    parts: [],
    workings: table === null ? [] : [ofColumn(table, columnId)],
    inputs: heading.inputs?.(evaluation, heading.subject) ?? [],
  };
}

/** The table with the names of its rows, the column, and what the column is the sum of. */
function ofColumn(table: ReportTable, columnId: string): ReportTable {
  const sumOf = table.columns.find(({ id }) => id === columnId)?.sumOf ?? [];
  const kept = table.columns.flatMap(({ id, kind }, place) =>
    place === 0 || id === columnId || sumOf.includes(id) || (kind === "year" && place < 4) || id === "area"
      ? [place]
      : [],
  );
  const narrow = <Row extends ReportTable["rows"][number]>(row: Row) => ({
    ...row,
    cells: kept.map((place) => row.cells[place] ?? null),
  });
  return {
    ...table,
    id: "working-column",
    title: "The figures of the column",
    columns: kept.flatMap((place) => table.columns[place] ?? []),
    rows: table.rows.map(narrow),
    ...(table.total === undefined ? {} : { total: narrow(table.total) }),
  };
}
