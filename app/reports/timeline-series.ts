import { type DateText, formatDay } from "../../scenarios/model/calendar";
import type { CoverageStretch, Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Certainty, ProvisionKind } from "../../scenarios/model/scenario";
import { listNames, namesOf } from "./names";
import { CERTAINTIES, PROVISION_KINDS } from "./words";

/** What the picture of the transition shows: for each activity the provisions as bars, gaps and unconfirmed days. */
export type TimelineSeries = {
  readonly from: DateText;
  readonly to: DateText;
  readonly activities: readonly {
    readonly activity: Id;
    readonly name: string;
    readonly bars: readonly TimelineBar[];
    readonly gaps: readonly TimelineStretch[];
    readonly unconfirmed: readonly TimelineStretch[];
  }[];
};

export type TimelineBar = {
  readonly provision: Id;
  readonly name: string;
  readonly kind: ProvisionKind;
  readonly kindWords: string;
  readonly certainty: Certainty;
  readonly certaintyWords: string;
  readonly areaIds: readonly Id[];
  readonly areas: string;
  /** The whole contract: it may begin before the horizon or end after it. */
  readonly start: DateText;
  readonly end: DateText;
};

export type TimelineStretch = {
  readonly area: Id;
  readonly areaName: string;
  readonly from: DateText;
  readonly to: DateText;
  readonly days: number;
};

/** The activities of the file that a provision serves in the horizon or that have a gap, in the order of the file. */
export function buildTimelineSeries(evaluation: Evaluation): TimelineSeries {
  const { scenario, timeline, coverage } = evaluation;
  const activities = scenario.activities.map(({ id, name }) => ({
    activity: id,
    name,
    bars: barsOf(evaluation, id),
    gaps: stretchesOf(evaluation, coverage.gaps, id),
    unconfirmed: stretchesOf(evaluation, coverage.unconfirmed, id),
  }));
  return {
    from: formatDay(timeline.firstDay),
    to: formatDay(timeline.lastDay),
    activities: activities.filter(({ bars, gaps }) => bars.length + gaps.length > 0),
  };
}

function barsOf({ scenario, timeline }: Evaluation, activity: Id): TimelineBar[] {
  const names = namesOf(scenario);
  const [first, last] = [formatDay(timeline.firstDay), formatDay(timeline.lastDay)];
  return scenario.provisions
    .filter(({ activities, start, end }) => activities.includes(activity) && start <= last && end >= first)
    .map(({ id, name, kind, certainty = "confirmed", areas, start, end }) => ({
      provision: id,
      name,
      kind,
      kindWords: PROVISION_KINDS[kind],
      certainty,
      certaintyWords: CERTAINTIES[certainty],
      areaIds: areas,
      areas: listNames(areas, names.area, { count: scenario.areas.length, words: "All areas" }),
      start,
      end,
    }));
}

function stretchesOf(
  { scenario }: Evaluation,
  all: readonly CoverageStretch[],
  activity: Id,
): TimelineStretch[] {
  const names = namesOf(scenario);
  return all
    .filter((stretch) => stretch.activity === activity)
    .map(({ area, from, to, days }) => ({
      area,
      areaName: names.area(area),
      from: formatDay(from),
      to: formatDay(to),
      days,
    }));
}
