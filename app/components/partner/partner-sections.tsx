import type { FormattedTable } from "../../reports/format-table";
import { Figure } from "../report/figure";
import { type FormattedFigure, KeyFigures } from "../report/key-figures";
import { Details, SummaryList } from "../govuk";
import { CONTENTS_ID } from "../report/on-this-page";
import { LONGEST_WORDS, ReportTable } from "../report/report-table";

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
    /** For whoever checks a figure: its name is shown, and the table on request. */
    readonly isBehind: boolean;
  }[];
};
type ShownTable = ShownSection["tables"][number];

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
      {tables.map((shown) =>
        shown.isBehind ? (
          <Details key={shown.table.id} summary={shown.table.title}>
            <OneTable {...shown} />
          </Details>
        ) : (
          <OneTable key={shown.table.id} {...shown} />
        ),
      )}
      <p className="govuk-body app-no-print">
        <a className="govuk-link govuk-link--no-visited-state" href={`#${CONTENTS_ID}`}>
          Back to the contents
        </a>
      </p>
    </section>
  ));
}

function OneTable({ table, downloadHref, picture }: ShownTable) {
  if (isOneOfMany(table)) return <OneRow table={table} downloadHref={downloadHref} />;
  const look = { table, downloadHref, stacks: hasSentences(table) };
  return picture === null ? <ReportTable {...look} captionSize="s" /> : <Figure {...picture} {...look} />;
}

/** Sentences beside each other are too narrow to be read on a phone; figures are looked up across and down. */
const hasSentences = ({ rows, columns }: FormattedTable): boolean =>
  columns.length > 2 &&
  rows.some(({ cells }) => cells.slice(1).some(({ text }) => text.length > LONGEST_WORDS));

/** One row of many columns is read from top to bottom, also on a phone, without scrolling sideways. */
const isOneOfMany = ({ rows, columns, total }: FormattedTable): boolean =>
  rows.length === 1 && columns.length > 4 && total === undefined;

function OneRow({
  table: { id, title, note, columns, rows },
  downloadHref,
}: {
  readonly table: FormattedTable;
  readonly downloadHref?: string | undefined;
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
          <a className="govuk-link" href={downloadHref}>
            Download CSV<span className="govuk-visually-hidden"> of {title}</span>
          </a>
        </p>
      )}
    </div>
  );
}
