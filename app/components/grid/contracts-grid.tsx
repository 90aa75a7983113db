import { useMemo, useRef } from "react";
import type { ShownField } from "../../forms/fields";
import type { EditableCells } from "../../forms/lots-grid";
import { readField } from "../../forms/read-field";
import type { Edit, SaveEvent, Saves } from "../../forms/saves";
import { useCanEdit } from "../../lib/signed-in";
import type { FormattedTable } from "../../reports/format-table";
import { UnsavedEdits } from "../forms/unsaved-edits";
import { ReportTable } from "../report/report-table";
import { EditGridElement, type EditGridHandle } from "./edit-grid";
import { type GridRow, gridRows } from "./grid-rows";
import { useGrid } from "./use-grid";

/** The contracts as a table that any browser shows; over it, where there is room and script, a grid to type into. */
export function ContractsGrid({
  table,
  headings,
  downloadHref,
  cells,
  hrefOf,
  saves,
  dispatch,
  onTyping,
  onTypingEnds,
  onReady,
}: {
  readonly table: FormattedTable;
  /** The columns' headings with their units. */
  readonly headings: Readonly<Record<string, string>>;
  readonly downloadHref: string;
  readonly cells: EditableCells;
  readonly hrefOf: (rowId: string) => string;
  readonly saves: Saves;
  readonly dispatch: (event: SaveEvent) => void;
  /** A cell is being typed into, letter by letter; then it is left, with the edit handed on or taken back. */
  readonly onTyping: (edit: Edit) => void;
  readonly onTypingEnds: (names: readonly string[]) => void;
  /** Someone is about to type. */
  readonly onReady: () => void;
}) {
  const create = useGrid();
  const canEdit = useCanEdit();
  const handle = useRef<EditGridHandle>(null);
  const { rows, total } = useMemo(() => gridRows(table, cells), [table, cells]);
  const state = useMemo(() => ({ rows, total, drafts: saves.drafts }), [rows, total, saves.drafts]);
  if (create === null || !canEdit)
    return <ReportTable table={table} downloadHref={downloadHref} rowHref={hrefOf} />;

  const cellOf = (name: string) => findCell(rows, name);
  const onTyped = (edit: Edit): void => {
    const messages = faultsOf(edit, cellOf);
    const isReadable = Object.keys(messages).length === 0;
    dispatch(isReadable ? { type: "typed", edit } : { type: "held", edit, messages });
  };
  return (
    <>
      <h3 className="govuk-heading-m">{table.title}</h3>
      {table.note !== undefined && <p className="app-report__note">{table.note}</p>}
      <p className="govuk-body-s app-grid__help" id="grid-help">
        Cells with a blue edge can be changed. Type to replace, press F2 to correct, Enter or Tab to save and
        move on, Esc to take back; paste blocks from Excel. Open a name for everything else.
      </p>
      <EditGridElement
        handle={handle}
        create={create}
        options={{
          label: table.title,
          columns: inGridOrder(table.columns).map(({ id, label, numeric }) => ({
            id,
            numeric,
            heading: headings[id] ?? label,
          })),
          nonce: document.querySelector<HTMLMetaElement>("meta[property='csp-nonce']")?.nonce ?? "",
          state,
          hrefOf,
          onTyped,
          onTyping,
          onTypingEnds,
          onReady,
          onRejected: (reason) => dispatch({ type: "rejected", reason }),
        }}
      />
      <UnsavedEdits
        saves={saves}
        dispatch={dispatch}
        labelOf={(name) => cellOf(name)?.label ?? name}
        onGoTo={(name) => handle.current?.focus(name)}
      />
      <p className="govuk-body-s app-report__download">
        <a className="govuk-link" href={downloadHref} download>
          Download CSV<span className="govuk-visually-hidden"> of {table.title}</span>
        </a>
      </p>
    </>
  );
}

type Cell = { readonly field: ShownField; readonly label: string };

/** What cannot be read of what was typed, by field. */
function faultsOf(edit: Edit, cellOf: (name: string) => Cell | null): Readonly<Record<string, string>> {
  const faults = Object.entries(edit).flatMap(([name, text]) => {
    const cell = cellOf(name);
    const read = cell === null ? null : readField({ ...cell.field, label: cell.label }, text);
    return read === null || read.ok ? [] : [[name, read.message] as const];
  });
  return Object.fromEntries(faults);
}

function findCell(rows: readonly GridRow[], name: string): Cell | null {
  for (const { fields, texts } of rows) {
    const field = Object.values(fields).find((one) => one.name === name);
    if (field !== undefined) return { field, label: `${field.label} of ${texts["provision"] ?? ""}` };
  }
  return null;
}

/** What can be changed stands beside what it costs; what a name stands for comes after. */
const ORDER = ["provision", "start", "end", "certainty", "annual", "premium", "cost", "one-offs", "provider"];

function inGridOrder(columns: FormattedTable["columns"]): FormattedTable["columns"] {
  const rank = ({ id }: { readonly id: string }): number =>
    ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length;
  return columns.toSorted((first, second) => rank(first) - rank(second));
}
