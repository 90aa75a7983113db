import type { PastePreview } from "../../lib/paste-page";
import { classes } from "../govuk/classes";

/** A pasted block cell by cell: what is new, what changes, what cannot be read. */
export function PastePreviewTable({ preview: { headings, rows } }: { readonly preview: PastePreview }) {
  return (
    <div className="app-report__scroll" role="region" aria-labelledby="preview-caption" tabIndex={0}>
      <table className="govuk-table app-report__table">
        <caption className="govuk-table__caption govuk-table__caption--m" id="preview-caption">
          What would change
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Row
            </th>
            {headings.map((heading) => (
              <th key={heading} scope="col" className="govuk-table__header">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(({ id, isNew, cells }, place) => (
            <tr key={id} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {place + 1}, {isNew ? "new" : "changed"}
              </th>
              {cells.map(({ text, fault, isChanged }, column) => (
                <td
                  key={headings[column] ?? column}
                  className={classes("govuk-table__cell", fault !== undefined && "app-paste__fault")}
                >
                  {isChanged ? <strong>{text === "" ? "emptied" : text}</strong> : text}
                  {fault !== undefined && <span className="govuk-error-message">{fault}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
