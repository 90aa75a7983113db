import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proposeBridging } from "../../scenarios/calculate/bridging";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { SavedNotice } from "../components/forms/save-answers";
import { ErrorSummary, NotificationBanner, type SelectItem } from "../components/govuk";
import { EditTables } from "../components/grid/edit-tables";
import { LiveStatus } from "../components/live/live-status";
import { BridgingProposals } from "../components/report/bridging-proposals";
import { ChooseForm } from "../components/report/choose-form";
import { CoverageMatrix } from "../components/report/coverage-matrix";
import { Figure } from "../components/report/figure";
import { KeyFigures } from "../components/report/key-figures";
import { NoProvisions } from "../components/report/no-provisions";
import { OnThisPage, type PagePart } from "../components/report/on-this-page";
import { ReportTable } from "../components/report/report-table";
import { readChoice } from "../lib/page-choice";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, requireScenario, scenarioHref, scenarioKeyOf, todayOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";
import { explainHref, type ShownTable, showTable } from "../lib/shown-table";
import { movedFigures } from "../live/moved";
import { useLiveGrid } from "../live/use-live-grid";
import { ALL_ACTIVITIES, showTransition } from "../pages/show-transition";
import { buildProcurementTable } from "../reports/procurement";
import { buildTimelineSeries } from "../reports/timeline-series";

/** More cells than this, areas and activities by months, are shown one activity at a time. */
const MOST_CELLS = 4000;

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const choices = activityChoices(evaluation);
  const value = readChoice(args.request, "activity", choices) ?? firstChoice(evaluation, choices);
  return {
    href,
    revision,
    lists: [showList(href, evaluation, "/requirements")],
    isEmpty: choices.every(({ value: one }) => one === ALL_ACTIVITIES),
    lotsHref: `${href}/lots`,
    choices,
    value,
    accepted: acceptedName(evaluation, args.request),
    procurement: showTable(href, buildProcurementTable(evaluation, todayOf(args))),
    shown: showTransition({ evaluation, href }, value),
  };
}

/** Adds a proposed bridging contract to the scenario; what is proposed is worked out afresh, never taken from the form. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const loaded = await requireScenario(args);
  const proposal = proposeBridging(loaded.evaluation).find(
    ({ provision }) => provision.id === form.get("proposal"),
  );
  if (proposal === undefined) return refuseForm({ faults: [GAP_IS_CLOSED] });
  const { provision } = proposal;
  const outcome = await args.context.services.saveChange(
    scenarioKeyOf(args),
    {
      baseRevision: loaded.revision,
      change: {
        name: `Bridging accepted: ${provision.name}`,
        operations: [{ op: "add", path: `/provisions/${provision.id}`, value: provision }],
      },
    },
    authorshipOf(args),
  );
  if (outcome.outcome !== "saved") return refuseForm({ faults: [GAP_IS_CLOSED] });
  return safeRedirect(`${scenarioHref(scenarioKeyOf(args))}/transition?accepted=${provision.id}#bridging`);
}

const GAP_IS_CLOSED = {
  text: "The gap that this contract would close has changed meanwhile: look at the proposals as they are now.",
  href: "#bridging",
};

/** The name of the bridging contract that was just accepted, when it is there. */
function acceptedName({ scenario }: Evaluation, request: Request): string | null {
  const id = new URL(request.url).searchParams.get("accepted");
  return scenario.provisions.find((provision) => provision.id === id)?.name ?? null;
}

export default function TransitionPage() {
  const { href, revision, lists, isEmpty, lotsHref, accepted, choices, value, procurement, ...loaded } =
    useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults ?? [];
  const { shown, saved, live, grid } = useLiveGrid({
    ...{ page: "transition", subject: value, href, revision },
    saved: loaded.shown,
  });
  return (
    <>
      <SavedNotice />
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was added." />}
      {accepted !== null && faults.length === 0 && (
        <NotificationBanner type="success">{`${accepted} is part of the scenario now, as under consideration.`}</NotificationBanner>
      )}
      <h2 className="govuk-heading-l">From the services of today to the new ones</h2>
      <LiveStatus live={live} />
      {isEmpty ? (
        <NoProvisions lotsHref={lotsHref} />
      ) : (
        <>
          <KeyFigures figures={movedFigures(saved.figures, shown.figures)} />
          <ChooseForm name="activity" label="Activity" items={choices} value={value} />
          <Coverage {...shown} href={href} isSaved={shown === saved} />
          <Procurement {...procurement} lotsHref={lotsHref} />
        </>
      )}
      <EditTables lists={lists} {...grid} />
    </>
  );
}

type CoverageProps = ReturnType<typeof showTransition> & {
  readonly href: string;
  /** Only the proposals of the saved scenario can be accepted. */
  readonly isSaved: boolean;
};

function Coverage({
  href,
  timeline,
  gaps,
  proposals,
  isSaved,
  unconfirmed,
  letters,
  doubleRunning,
}: CoverageProps) {
  return (
    <>
      <OnThisPage
        parts={[
          counted(gaps, "Gaps"),
          counted(unconfirmed, "Not confirmed"),
          ...(letters.activities.length > 0 ? [{ id: "coverage", text: "Month by month" }] : []),
          counted(doubleRunning, "Double running"),
          { id: "procurement", text: "By when to procure" },
        ]}
      />
      <Figure {...timeline} />
      <h2 className="govuk-heading-m">What is missing, and what is not sure</h2>
      <Stretches {...gaps} none="No required service has a gap." />
      {isSaved && proposals.length > 0 && <BridgingProposals proposals={proposals} />}
      <Stretches {...unconfirmed} none="No required service rests on something that is not confirmed." />
      {letters.activities.length > 0 && (
        <CoverageMatrix
          id="coverage"
          letters={letters}
          explainHref={(address) => explainHref(href, address)}
        />
      )}
      <h2 className="govuk-heading-m">What overlaps</h2>
      <Stretches
        {...doubleRunning}
        none="No two provisions serve one activity in one area at the same time."
      />
    </>
  );
}

function Procurement({ lotsHref, ...shown }: ShownTable & { readonly lotsHref: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">By when to procure</h2>
      <Stretches
        {...shown}
        none={
          <>
            No lot that is still to start says how long its procurement takes.{" "}
            <a className="govuk-link" href={lotsHref}>
              Open a lot
            </a>{" "}
            and enter the weeks of its steps.
          </>
        }
      />
    </>
  );
}

function counted({ table }: ShownTable, name: string): PagePart {
  return { id: table.id, text: `${name} (${table.rows.length})` };
}

/** A table without rows says nothing; a sentence does. */
function Stretches({ none, ...shown }: ShownTable & { readonly none: ReactNode }) {
  if (shown.table.rows.length > 0) return <ReportTable {...shown} />;
  return (
    <p className="govuk-body" id={shown.table.id}>
      {none}
    </p>
  );
}

/** All activities together only while they fit a page. */
function activityChoices(evaluation: Evaluation): readonly SelectItem[] {
  const each = buildTimelineSeries(evaluation).activities.map(({ activity, name }) => ({
    value: activity,
    text: name,
  }));
  const cells = evaluation.coverage.cells.length * evaluation.timeline.months.length;
  return cells > MOST_CELLS ? each : [{ value: ALL_ACTIVITIES, text: "All activities" }, ...each];
}

/** Where all is too much, the first activity with a gap. */
function firstChoice({ coverage }: Evaluation, choices: readonly SelectItem[]): Id {
  const first = choices[0]?.value ?? ALL_ACTIVITIES;
  if (first === ALL_ACTIVITIES) return ALL_ACTIVITIES;
  return (
    coverage.gaps.find(({ activity }) => choices.some(({ value }) => value === activity))?.activity ?? first
  );
}
