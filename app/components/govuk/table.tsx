import type { ReactNode } from "react";
import { classes } from "./classes";

export type TableHead = { readonly text: string; readonly numeric?: boolean | undefined };

/** A small table of the page's own. Figures from an evaluation go through ReportTable instead. */
export function Table({
  caption,
  captionSize = "m",
  head,
  rows,
}: {
  readonly caption: string;
  readonly captionSize?: "s" | "m" | "l" | "xl" | undefined;
  readonly head: readonly TableHead[];
  readonly rows: readonly (readonly ReactNode[])[];
}) {
  return (
    <table className="govuk-table">
      <caption className={`govuk-table__caption govuk-table__caption--${captionSize}`}>{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {head.map(({ text, numeric = false }) => (
            <th
              key={text}
              scope="col"
              className={classes("govuk-table__header", numeric && "govuk-table__header--numeric")}
            >
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((cells, row) => (
          <tr key={`${row}`} className="govuk-table__row">
            {cells.map((cell, column) =>
              column === 0 ? (
                <th key={`${column}`} scope="row" className="govuk-table__header">
                  {cell}
                </th>
              ) : (
                <td
                  key={`${column}`}
                  className={classes(
                    "govuk-table__cell",
                    head[column]?.numeric === true && "govuk-table__cell--numeric",
                  )}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
