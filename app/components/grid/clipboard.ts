import type { GridApi } from "ag-grid-community";
import { fillWith, type Place, textOfRange } from "./cell-range";
import type { GridColumn } from "./grid-rows";
import { type Keyboard, placeOfFocus } from "./grid-keys";
import type { GridRow } from "./grid-rows";
import { pasteBlock } from "./paste-block";

type Clipboard = Keyboard & {
  readonly columns: readonly GridColumn[];
  /** The rows with as many new ones as a block may need. */
  readonly rowsToPaste: (wanted: number) => readonly GridRow[];
  /** A block does not fit where it was pasted. */
  readonly onRejected: (reason: string) => void;
};

type CopyOrPaste = Pick<ClipboardEvent, "clipboardData" | "preventDefault">;

/** Copies the block that is marked, or the cell that has the focus. */
export function copyBlock(event: CopyOrPaste, api: GridApi<GridRow>, { cells, range }: Clipboard): void {
  const at = placeToWorkOn(api, cells);
  if (at === null) return;
  event.clipboardData?.setData("text/plain", textOfRange(cells, range ?? { from: at, to: at }));
  event.preventDefault();
}

/** Pastes a block from the cell that has the focus on: one cell into all that are marked. */
export function pasteInto(
  event: CopyOrPaste,
  api: GridApi<GridRow>,
  { cells, range, columns, onTyped, onRejected, rowsToPaste }: Clipboard,
): void {
  const at = placeToWorkOn(api, cells);
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (at === null || text === "") return;
  event.preventDefault();
  const one = text.replace(/\r?\n$/, "");
  if (range !== null && !/[\t\r\n]/.test(one)) {
    onTyped(fillWith(cells, range, one));
    return;
  }
  const pasted = pasteBlock(text, { rows: rowsToPaste(text.split("\n").length), columns, at });
  if (pasted.ok) onTyped(pasted.edit);
  else onRejected(pasted.reason);
}

/** While a cell is typed into, the clipboard is the editor's. */
function placeToWorkOn(api: GridApi<GridRow>, cells: Keyboard["cells"]): Place | null {
  return api.getEditingCells().length > 0 ? null : placeOfFocus(api, cells);
}
