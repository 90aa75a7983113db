import { memo, useId } from "react";
import type { FormattedTable } from "../../reports/format-table";
import { Details } from "../govuk";
import { ReportTable } from "./report-table";

/**
 * A chart, what it says in a sentence, and the table behind it, for everyone. The SVG is drawn by the planner's own charts on the
 * server, which escape every text in it; it is the only markup that a page takes as it is.
 */
export const Figure = memo(function Figure({
  svg,
  caption,
  table,
  downloadHref,
  stacks,
  folded,
}: {
  readonly svg: string;
  readonly caption: string;
  readonly table: FormattedTable;
  readonly downloadHref?: string | undefined;
  /** See {@link ReportTable}. */
  readonly stacks?: boolean | undefined;
  /** Where the table is long: the words under which it is folded away. */
  readonly folded?: string | undefined;
}) {
  const captionId = useId();
  const behind = <ReportTable table={table} downloadHref={downloadHref} captionSize="s" stacks={stacks} />;
  return (
    <figure className="app-figure" aria-labelledby={captionId}>
      <figcaption className="govuk-body app-figure__caption" id={captionId}>
        {caption}
      </figcaption>
      <div
        className="app-figure__drawing"
        role="region"
        aria-label={`Picture: ${table.title}`}
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      {folded === undefined ? behind : <Details summary={folded}>{behind}</Details>}
    </figure>
  );
});
