import { memo } from "react";
import type { FormattedRow, FormattedTable } from "../../reports/format-table";
import { classes } from "../govuk/classes";
import { Explained, ExplainedHeading } from "./explained";
import { TableRegion } from "./table-region";

/** A longer text in a cell is a sentence or a list. */
export const LONGEST_WORDS = 40;

/**
 * A table of figures. It scrolls inside its own region, with the first column held, so that a wide one can be read on a
 * narrow screen and by keyboard; its links are one stop. What a tone means is said by the words of the row; the colour only helps to find it.
 */
export const ReportTable = memo(function ReportTable({
  table,
  downloadHref,
  captionSize = "m",
  rowHref,
  stacks = false,
}: {
  readonly table: FormattedTable;
  /** Where the name of a row leads to. */
  readonly rowHref?: ((rowId: string) => string | undefined) | undefined;
  /** Where the same table can be had as a CSV file. */
  readonly downloadHref?: string | undefined;
  readonly captionSize?: "s" | "m" | "l" | undefined;
  /** On a phone each row is read from top to bottom, every figure beside its heading, without scrolling sideways. */
  readonly stacks?: boolean | undefined;
}) {
  const roleOf = stacks ? roleAsItIs : noRole;
  const captionId = `${table.id}-caption`;
  return (
    <div className="app-report" id={table.id}>
      <TableRegion captionId={captionId}>
        <table
          className={classes("govuk-table app-report__table", stacks && "app-report__table--stacks")}
          role={roleOf("table")}
        >
          <caption className="govuk-table__caption">
            <span className={`govuk-table__caption--${captionSize} app-report__title`} id={captionId}>
              {table.title}
            </span>
            {table.note !== undefined && <span className="app-report__note">{table.note}</span>}
          </caption>
          <Head table={table} roleOf={roleOf} />
          <tbody className="govuk-table__body" role={roleOf("rowgroup")}>
            {table.rows.map((row) => (
              <Row key={row.id} row={row} columns={table.columns} href={rowHref?.(row.id)} roleOf={roleOf} />
            ))}
            {table.rows.length === 0 && <NoRows columns={table.columns.length} />}
          </tbody>
          {table.total !== undefined && (
            <tfoot className="app-report__foot" role={roleOf("rowgroup")}>
              <Row row={table.total} columns={table.columns} roleOf={roleOf} />
            </tfoot>
          )}
        </table>
      </TableRegion>
      {downloadHref !== undefined && (
        <p className="govuk-body-s app-report__download">
          <a className="govuk-link" href={downloadHref}>
            Download CSV<span className="govuk-visually-hidden"> of {table.title}</span>
          </a>
        </p>
      )}
    </div>
  );
});

/** Parts that are laid out as blocks say themselves what they are in a table: browsers differ in what they remember. */
type RoleOf = (
  role: "table" | "rowgroup" | "row" | "columnheader" | "rowheader" | "cell",
) => string | undefined;

const roleAsItIs: RoleOf = (role) => role;
const noRole: RoleOf = () => undefined;

function Head({ table, roleOf }: { readonly table: FormattedTable; readonly roleOf: RoleOf }) {
  return (
    <thead className="govuk-table__head" role={roleOf("rowgroup")}>
      <tr className="govuk-table__row" role={roleOf("row")}>
        {table.columns.map(({ id, label, numeric, href }) => (
          <th
            key={id}
            role={roleOf("columnheader")}
            scope="col"
            className={classes("govuk-table__header", numeric && "govuk-table__header--numeric")}
          >
            <ExplainedHeading href={href} text={label} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

const Row = memo(function Row({
  row,
  columns,
  href,
  roleOf,
}: {
  readonly row: FormattedRow;
  readonly columns: FormattedTable["columns"];
  readonly roleOf: RoleOf;
  readonly href?: string | undefined;
}) {
  const [name, ...cells] = row.cells;
  return (
    <tr
      role={roleOf("row")}
      className={classes(
        "govuk-table__row",
        row.subtotal === true && "app-report__subtotal",
        row.tone && `app-report__row--${row.tone}`,
      )}
    >
      <th scope="row" role={roleOf("rowheader")} className="govuk-table__header">
        {href === undefined ? (
          name?.text
        ) : (
          <a className="govuk-link" href={href}>
            {name?.text}
          </a>
        )}
      </th>
      {cells.map(({ text, tone, was, href }, place) => {
        const column = columns[place + 1];
        return (
          <td
            key={column?.id ?? place}
            role={roleOf("cell")}
            data-heading={roleOf("cell") && column?.label}
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
});

function NoRows({ columns }: { readonly columns: number }) {
  return (
    <tr className="govuk-table__row">
      <td className="govuk-table__cell" colSpan={columns}>
        Nothing to show.
      </td>
    </tr>
  );
}
