import type { Day } from "../../scenarios/model/calendar";
import { monthOf } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { formatLongMonth } from "../reports/format-table";
import { areasInOrder } from "../reports/names";
import { monthAt, type TrajectoryQuestion } from "../reports/trajectory";
import { readChoice } from "./page-choice";

export type TrajectoryField = "activity" | "area" | "from" | "by" | "weeks" | "recruit";
type Choice = { readonly value: string; readonly text: string };

/** The form as a page shows it: what can be chosen, what was typed and what is wrong with it. */
export type TrajectoryForm = {
  readonly choices: Readonly<Record<"activity" | "area" | "from" | "by", readonly Choice[]>>;
  readonly values: Readonly<Record<TrajectoryField, string>>;
  readonly faults: Readonly<Partial<Record<TrajectoryField, string>>>;
  /** Null where a field is wrong. */
  readonly question: TrajectoryQuestion | null;
};

export const ALL_AREAS = "all";

/** Reads the question from the address; what is not there is as most people ask it. Null where nothing keeps a list. */
export function readTrajectory(evaluation: Evaluation, request: Request, today: Day): TrajectoryForm | null {
  const activities = activityChoices(evaluation);
  const [firstActivity] = activities;
  if (firstActivity === undefined) return null;
  const months = evaluation.timeline.months.map((_, place) => ({
    value: monthAt(evaluation, place),
    text: formatLongMonth(monthAt(evaluation, place)),
  }));
  const last = months.length - 1;
  const place = (value: string): number => months.findIndex((month) => month.value === value);
  const activity = readChoice(request, "activity", activities) ?? firstActivity.value;
  const areas = areaChoices(evaluation, activity);
  const from = readChoice(request, "from", months) ?? monthAt(evaluation, firstPlace(evaluation, today));
  const by = readChoice(request, "by", months) ?? monthAt(evaluation, Math.min(last, place(from) + 11));
  const values = {
    activity,
    area: readChoice(request, "area", areas) ?? ALL_AREAS,
    from,
    by,
    weeks: typed(request, "weeks") ?? "4",
    recruit: typed(request, "recruit") ?? "13",
  };
  const faults = faultsOf(values, place);
  const question: TrajectoryQuestion = {
    activity,
    area: values.area === ALL_AREAS ? undefined : values.area,
    from: place(from),
    by: place(by),
    waitWeeks: Number(values.weeks),
    recruitWeeks: Number(values.recruit),
  };
  return {
    choices: { activity: activities, area: areas, from: months, by: months },
    values,
    faults,
    question: Object.keys(faults).length === 0 ? question : null,
  };
}

function faultsOf(
  { from, by, weeks, recruit }: Readonly<Record<TrajectoryField, string>>,
  place: (value: string) => number,
): TrajectoryForm["faults"] {
  return {
    ...(place(by) < place(from)
      ? { by: "Choose a month that is not before the month from which more is done" }
      : {}),
    ...(/^\d{1,3}(\.\d{1,2})?$/.test(weeks)
      ? {}
      : { weeks: `Enter the longest wait in weeks, from 0 to 999, such as 4 or 2.5: “${weeks}” is not` }),
    ...(/^\d{1,3}$/.test(recruit)
      ? {}
      : {
          recruit: `Enter the weeks that recruiting takes as a whole number, such as 13: “${recruit}” is not`,
        }),
  };
}

/** The activities that keep a list and have any demand. */
function activityChoices({ scenario, capacity }: Evaluation): readonly Choice[] {
  return scenario.activities
    .filter(({ id }) => capacity.some(({ activity, turnAway }) => activity === id && !turnAway))
    .map(({ id, name }) => ({ value: id, text: name }));
}

function areaChoices({ scenario, capacity }: Evaluation, activity: string): readonly Choice[] {
  const served = areasInOrder(scenario).filter(({ id }) =>
    capacity.some((series) => series.activity === activity && series.area === id),
  );
  return [
    { value: ALL_AREAS, text: "All areas" },
    ...served.map(({ id, name }) => ({ value: id, text: name })),
  ];
}

/** The month of today where the plan contains it, else its first. */
function firstPlace({ timeline }: Evaluation, today: Day): number {
  return Math.max(0, timeline.months.indexOf(monthOf(today)));
}

function typed(request: Request, name: string): string | undefined {
  return new URL(request.url).searchParams.get(name)?.trim();
}
