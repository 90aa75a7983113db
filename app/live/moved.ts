import type { MemberFigure } from "../components/forms/round-form";
import type { FormattedFigure } from "../components/report/key-figures";
import type { ShownTable } from "../lib/shown-table";
import type { FormattedCell, FormattedRow, FormattedTable } from "../reports/format-table";

/**
 * The same answer for the same two values: a page is drawn at every letter, and what it drew before need not be drawn
 * again. Of each shown value the answer beside the last saved one is kept.
 */
function remembered<Value extends object>(move: (saved: Value, shown: Value) => Value): typeof move {
  const known = new WeakMap<Value, { readonly saved: Value; readonly moved: Value }>();
  return (saved, shown) => {
    if (saved === shown) return shown;
    const before = known.get(shown);
    if (before?.saved === saved) return before.moved;
    const moved = move(saved, shown);
    known.set(shown, { saved, moved });
    return moved;
  };
}

/** Figures of a page, each with what the saved scenario says where that is something else. */
export const movedFigures = remembered<readonly FormattedFigure[]>((saved, shown) => {
  const before = new Map(saved.map(({ id, value }) => [id, value]));
  return shown.map((figure) => withWas(figure, before.get(figure.id), figure.value));
});

type Beside = Readonly<Record<string, readonly MemberFigure[]>>;

/** The same of the figures beside the members of a round. */
export const movedBeside = remembered<Beside>((saved, shown) =>
  Object.fromEntries(
    Object.entries(shown).map(([member, figures]) => {
      const before = new Map((saved[member] ?? []).map(({ id, text }) => [id, text]));
      return [member, figures.map((figure) => withWas(figure, before.get(figure.id), figure.text))];
    }),
  ),
);

/** The same of a table, cell by cell; a row or a column that was not there has nothing beside it. */
export function movedTable(saved: ShownTable, shown: ShownTable): ShownTable {
  return saved === shown ? shown : { ...shown, table: movedCells(saved.table, shown.table) };
}

const movedCells = remembered<FormattedTable>((saved, shown) => {
  const places = shown.columns.map(({ id }) => saved.columns.findIndex((column) => column.id === id));
  const isInPlace = places.every((place, at) => place === at);
  const before = new Map(saved.rows.map((row) => [row.id, row]));
  const moved = (was: FormattedRow | undefined, row: FormattedRow): FormattedRow => {
    if (was === undefined) return row;
    return isInPlace
      ? movedRow(was, row)
      : beside(
          places.map((place) => was.cells[place]),
          row,
        );
  };
  return {
    ...shown,
    rows: shown.rows.map((row) => moved(before.get(row.id), row)),
    ...(shown.total === undefined ? {} : { total: moved(saved.total, shown.total) }),
  };
});

/** Where the columns are the same. */
const movedRow = remembered<FormattedRow>((was, row) => beside(was.cells, row));

function beside(was: readonly (FormattedCell | undefined)[], row: FormattedRow): FormattedRow {
  return { ...row, cells: row.cells.map((cell, place) => withWas(cell, was[place]?.text, cell.text)) };
}

function withWas<Shown extends { readonly was?: string | undefined }>(
  shown: Shown,
  before: string | undefined,
  after: string,
): Shown {
  return before === undefined || before === after ? shown : { ...shown, was: before };
}
