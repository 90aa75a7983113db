import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { timelineChart } from "../charts/timeline";
import type { SelectItem } from "../components/govuk";
import { ChooseForm } from "../components/report/choose-form";
import { CoverageMatrix } from "../components/report/coverage-matrix";
import { Figure } from "../components/report/figure";
import { ReportTable } from "../components/report/report-table";
import { readChoice } from "../lib/page-choice";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { type ShownTable, showTable } from "../lib/shown-table";
import { buildCoverageLetters } from "../reports/coverage-letters";
import {
  buildDoubleRunningTable,
  buildGapsTable,
  buildUnconfirmedTable,
} from "../reports/coverage-stretches";
import { ofOneActivity } from "../reports/one-activity";
import { coverageSentence } from "../reports/picture-sentences";
import { buildTimelineRows, buildTimelineTable } from "../reports/timeline-rows";
import { buildTimelineSeries } from "../reports/timeline-series";

const ALL = "all";
/** More cells than this, areas and activities by months, are shown one activity at a time. */
const MOST_CELLS = 4000;

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const choices = activityChoices(evaluation);
  const value = readChoice(args.request, "activity", choices) ?? firstChoice(evaluation, choices);
  const activity = value === ALL ? undefined : value;
  const shown = ofOneActivity(evaluation, activity);
  const caption = coverageSentence(shown);
  return {
    choices,
    value,
    timeline: {
      caption,
      svg: timelineChart(buildTimelineRows(evaluation, activity), {
        id: "timeline-picture",
        title: "Who provides each service, where and when",
        description: caption,
      }),
      ...showTable(href, buildTimelineTable(evaluation, activity)),
    },
    gaps: showTable(href, buildGapsTable(shown)),
    unconfirmed: showTable(href, buildUnconfirmedTable(shown)),
    doubleRunning: showTable(href, buildDoubleRunningTable(shown)),
    letters: buildCoverageLetters(evaluation, activity),
  };
}

export default function TransitionPage() {
  const { choices, value, timeline, gaps, unconfirmed, doubleRunning, letters } =
    useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="govuk-heading-l">From the services of today to the new ones</h2>
      <ChooseForm name="activity" label="Activity" items={choices} value={value} />
      <Figure {...timeline} />
      <h2 className="govuk-heading-m">What is missing, and what is not sure</h2>
      <Stretches {...gaps} none="No required service has a gap." />
      <Stretches {...unconfirmed} none="No required service rests on something that is not confirmed." />
      {letters.activities.length > 0 && <CoverageMatrix id="coverage" letters={letters} />}
      <h2 className="govuk-heading-m">What overlaps</h2>
      <Stretches
        {...doubleRunning}
        none="No two provisions serve one activity in one area at the same time."
      />
    </>
  );
}

/** A table without rows says nothing; a sentence does. */
function Stretches({ none, ...shown }: ShownTable & { readonly none: string }) {
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
  return cells > MOST_CELLS ? each : [{ value: ALL, text: "All activities" }, ...each];
}

/** Where all is too much, the first activity with a gap. */
function firstChoice({ coverage }: Evaluation, choices: readonly SelectItem[]): Id {
  const first = choices[0]?.value ?? ALL;
  if (first === ALL) return ALL;
  return (
    coverage.gaps.find(({ activity }) => choices.some(({ value }) => value === activity))?.activity ?? first
  );
}
