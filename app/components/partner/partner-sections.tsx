import type { FormattedTable } from "../../reports/format-table";
import { Figure } from "../report/figure";
import { type FormattedFigure, KeyFigures } from "../report/key-figures";
import { ReportTable } from "../report/report-table";

export type ShownSection = {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly figures: readonly FormattedFigure[];
  readonly tables: readonly {
    readonly table: FormattedTable;
    readonly downloadHref?: string | undefined;
    /** The picture of the table, drawn on the server, and what it says. */
    readonly picture: { readonly svg: string; readonly caption: string } | null;
  }[];
};

/** What a partner is shown, part by part in the order in which it is asked for. */
export function PartnerSections({ sections }: { readonly sections: readonly ShownSection[] }) {
  return sections.map(({ id, title, sentences, figures, tables }) => (
    <section key={id} className="app-section" aria-labelledby={id}>
      <h2 className="govuk-heading-l" id={id}>
        {title}
      </h2>
      {figures.length > 0 && <KeyFigures figures={figures} />}
      {sentences.map((sentence) => (
        <p key={sentence} className="govuk-body app-text">
          {sentence}
        </p>
      ))}
      {tables.map(({ table, downloadHref, picture }) =>
        picture === null ? (
          <ReportTable key={table.id} table={table} downloadHref={downloadHref} captionSize="s" />
        ) : (
          <Figure key={table.id} {...picture} table={table} downloadHref={downloadHref} />
        ),
      )}
    </section>
  ));
}
