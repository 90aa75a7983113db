import type { Edit } from "../../forms/saves";
import type { GridColumn } from "./grid-rows";
import type { GridRow } from "./grid-rows";

/** A block of cells copied from Excel, as one edit; or why it does not fit where it was pasted. */
export type PastedBlock =
  | { readonly ok: true; readonly edit: Edit }
  | { readonly ok: false; readonly reason: string };

type Target = {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  /** The cell that has the focus: the block's upper left one. */
  readonly at: { readonly row: number; readonly column: number };
};

/** All or nothing: a block of which one cell has no place is not pasted at all. */
export function pasteBlock(text: string, { rows, columns, at }: Target): PastedBlock {
  const block = cellsOf(text);
  const wide = Math.max(...block.map((cells) => cells.length));
  if (at.row + block.length > rows.length) {
    return tooMuch(block.length, "rows", rows.length - at.row);
  }
  if (at.column + wide > columns.length) return tooMuch(wide, "columns", columns.length - at.column);
  const edit: Record<string, string> = {};
  for (const [down, cells] of block.entries()) {
    const row = rows[at.row + down] as GridRow;
    for (const [across, pasted] of cells.entries()) {
      const { id, heading } = columns[at.column + across] as GridColumn;
      const field = row.fields[id];
      if (field !== undefined) edit[field.name] = pasted;
      else if (pasted.trim() !== (row.texts[id] ?? "")) return notHere(heading, nameOf(row, columns));
    }
  }
  return { ok: true, edit };
}

/** Excel puts a tab between cells and a line end after each row, also after the last. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return lines.map((line) => line.split("\t"));
}

function tooMuch(wanted: number, what: "rows" | "columns", room: number): PastedBlock {
  return {
    ok: false,
    reason: `Nothing was pasted: the block has ${wanted} ${what}, and from here on there are ${room}. Copy fewer, or paste it further ${what === "rows" ? "up" : "to the left"}.`,
  };
}

function notHere(heading: string, row: string): PastedBlock {
  return {
    ok: false,
    reason: `Nothing was pasted: ${heading} of ${row} cannot be changed here. Copy only cells that can be changed.`,
  };
}

function nameOf(row: GridRow, columns: readonly GridColumn[]): string {
  return row.texts[columns[0]?.id ?? ""] ?? row.id;
}
