import type { ShownField } from "../../forms/fields";
import type { EditableCells } from "../../forms/list-table";
import type { Draft } from "../../forms/saves";
import { withArticle } from "../../lib/with-article";
import type { FormattedTable } from "../../reports/format-table";

/** One row of a grid: what each column shows, and the fields behind the cells that can be edited. */
export type GridRow = {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, ShownField>>;
  readonly isTotal: boolean;
  /** Not there yet: what is typed into it adds it. */
  readonly isNew: boolean;
};

/** What a grid is told of one of its columns. */
export type GridColumn = { readonly id: string; readonly heading: string; readonly numeric: boolean };

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
    isNew: false,
  });
  return {
    rows: table.rows.map((one) => row(one, false)),
    total: table.total === undefined ? null : row(table.total, true),
  };
}

type NewRows = { readonly base: string; readonly one: string; readonly cells: EditableCells };

/** Rows with those that are being added, and more to type or paste into, `blank` of them. */
export function withNewRows(
  rows: readonly GridRow[],
  { base, one, cells }: NewRows,
  drafts: Drafts,
  blank: number,
): readonly GridRow[] {
  const started = Object.keys(drafts).flatMap((name) => NEW_ROW.exec(name.slice(base.length))?.[1] ?? []);
  const begun = [...new Set(started)].filter((id) =>
    Object.keys(drafts).some((name) => name.startsWith(`${base}/${id}/`)),
  );
  const free = Array.from({ length: begun.length + blank }, (_, place) => (place === 0 ? "-" : `-${place}`));
  const ids = [...begun, ...free.filter((id) => !begun.includes(id)).slice(0, blank)];
  const [first = ""] = Object.keys(cells["-"] ?? {});
  const news = ids.map((id): GridRow => {
    const fields = Object.entries(cells["-"] ?? {}).map(([column, field]) => {
      const name = `${base}/${id}${field.name.slice(base.length + 2)}`;
      return [column, { ...field, name }] as const;
    });
    const texts = { [first]: begun.includes(id) ? "" : `Add ${withArticle(one)}` };
    return { id, texts, fields: Object.fromEntries(fields), isTotal: false, isNew: true };
  });
  return [...rows, ...news];
}

const NEW_ROW = /^\/(-\d{0,3})\//;

/** A field in words: which, and of what row. */
export function cellNamed(
  rows: readonly GridRow[],
  name: string,
): { readonly field: ShownField; readonly label: string } | null {
  for (const row of rows) {
    const field = Object.values(row.fields).find((one) => one.name === name);
    if (field !== undefined) return { field, label: `${field.label} of ${nameOfRow(row)}` };
  }
  return null;
}

/** What a row is called in a message: by its first cell, a new one as such. */
export function nameOfRow({ texts, isNew }: GridRow, at: "sentence" | "middle" = "middle"): string {
  if (isNew) return at === "sentence" ? "The new row" : "the new row";
  return Object.values(texts)[0] ?? "";
}

/** Cells with the choices of their columns. */
export function withChoices(
  cells: EditableCells,
  choices: Readonly<Record<string, NonNullable<ShownField["choices"]>>>,
): EditableCells {
  const rows = Object.entries(cells).map(([row, fields]) => {
    const whole = Object.entries(fields).map(([column, field]) => {
      const ofColumn = choices[column];
      return [column, ofColumn === undefined ? field : { ...field, choices: ofColumn }] as const;
    });
    return [row, Object.fromEntries(whole)] as const;
  });
  return Object.fromEntries(rows);
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
  const draft = drafts[field.name];
  if (draft === undefined || draft.state === "saved") return "editable";
  // Refused only with others: the fault is marked where it lies.
  const isBystander = draft.state === "refused" && draft.message === undefined;
  return draft.state === "waiting" || isBystander ? "waiting" : "problem";
}
