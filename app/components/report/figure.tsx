import { memo, useId } from "react";
import type { FormattedTable } from "../../reports/format-table";
import { ReportTable } from "./report-table";

/**
 * A chart, what it says in a sentence, and the table behind it, open for everyone. The SVG is drawn by the planner's own charts on the
 * server, which escape every text in it; it is the only markup that a page takes as it is.
 */
export const Figure = memo(function Figure({
  svg,
  caption,
  table,
  downloadHref,
  stacks,
}: {
  readonly svg: string;
  readonly caption: string;
  readonly table: FormattedTable;
  readonly downloadHref?: string | undefined;
  /** See {@link ReportTable}. */
  readonly stacks?: boolean | undefined;
}) {
  const captionId = useId();
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
      <ReportTable table={table} downloadHref={downloadHref} captionSize="s" stacks={stacks} />
    </figure>
  );
});
