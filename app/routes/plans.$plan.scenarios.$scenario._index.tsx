import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { stackedYearsChart } from "../charts/stacked-years";
import { payerBandsOf } from "../charts/year-bands";
import { Details, InsetText } from "../components/govuk";
import { FirstSteps } from "../components/report/first-steps";
import { Figure } from "../components/report/figure";
import { type ReasonedChange, ReasonedChanges } from "../components/history/reasoned-changes";
import { KeyFigures } from "../components/report/key-figures";
import { NoProvisions } from "../components/report/no-provisions";
import { Questions } from "../components/report/questions";
import { ReportTable } from "../components/report/report-table";
import { Warnings } from "../components/report/warnings";
import { describeAgainstBase, describeTakeOver } from "../lib/base-page";
import { formatFigures } from "../lib/key-figures";
import { firstSteps, type Step } from "../lib/first-steps";
import { noticeHref } from "../lib/notice-href";
import { requireScenario, scenarioHref, scenarioKeyOf, todayOf } from "../lib/scenario-route";
import { showQuestions } from "../lib/show-questions";
import { useCanEdit } from "../lib/signed-in";
import { showTable } from "../lib/shown-table";
import { isLargeWorkbook } from "../lib/workbook-download";
import { buildEndingTable } from "../reports/ending-soon";
import { keyFigureChanges } from "../reports/key-figure-changes";
import { buildKeyFigures } from "../reports/key-figures";
import { notKnownSentences } from "../reports/not-known";
import { buildNotices } from "../reports/notices";
import { buildPayerYearsTable } from "../reports/payer-years";
import { costSentence } from "../reports/picture-sentences";

/** More than this are not read in one go; the worst are among the first. */
const MOST_WARNINGS = 12;
const MOST_CHANGES = 5;

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const base = await loadBase(args, scenario.basedOn?.id);
  const against = await args.context.services.bases.load(scenarioKeyOf(args));
  const caption = costSentence(evaluation);
  return {
    purpose: scenario.purpose,
    comparedWith: base?.scenario.name,
    against: against && {
      name: against.base.name,
      href: `${href}/base`,
      changes: describeAgainstBase(against),
      hasMoved: describeTakeOver(against) !== null,
    },
    figures: headlines(evaluation, base, href),
    questions: showQuestions(evaluation, { request: args.request, href }),
    warnings: buildNotices(evaluation).map((notice) => ({
      id: notice.id,
      text: notice.text,
      tone: notice.tone,
      href: noticeHref(href, notice),
    })),
    lotsHref: `${href}/lots`,
    hasProvisions: scenario.provisions.length > 0,
    href,
    steps: firstSteps(scenario),
    prioritiesHref: scenario.priorities === undefined ? null : `${href}/priorities`,
    cost: {
      caption,
      svg: stackedYearsChart(payerBandsOf(evaluation), {
        id: "payers",
        title: "Cost by financial year and who pays",
        description: caption,
      }),
      ...showTable(href, buildPayerYearsTable(evaluation)),
    },
    ending: showTable(href, buildEndingTable(evaluation, todayOf(args))),
    notKnown: notKnownSentences(evaluation),
    downloads: [
      // A large one has a page that shows how far it is.
      isLargeWorkbook(evaluation)
        ? { href: `${href}/download/workbook`, text: "Finance workbook (Excel)", isFile: false }
        : { href: `${href}/download/workbook.xlsx`, text: "Finance workbook (Excel)", isFile: true },
      { href: `${href}/download/scenario.json`, text: "Scenario file (JSON)", isFile: true },
    ],
  };
}

export default function OverviewPage() {
  const {
    purpose,
    comparedWith,
    against,
    figures,
    questions,
    warnings,
    lotsHref,
    hasProvisions,
    href,
    steps,
    prioritiesHref,
    cost,
    ending,
    notKnown,
    downloads,
  } = useLoaderData<typeof loader>();
  if (steps !== null) return <NothingYet {...{ purpose, href, steps }} />;
  return (
    <>
      {purpose !== undefined && <p className="govuk-body-l app-text">{purpose}</p>}
      {!hasProvisions && prioritiesHref !== null && <OnlyPriorities href={prioritiesHref} />}
      <h2 className="govuk-heading-m">Headline figures</h2>
      {comparedWith !== undefined && (
        <p className="govuk-body">More or less than in the scenario it is based on, “{comparedWith}”.</p>
      )}
      <KeyFigures figures={figures} />
      <h2 className="govuk-heading-m">What a board asks</h2>
      <Questions questions={questions} />
      <h2 className="govuk-heading-m">What to look at, worst first</h2>
      <Warnings warnings={warnings.slice(0, MOST_WARNINGS)} />
      {warnings.length > MOST_WARNINGS && (
        <Details summary={`${warnings.length - MOST_WARNINGS} more to look at`}>
          <Warnings warnings={warnings.slice(MOST_WARNINGS)} />
        </Details>
      )}
      {against !== null && <AgainstBase {...against} />}
      <h2 className="govuk-heading-m">What it costs and who pays</h2>
      {hasProvisions ? <Figure {...cost} /> : <NoProvisions lotsHref={lotsHref} />}
      <h2 className="govuk-heading-m">What is not known</h2>
      <Sentences
        sentences={notKnown}
        none="Every price, reply and service that the figures rest on is known."
      />
      {hasProvisions && (
        <>
          <h2 className="govuk-heading-m">What ends soon</h2>
          <ReportTable {...ending} captionSize="s" />
        </>
      )}
      <h2 className="govuk-heading-m">Downloads</h2>
      <ul className="govuk-list">
        {downloads.map(({ href, text, isFile }) => (
          <li key={href}>
            <a className="govuk-link" href={href} download={isFile ? true : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** An empty scenario: its zeros would read as if all were well. */
function NothingYet({
  purpose,
  href,
  steps,
}: {
  readonly purpose: string | undefined;
  readonly href: string;
  readonly steps: readonly Step[];
}) {
  const canEdit = useCanEdit();
  return (
    <>
      {purpose !== undefined && <p className="govuk-body-l app-text">{purpose}</p>}
      <InsetText>This scenario has no contracts or lots yet, so there are no figures.</InsetText>
      {canEdit && (
        <>
          <FirstSteps href={href} title="Enter what there is, in any order" steps={steps} />
          <p className="govuk-body app-text">
            Or{" "}
            <a className="govuk-link" href={`${href}/priorities`}>
              begin with a prioritisation
            </a>
            : what to fund within a budget. Its plan then becomes contracts. Every list can be pasted from a
            spreadsheet.
          </p>
        </>
      )}
    </>
  );
}

/** Otherwise its zeros would read as if it cost nothing. */
function OnlyPriorities({ href }: { readonly href: string }) {
  return (
    <InsetText>
      This scenario sets priorities and has no contracts or lots yet: the figures of this page are of those.
      What it would fund, and for how much, is on the page{" "}
      <a className="govuk-link" href={href}>
        Priorities
      </a>
      .
    </InsetText>
  );
}

type AgainstBaseProps = {
  readonly name: string;
  readonly href: string;
  readonly changes: readonly ReasonedChange[];
  readonly hasMoved: boolean;
};

function AgainstBase({ name, href, changes, hasMoved }: AgainstBaseProps) {
  return (
    <div className="app-text">
      <h2 className="govuk-heading-m">What it changes of “{name}”</h2>
      {changes.length === 0 ? (
        <p className="govuk-body">Nothing is different yet.</p>
      ) : (
        <ReasonedChanges changes={changes.slice(0, MOST_CHANGES)} mayEdit={false} />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          {changes.length > MOST_CHANGES ? `All ${changes.length} changes, and why` : "Changes and why"}
        </a>
        {hasMoved && (
          <>
            {". "}
            <a className="govuk-link" href={`${href}#take-over`}>
              “{name}” has changed since: take it over
            </a>
          </>
        )}
      </p>
    </div>
  );
}

function Sentences({ sentences, none }: { readonly sentences: readonly string[]; readonly none: string }) {
  if (sentences.length === 0) return <p className="govuk-body">{none}</p>;
  return (
    <ul className="govuk-list govuk-list--bullet app-text">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** The scenario that this one changes, where it is in the same plan. */
async function loadBase(args: LoaderFunctionArgs, id: string | undefined): Promise<Evaluation | undefined> {
  if (id === undefined) return undefined;
  const { plan } = scenarioKeyOf(args);
  const base = await args.context.services.loadScenario({ plan, scenario: id });
  return base?.evaluation;
}

/** The headline figures but for the cost of each year, which the picture below has. */
function headlines(evaluation: Evaluation, base: Evaluation | undefined, href: string) {
  const changes = base === undefined ? undefined : keyFigureChanges(evaluation, base);
  const figures = buildKeyFigures(evaluation).filter(({ id }) => !id.startsWith("cost-"));
  return formatFigures(figures, href).map((figure) => ({ ...figure, change: changes?.get(figure.id) }));
}
