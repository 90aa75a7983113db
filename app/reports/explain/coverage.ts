import {
  firstDayOf,
  formatDay,
  formatMonth,
  lastDayOf,
  type Month,
  monthOf,
  parseDay,
} from "../../../scenarios/model/calendar";
import type { CoverageRow, Evaluation } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { sumPence } from "../../../scenarios/model/money";
import type { Provision } from "../../../scenarios/model/scenario";
import { buildUnconfirmedTable } from "../coverage-stretches";
import { formatDateWords, formatMonthWords } from "../format-table";
import { joinWords, namesOf } from "../names";
import type { ReportColumn, ReportTable } from "../report-table";
import { known } from "../table-parts";
import { CELL_STATES } from "../words";
import type { Explanation, Part } from "./explanation";

/** The months in which a required service rests on something that is not confirmed, by service and area. */
export function explainUnconfirmed(evaluation: Evaluation): Explanation {
  const { coverage, scenario } = evaluation;
  const names = namesOf(scenario);
  const parts = coverage.cells.flatMap(({ area, activity, states }): Part[] => {
    const value = states.filter((state) => state === "unconfirmed").length;
    if (value === 0) return [];
    return [{ id: `${activity}-${area}`, label: `${names.activity(activity)}, ${names.area(area)}`, value }];
  });
  const unsure = scenario.provisions.filter(({ certainty = "confirmed" }) => certainty !== "confirmed");
  return {
    title: "Months that rest on something unconfirmed",
    value: coverage.counts.unconfirmed,
    kind: "whole",
    rule: [
      "A month of a required service in an area counts when every required day of it is supplied, and on at least one of them only by something planned or under consideration.",
    ],
    parts,
    workings: [buildUnconfirmedTable(evaluation)],
    inputs: unsure.flatMap(({ id }) =>
      ["certainty", "start", "end"].map((field) => `/provisions/${id}/${field}`),
    ),
  };
}

/** What it costs that two or more provisions serve one activity in one area on the same days. */
export function explainDoubleRunning({ coverage, scenario }: Evaluation): Explanation {
  const names = namesOf(scenario);
  const overlaps = coverage.doubleRunning;
  const involved = [...new Set(overlaps.flatMap(({ provisions }) => provisions))];
  return {
    title: "Cost of double running",
    value: sumPence(overlaps.map(({ cost }) => cost)),
    kind: "money",
    rule: [
      "On days on which two or more provisions serve one activity in one area, all but the dearest of them count, each with its recurring cost of those days shared evenly over its activities and areas, without one-off costs. An overlap is not a fault: a handover needs one.",
    ],
    parts: overlaps.map(({ activity, area, from, to, provisions, cost }, place) => ({
      id: String(place + 1),
      label: `${names.activity(activity)}, ${names.area(area)}, ${formatDateWords(formatDay(from))} to ${formatDateWords(formatDay(to))}: ${joinWords(provisions.map(names.provision))}`,
      value: cost,
    })),
    workings: [],
    inputs: involved.flatMap((id) =>
      ["start", "end", "price/annual"].map((field) => `/provisions/${id}/${field}`),
    ),
  };
}

/** Whether a required service is supplied in an area, month by month: each letter of the picture, and what it rests on. */
export function explainCover(evaluation: Evaluation, area: Id, activity: Id): Explanation | null {
  const { coverage, scenario } = evaluation;
  const row = coverage.cells.find((one) => one.area === area && one.activity === activity);
  if (row === undefined) return null;
  const names = namesOf(scenario);
  const suppliers = suppliersOf(evaluation, area, activity);
  const count = (state: string): number => row.states.filter((one) => one === state).length;
  return {
    title: `${names.activity(activity)} in ${names.area(area)}: months in which it is required`,
    value: row.states.filter((state) => state !== null).length,
    kind: "whole",
    rule: [
      "A month is covered when every required day of it is supplied by something confirmed; unconfirmed when every required day is supplied, but on at least one only by something planned or under consideration; a gap when nothing supplies it on at least one required day. A local service counts only when it has signed the framework.",
    ],
    parts: [
      { id: "covered", label: "Covered", value: count("covered") },
      { id: "unconfirmed", label: "Unconfirmed", value: count("unconfirmed") },
      { id: "gap", label: "With a gap", value: count("gap") },
    ],
    workings: [coverTable(evaluation, row, suppliers)],
    inputs: [
      ...suppliers.flatMap(({ id }) =>
        ["start", "end", "certainty"].map((field) => `/provisions/${id}/${field}`),
      ),
      ...(scenario.requirements ?? []).flatMap((required, place) =>
        required.activity === activity && required.areas.includes(area)
          ? [`/requirements/${place}/from`, `/requirements/${place}/to`]
          : [],
      ),
    ],
  };
}

const suppliersOf = ({ scenario }: Evaluation, area: Id, activity: Id): readonly Provision[] =>
  scenario.provisions.filter(
    ({ areas, activities }) => areas.includes(area) && activities.includes(activity),
  );

const COVER_COLUMNS: readonly ReportColumn[] = [
  { id: "month", label: "Month", kind: "month" },
  { id: "state", label: "State", kind: "text" },
  { id: "days", label: "Required days that are supplied", kind: "percent" },
  { id: "by", label: "What runs there in the month", kind: "text" },
];

function coverTable(
  { timeline, scenario }: Evaluation,
  { states, daysCovered }: CoverageRow,
  suppliers: readonly Provision[],
): ReportTable {
  const names = namesOf(scenario);
  const runsIn = (month: Month) => (provision: Provision) =>
    parseDay(provision.start) <= lastDayOf(month) && parseDay(provision.end) >= firstDayOf(month);
  const rows = states.flatMap((state, place) => {
    if (state === null) return [];
    const month = known(timeline.months[place], `month ${place}`);
    const by = suppliers.filter(runsIn(month)).map(({ id }) => names.provision(id));
    const id = formatMonth(month);
    return [
      {
        id,
        cells: [
          id,
          CELL_STATES[state],
          (daysCovered[place] ?? 0) * 100,
          by.length === 0 ? "Nothing" : joinWords(by),
        ],
      },
    ];
  });
  return { id: "working-cover", title: "Month by month", columns: COVER_COLUMNS, rows };
}

/** The days of one stretch that rests on something unconfirmed. `from` is its first day. */
export function explainUnconfirmedStretch(
  evaluation: Evaluation,
  { area, activity, from }: { readonly area: Id; readonly activity: Id; readonly from: string },
): Explanation | null {
  const { coverage, scenario } = evaluation;
  const stretch = coverage.unconfirmed.find(
    (one) => one.area === area && one.activity === activity && formatDay(one.from) === from,
  );
  if (stretch === undefined) return null;
  const names = namesOf(scenario);
  const unsure = suppliersOf(evaluation, area, activity).filter(
    ({ certainty = "confirmed" }) => certainty !== "confirmed",
  );
  const months = Array.from(
    { length: monthOf(stretch.to) - monthOf(stretch.from) + 1 },
    (_, at) => monthOf(stretch.from) + at,
  );
  return {
    title: `${names.activity(activity)} in ${names.area(area)}: not confirmed from ${formatDateWords(from)}`,
    value: stretch.days,
    kind: "whole",
    rule: [
      "The days on which the service is required in the area and supplied only by something planned or under consideration.",
    ],
    parts: months.map((month) => ({
      id: formatMonth(month),
      label: `Days in ${formatMonthWords(formatMonth(month))}`,
      value: Math.min(stretch.to, lastDayOf(month)) - Math.max(stretch.from, firstDayOf(month)) + 1,
    })),
    workings: [],
    inputs: unsure.flatMap(({ id }) =>
      ["certainty", "start", "end"].map((field) => `/provisions/${id}/${field}`),
    ),
  };
}
