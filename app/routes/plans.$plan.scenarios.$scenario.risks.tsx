import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { EditTables } from "../components/grid/edit-tables";
import { ReportTable } from "../components/report/report-table";
import { useSaves } from "../forms/use-saves";
import { noticeHref } from "../lib/notice-href";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";
import { showTable } from "../lib/shown-table";
import { buildRaisedRisks, buildRaisedRisksTable } from "../reports/raised-risks";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    href,
    revision,
    lists: [showList(href, evaluation, "/risks")],
    raised: showTable(href, buildRaisedRisksTable(evaluation)),
    causes: Object.fromEntries(
      buildRaisedRisks(evaluation).map((risk) => [risk.id, noticeHref(href, risk) ?? href]),
    ),
  };
}

export default function RisksPage() {
  const { href, revision, lists, raised, causes } = useLoaderData<typeof loader>();
  const saving = useSaves({ href, revision });
  return (
    <>
      <SavedNotice />
      <h2 className="govuk-heading-l">Risks</h2>
      <EditTables lists={lists} {...saving} />
      {raised.table.rows.length > 0 ? (
        <ReportTable {...raised} rowHref={(id) => causes[id] ?? ""} />
      ) : (
        <p className="govuk-body app-text">
          The figures raise no risk: no gap, nothing unfunded or at risk, no wait that grows, every price
          known.
        </p>
      )}
    </>
  );
}
