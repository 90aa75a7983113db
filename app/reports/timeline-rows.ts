import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { areasInOrder, joinWords, namesOf } from "./names";
import type { ReportColumn, ReportTable } from "./report-table";
import { horizonWords } from "./table-parts";
import { buildTimelineSeries, type TimelineBar, type TimelineStretch } from "./timeline-series";

/** The transition seen from the residents: who serves an activity in areas that share the same story, and what is missing. */
export type TimelineRows = {
  readonly from: string;
  readonly to: string;
  readonly activities: readonly {
    readonly activity: Id;
    readonly name: string;
    readonly groups: readonly TimelineGroup[];
  }[];
};

/** Areas that the same provisions serve, with the same gaps. The stretches are those of each of its areas. */
export type TimelineGroup = {
  readonly areas: string;
  readonly bars: readonly TimelineBar[];
  readonly gaps: readonly TimelineSpan[];
  readonly unconfirmed: readonly TimelineSpan[];
};
export type TimelineSpan = Omit<TimelineStretch, "area" | "areaName">;

type Activity = ReturnType<typeof buildTimelineSeries>["activities"][number];

/** All activities, or one alone when it is named. */
export function buildTimelineRows(evaluation: Evaluation, activity?: Id): TimelineRows {
  const { from, to, activities } = buildTimelineSeries(evaluation);
  const shown = activities.filter((one) => activity === undefined || one.activity === activity);
  return {
    from,
    to,
    activities: shown.map((one) => ({
      activity: one.activity,
      name: one.name,
      groups: groupAreas(evaluation, one),
    })),
  };
}

/** The same rows as a table: each provision of each activity with its areas, kind, certainty and days. */
export function buildTimelineTable(evaluation: Evaluation, activity?: Id): ReportTable {
  const { activities } = buildTimelineSeries(evaluation);
  const shown = activities.filter((one) => activity === undefined || one.activity === activity);
  return {
    id: activity === undefined ? "timeline" : `timeline-${activity}`,
    title: "Who provides what, where and when",
    note: `Contracts, grants and lots that run within ${horizonWords(evaluation)}, by activity.`,
    columns: COLUMNS,
    rows: shown.flatMap(({ activity: id, name, bars }) =>
      bars.map((bar) => ({
        id: `${id}-${bar.provision}`,
        cells: [name, bar.name, bar.kindWords, certaintyCell(bar), bar.areas, bar.start, bar.end],
      })),
    ),
  };
}

const COLUMNS: readonly ReportColumn[] = [
  { id: "activity", label: "Activity", kind: "text" },
  { id: "provision", label: "Provision", kind: "text" },
  { id: "kind", label: "Kind", kind: "text" },
  { id: "certainty", label: "Certainty", kind: "text" },
  { id: "areas", label: "Areas", kind: "text" },
  { id: "start", label: "First day", kind: "date" },
  { id: "end", label: "Last day", kind: "date" },
];

function certaintyCell({ certainty, certaintyWords: words }: TimelineBar) {
  return certainty === "confirmed" ? words : { value: words, words, tone: "warn" as const };
}

function groupAreas(evaluation: Evaluation, activity: Activity): TimelineGroup[] {
  const { scenario } = evaluation;
  const names = namesOf(scenario);
  const groups = new Map<string, { readonly areas: Id[]; readonly story: Omit<TimelineGroup, "areas"> }>();
  for (const { id } of areasInOrder(scenario)) {
    const story = storyOf(activity, id);
    if (story.bars.length + story.gaps.length + story.unconfirmed.length === 0) continue;
    const key = JSON.stringify([story.bars.map(({ provision }) => provision), story.gaps, story.unconfirmed]);
    const group = groups.get(key) ?? { areas: [], story };
    group.areas.push(id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ areas, story }) => ({
    areas:
      areas.length > 1 && areas.length === scenario.areas.length ? "All areas" : joinWords(areas.map(names.area)),
    ...story,
  }));
}

function storyOf({ bars, gaps, unconfirmed }: Activity, area: Id): Omit<TimelineGroup, "areas"> {
  const spans = (stretches: readonly TimelineStretch[]): TimelineSpan[] =>
    stretches.filter((stretch) => stretch.area === area).map(({ from, to, days }) => ({ from, to, days }));
  return {
    bars: bars.filter(({ areaIds }) => areaIds.includes(area)),
    gaps: spans(gaps),
    unconfirmed: spans(unconfirmed),
  };
}
