import type { ReactNode } from "react";

/**
 * A table for rows that hold more than texts. Where it is wider than its page it scrolls in a region of its own, which the
 * keyboard reaches and the caption names.
 */
export function WideTable({
  id,
  caption,
  captionSize = "m",
  head,
  children,
}: {
  readonly id: string;
  readonly caption: string;
  readonly captionSize?: "m" | "s";
  readonly head: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <div className="app-report__scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="govuk-table app-report__table">
        <caption className={`govuk-table__caption govuk-table__caption--${captionSize}`} id={id}>
          {caption}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {head.map((heading) => (
              <th key={heading} scope="col" className="govuk-table__header">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">{children}</tbody>
      </table>
    </div>
  );
}
