import type { Draft, Edit } from "../../forms/saves";
import type { GridColumn } from "./grid-rows";
import { type GridRow, textOfCell, valueOfCell } from "./grid-rows";

/** A cell by its row and column, counted from 0 as they are shown. */
export type Place = { readonly row: number; readonly column: number };

/** A block of cells: from the one that has the focus to the one that Shift and the arrow keys have reached. */
export type CellRange = { readonly from: Place; readonly to: Place };

export type Cells = {
  readonly rows: readonly GridRow[];
  readonly columns: readonly Pick<GridColumn, "id">[];
  readonly drafts: Readonly<Record<string, Draft>>;
};

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The block after one more arrow key; null where the key is no arrow. It ends at the edges of the grid. */
export function extendRange(
  { from, to }: CellRange,
  key: string,
  { rows, columns }: Cells,
): CellRange | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const within = (place: number, count: number): number => Math.min(Math.max(place, 0), count - 1);
  return {
    from,
    to: {
      row: within(to.row + step.row, rows.length),
      column: within(to.column + step.column, columns.length),
    },
  };
}

export function isInRange(range: CellRange, { row, column }: Place): boolean {
  const { top, bottom, left, right } = edgesOf(range);
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** How large a block is, for those who do not see it. */
export function rangeWords(range: CellRange): string {
  const { top, bottom, left, right } = edgesOf(range);
  return `Marked: ${bottom - top + 1} down, ${right - left + 1} across`;
}

/** The block as Excel takes it: a tab between cells, a line a row. */
export function textOfRange({ rows, columns, drafts }: Cells, range: CellRange): string {
  const { top, bottom, left, right } = edgesOf(range);
  const line = (row: GridRow): string =>
    columns
      .slice(left, right + 1)
      .map(({ id }) => textOfCell(row, id, drafts))
      .join("\t");
  return rows
    .slice(top, bottom + 1)
    .map(line)
    .join("\n");
}

/** The first row of the block in all its rows; where it is only one row high, what stands above it. */
export function fillDown(cells: Cells, range: CellRange): Edit {
  const { top, bottom } = edgesOf(range);
  const from = top === bottom ? top - 1 : top;
  const source = cells.rows[from];
  return source === undefined
    ? {}
    : editOf(
        cells,
        { ...range, from: { ...range.from, row: from + 1 }, to: { ...range.to, row: bottom } },
        (id) => (source.fields[id] === undefined ? null : valueOfCell(source, id, cells.drafts)),
      );
}

/** One value in every cell of the block. */
export const fillWith = (cells: Cells, range: CellRange, text: string): Edit =>
  editOf(cells, range, () => text);

function editOf({ rows, columns }: Cells, range: CellRange, textOf: (column: string) => string | null): Edit {
  const { top, bottom, left, right } = edgesOf(range);
  const edits = rows.slice(top, bottom + 1).flatMap(({ fields }) =>
    columns.slice(left, right + 1).flatMap(({ id }) => {
      const [name, text] = [fields[id]?.name, textOf(id)];
      return name === undefined || text === null ? [] : [[name, text] as const];
    }),
  );
  return Object.fromEntries(edits);
}

function edgesOf({ from, to }: CellRange) {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}
