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
  RowAutoHeightModule,
  ScrollApiModule,
  type SuppressKeyboardEventParams,
  TextEditorModule,
} from "ag-grid-community";
import type { ShownField } from "../../forms/fields";
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
  const api: GridApi<GridRow> = createGrid<GridRow>(element, {
    theme: gridTheme,
    styleNonce: options.nonce,
    columnDefs: [
      ...options.columns.map((column, place) =>
        columnOf(column, { ...options, isFirst: place === 0, now: () => state }),
      ),
      deleteColumn(options.deleteHrefOf),
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
  readonly now: () => GridState;
};

/** The last column: a link that asks before a row goes. */
function deleteColumn(hrefOf: (rowId: string) => string): ColDef<GridRow> {
  return {
    colId: "delete",
    headerName: "Delete",
    width: 100,
    sortable: false,
    cellRenderer: ({ data }: ICellRendererParams<GridRow, string>) =>
      data === undefined || data.isTotal || data.isNew
        ? textElement("span", "")
        : linkElement("Delete", hrefOf(data.id), data.texts),
    suppressKeyboardEvent: followLink,
  };
}

function columnOf({ id, heading, numeric }: GridColumn, context: ColumnContext): ColDef<GridRow> {
  const { isFirst, now, onTyped, hrefOf } = context;
  const drafts = () => now().drafts;
  const field = context.state.rows.find((row) => row.fields[id] !== undefined)?.fields[id];
  return {
    colId: id,
    headerName: heading,
    ...sizeOf({ heading, isFirst, numeric, field }),
    ...(isFirst ? { cellRenderer: linkTo(hrefOf) } : {}),
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
    },
    suppressKeyboardEvent: (params) => handleKey(params, { ...context, id }),
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

/** Where Excel and the grid differ: Tab saves and only moves on; Enter on a name opens it; Ctrl+D takes what is above. */
function handleKey(
  params: SuppressKeyboardEventParams<GridRow>,
  { isFirst, now, onTyped, id }: ColumnContext & { readonly id: string },
): boolean {
  const { api, event, editing, data, node } = params;
  if (editing && event.key === "Tab") {
    event.preventDefault();
    api.stopEditing();
    api.tabToNextCell(event);
    return true;
  }
  if (!editing && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") {
    event.preventDefault();
    const { rows, drafts } = now();
    const above = rows[(node.rowIndex ?? 0) - 1];
    const name = data?.fields[id]?.name;
    if (above?.fields[id] !== undefined && name !== undefined)
      onTyped({ [name]: valueOfCell(above, id, drafts) });
    return true;
  }
  return isFirst && data?.isNew !== true && followLink(params);
}

/** Enter on a cell with a link follows it. */
function followLink({ event, editing, data }: SuppressKeyboardEventParams<GridRow>): boolean {
  if (editing || event.key !== "Enter" || data?.isTotal !== false) return false;
  (event.target as HTMLElement).querySelector("a")?.click();
  return true;
}

function linkTo(hrefOf: GridOptions["hrefOf"]) {
  return ({ data, value, valueFormatted }: ICellRendererParams<GridRow, string>): HTMLElement => {
    const text = valueFormatted ?? value ?? "";
    if (data === undefined || data.isTotal || data.isNew) return textElement("span", text);
    return linkElement(text, hrefOf(data.id));
  };
}

/** The cell has the focus; Enter follows its link. */
function linkElement(text: string, href: string, of?: GridRow["texts"]): HTMLElement {
  const link = textElement("a", text);
  link.setAttribute("href", href);
  link.className = "govuk-link";
  link.tabIndex = -1;
  if (of !== undefined) link.setAttribute("aria-label", `${text} ${Object.values(of)[0] ?? ""}`);
  return link;
}

function textElement(tag: "a" | "span", text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
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
