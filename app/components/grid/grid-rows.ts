import type { ShownField } from "../../forms/fields";
import type { EditableCells } from "../../forms/lots-grid";
import type { Draft } from "../../forms/saves";
import type { FormattedTable } from "../../reports/format-table";

/** One row of a grid: what each column shows, and the fields behind the cells that can be edited. */
export type GridRow = {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, ShownField>>;
  readonly isTotal: boolean;
};

/** A table of the page as rows of a grid; the total stands apart. */
export function gridRows(
  table: FormattedTable,
  cells: EditableCells,
): { readonly rows: readonly GridRow[]; readonly total: GridRow | null } {
  const row = ({ id, cells: shown }: FormattedTable["rows"][number], isTotal: boolean): GridRow => ({
    id,
    texts: Object.fromEntries(table.columns.map((column, place) => [column.id, shown[place]?.text ?? ""])),
    fields: (isTotal ? undefined : cells[id]) ?? {},
    isTotal,
  });
  return {
    rows: table.rows.map((one) => row(one, false)),
    total: table.total === undefined ? null : row(table.total, true),
  };
}

const MOST_ROWS_AT_ONCE = 40;

/** Whether a grid has so many rows that it scrolls in a window of its own and draws only those in it. */
export function scrollsInside(rows: readonly GridRow[]): boolean {
  return rows.length > MOST_ROWS_AT_ONCE;
}

type Drafts = Readonly<Record<string, Draft>>;

/** What an editor starts with: what was typed, else the value. A cell without a field has only its text. */
export function valueOfCell(row: GridRow, columnId: string, drafts: Drafts): string {
  const field = row.fields[columnId];
  return field === undefined ? (row.texts[columnId] ?? "") : (drafts[field.name]?.text ?? field.value);
}

/** What a cell shows: what was typed and is not in the scenario yet, else the table's own text. */
export function textOfCell(row: GridRow, columnId: string, drafts: Drafts): string {
  const field = row.fields[columnId];
  const draft = field === undefined ? undefined : drafts[field.name];
  if (field === undefined || draft === undefined) return row.texts[columnId] ?? "";
  return field.choices?.find(({ value }) => value === draft.text)?.words ?? draft.text;
}

export type CellMark = "editable" | "waiting" | "problem";

/** How a cell is marked; a word or a sign says it too. */
export function markOfCell(row: GridRow, columnId: string, drafts: Drafts): CellMark | null {
  const field = row.fields[columnId];
  if (field === undefined) return null;
  const state = drafts[field.name]?.state;
  if (state === undefined || state === "saved") return "editable";
  return state === "waiting" ? "waiting" : "problem";
}
