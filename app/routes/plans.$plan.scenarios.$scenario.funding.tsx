import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { type FinancialYear, formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { fundingFlowChart } from "../charts/funding-flow";
import { stackedYearsChart } from "../charts/stacked-years";
import { certaintyBandsOf } from "../charts/year-bands";
import { SavedNotice } from "../components/forms/save-answers";
import { InsetText } from "../components/govuk";
import { EditTables } from "../components/grid/edit-tables";
import { ChooseForm } from "../components/report/choose-form";
import { Figure } from "../components/report/figure";
import { NoProvisions } from "../components/report/no-provisions";
import { ReportTable } from "../components/report/report-table";
import { useSaves } from "../forms/use-saves";
import { readChoice } from "../lib/page-choice";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";
import { csvHref, showTable } from "../lib/shown-table";
import { bottleneckSentences } from "../reports/bottleneck";
import { buildFundingBalanceTable } from "../reports/funding-balance";
import { buildFundingCertaintyTable } from "../reports/funding-certainty";
import { buildFundingFlow } from "../reports/funding-flow";
import { buildFundingSourcesTable } from "../reports/funding-sources";
import { certaintySentence, flowSentence } from "../reports/picture-sentences";
import { buildRingFencesTable } from "../reports/ring-fences";
import { buildWhoPaysTable } from "../reports/who-pays";
import { withoutColumns } from "../reports/without-columns";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const choices = evaluation.timeline.years.map((year) => ({
    value: `${year}`,
    text: formatFinancialYear(year),
  }));
  const asked = readChoice(args.request, "year", choices);
  const year = asked === undefined ? firstYear(evaluation) : Number(asked);
  return {
    href,
    revision,
    lists: [showList(href, evaluation, "/fundingSources/*")],
    lotsHref: `${href}/lots`,
    hasProvisions: evaluation.scenario.provisions.length > 0,
    short: bottleneckSentences(evaluation),
    certainty: certaintyFigure(evaluation, href),
    balance: showTable(href, buildFundingBalanceTable(evaluation)),
    choices,
    year: `${year}`,
    flow: flowFigure(evaluation, year, href),
    ringFences: showTable(href, buildRingFencesTable(evaluation)),
    sources: showTable(
      href,
      withoutColumns(buildFundingSourcesTable(evaluation), ["owner", "certainty", "may-pay-for"]),
    ),
    more: [
      { href: csvHref(href, "funding-provisions"), text: "Who pays for each provision, all years (CSV)" },
      { href: csvHref(href, "funding-matrix"), text: "All money by year and what it pays for (CSV)" },
    ],
  };
}

export default function FundingPage() {
  const { href, revision, lists, lotsHref, hasProvisions, ringFences, sources, more, ...money } =
    useLoaderData<typeof loader>();
  const saving = useSaves({ href, revision });
  const [search] = useSearchParams();
  return (
    <>
      <SavedNotice saved={search.get("saved")} />
      <h2 className="govuk-heading-l">Funding</h2>
      {hasProvisions ? <MoneyAndCosts {...money} /> : <NoProvisions lotsHref={lotsHref} />}
      <h2 className="govuk-heading-m">Where the money comes from</h2>
      <EditTables lists={lists} {...saving} />
      <ReportTable {...ringFences} captionSize="s" />
      <ReportTable {...sources} captionSize="s" />
      <ul className="govuk-list">
        {more.map(({ href, text }) => (
          <li key={href}>
            <a className="govuk-link" href={href} download>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

type Money = Pick<
  ReturnType<typeof useLoaderData<typeof loader>>,
  "short" | "certainty" | "balance" | "choices" | "year" | "flow"
>;

function MoneyAndCosts({ short, certainty, balance, choices, year, flow }: Money) {
  return (
    <>
      <Shortages sentences={short} />
      <Figure {...certainty} />
      <ReportTable {...balance} captionSize="s" />
      <section id="flow" className="app-section" aria-labelledby="flow-heading">
        <h2 className="govuk-heading-m" id="flow-heading">
          What pays for what
        </h2>
        <ChooseForm name="year" label="Financial year" items={choices} value={year} anchor="flow" />
        <Figure {...flow} />
      </section>
    </>
  );
}

function Shortages({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return <p className="govuk-body">Every year is funded.</p>;
  return (
    <InsetText>
      {sentences.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
    </InsetText>
  );
}

function certaintyFigure(evaluation: Evaluation, href: string) {
  const caption = certaintySentence(evaluation);
  const text = { id: "certainty", title: "How firm the money is by financial year", description: caption };
  return {
    caption,
    svg: stackedYearsChart(certaintyBandsOf(evaluation), text),
    ...showTable(href, buildFundingCertaintyTable(evaluation)),
  };
}

function flowFigure(evaluation: Evaluation, year: FinancialYear, href: string) {
  const caption = flowSentence(evaluation, year);
  const title = `What pays for what in ${formatFinancialYear(year)}`;
  return {
    caption,
    svg: fundingFlowChart(buildFundingFlow(evaluation, year), {
      id: "flow-picture",
      title,
      description: caption,
    }),
    ...showTable(href, buildWhoPaysTable(evaluation, year)),
  };
}

/** The first year in which money is short, else the second of the horizon, which is the first whole one. */
function firstYear({ funding, timeline: { years } }: Evaluation): FinancialYear {
  const short = funding.unfunded.findIndex((amount) => amount > 0n);
  return years[short] ?? years[1] ?? (years[0] as FinancialYear);
}
