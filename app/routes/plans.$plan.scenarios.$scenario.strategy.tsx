import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReportTable } from "../components/report/report-table";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showTable } from "../lib/shown-table";
import { buildCommitmentsTable, buildObjectivesTable, strategySentences } from "../reports/strategy";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    sentences: strategySentences(evaluation),
    objectives: showTable(href, buildObjectivesTable(evaluation)),
    commitments: showTable(href, buildCommitmentsTable(evaluation)),
  };
}

export default function StrategyPage() {
  const { sentences, objectives, commitments } = useLoaderData<typeof loader>();
  if (objectives.table.rows.length + commitments.table.rows.length === 0) return <NoStrategy />;
  return (
    <>
      <h2 className="govuk-heading-l">Strategy</h2>
      {sentences.length > 0 && (
        <ul className="govuk-list govuk-list--bullet app-text">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {objectives.table.rows.length > 0 && <ReportTable {...objectives} />}
      {commitments.table.rows.length > 0 && <ReportTable {...commitments} />}
    </>
  );
}

function NoStrategy() {
  return (
    <>
      <h2 className="govuk-heading-l">Strategy</h2>
      <p className="govuk-body app-text">
        No objective and no commitment is entered. Enter under “objectives” what the strategy is for and under
        “commitments” what was promised with its state; each lot, grant or contract can then name the
        commitments that its money serves.
      </p>
    </>
  );
}
