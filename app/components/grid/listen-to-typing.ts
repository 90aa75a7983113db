import type { GridApi } from "ag-grid-community";
import type { GridOptions, GridState } from "./create-edit-grid";
import type { GridRow } from "./grid-rows";

type Listener = Pick<GridOptions, "onTyping" | "onTypingEnds" | "onReady"> & {
  readonly state: () => GridState;
};

export type TypingListener = {
  /** A cell is no longer typed into: the grid says so itself. */
  readonly left: () => void;
  readonly stop: () => void;
};

/** Tells what is typed into a cell as it is typed, before the cell is left. */
export function listenToTyping(
  element: HTMLElement,
  api: GridApi<GridRow>,
  { state, onTyping, onTypingEnds, onReady }: Listener,
): TypingListener {
  let name: string | undefined;
  const note = ({ target }: Event): void => {
    const [cell] = api.getEditingCells();
    const isInput = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (cell === undefined || !isInput) return;
    name = state().rows[cell.rowIndex]?.fields[cell.colId]?.name;
    if (name !== undefined) onTyping({ [name]: target.value });
  };
  element.addEventListener("input", note);
  element.addEventListener("focusin", onReady);
  return {
    left: () => {
      if (name !== undefined) onTypingEnds([name]);
      name = undefined;
    },
    stop: () => {
      element.removeEventListener("input", note);
      element.removeEventListener("focusin", onReady);
    },
  };
}
