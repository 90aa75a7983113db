import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { ContractsGrid } from "../components/grid/contracts-grid";
import { KeyFigures } from "../components/report/key-figures";
import { ReportTable } from "../components/report/report-table";
import { editableContracts } from "../forms/lots-grid";
import { useSaves } from "../forms/use-saves";
import { formatFigures } from "../lib/key-figures";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showTable } from "../lib/shown-table";
import { buildContractsTable } from "../reports/contracts";
import { buildKeyFigures } from "../reports/key-figures";
import type { ReportTable as Table } from "../reports/report-table";
import { buildYearlyCostsTable } from "../reports/yearly-costs";

const TOTALS = ["total-cost", "contributions", "unfunded", "gaps"];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const contracts = buildContractsTable(evaluation);
  return {
    href,
    revision,
    figures: formatFigures(buildKeyFigures(evaluation).filter(({ id }) => TOTALS.includes(id))),
    contracts: showTable(href, contracts),
    headings: headingsOf(contracts),
    cells: editableContracts(scenario),
    years: showTable(href, buildYearlyCostsTable(evaluation)),
  };
}

export default function LotsPage() {
  const { href, revision, figures, contracts, headings, cells, years } = useLoaderData<typeof loader>();
  const { saves, dispatch } = useSaves({ href, revision });
  const [search] = useSearchParams();
  return (
    <>
      <SavedNotice saved={search.get("saved")} />
      <h2 className="govuk-heading-l">Lots</h2>
      <KeyFigures figures={figures} />
      <p className="govuk-body">
        <a className="govuk-link" href={`${href}/lot-structure`}>
          Compare the ways to divide the services into lots
        </a>
      </p>
      <ContractsGrid
        {...contracts}
        headings={headings}
        cells={cells}
        hrefOf={(provision) => `${href}/lots/${provision}`}
        saves={saves}
        dispatch={dispatch}
      />
      <ReportTable {...years} />
    </>
  );
}

/** In a grid the unit stands in the heading. */
function headingsOf({ columns }: Table): Readonly<Record<string, string>> {
  const units: Readonly<Record<string, string>> = { money: " (£)", percent: " (%)" };
  return Object.fromEntries(columns.map(({ id, label, kind }) => [id, `${label}${units[kind] ?? ""}`]));
}
