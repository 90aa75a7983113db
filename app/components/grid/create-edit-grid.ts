import {
  CellStyleModule,
  ClientSideRowModelModule,
  type ColDef,
  CustomEditorModule,
  createGrid,
  type GridApi,
  type ICellRendererParams,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  ScrollApiModule,
  type SuppressKeyboardEventParams,
  TextEditorModule,
} from "ag-grid-community";
import type { Draft, Edit } from "../../forms/saves";
import { ChoiceEditor } from "./choice-editor";
import { listenToClipboard } from "./clipboard";
import { type GridRow, markOfCell, scrollsInside, textOfCell, valueOfCell } from "./grid-rows";
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
  ScrollApiModule,
  TextEditorModule,
]);

/** A grid that is typed into as Excel is: Enter saves and goes down, Tab to the right, Esc takes the typing back. */
export function createEditGrid(element: HTMLElement, options: GridOptions): EditGrid {
  let state = options.state;
  const api: GridApi<GridRow> = createGrid<GridRow>(element, {
    theme: gridTheme,
    styleNonce: options.nonce,
    columnDefs: options.columns.map((column, place) =>
      columnOf(column, { ...options, isFirst: place === 0, drafts: () => state.drafts }),
    ),
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
  const stopClipboard = listenToClipboard(element, api, { ...options, state: () => state });
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
      api.destroy();
    },
  };
}

const pinned = ({ total }: GridState): GridRow[] => (total === null ? [] : [total]);

type ColumnContext = Pick<GridOptions, "hrefOf" | "onTyped" | "state"> & {
  readonly isFirst: boolean;
  readonly drafts: () => GridState["drafts"];
};

function columnOf({ id, heading, numeric }: GridColumn, context: ColumnContext): ColDef<GridRow> {
  const { isFirst, drafts, onTyped, hrefOf } = context;
  const field = context.state.rows.find((row) => row.fields[id] !== undefined)?.fields[id];
  return {
    colId: id,
    headerName: heading,
    ...(isFirst
      ? { pinned: "left", width: 290, wrapText: true, cellRenderer: linkTo(hrefOf) }
      : { width: widthOf(heading, numeric) }),
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
      : { cellEditor: ChoiceEditor, cellEditorParams: { choices: field.choices, label: heading } }),
    cellClassRules: {
      "app-grid__cell--editable": ({ data }) => markIs(data, id, drafts, "editable"),
      "app-grid__cell--waiting": ({ data }) => markIs(data, id, drafts, "waiting"),
      "app-grid__cell--problem": ({ data }) => markIs(data, id, drafts, "problem"),
    },
    suppressKeyboardEvent: (params) => handleKey(params, isFirst),
  };
}

function markIs(
  row: GridRow | undefined,
  id: string,
  drafts: ColumnContext["drafts"],
  mark: ReturnType<typeof markOfCell>,
): boolean {
  return row !== undefined && markOfCell(row, id, drafts()) === mark;
}

/** Where Excel and the grid differ: Tab saves and only moves on; Enter on a name opens it. */
function handleKey(
  { api, event, editing, data }: SuppressKeyboardEventParams<GridRow>,
  isName: boolean,
): boolean {
  if (editing && event.key === "Tab") {
    event.preventDefault();
    api.stopEditing();
    api.tabToNextCell(event);
    return true;
  }
  if (isName && event.key === "Enter" && data?.isTotal === false) {
    (event.target as HTMLElement).querySelector("a")?.click();
    return true;
  }
  return false;
}

function linkTo(hrefOf: GridOptions["hrefOf"]) {
  return ({ data, value }: ICellRendererParams<GridRow, string>): HTMLElement => {
    if (data === undefined || data.isTotal) return textElement("span", value ?? "");
    const link = textElement("a", value ?? "");
    link.setAttribute("href", hrefOf(data.id));
    link.className = "govuk-link";
    link.tabIndex = -1; // The cell has the focus; Enter opens it.
    return link;
  };
}

function textElement(tag: "a" | "span", text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function widthOf(heading: string, numeric: boolean): number {
  if (numeric) return heading.length < 14 ? 105 : 150;
  return ["Start", "End"].includes(heading) ? 176 : 170;
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
