import type { ICellRendererParams } from "ag-grid-community";
import type { GridContext } from "./grid-context";
import type { GridRow } from "./grid-rows";

type CellProps = ICellRendererParams<GridRow, string, GridContext>;

/** The name of a row leads to its page or form. The cell has the focus; Enter follows its link. */
export function NameLink({ data, value, valueFormatted, context }: CellProps) {
  const text = valueFormatted ?? value ?? "";
  if (data === undefined || data.isTotal || data.isNew) return <span>{text}</span>;
  return (
    <a className="govuk-link" href={context.hrefOf(data.id)} tabIndex={-1}>
      {text}
    </a>
  );
}

/** A link that asks before a row goes. */
export function DeleteLink({ data, context }: CellProps) {
  if (data === undefined || data.isTotal || data.isNew) return null;
  return (
    <a
      className="govuk-link"
      href={context.deleteHrefOf(data.id)}
      tabIndex={-1}
      aria-label={`Delete ${Object.values(data.texts)[0] ?? ""}`}
    >
      Delete
    </a>
  );
}
