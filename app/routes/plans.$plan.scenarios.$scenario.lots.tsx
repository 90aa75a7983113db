import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { ContractsGrid } from "../components/grid/contracts-grid";
import { LiveStatus } from "../components/live/live-status";
import { KeyFigures } from "../components/report/key-figures";
import { ReportTable } from "../components/report/report-table";
import { editableContracts } from "../forms/lots-grid";
import { useSaves } from "../forms/use-saves";
import { movedFigures, movedTable } from "../live/moved";
import { typedFields } from "../live/typed-fields";
import { useLiveFigures } from "../live/use-live-figures";
import { useTyping } from "../live/use-typing";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showLots } from "../pages/show-lots";
import { buildContractsTable } from "../reports/contracts";
import type { ReportTable as Table } from "../reports/report-table";

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    href,
    revision,
    headings: headingsOf(buildContractsTable(evaluation)),
    cells: editableContracts(scenario),
    shown: showLots({ evaluation, href }),
  };
}

export default function LotsPage() {
  const { href, revision, headings, cells, ...loaded } = useLoaderData<typeof loader>();
  const { saves, dispatch } = useSaves({ href, revision });
  const { typing, note, settle } = useTyping();
  const { shown, saved, live, getReady } = useLiveFigures({
    ...{ page: "lots", subject: "", href, revision },
    saved: loaded.shown,
    typed: typedFields(saves, typing),
  });
  const [search] = useSearchParams();
  return (
    <>
      <SavedNotice saved={search.get("saved")} />
      <h2 className="govuk-heading-l">Lots</h2>
      <LiveStatus live={live} />
      <KeyFigures figures={movedFigures(saved.figures, shown.figures)} />
      <p className="govuk-body">
        <a className="govuk-link" href={`${href}/lot-structure`}>
          Compare the ways to divide the services into lots
        </a>
      </p>
      <ContractsGrid
        {...shown.contracts}
        headings={headings}
        cells={cells}
        hrefOf={(provision) => `${href}/lots/${provision}`}
        saves={saves}
        dispatch={dispatch}
        onTyping={note}
        onTypingEnds={settle}
        onReady={getReady}
      />
      <ReportTable {...movedTable(saved.years, shown.years)} />
    </>
  );
}

/** In a grid the unit stands in the heading. */
function headingsOf({ columns }: Table): Readonly<Record<string, string>> {
  const units: Readonly<Record<string, string>> = { money: " (£)", percent: " (%)" };
  return Object.fromEntries(columns.map(({ id, label, kind }) => [id, `${label}${units[kind] ?? ""}`]));
}
