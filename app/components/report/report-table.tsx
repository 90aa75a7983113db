import type { FormattedRow, FormattedTable } from "../../reports/format-table";
import { classes } from "../govuk/classes";
import { Explained } from "./explained";

/** A longer text in a cell is a sentence or a list. */
const LONGEST_WORDS = 40;

/**
 * A table of figures. It scrolls inside its own region, with the first column held, so that a wide one can be read on a
 * narrow screen and by keyboard. What a tone means is said by the words of the row; the colour only helps to find it.
 */
export function ReportTable({
  table,
  downloadHref,
  captionSize = "m",
  rowHref,
}: {
  readonly table: FormattedTable;
  /** Where the name of a row leads to. */
  readonly rowHref?: ((rowId: string) => string) | undefined;
  /** Where the same table can be had as a CSV file. */
  readonly downloadHref?: string | undefined;
  readonly captionSize?: "s" | "m" | "l" | undefined;
}) {
  const captionId = `${table.id}-caption`;
  return (
    <div className="app-report" id={table.id}>
      <div className="app-report__scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
        <table className="govuk-table app-report__table">
          <caption className="govuk-table__caption">
            <span className={`govuk-table__caption--${captionSize} app-report__title`} id={captionId}>
              {table.title}
            </span>
            {table.note !== undefined && <span className="app-report__note">{table.note}</span>}
          </caption>
          <Head table={table} />
          <tbody className="govuk-table__body">
            {table.rows.map((row) => (
              <Row key={row.id} row={row} table={table} href={rowHref?.(row.id)} />
            ))}
            {table.rows.length === 0 && <NoRows columns={table.columns.length} />}
          </tbody>
          {table.total !== undefined && (
            <tfoot className="app-report__foot">
              <Row row={table.total} table={table} />
            </tfoot>
          )}
        </table>
      </div>
      {downloadHref !== undefined && (
        <p className="govuk-body-s app-report__download">
          <a className="govuk-link" href={downloadHref} download>
            Download CSV<span className="govuk-visually-hidden"> of {table.title}</span>
          </a>
        </p>
      )}
    </div>
  );
}

function Head({ table }: { readonly table: FormattedTable }) {
  return (
    <thead className="govuk-table__head">
      <tr className="govuk-table__row">
        {table.columns.map(({ id, label, numeric }) => (
          <th
            key={id}
            scope="col"
            className={classes("govuk-table__header", numeric && "govuk-table__header--numeric")}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({
  row,
  table,
  href,
}: {
  readonly row: FormattedRow;
  readonly table: FormattedTable;
  readonly href?: string | undefined;
}) {
  const [name, ...cells] = row.cells;
  return (
    <tr
      className={classes(
        "govuk-table__row",
        row.subtotal === true && "app-report__subtotal",
        row.tone && `app-report__row--${row.tone}`,
      )}
    >
      <th scope="row" className="govuk-table__header">
        {href === undefined ? (
          name?.text
        ) : (
          <a className="govuk-link" href={href}>
            {name?.text}
          </a>
        )}
      </th>
      {cells.map(({ text, tone, was, href }, place) => {
        const column = table.columns[place + 1];
        return (
          <td
            key={column?.id ?? place}
            className={classes(
              "govuk-table__cell",
              column?.numeric === true && "govuk-table__cell--numeric",
              column?.inOneLine === true && "app-report__in-one-line",
              text.length > LONGEST_WORDS && "app-report__sentence",
              tone && `app-tone app-tone--${tone}`,
            )}
          >
            <Explained href={href} label={`${name?.text ?? ""}, ${column?.label ?? ""}`} text={text} />
            {was !== undefined && <span className="app-was">saved: {was}</span>}
          </td>
        );
      })}
    </tr>
  );
}

function NoRows({ columns }: { readonly columns: number }) {
  return (
    <tr className="govuk-table__row">
      <td className="govuk-table__cell" colSpan={columns}>
        Nothing to show.
      </td>
    </tr>
  );
}
