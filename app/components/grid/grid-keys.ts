import type { GridApi, SuppressKeyboardEventParams } from "ag-grid-community";
import type { Edit } from "../../forms/saves";
import { type CellRange, type Cells, extendRange, fillDown, type Place } from "./cell-range";
import type { GridRow } from "./grid-rows";

/** What the keys of a grid work on. */
export type Keyboard = {
  readonly cells: Cells;
  /** The block that is marked; null: only the cell that has the focus. */
  readonly range: CellRange | null;
  readonly mark: (range: CellRange | null) => void;
  readonly onTyped: (edit: Edit) => void;
};

/**
 * Where Excel and the grid differ. While something is typed Tab saves and moves on; otherwise it leaves the grid, which is
 * one stop among others. Shift and the arrows mark a block; Ctrl+D fills it down; Enter on a name opens it.
 */
export function handleKey(
  params: SuppressKeyboardEventParams<GridRow>,
  keyboard: Keyboard,
  isFirst: boolean,
): boolean {
  const { api, event, editing, data } = params;
  if (editing) return event.key === "Tab" && saveAndMoveOn(api, event);
  if (event.key === "Tab") return leaveGrid(event);
  return handleBlock(params, keyboard) || (isFirst && data?.isNew !== true && followLink(params));
}

/** Enter on a cell with a link follows it. */
export function followLink({ event, editing, data }: SuppressKeyboardEventParams<GridRow>): boolean {
  if (editing || event.key !== "Enter" || data?.isTotal !== false) return false;
  (event.target as HTMLElement).querySelector("a")?.click();
  return true;
}

function saveAndMoveOn(api: GridApi<GridRow>, event: KeyboardEvent): true {
  event.preventDefault();
  api.stopEditing();
  api.tabToNextCell(event);
  return true;
}

function handleBlock(
  { api, event, data }: SuppressKeyboardEventParams<GridRow>,
  { cells, range, mark, onTyped }: Keyboard,
): boolean {
  const focused = placeOfFocus(api, cells);
  if (focused === null || data?.isTotal === true) return false;
  const now = range ?? { from: focused, to: focused };
  const isCommand = event.ctrlKey || event.metaKey;
  const larger = event.shiftKey && !isCommand ? extendRange(now, event.key, cells) : null;
  if (larger !== null) {
    event.preventDefault();
    mark(larger);
    return true;
  }
  if (isCommand && event.key.toLowerCase() === "d") {
    event.preventDefault();
    const edit = fillDown(cells, now);
    if (Object.keys(edit).length > 0) onTyped(edit);
    return true;
  }
  // Any other key but those that go with one more is about the one cell again.
  if (!isCommand && !["Shift", "Control", "Meta", "Alt"].includes(event.key)) mark(null);
  return false;
}

export function placeOfFocus(api: GridApi<GridRow>, { columns }: Pick<Cells, "columns">): Place | null {
  const focused = api.getFocusedCell();
  if (focused === null || focused.rowPinned != null) return null;
  const column = columns.findIndex(({ id }) => id === focused.column.getColId());
  return column < 0 ? null : { row: focused.rowIndex, column };
}

/** To what comes after the grid on the page, or before it: hundreds of cells are not hundreds of stops. */
export function leaveGrid(event: KeyboardEvent): boolean {
  const element = (event.target as HTMLElement).closest(".app-grid");
  if (element === null) return false;
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => !element.contains(stop) && stop.tabIndex >= 0 && stop.checkVisibility(),
  );
  const isAfter = (stop: HTMLElement): boolean =>
    (element.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = event.shiftKey ? stops.findLast((stop) => !isAfter(stop)) : stops.find(isAfter);
  if (next === undefined) return false;
  event.preventDefault();
  next.focus();
  return true;
}

const STOPS =
  "a[href], button:not([disabled]), input:not([type=hidden]), select, textarea, summary, [tabindex]";
