import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type FinancialYear, formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { SavedNotice } from "../components/forms/save-answers";
import { InsetText, type SelectItem } from "../components/govuk";
import { EditTables } from "../components/grid/edit-tables";
import { LiveStatus } from "../components/live/live-status";
import { ChooseForm } from "../components/report/choose-form";
import { Figure } from "../components/report/figure";
import { NoProvisions } from "../components/report/no-provisions";
import { OnThisPage } from "../components/report/on-this-page";
import { ReportTable } from "../components/report/report-table";
import { readChoice } from "../lib/page-choice";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";
import { csvHref } from "../lib/shown-table";
import { movedTable } from "../live/moved";
import { useLiveGrid } from "../live/use-live-grid";
import { showFunding } from "../pages/show-funding";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const choices = evaluation.timeline.years.map((year) => ({
    value: `${year}`,
    text: formatFinancialYear(year),
  }));
  const asked = readChoice(args.request, "year", choices);
  const year = asked ?? `${firstYear(evaluation)}`;
  return {
    href,
    revision,
    lists: [showList(href, evaluation, "/fundingSources")],
    lotsHref: `${href}/lots`,
    hasProvisions: evaluation.scenario.provisions.length > 0,
    choices,
    year,
    shown: showFunding({ evaluation, href }, year),
    more: [
      { href: csvHref(href, "funding-provisions"), text: "Who pays for each provision, all years (CSV)" },
      { href: csvHref(href, "funding-matrix"), text: "All money by year and what it pays for (CSV)" },
    ],
  };
}

export default function FundingPage() {
  const { href, revision, lists, lotsHref, hasProvisions, more, choices, year, ...loaded } =
    useLoaderData<typeof loader>();
  const { shown, saved, live, grid } = useLiveGrid({
    ...{ page: "funding", subject: year, href, revision },
    saved: loaded.shown,
  });
  return (
    <>
      <SavedNotice />
      <h2 className="govuk-heading-l">Funding</h2>
      <LiveStatus live={live} />
      {hasProvisions && <OnThisPage parts={PARTS} />}
      {hasProvisions ? (
        <>
          <MoneyAndCosts shown={shown} saved={saved} choices={choices} year={year} />
          <ReportTable {...movedTable(saved.order, shown.order)} captionSize="s" />
          <p className="govuk-body">
            <a className="govuk-link" href={`${href}/funding/order`}>
              Choose who draws on the sources first
            </a>
          </p>
        </>
      ) : (
        <NoProvisions lotsHref={lotsHref} />
      )}
      <h2 className="govuk-heading-m" id={MONEY}>
        Where the money comes from
      </h2>
      <EditTables lists={lists} {...grid} />
      <ReportTable {...shown.ringFences} captionSize="s" />
      <ReportTable {...movedTable(saved.sources, shown.sources)} captionSize="s" />
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

const MONEY = "where-the-money-comes-from";

/** Many figures stand before what is typed into here. */
const PARTS = [
  { id: "funding-certainty", text: "How firm the money is" },
  { id: "flow", text: "What pays for what" },
  { id: "draw-order", text: "Who draws on the sources first" },
  { id: MONEY, text: "Where the money comes from" },
];

type MoneyProps = Record<"shown" | "saved", ReturnType<typeof showFunding>> & {
  readonly choices: readonly SelectItem[];
  readonly year: string;
};

function MoneyAndCosts({ shown, saved, choices, year }: MoneyProps) {
  return (
    <>
      <Shortages sentences={shown.short} />
      <Figure {...shown.certainty} {...movedTable(saved.certainty, shown.certainty)} />
      <ReportTable {...movedTable(saved.balance, shown.balance)} captionSize="s" />
      {shown.ends.table.rows.length > 0 ? (
        <ReportTable {...movedTable(saved.ends, shown.ends)} captionSize="s" />
      ) : (
        <p className="govuk-body">No source ends before what it pays for.</p>
      )}
      <section id="flow" className="app-section" aria-labelledby="flow-heading">
        <h2 className="govuk-heading-m" id="flow-heading">
          What pays for what
        </h2>
        <ChooseForm name="year" label="Financial year" items={choices} value={year} anchor="flow" />
        <Figure {...shown.flow} {...movedTable(saved.flow, shown.flow)} />
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

/** The first year in which money is short, else the second of the horizon, which is the first whole one. */
function firstYear({ funding, timeline: { years } }: Evaluation): FinancialYear {
  const short = funding.unfunded.findIndex((amount) => amount > 0n);
  return years[short] ?? years[1] ?? (years[0] as FinancialYear);
}
