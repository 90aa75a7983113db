import type { ShownRecord } from "../../lib/show-decision-record";
import { SummaryList } from "../govuk";
import { ReportTable } from "../report/report-table";

/** The decision on one page, to print and to file. */
export function DecisionRecord({
  facts,
  sentences,
  tables,
  panel,
  rankings,
  changes,
  moreChanges,
}: ShownRecord) {
  return (
    <article className="app-record">
      <h2 className="govuk-heading-l">Decision record</h2>
      <SummaryList rows={facts} />
      {sentences.map((sentence) => (
        <p className="govuk-body app-text" key={sentence}>
          {sentence}
        </p>
      ))}
      {tables.map((table) => (
        <ReportTable key={table.id} table={table} captionSize="s" />
      ))}
      {panel !== null && <ReportTable table={panel} captionSize="s" />}
      <h3 className="govuk-heading-s">Options that were not taken</h3>
      <ul className="govuk-list govuk-list--bullet">
        {rankings.map((ranking) => (
          <li key={ranking}>{ranking}</li>
        ))}
      </ul>
      <h3 className="govuk-heading-s">Changes to the priorities</h3>
      {changes.length === 0 && (
        <p className="govuk-body">
          None since the scenario was added: costs, scores and weights are as imported.
        </p>
      )}
      <ul className="govuk-list govuk-list--bullet">
        {changes.map(({ number, text, by }) => (
          <li key={number}>
            Revision {number}: {text}. {by}.
          </li>
        ))}
        {moreChanges > 0 && <li>And {moreChanges} earlier; the history has all.</li>}
      </ul>
    </article>
  );
}
