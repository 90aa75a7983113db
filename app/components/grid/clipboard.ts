import type { GridApi } from "ag-grid-community";
import { fillWith, type Place, textOfRange } from "./cell-range";
import type { GridOptions } from "./create-edit-grid";
import { type Keyboard, placeOfFocus } from "./grid-keys";
import type { GridRow } from "./grid-rows";
import { pasteBlock } from "./paste-block";

type Clipboard = Keyboard & Pick<GridOptions, "columns" | "onRejected" | "rowsToPaste">;

/**
 * Copies the block that is marked, or the cell that has the focus, and pastes a block from it on: one cell into all that
 * are marked. While a cell is typed into, all this is the editor's.
 */
export function listenToClipboard(
  api: GridApi<GridRow>,
  { element, columns, cells, range, onTyped, onRejected, rowsToPaste }: Clipboard,
): () => void {
  const place = (): Place | null => (api.getEditingCells().length > 0 ? null : placeOfFocus(api, cells()));
  const copy = (event: ClipboardEvent): void => {
    const at = place();
    if (at === null) return;
    event.clipboardData?.setData("text/plain", textOfRange(cells(), range() ?? { from: at, to: at }));
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent): void => {
    const at = place();
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (at === null || text === "") return;
    event.preventDefault();
    const marked = range();
    const one = text.replace(/\r?\n$/, "");
    if (marked !== null && !/[\t\r\n]/.test(one)) {
      onTyped(fillWith(cells(), marked, one));
      return;
    }
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
