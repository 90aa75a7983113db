import {
  CellStyleModule,
  ClientSideRowModelModule,
  CustomEditorModule,
  type GridApi,
  PinnedRowModule,
  RenderApiModule,
  RowAutoHeightModule,
  ScrollApiModule,
  TextEditorModule,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { type FormEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import type { Draft, Edit } from "../../forms/saves";
import { classes } from "../govuk/classes";
import { type CellRange, rangeWords } from "./cell-range";
import { copyBlock, pasteInto } from "./clipboard";
import { gridColumns } from "./grid-columns";
import type { GridContext } from "./grid-context";
import type { GridColumn } from "./grid-rows";
import { type GridRow, scrollsInside } from "./grid-rows";
import { gridTheme } from "./grid-theme";

const MODULES = [
  CellStyleModule,
  ClientSideRowModelModule,
  CustomEditorModule,
  PinnedRowModule,
  RenderApiModule,
  RowAutoHeightModule,
  ScrollApiModule,
  TextEditorModule,
];

export type EditGridHandle = {
  /** Takes the focus to the cell of a field. */
  readonly focus: (name: string) => void;
};

export type EditGridProps = Pick<GridContext, "hrefOf" | "deleteHrefOf" | "onTyped"> & {
  readonly handle: Ref<EditGridHandle>;
  readonly label: string;
  /** Those of the first time stay. */
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly total: GridRow | null;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** The rows with as many new ones as a block may need. */
  readonly rowsToPaste: (wanted: number) => readonly GridRow[];
  /** A cell is being typed into, letter by letter; then it is left, with the edit handed on or taken back. */
  readonly onTyping: (edit: Edit) => void;
  readonly onTypingEnds: (names: readonly string[]) => void;
  /** Someone is about to type: a cell has the focus. */
  readonly onReady: () => void;
  /** A block does not fit where it was pasted. */
  readonly onRejected: (reason: string) => void;
};

/** A grid that is typed into as Excel is: Enter saves and goes down, Tab to the right, Esc takes the typing back. */
export function EditGrid(props: EditGridProps) {
  const { handle, label, columns, rows, total, drafts, rowsToPaste, onRejected, onReady } = props;
  const { hrefOf, deleteHrefOf, onTyped } = props;
  const [api, setApi] = useState<GridApi<GridRow> | null>(null);
  const [columnDefs] = useState(() => gridColumns(columns, rows, total));
  const [range, mark] = useState<CellRange | null>(null);
  const context: GridContext = {
    cells: { rows, columns, drafts },
    range,
    mark,
    hrefOf,
    deleteHrefOf,
    onTyped,
  };
  const typing = useTypedCell(api, props);
  const pinned = useMemo(() => (total === null ? [] : [total]), [total]);

  // What a cell shows follows from drafts and the block too, which the grid does not watch.
  useEffect(() => api?.refreshCells({ force: true }), [api, rows, total, drafts, range]);
  useEffect(() => api?.setGridAriaProperty("label", label), [api, label]);
  useImperativeHandle(handle, () => ({ focus: (name) => focusOn(api, rows, name) }), [api, rows]);

  const clipboard = { ...context, columns, rowsToPaste, onRejected };
  const isTall = scrollsInside(rows);
  return (
    <div
      className={classes("app-grid", isTall && "app-grid--tall")}
      onMouseDown={() => mark(null)}
      onFocus={onReady}
      onInput={typing.note}
      onCopy={(event) => api !== null && copyBlock(event, api, clipboard)}
      onPaste={(event) => api !== null && pasteInto(event, api, clipboard)}
    >
      <div className="govuk-visually-hidden" role="status">
        {range !== null && rangeWords(range)}
      </div>
      <AgGridReact<GridRow>
        modules={MODULES}
        theme={gridTheme}
        styleNonce={pageNonce()}
        context={context}
        columnDefs={columnDefs}
        rowData={rows as GridRow[]}
        pinnedBottomRowData={pinned}
        getRowId={idOfRow}
        // Every cell is in the page, in the order of the table, so that a screen reader finds it.
        ensureDomOrder
        suppressColumnVirtualisation
        domLayout={isTall ? "normal" : "autoHeight"}
        enterNavigatesVertically
        enterNavigatesVerticallyAfterEdit
        stopEditingWhenCellsLoseFocus
        suppressMovableColumns
        onCellEditingStopped={typing.left}
        onGridReady={(ready) => setApi(ready.api)}
      />
    </div>
  );
}

const idOfRow = ({ data }: { readonly data: GridRow }): string => data.id;

/** The grid brings its own styles. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>("meta[property='csp-nonce']")?.nonce ?? "";
}

/** Tells what is typed into a cell as it is typed, before the cell is left. */
function useTypedCell(
  api: GridApi<GridRow> | null,
  { rows, onTyping, onTypingEnds }: Pick<EditGridProps, "rows" | "onTyping" | "onTypingEnds">,
) {
  const name = useRef<string>(undefined);
  return {
    note: ({ target }: FormEvent): void => {
      const cell = api?.getEditingCells()[0];
      const isInput = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
      if (cell === undefined || !isInput) return;
      name.current = rows[cell.rowIndex]?.fields[cell.colId]?.name;
      if (name.current !== undefined) onTyping({ [name.current]: target.value });
    },
    left: (): void => {
      if (name.current !== undefined) onTypingEnds([name.current]);
      name.current = undefined;
    },
  };
}

function focusOn(api: GridApi<GridRow> | null, rows: readonly GridRow[], name: string): void {
  for (const [row, { fields }] of rows.entries()) {
    const column = Object.keys(fields).find((id) => fields[id]?.name === name);
    if (api === null || column === undefined) continue;
    api.ensureIndexVisible(row);
    api.ensureColumnVisible(column);
    api.setFocusedCell(row, column);
    return;
  }
}
