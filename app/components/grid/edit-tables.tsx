import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { Edit, SaveEvent, Saves } from "../../forms/saves";
import type { ShownList } from "../../lib/shown-list";
import { useCanEdit } from "../../lib/signed-in";
import { withArticle } from "../../lib/with-article";
import { UnsavedEdits } from "../forms/unsaved-edits";
import { Details, InsetText } from "../govuk";
import { ReportTable } from "../report/report-table";
import type { EditGridHandle } from "./edit-grid";
import { cellNamed, gridRows, withChoices, withNewRows } from "./grid-rows";
import { faultsOf, wholeRows } from "./typed-rows";
import { useGrid } from "./use-grid";

type TypingProps = {
  readonly saves: Saves;
  readonly dispatch: (event: SaveEvent) => void;
  /** A cell is being typed into, letter by letter; then it is left, with the edit handed on or taken back. */
  readonly onTyping?: (edit: Edit) => void;
  readonly onTypingEnds?: (names: readonly string[]) => void;
  /** Someone is about to type. */
  readonly onReady?: () => void;
};

/** Lists of a page, each a table that any browser shows and over it a grid to type into, and how saving stands. */
export function EditTables({
  lists: shown,
  isNamedAbove = false,
  children,
  instead,
  ...typing
}: TypingProps & {
  readonly lists: readonly ShownList[];
  /** The heading of the page is the name of its only list. */
  readonly isNamedAbove?: boolean;
  /** A form for where no grid is: without script, on a narrow screen. It keeps its place once it is typed into. */
  readonly instead?: Instead | undefined;
  /** Below the lists, above how saving stands. */
  readonly children?: ReactNode;
}) {
  const lists = useMemo(
    () => shown.map((list) => ({ ...list, cells: withChoices(list.cells, list.choices) })),
    [shown],
  );
  const Grid = useGrid(instead?.isTypedInto ?? NEVER);
  const handles = useRef<Record<string, EditGridHandle | null>>({});
  const rows = useMemo(
    () =>
      lists.flatMap((list) =>
        withNewRows(gridRows(list.table, list.cells).rows, list, typing.saves.drafts, 0),
      ),
    [lists, typing.saves.drafts],
  );
  const { saves, dispatch } = typing;
  const hasEdits =
    Object.keys(saves.drafts).length > 0 || saves.elsewhere.length > 0 || saves.savedRevision > 0;
  return (
    <>
      {lists.map((list, place) => (
        <EditTable
          key={list.base}
          list={list}
          isFirst={place === 0}
          isNamedAbove={isNamedAbove}
          Grid={Grid}
          instead={instead}
          {...typing}
          handle={(handle) => {
            handles.current[list.base] = handle;
          }}
        />
      ))}
      {children}
      {hasEdits && (
        <UnsavedEdits
          saves={saves}
          dispatch={dispatch}
          labelOf={(name) => cellNamed(rows, name)?.label ?? null}
          onGoTo={(name) => {
            const list = lists.find(({ base }) => name.startsWith(`${base}/`));
            if (list !== undefined) handles.current[list.base]?.focus(name);
          }}
        />
      )}
    </>
  );
}

function EditTable({
  list,
  isFirst,
  isNamedAbove,
  Grid,
  saves,
  dispatch,
  handle,
  instead,
  onTyping = () => undefined,
  onTypingEnds = () => undefined,
  onReady = () => undefined,
}: TypingProps & {
  readonly list: ShownList;
  /** The first of its page says how grids are used. */
  readonly isFirst: boolean;
  readonly isNamedAbove: boolean;
  readonly Grid: ReturnType<typeof useGrid>;
  readonly instead: Instead | undefined;
  readonly handle: (handle: EditGridHandle | null) => void;
}) {
  const { table, headings, cells, downloadHref, editHref, deleteHref } = list;
  const canEdit = useCanEdit();
  const order = useFirstOrder(table.rows.map(({ id }) => id));
  const { rows: shown, total } = useMemo(() => gridRows(table, cells), [table, cells]);
  const sorted = useMemo(
    () => shown.toSorted((first, second) => order(first.id) - order(second.id)),
    [shown, order],
  );
  const rows = useMemo(() => withNewRows(sorted, list, saves.drafts, 1), [sorted, list, saves.drafts]);
  if (!canEdit)
    return <ReportTable table={table} downloadHref={downloadHref} rowHref={(id) => `${editHref}${id}`} />;
  if (Grid === null) {
    return (
      <>
        {table.rows.length > 0 ? (
          (instead?.form(list) ?? <ReportTable table={table} rowHref={(id) => `${editHref}${id}`} />)
        ) : (
          <EmptyList list={list} />
        )}
        <ListActions list={list} />
      </>
    );
  }
  const rowsFor = (edit: Edit) => withNewRows(sorted, list, saves.drafts, Object.keys(edit).length);
  const whole = (edit: Edit): Edit => wholeRows(edit, rowsFor(edit), saves.drafts);
  const onTyped = (typed: Edit): void => {
    const edit = whole(typed);
    const messages = faultsOf(edit, rowsFor(typed), list.ways);
    const isReadable = Object.keys(messages).length === 0;
    dispatch(isReadable ? { type: "typed", edit } : { type: "held", edit, messages });
  };
  // A new row counts as a whole while it is typed, as it does when it is saved.
  const onTypingWhole = (edit: Edit): void => onTyping(whole(edit));
  const onTypingWholeEnds = (names: readonly string[]): void =>
    onTypingEnds(Object.keys(whole(Object.fromEntries(names.map((name) => [name, ""])))));
  return (
    <div id={table.id}>
      <h3 className={isNamedAbove ? "govuk-visually-hidden" : "govuk-heading-m"}>{table.title}</h3>
      {table.note !== undefined && table.note !== "" && <p className="app-report__note">{table.note}</p>}
      {table.rows.length === 0 && <EmptyList list={list} />}
      {isFirst && <GridHelp />}
      <Grid
        handle={handle}
        label={table.title}
        columns={inGridOrder(table.columns, list.order).map(({ id, label, numeric }) => ({
          id,
          numeric,
          heading: headings[id] ?? label,
        }))}
        rows={rows}
        total={total}
        drafts={saves.drafts}
        hrefOf={(id) => `${editHref}${id}`}
        deleteHrefOf={(id) => `${deleteHref}${id}`}
        rowsToPaste={(wanted) => withNewRows(sorted, list, saves.drafts, wanted)}
        onTyped={onTyped}
        onTyping={onTypingWhole}
        onTypingEnds={onTypingWholeEnds}
        onReady={onReady}
        onRejected={(reason) => dispatch({ type: "rejected", reason })}
      />
      <ListActions list={list} />
    </div>
  );
}

function GridHelp() {
  return (
    <div className="app-grid__help">
      <Details summary="Cells with a blue edge can be changed">
        Arrow keys move from cell to cell, Tab leaves the grid. Type to replace what stands there, or press F2
        to correct it. Then Enter or Tab saves and moves on, Esc takes the typing back. Shift and the arrow
        keys mark a block: Ctrl+C copies it, Ctrl+D fills it down from its first row. Without a block Ctrl+D
        takes what stands above. Blocks from Excel can be pasted. Enter on a name opens it with everything
        else.
      </Details>
    </div>
  );
}

type Instead = { readonly form: (list: ShownList) => ReactNode; readonly isTypedInto: () => boolean };

const NEVER = (): boolean => false;

/** What an empty list means, and the first thing to do. */
function EmptyList({ list: { empty, one, addHref } }: { readonly list: ShownList }) {
  return (
    <InsetText>
      {empty}{" "}
      <a className="govuk-link" href={addHref}>
        Add the first {one}
      </a>
    </InsetText>
  );
}

function ListActions({
  list: { table, one, addHref, pasteHref, downloadHref },
}: {
  readonly list: ShownList;
}) {
  return (
    <ul className="govuk-list app-list-actions">
      <li>
        <a className="govuk-link" href={addHref}>
          Add {withArticle(one)}
        </a>
      </li>
      <li>
        <a className="govuk-link" href={pasteHref}>
          Paste from a spreadsheet<span className="govuk-visually-hidden"> into {table.title}</span>
        </a>
      </li>
      {table.rows.length > 0 && (
        <li>
          <a className="govuk-link" href={downloadHref} download>
            Download CSV<span className="govuk-visually-hidden"> of {table.title}</span>
          </a>
        </li>
      )}
    </ul>
  );
}

function inGridOrder(
  columns: ShownList["table"]["columns"],
  order: readonly string[],
): ShownList["table"]["columns"] {
  const rank = ({ id }: { readonly id: string }): number =>
    order.includes(id) ? order.indexOf(id) : order.length;
  return columns.toSorted((first, second) => rank(first) - rank(second));
}

/** Rows keep their places while they are typed into, also where what is typed would sort them; new ones come last. */
function useFirstOrder(ids: readonly string[]): (id: string) => number {
  const [first] = useState(ids);
  return useCallback((id: string) => (first.includes(id) ? first.indexOf(id) : first.length), [first]);
}
