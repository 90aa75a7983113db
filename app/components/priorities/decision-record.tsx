import type { ShownRecord } from "../../lib/show-decision-record";
import type { FormattedTable } from "../../reports/format-table";
import { InsetText, SummaryList } from "../govuk";
import { ReportTable } from "../report/report-table";

/** The decision as a paper of a board: the answer, what is funded, what is not and why, how it was decided, and by whom. */
export function DecisionRecord(record: ShownRecord) {
  const { sentences, notKnown, decision, leftOut, options, ground, panel, facts, changes } = record;
  return (
    <article className="app-record">
      <h2 className="govuk-heading-l">Decision record</h2>
      <p className="govuk-body app-text app-no-print">
        Your browser prints this page, or saves it as a PDF, in the form of a paper.
      </p>
      <InsetText>
        {[...sentences, ...(notKnown === null ? [] : [notKnown])].map((sentence) => (
          <p className="govuk-body" key={sentence}>
            {sentence}
          </p>
        ))}
      </InsetText>
      <Part title={decision.length === 1 ? "Why there is no plan" : "What is funded"} tables={decision} />
      {leftOut.length > 0 && <Part title="What is left out" tables={leftOut} />}
      <Part title="Options that were not taken" tables={options} />
      <Part title="How it was decided" tables={ground}>
        <p className="govuk-body">{panel.words}</p>
        {panel.table !== null && <ReportTable table={panel.table} captionSize="s" stacks />}
      </Part>
      <section aria-labelledby="record-origin">
        <h3 className="govuk-heading-m" id="record-origin">
          Who and when
        </h3>
        <SummaryList rows={facts} />
        <Changes {...changes} />
      </section>
      <SignOff />
    </article>
  );
}

function Part({
  title,
  tables,
  children,
}: {
  readonly title: string;
  readonly tables: readonly FormattedTable[];
  readonly children?: React.ReactNode;
}) {
  const id = `record-${tables[0]?.id ?? "part"}`;
  return (
    <section aria-labelledby={id}>
      <h3 className="govuk-heading-m" id={id}>
        {title}
      </h3>
      {tables.map((table) => (
        <ReportTable key={table.id} table={table} captionSize="s" stacks />
      ))}
      {children}
    </section>
  );
}

function Changes({ shown, more }: ShownRecord["changes"]) {
  return (
    <>
      <h4 className="govuk-heading-s">Changes to the priorities, the last one first</h4>
      {shown.length === 0 ? (
        <p className="govuk-body">
          None since the scenario was added: costs, scores and weights are as imported.
        </p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {shown.map(({ number, text, by }) => (
            <li key={number}>
              Revision {number}: {text}. {by}.
            </li>
          ))}
          {more > 0 && <li>And {more} earlier; the history has all.</li>}
        </ul>
      )}
    </>
  );
}

/** On paper, for the meeting to fill in: the planner knows who worked out a plan, not who decides on it. */
function SignOff() {
  return (
    <div className="app-record__sign" aria-hidden="true">
      {["Decided by", "Meeting and date", "Signed"].map((what) => (
        <p key={what}>{what}</p>
      ))}
    </div>
  );
}
