import type { GridApi } from "ag-grid-community";
import type { GridOptions, GridState } from "./create-edit-grid";
import { type GridRow, textOfCell } from "./grid-rows";
import { pasteBlock } from "./paste-block";

type Clipboard = Pick<GridOptions, "columns" | "onTyped" | "onRejected" | "rowsToPaste"> & {
  readonly state: () => GridState;
};

/** Copies the cell that has the focus, and pastes a block from it on; while a cell is typed into, that is the editor's. */
export function listenToClipboard(
  element: HTMLElement,
  api: GridApi<GridRow>,
  { columns, state, onTyped, onRejected, rowsToPaste }: Clipboard,
): () => void {
  const place = (): { readonly row: number; readonly column: number } | null => {
    const focused = api.getFocusedCell();
    if (focused === null || focused.rowPinned != null || api.getEditingCells().length > 0) return null;
    if (focused.column.getColId() === "delete") return null;
    return { row: focused.rowIndex, column: columns.findIndex(({ id }) => id === focused.column.getColId()) };
  };
  const copy = (event: ClipboardEvent): void => {
    const at = place();
    const row = at === null ? undefined : state().rows[at.row];
    if (at === null || row === undefined) return;
    event.clipboardData?.setData("text/plain", textOfCell(row, columns[at.column]?.id ?? "", state().drafts));
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent): void => {
    const at = place();
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (at === null || text === "") return;
    event.preventDefault();
    const pasted = pasteBlock(text, { rows: rowsToPaste(text.split("\n").length), columns, at });
    if (pasted.ok) onTyped(pasted.edit);
    else onRejected(pasted.reason);
  };
  element.addEventListener("copy", copy);
  element.addEventListener("paste", paste);
  return () => {
    element.removeEventListener("copy", copy);
    element.removeEventListener("paste", paste);
  };
}
