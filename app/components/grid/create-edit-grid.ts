import {
  CellStyleModule,
  ClientSideRowModelModule,
  type ColDef,
  CustomEditorModule,
  createGrid,
  type GridApi,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowAutoHeightModule,
  ScrollApiModule,
  TextEditorModule,
} from "ag-grid-community";
import type { ShownField } from "../../forms/fields";
import type { Draft, Edit } from "../../forms/saves";
import { deleteLink, nameLink } from "./cell-elements";
import { type CellRange, type Cells, isInRange, rangeWords } from "./cell-range";
import { ChoiceEditor } from "./choice-editor";
import { listenToClipboard } from "./clipboard";
import { type GridRow, markOfCell, scrollsInside, textOfCell, valueOfCell } from "./grid-rows";
import { followLink, handleKey, type Keyboard, leaveGrid } from "./grid-keys";
import { gridTheme } from "./grid-theme";
import { listenToTyping } from "./listen-to-typing";

/** What a grid shows. */
export type GridState = {
  readonly rows: readonly GridRow[];
  readonly total: GridRow | null;
  readonly drafts: Readonly<Record<string, Draft>>;
};

export type GridColumn = { readonly id: string; readonly heading: string; readonly numeric: boolean };

export type GridOptions = {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** The page's nonce: the grid brings its own styles. */
  readonly nonce: string;
  readonly state: GridState;
  /** Where the name of a row leads. */
  readonly hrefOf: (rowId: string) => string;
  /** Where a row is deleted. */
  readonly deleteHrefOf: (rowId: string) => string;
  /** The rows with as many new ones as a block may need. */
  readonly rowsToPaste: (wanted: number) => readonly GridRow[];
  /** Something was typed into a field, or pasted into several. */
  readonly onTyped: (edit: Edit) => void;
  /** A cell is being typed into, letter by letter; then it is left, with the edit handed on or taken back. */
  readonly onTyping: (edit: Edit) => void;
  readonly onTypingEnds: (names: readonly string[]) => void;
  /** Someone is about to type: a cell has the focus. */
  readonly onReady: () => void;
  /** A block does not fit where it was pasted. */
  readonly onRejected: (reason: string) => void;
};

export type EditGrid = {
  readonly show: (state: GridState) => void;
  /** Takes the focus to the cell of a field. */
  readonly focus: (name: string) => void;
  readonly destroy: () => void;
};

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  CustomEditorModule,
  PinnedRowModule,
  RenderApiModule,
  RowAutoHeightModule,
  ScrollApiModule,
  TextEditorModule,
]);

/** A grid that is typed into as Excel is: Enter saves and goes down, Tab to the right, Esc takes the typing back. */
export function createEditGrid(element: HTMLElement, options: GridOptions): EditGrid {
  let state = options.state;
  let range: CellRange | null = null;
  const cells = (): Cells => ({ ...state, columns: options.columns });
  const said = element.appendChild(document.createElement("div"));
  said.className = "govuk-visually-hidden";
  said.setAttribute("role", "status");
  const mark = (next: CellRange | null): void => {
    if (next === range) return;
    range = next;
    said.textContent = next === null ? "" : rangeWords(next);
    api.refreshCells({ force: true });
  };
  const context: ColumnContext = { ...options, element, cells, range: () => range, mark };
  const unmark = (): void => mark(null);
  element.addEventListener("mousedown", unmark);
  const api: GridApi<GridRow> = createGrid<GridRow>(element, {
    theme: gridTheme,
    styleNonce: options.nonce,
    columnDefs: [
      ...options.columns.map((column, place) => columnOf(column, place, context)),
      deleteColumn(context),
    ],
    rowData: [...state.rows],
    pinnedBottomRowData: pinned(state),
    getRowId: ({ data }) => data.id,
    // Every cell is in the page, in the order of the table, so that a screen reader finds it.
    ensureDomOrder: true,
    suppressColumnVirtualisation: true,
    domLayout: scrollsInside(state.rows) ? "normal" : "autoHeight",
    enterNavigatesVertically: true,
    enterNavigatesVerticallyAfterEdit: true,
    stopEditingWhenCellsLoseFocus: true,
    suppressMovableColumns: true,
    onCellEditingStopped: () => typing.left(),
  });
  api.setGridAriaProperty("label", options.label);
  const stopClipboard = listenToClipboard(api, { ...options, ...context });
  const typing = listenToTyping(element, api, { ...options, state: () => state });
  return {
    show: (next) => {
      state = next;
      api.setGridOption("rowData", [...next.rows]);
      api.setGridOption("pinnedBottomRowData", pinned(next));
      api.refreshCells({ force: true });
    },
    focus: (name) => {
      const place = placeOf(state.rows, name);
      if (place === null) return;
      api.ensureIndexVisible(place.row);
      api.ensureColumnVisible(place.column);
      api.setFocusedCell(place.row, place.column);
    },
    destroy: () => {
      stopClipboard();
      typing.stop();
      element.removeEventListener("mousedown", unmark);
      said.remove();
      api.destroy();
    },
  };
}

const pinned = ({ total }: GridState): GridRow[] => (total === null ? [] : [total]);

type ColumnContext = Keyboard & Pick<GridOptions, "hrefOf" | "deleteHrefOf" | "state">;

/** The last column. */
function deleteColumn({ element, deleteHrefOf }: ColumnContext): ColDef<GridRow> {
  return {
    colId: "delete",
    headerName: "Delete",
    width: 100,
    sortable: false,
    cellRenderer: deleteLink(deleteHrefOf),
    suppressKeyboardEvent: (params) =>
      params.event.key === "Tab" ? leaveGrid(element, params.event) : followLink(params),
    suppressHeaderKeyboardEvent: ({ event }) => event.key === "Tab" && leaveGrid(element, event),
  };
}

function columnOf(
  { id, heading, numeric }: GridColumn,
  place: number,
  context: ColumnContext,
): ColDef<GridRow> {
  const { element, cells, range, onTyped, hrefOf } = context;
  const isFirst = place === 0;
  const drafts = () => cells().drafts;
  const isMarked = (rowIndex: number): boolean => {
    const marked = range();
    return marked !== null && isInRange(marked, { row: rowIndex, column: place });
  };
  const field = context.state.rows.find((row) => row.fields[id] !== undefined)?.fields[id];
  return {
    colId: id,
    headerName: heading,
    ...sizeOf({ heading, isFirst, numeric, field }),
    ...(isFirst ? { cellRenderer: nameLink(hrefOf) } : {}),
    ...(numeric ? { type: "rightAligned" } : {}),
    wrapHeaderText: true,
    autoHeaderHeight: true,
    sortable: false,
    valueGetter: ({ data }) => (data === undefined ? "" : valueOfCell(data, id, drafts())),
    valueFormatter: ({ data }) => (data === undefined ? "" : textOfCell(data, id, drafts())),
    valueSetter: ({ data, newValue }) => {
      const name = data.fields[id]?.name;
      if (name !== undefined) onTyped({ [name]: String(newValue ?? "") });
      return false; // The grid shows what the page tells it, which has just been told.
    },
    editable: ({ data }) => data?.fields[id] !== undefined,
    ...(field?.choices === undefined
      ? { cellEditor: "agTextCellEditor" }
      : { cellEditor: ChoiceEditor, cellEditorParams: choicesOf(id, heading) }),
    cellClassRules: {
      "app-grid__cell--editable": ({ data }) => markIs(data, id, drafts, "editable"),
      "app-grid__cell--waiting": ({ data }) => markIs(data, id, drafts, "waiting"),
      "app-grid__cell--problem": ({ data }) => markIs(data, id, drafts, "problem"),
      "app-grid__cell--marked": ({ data, rowIndex }) => data?.isTotal === false && isMarked(rowIndex),
    },
    suppressKeyboardEvent: (params) => handleKey(params, { ...context, isFirst }),
    suppressHeaderKeyboardEvent: ({ event }) => event.key === "Tab" && leaveGrid(element, event),
  };
}

const choicesOf =
  (id: string, label: string) =>
  ({ data }: { readonly data?: GridRow }) => ({ choices: data?.fields[id]?.choices ?? [], label });

function markIs(
  row: GridRow | undefined,
  id: string,
  drafts: () => GridState["drafts"],
  mark: ReturnType<typeof markOfCell>,
): boolean {
  return row !== undefined && markOfCell(row, id, drafts()) === mark;
}

const WHOLE_TEXT = { wrapText: true, autoHeight: true } as const;

/** A row is as high as its longest text needs. Only long lists of names are cut off; they open with the row's name. */
function sizeOf({
  heading,
  isFirst,
  numeric,
  field,
}: Pick<GridColumn, "heading" | "numeric"> & {
  readonly isFirst: boolean;
  readonly field: ShownField | undefined;
}): ColDef<GridRow> {
  if (isFirst) return { pinned: "left", width: 270, ...WHOLE_TEXT };
  if (numeric) return { width: heading.length >= 14 ? 150 : heading.endsWith("(£)") ? 135 : 115 };
  if (field === undefined || field.kind === "ids") return { minWidth: 180, flex: 1 };
  const longest = Math.max(0, ...(field.choices ?? []).map(({ words }) => words.length));
  return { minWidth: longest > 20 ? 240 : field.kind === "date" ? 180 : 130, flex: 1, ...WHOLE_TEXT };
}

function placeOf(
  rows: readonly GridRow[],
  name: string,
): { readonly row: number; readonly column: string } | null {
  for (const [row, { fields }] of rows.entries()) {
    const column = Object.keys(fields).find((id) => fields[id]?.name === name);
    if (column !== undefined) return { row, column };
  }
  return null;
}
