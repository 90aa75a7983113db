import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lotPatternsChart } from "../charts/lot-patterns";
import { SummaryList } from "../components/govuk";
import { Figure } from "../components/report/figure";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showTable } from "../lib/shown-table";
import { buildLotPatternsTable, listLotPatterns, patternsToShow } from "../reports/lot-patterns";
import { type LotReasons, lotReasons } from "../reports/lot-reasons";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const reasons = lotReasons(evaluation);
  if (reasons === null) return null;
  const patterns = listLotPatterns(evaluation);
  const shown = patternsToShow(patterns);
  return {
    reasons,
    leftOut: patterns.length - shown.length,
    picture: {
      caption: reasons.chosen,
      svg: lotPatternsChart(patterns, {
        id: "patterns",
        title: "FTE against hand-offs of every way to divide into lots",
        description: [reasons.chosen, ...reasons.againstDividing].join(" "),
      }),
      ...showTable(href, buildLotPatternsTable(evaluation, shown)),
    },
  };
}

export default function LotStructurePage() {
  const data = useLoaderData<typeof loader>();
  if (data === null) return <NoStructure />;
  const { reasons, leftOut, picture } = data;
  return (
    <>
      <h2 className="govuk-heading-l">Lot structure</h2>
      <p className="govuk-body app-text">
        The same money, divided into lots in every way that the services can be let apart.
      </p>
      <Figure {...picture} />
      {leftOut > 0 && (
        <p className="govuk-body app-text">
          {leftOut} patterns with more hand-offs are left out of the table here; the CSV file has all.
        </p>
      )}
      <Reasons reasons={reasons} />
    </>
  );
}

function Reasons({ reasons: { againstDividing, counterweights } }: { readonly reasons: LotReasons }) {
  return (
    <>
      <h3 className="govuk-heading-m" id="reasons">
        Reasons for not dividing
      </h3>
      <ul className="govuk-list govuk-list--bullet app-text">
        {againstDividing.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3 className="govuk-heading-m">What weighs on the other side</h3>
      <SummaryList rows={counterweights.map(({ name, text }) => ({ key: name, value: text }))} />
    </>
  );
}

function NoStructure() {
  return (
    <>
      <h2 className="govuk-heading-l">Lot structure</h2>
      <p className="govuk-body app-text">
        Nothing is entered to compare. Enter under “lotStructure” the envelope a year, the overhead of a lot,
        the cost of an FTE, the blocks of service that could be let apart, and which blocks users need
        together, in percent of all users.
      </p>
    </>
  );
}
