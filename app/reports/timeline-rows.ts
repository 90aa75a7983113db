import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Scenario } from "../../scenarios/model/scenario";
import { areasInOrder, areaWords, namesOf } from "./names";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import { horizonWords } from "./table-parts";
import { buildTimelineSeries, type TimelineBar, type TimelineStretch } from "./timeline-series";

/** The transition seen from the residents: who serves an activity in areas that share the same story, and what is missing. */
export type TimelineRows = {
  readonly from: string;
  readonly to: string;
  readonly activities: readonly {
    readonly activity: Id;
    readonly name: string;
    /** Whether it has to be there in any area: only then a gap is counted. */
    readonly isRequired: boolean;
    readonly groups: readonly TimelineGroup[];
  }[];
};

/** Areas that the same provisions serve, with the same gaps. The stretches are those of each of its areas. */
export type TimelineGroup = {
  readonly areas: string;
  readonly bars: readonly NumberedBar[];
  readonly gaps: readonly TimelineSpan[];
  readonly unconfirmed: readonly TimelineSpan[];
};
/** A provision with its number, by which a bar too short for a name is found in the table. */
export type NumberedBar = TimelineBar & { readonly number: number };
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
      isRequired: evaluation.coverage.cells.some((row) => row.activity === one.activity),
      groups: groupAreas(evaluation, one),
    })),
  };
}

/** The provisions behind the bars as a table, each with the number that its bars have. */
export function buildTimelineTable(evaluation: Evaluation, activity?: Id): ReportTable {
  const { scenario } = evaluation;
  const names = namesOf(scenario);
  const { activities } = buildTimelineSeries(evaluation);
  const shown = activities.filter((one) => activity === undefined || one.activity === activity);
  const bars = new Map(shown.flatMap((one) => one.bars).map((bar) => [bar.provision, bar]));
  return {
    id: activity === undefined ? "timeline" : `timeline-${activity}`,
    title: activity === undefined ? "Who provides what" : `Who provides ${names.activity(activity)}`,
    note: `Contracts, grants and lots that run within ${horizonWords(evaluation)}. The number is that of the bar in the picture.`,
    columns: COLUMNS,
    rows: scenario.provisions.flatMap((provision): ReportRow[] => {
      const bar = bars.get(provision.id);
      if (bar === undefined) return [];
      const serves = provision.activities.map(names.activity).join("; ");
      const about = [bar.name, numberOf(scenario, bar), bar.kindWords, certaintyCell(bar)];
      return [
        {
          id: bar.provision,
          cells: [...about, serves, areaWords(scenario, bar.areaIds), bar.start, bar.end],
        },
      ];
    }),
  };
}

const COLUMNS: readonly ReportColumn[] = [
  { id: "provision", label: "Provision", kind: "text" },
  { id: "number", label: "Bar", kind: "whole" },
  { id: "kind", label: "Kind", kind: "text" },
  { id: "certainty", label: "Certainty", kind: "text" },
  { id: "activities", label: "Activities", kind: "text" },
  { id: "areas", label: "Areas", kind: "text" },
  { id: "start", label: "First day", kind: "date" },
  { id: "end", label: "Last day", kind: "date" },
];

function numberOf({ provisions }: Scenario, bar: TimelineBar): number {
  return provisions.findIndex(({ id }) => id === bar.provision) + 1;
}

function certaintyCell({ certainty, certaintyWords: words }: TimelineBar) {
  return certainty === "confirmed" ? words : { value: words, words, tone: "warn" as const };
}

function groupAreas(evaluation: Evaluation, activity: Activity): TimelineGroup[] {
  const { scenario } = evaluation;
  const groups = new Map<string, { readonly areas: Id[]; readonly story: Omit<TimelineGroup, "areas"> }>();
  for (const { id } of areasInOrder(scenario)) {
    const story = storyOf(scenario, activity, id);
    if (story.bars.length + story.gaps.length + story.unconfirmed.length === 0) continue;
    const key = JSON.stringify([story.bars.map(({ provision }) => provision), story.gaps, story.unconfirmed]);
    const group = groups.get(key) ?? { areas: [], story };
    group.areas.push(id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ areas, story }) => ({ areas: areaWords(scenario, areas), ...story }));
}

function storyOf(
  scenario: Scenario,
  { bars, gaps, unconfirmed }: Activity,
  area: Id,
): Omit<TimelineGroup, "areas"> {
  const spans = (stretches: readonly TimelineStretch[]): TimelineSpan[] =>
    stretches.filter((stretch) => stretch.area === area).map(({ from, to, days }) => ({ from, to, days }));
  return {
    bars: bars
      .filter(({ areaIds }) => areaIds.includes(area))
      .map((bar) => ({ ...bar, number: numberOf(scenario, bar) })),
    gaps: spans(gaps),
    unconfirmed: spans(unconfirmed),
  };
}
