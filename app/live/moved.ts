import type { MemberFigure } from "../components/forms/round-form";
import type { FormattedFigure } from "../components/report/key-figures";
import type { ShownTable } from "../lib/shown-table";
import type { FormattedRow, FormattedTable } from "../reports/format-table";

/** Figures of a page, each with what the saved scenario says where that is something else. */
export function movedFigures(
  saved: readonly FormattedFigure[],
  shown: readonly FormattedFigure[],
): readonly FormattedFigure[] {
  if (saved === shown) return shown;
  const before = new Map(saved.map(({ id, value }) => [id, value]));
  return shown.map((figure) => withWas(figure, before.get(figure.id), figure.value));
}

type Beside = Readonly<Record<string, readonly MemberFigure[]>>;

/** The same of the figures beside the members of a round. */
export function movedBeside(saved: Beside, shown: Beside): Beside {
  if (saved === shown) return shown;
  return Object.fromEntries(
    Object.entries(shown).map(([member, figures]) => {
      const before = new Map((saved[member] ?? []).map(({ id, text }) => [id, text]));
      return [member, figures.map((figure) => withWas(figure, before.get(figure.id), figure.text))];
    }),
  );
}

/** The same of a table, cell by cell; a row or a column that was not there has nothing beside it. */
export function movedTable(saved: ShownTable, shown: ShownTable): ShownTable {
  return saved === shown ? shown : { ...shown, table: movedCells(saved.table, shown.table) };
}

function movedCells(saved: FormattedTable, shown: FormattedTable): FormattedTable {
  const places = shown.columns.map(({ id }) => saved.columns.findIndex((column) => column.id === id));
  const moved = (before: FormattedRow | undefined, row: FormattedRow): FormattedRow => ({
    ...row,
    cells: row.cells.map((cell, place) => withWas(cell, before?.cells[places[place] ?? -1]?.text, cell.text)),
  });
  return {
    ...shown,
    rows: shown.rows.map((row) =>
      moved(
        saved.rows.find(({ id }) => id === row.id),
        row,
      ),
    ),
    ...(shown.total === undefined ? {} : { total: moved(saved.total, shown.total) }),
  };
}

function withWas<Shown extends { readonly was?: string | undefined }>(
  shown: Shown,
  before: string | undefined,
  after: string,
): Shown {
  return before === undefined || before === after ? shown : { ...shown, was: before };
}
