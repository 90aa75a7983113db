import type { FormattedTable } from "../../reports/format-table";
import { Figure } from "../report/figure";
import { type FormattedFigure, KeyFigures } from "../report/key-figures";
import { SummaryList } from "../govuk";
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
        isOneOfMany(table) ? (
          <OneRow key={table.id} table={table} downloadHref={downloadHref} />
        ) : picture === null ? (
          <ReportTable key={table.id} table={table} downloadHref={downloadHref} captionSize="s" />
        ) : (
          <Figure key={table.id} {...picture} table={table} downloadHref={downloadHref} />
        ),
      )}
    </section>
  ));
}

/** One row of many columns is read from top to bottom, also on a phone, without scrolling sideways. */
const isOneOfMany = ({ rows, columns, total }: FormattedTable): boolean =>
  rows.length === 1 && columns.length > 4 && total === undefined;

function OneRow({
  table: { id, title, note, columns, rows },
  downloadHref,
}: {
  readonly table: FormattedTable;
  readonly downloadHref: string | undefined;
}) {
  const cells = rows[0]?.cells ?? [];
  return (
    <div className="app-report" id={id}>
      <h3 className="govuk-heading-s">{title}</h3>
      {note !== undefined && <p className="govuk-hint app-text">{note}</p>}
      <SummaryList
        rows={columns.map(({ label }, place) => ({ key: label, value: cells[place]?.text ?? "" }))}
      />
      {downloadHref !== undefined && (
        <p className="govuk-body-s app-report__download">
          <a className="govuk-link" href={downloadHref} download>
            Download CSV<span className="govuk-visually-hidden"> of {title}</span>
          </a>
        </p>
      )}
    </div>
  );
}
