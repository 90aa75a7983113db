import { type BridgingProposal, proposeBridging } from "../../scenarios/calculate/bridging";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { timelineChart } from "../charts/timeline";
import { formatFigures } from "../lib/key-figures";
import { showTable } from "../lib/shown-table";
import { showProposals } from "../reports/bridging";
import { buildCoverageLetters } from "../reports/coverage-letters";
import {
  buildDoubleRunningTable,
  buildGapsTable,
  buildUnconfirmedTable,
} from "../reports/coverage-stretches";
import { buildKeyFigures } from "../reports/key-figures";
import { ofOneActivity } from "../reports/one-activity";
import { coverageSentence } from "../reports/picture-sentences";
import { buildTimelineRows, buildTimelineTable } from "../reports/timeline-rows";
import type { PageRequest } from "./page-request";

/** Of the page Transition: all activities together. */
export const ALL_ACTIVITIES = "all";

const FIGURES = ["gaps", "unconfirmed", "double-running"];

/** Who provides each service where and when: what is missing, not sure or double, of one activity or of all. */
export function showTransition({ evaluation, href }: PageRequest, subject: string) {
  const activity = subject === ALL_ACTIVITIES ? undefined : subject;
  const shown = ofOneActivity(evaluation, activity);
  const caption = coverageSentence(shown);
  return {
    figures: formatFigures(
      buildKeyFigures(evaluation).filter(({ id }) => FIGURES.includes(id)),
      href,
    ),
    timeline: {
      caption,
      svg: timelineChart(buildTimelineRows(evaluation, activity), {
        id: "timeline-picture",
        title: "Who provides each service, where and when",
        description: caption,
      }),
      ...showTable(href, buildTimelineTable(evaluation, activity)),
    },
    proposals: showProposals(evaluation, proposalsFor(evaluation, activity)),
    gaps: showTable(href, buildGapsTable(shown)),
    unconfirmed: showTable(href, buildUnconfirmedTable(shown)),
    doubleRunning: showTable(href, buildDoubleRunningTable(shown)),
    letters: buildCoverageLetters(evaluation, activity),
  };
}

/** The proposals that close a gap in the activity that is shown. */
function proposalsFor(evaluation: Evaluation, activity: Id | undefined): readonly BridgingProposal[] {
  return proposeBridging(evaluation).filter(({ closes }) =>
    closes.some((gap) => activity === undefined || gap.activity === activity),
  );
}
