import { classes } from "../govuk/classes";
import { Explained } from "../report/explained";
import { TableRegion } from "../report/table-region";

export type ShownComparison = {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly ShownRow[];
  /** No row has a difference. */
  readonly isEqual: boolean;
};

export type ShownRow = {
  readonly id: string;
  readonly name: string;
  /** The unit where it is not pounds, and which direction is better. */
  readonly remark: string;
  readonly cells: readonly ShownCell[];
};

export type ShownCell = {
  readonly value: string;
  /** Where the scenario explains its figure. */
  readonly explainHref: string | null;
  /** Against the reference; null in the reference and where one of the two is not known. */
  readonly difference: string | null;
  readonly verdict: "better" | "worse" | null;
  /** Where the difference is explained. */
  readonly whyHref: string | null;
};

/** Rows of one subject: each cell says its figure, what that is against the reference, and leads to why. */
export function ComparisonTable({
  table: { id, title, columns, rows },
}: {
  readonly table: ShownComparison;
}) {
  return (
    <TableRegion className="app-report" captionId={`${id}-caption`}>
      <table className="govuk-table app-report__table app-compare" id={id}>
        <caption className="govuk-table__caption govuk-table__caption--m">
          <span id={`${id}-caption`}>{title}</span>
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Measure
            </th>
            {columns.map(({ key, name }, place) => (
              <th key={key} scope="col" className="govuk-table__header govuk-table__header--numeric">
                {name}
                {place === 0 && <span className="app-compare__remark">Reference</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row) => (
            <tr key={row.id} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {row.name}
                {row.remark !== "" && <span className="app-compare__remark">{row.remark}</span>}
              </th>
              {row.cells.map((cell, place) => (
                <Cell
                  key={columns[place]?.key ?? place}
                  cell={cell}
                  about={`${row.name}, ${columns[place]?.name ?? ""}`}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Cell({ cell, about }: { readonly cell: ShownCell; readonly about: string }) {
  const { value, explainHref, difference, verdict, whyHref } = cell;
  return (
    <td className="govuk-table__cell govuk-table__cell--numeric">
      <Explained href={explainHref ?? undefined} label={about} text={value} />
      {difference !== null && <span className="app-compare__difference">{difference}</span>}
      {(verdict !== null || whyHref !== null) && (
        <span className="app-compare__difference">
          {verdict !== null && (
            <span className={classes("app-tone", `app-tone--${verdict === "better" ? "good" : "bad"}`)}>
              {verdict}
            </span>
          )}{" "}
          {whyHref !== null && (
            <a className="govuk-link app-compare__why" href={whyHref}>
              Why<span className="govuk-visually-hidden">: {about}</span>
            </a>
          )}
        </span>
      )}
    </td>
  );
}
