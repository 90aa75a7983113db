import { useMemo } from "react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { Details } from "../components/govuk";
import { EditTables } from "../components/grid/edit-tables";
import { LiveStatus } from "../components/live/live-status";
import { KeyFigures } from "../components/report/key-figures";
import { ReportTable } from "../components/report/report-table";
import { movedFigures, movedTable } from "../live/moved";
import { useLiveGrid } from "../live/use-live-grid";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { lotReasons } from "../reports/lot-reasons";
import { showList } from "../lib/shown-list";
import { showLots } from "../pages/show-lots";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    href,
    revision,
    lots: lotReasons(evaluation),
    list: showList(href, evaluation, "/provisions"),
    shown: showLots({ evaluation, href }),
  };
}

export default function LotsPage() {
  const { href, revision, list, lots, ...loaded } = useLoaderData<typeof loader>();
  const { shown, saved, live, grid } = useLiveGrid({
    ...{ page: "lots", subject: "", href, revision },
    saved: loaded.shown,
  });
  const lists = useMemo(() => [{ ...list, ...shown.contracts }], [list, shown.contracts]);
  return (
    <>
      <SavedNotice />
      <h2 className="govuk-heading-l">Lots</h2>
      <LiveStatus live={live} />
      <KeyFigures figures={movedFigures(saved.figures, shown.figures)} />
      <p className="govuk-body app-text">
        {lots !== null && `${lots.chosen} ${lots.why ?? ""} `}
        <a className="govuk-link" href={`${href}/lot-structure`}>
          Compare the ways to divide the services into lots
        </a>
      </p>
      <EditTables lists={lists} {...grid} />
      <ReportTable {...movedTable(saved.years, shown.years)} />
      {[movedTable(saved.vat, shown.vat), movedTable(saved.values, shown.values)]
        .filter(({ table }) => table.rows.length > 0)
        .map((folded) => (
          <Details key={folded.table.id} summary={folded.table.title}>
            <ReportTable {...folded} captionSize="s" />
          </Details>
        ))}
    </>
  );
}
