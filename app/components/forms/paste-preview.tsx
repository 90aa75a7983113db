import type { PastePreview } from "../../lib/paste-page";
import { classes } from "../govuk/classes";
import { WideTable } from "../report/wide-table";

/** A pasted block cell by cell: what is new, what changes, what cannot be read. */
export function PastePreviewTable({ preview: { headings, rows } }: { readonly preview: PastePreview }) {
  return (
    <WideTable id="preview-caption" caption="What would change" head={["Row", ...headings]}>
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
    </WideTable>
  );
}
