import type { ColDef } from "ag-grid-community";
import type { ShownField } from "../../forms/fields";
import { DeleteLink, NameLink } from "./cell-links";
import { isInRange, type Place } from "./cell-range";
import { ChoiceEditor, type ChoiceEditorParams } from "./choice-editor";
import type { GridContext } from "./grid-context";
import { followLink, handleKey, leaveGrid } from "./grid-keys";
import { type GridColumn, type GridRow, markOfCell, textOfCell, valueOfCell } from "./grid-rows";

type Cell = { readonly data?: GridRow | null | undefined; readonly context: GridContext };

/** The columns of a grid, and one to delete rows. What a column is typed into with follows from `rows`. */
export function gridColumns(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  total: GridRow | null,
): ColDef<GridRow>[] {
  const fieldOf = (id: string) => rows.find((row) => row.fields[id] !== undefined)?.fields[id];
  const longestOf = (id: string) =>
    Math.max(0, ...[...rows, ...(total === null ? [] : [total])].map(({ texts }) => texts[id]?.length ?? 0));
  return [
    ...columns.map((column, place) =>
      columnOf(column, {
        isFirst: place === 0,
        place,
        field: fieldOf(column.id),
        longest: longestOf(column.id),
      }),
    ),
    DELETE,
  ];
}

const DELETE: ColDef<GridRow> = {
  colId: "delete",
  headerName: "Delete",
  width: 100,
  sortable: false,
  cellRenderer: DeleteLink,
  suppressKeyboardEvent: (params) =>
    params.event.key === "Tab" ? leaveGrid(params.event) : followLink(params),
  suppressHeaderKeyboardEvent: ({ event }) => event.key === "Tab" && leaveGrid(event),
};

type Found = {
  readonly place: number;
  readonly isFirst: boolean;
  readonly field: ShownField | undefined;
  /** Letters of the longest text that it shows. */
  readonly longest: number;
};

function columnOf({ id, heading, numeric }: GridColumn, found: Found): ColDef<GridRow> {
  const { place, isFirst, field } = found;
  return {
    colId: id,
    headerName: heading,
    ...sizeOf({ heading, numeric, ...found }),
    ...(isFirst ? { cellRenderer: NameLink } : {}),
    ...(numeric ? { type: "rightAligned" } : {}),
    wrapHeaderText: true,
    autoHeaderHeight: true,
    sortable: false,
    valueGetter: ({ data, context }: Cell) => (data == null ? "" : valueOfCell(data, id, draftsOf(context))),
    valueFormatter: ({ data, context }: Cell) =>
      data == null ? "" : textOfCell(data, id, draftsOf(context)),
    valueSetter: ({ data, newValue, context }: Cell & { readonly newValue?: string | null }) => {
      const name = data?.fields[id]?.name;
      if (name !== undefined) context.onTyped({ [name]: newValue ?? "" });
      return false; // The grid shows what the page tells it, which has just been told.
    },
    editable: ({ data }) => data?.fields[id] !== undefined,
    ...(field?.choices === undefined
      ? { cellEditor: "agTextCellEditor" }
      : { cellEditor: ChoiceEditor, cellEditorParams: choicesOf(id, heading) }),
    cellClassRules: {
      "app-grid__cell--editable": (cell: Cell) => markIs(cell, id, "editable"),
      "app-grid__cell--waiting": (cell: Cell) => markIs(cell, id, "waiting"),
      "app-grid__cell--problem": (cell: Cell) => markIs(cell, id, "problem"),
      "app-grid__cell--marked": ({ data, rowIndex, context }: Cell & { readonly rowIndex: number }) =>
        data?.isTotal === false && isMarked(context, { row: rowIndex, column: place }),
    },
    suppressKeyboardEvent: (params) => handleKey(params, params.context as GridContext, isFirst),
    suppressHeaderKeyboardEvent: ({ event }) => event.key === "Tab" && leaveGrid(event),
  };
}

const draftsOf = (context: GridContext) => context.cells.drafts;

function isMarked({ range }: GridContext, place: Place): boolean {
  return range !== null && isInRange(range, place);
}

const choicesOf =
  (id: string, label: string) =>
  ({ data }: { readonly data?: GridRow }): ChoiceEditorParams => ({
    choices: data?.fields[id]?.choices ?? [],
    label,
  });

function markIs({ data, context }: Cell, id: string, mark: ReturnType<typeof markOfCell>): boolean {
  return data != null && markOfCell(data, id, draftsOf(context)) === mark;
}

const WHOLE_TEXT = { wrapText: true, autoHeight: true } as const;

/** A row is as high as its longest text needs. Only long lists of names are cut off; they open with the row's name. */
function sizeOf({
  heading,
  isFirst,
  numeric,
  field,
  longest: letters,
}: Pick<GridColumn, "heading" | "numeric"> & Omit<Found, "place">): ColDef<GridRow> {
  if (isFirst) return { pinned: "left", width: 270, ...WHOLE_TEXT };
  // Whatever it comes to: a total is bold, and never cut off.
  if (numeric)
    return {
      width: Math.max(heading.length >= 14 ? 150 : heading.endsWith("(£)") ? 135 : 115, letters * 12 + 24),
    };
  if (field === undefined || field.kind === "ids") return { minWidth: 180, flex: 1 };
  const longest = Math.max(0, ...(field.choices ?? []).map(({ words }) => words.length));
  return { minWidth: longest > 20 ? 240 : field.kind === "date" ? 180 : 130, flex: 1, ...WHOLE_TEXT };
}
