import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { EditTables } from "../components/grid/edit-tables";
import { ReportTable } from "../components/report/report-table";
import { useSaves } from "../forms/use-saves";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";
import { showTable } from "../lib/shown-table";
import { buildCommitmentsTable, buildObjectivesTable, strategySentences } from "../reports/strategy";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    href,
    revision,
    sentences: strategySentences(evaluation),
    reports: [buildObjectivesTable(evaluation), buildCommitmentsTable(evaluation)]
      .filter(({ rows }) => rows.length > 0)
      .map((table) => showTable(href, table)),
    lists: ["/objectives", "/commitments"].map((base) => showList(href, evaluation, base)),
  };
}

export default function StrategyPage() {
  const { href, revision, sentences, reports, lists } = useLoaderData<typeof loader>();
  const saving = useSaves({ href, revision });
  return (
    <>
      <SavedNotice />
      <h2 className="govuk-heading-l">Strategy</h2>
      {sentences.length > 0 && (
        <ul className="govuk-list govuk-list--bullet app-text">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {reports.map((report) => (
        <ReportTable key={report.table.id} {...report} />
      ))}
      <h2 className="govuk-heading-l">Change the strategy</h2>
      <EditTables lists={lists} {...saving} />
    </>
  );
}
