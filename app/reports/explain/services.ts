import {
  firstDayOf,
  formatDay,
  formatFinancialYear,
  formatMonth,
  lastDayOf,
  monthOf,
} from "../../../scenarios/model/calendar";
import type { CapacitySeries, Evaluation } from "../../../scenarios/model/evaluation";
import type { Id } from "../../../scenarios/model/identifiers";
import { formatDateWords, formatMonthWords } from "../format-table";
import { namesOf } from "../names";
import type { ReportColumn, ReportTable } from "../report-table";
import { known } from "../table-parts";
import { CERTAINTIES } from "../words";
import { ALL } from "./slices";
import type { Explanation, Part } from "./explanation";

/** The months in which a required service has a gap, by service and area. */
export function explainGaps({ coverage, scenario }: Evaluation): Explanation {
  const names = namesOf(scenario);
  const parts = coverage.cells.flatMap(({ area, activity, states }): Part[] => {
    const value = states.filter((state) => state === "gap").length;
    const first = coverage.gaps.find((gap) => gap.area === area && gap.activity === activity);
    if (value === 0 || first === undefined) return [];
    const label = `${names.activity(activity)}, ${names.area(area)}`;
    return [{ id: `${activity}-${area}`, label, value, to: ["gap", area, activity, formatDay(first.from)] }];
  });
  return {
    title: "Months with a gap in a service",
    value: coverage.counts.gap,
    kind: "whole",
    rule: [
      "A month of a required service in an area counts when on any of its required days nothing supplies the service there, at any certainty.",
    ],
    parts,
    workings: [],
    inputs: [],
  };
}

/** The days of one gap: what ended before, what starts after. `from` is its first day. */
export function explainGap(evaluation: Evaluation, area: Id, activity: Id, from: string): Explanation | null {
  const { coverage, scenario } = evaluation;
  const gap = coverage.gaps.find(
    (one) => one.area === area && one.activity === activity && formatDay(one.from) === from,
  );
  if (gap === undefined) return null;
  const names = namesOf(scenario);
  const suppliers = scenario.provisions.filter(
    ({ areas, activities }) => areas.includes(area) && activities.includes(activity),
  );
  const months = Array.from(
    { length: monthOf(gap.to) - monthOf(gap.from) + 1 },
    (_, at) => monthOf(gap.from) + at,
  );
  return {
    title: `No ${names.activity(activity)} in ${names.area(area)} from ${formatDateWords(from)}`,
    value: gap.days,
    kind: "whole",
    rule: [
      "The days from one provision's last to the next one's first on which the service is required in the area and nothing supplies it. A local service counts only when it has signed the framework.",
    ],
    parts: months.map((month) => ({
      id: formatMonth(month),
      label: `Days in ${formatMonthWords(formatMonth(month))}`,
      value: Math.min(gap.to, lastDayOf(month)) - Math.max(gap.from, firstDayOf(month)) + 1,
    })),
    workings: [
      {
        id: "working-supply",
        title: "What supplies the service there",
        columns: [
          { id: "provision", label: "Provision", kind: "text" },
          { id: "start", label: "First day", kind: "date" },
          { id: "end", label: "Last day", kind: "date" },
          { id: "certainty", label: "Certainty", kind: "text" },
        ],
        rows: suppliers
          .toSorted((first, second) => (first.start < second.start ? -1 : 1))
          .map(({ id, name, start, end, certainty = "confirmed" }) => ({
            id,
            cells: [name, start, end, CERTAINTIES[certainty]],
          })),
      },
    ],
    inputs: suppliers.flatMap(({ id }) => [`/provisions/${id}/start`, `/provisions/${id}/end`]),
  };
}

type Measure = "demand" | "capacity" | "served" | "turned-away" | "left" | "waiting";
const TITLES: Readonly<Record<Measure, string>> = {
  demand: "New demand",
  capacity: "Capacity",
  served: "Served",
  "turned-away": "Turned away",
  left: "Left the list before service",
  waiting: "Waiting at the end",
};

/** A figure of a service in an area and a financial year: demand, capacity, served, or waiting at its end. */
export function explainService(
  evaluation: Evaluation,
  measure: string,
  { area, activity, year }: { readonly area: Id; readonly activity: Id; readonly year: number },
): Explanation | null {
  const { timeline, scenario } = evaluation;
  if (area === ALL) return explainAllAreas(evaluation, measure, { activity, year });
  const series = evaluation.capacity.find((one) => one.area === area && one.activity === activity);
  const place = timeline.years.indexOf(year);
  if (series === undefined || place < 0 || !isMeasure(measure)) return null;
  const months = timeline.yearPlaceOfMonth.flatMap((of, month) => (of === place ? [month] : []));
  const parts = partsOf(series, measure, months);
  const names = namesOf(scenario);
  const unit = scenario.activities.find(({ id }) => id === activity)?.unit ?? "";
  return {
    title: `${TITLES[measure]}: ${names.activity(activity)}, ${names.area(area)}, ${formatFinancialYear(year)} (${unit})`,
    value: parts.reduce((sum, { value }) => sum + Number(value), 0),
    kind: "quantity",
    rule: RULES[measure],
    parts,
    workings: [monthsTable(evaluation, series, months)],
    inputs: inputsOfService(evaluation, area, activity),
  };
}

/** The same figure of all areas: their sum. */
function explainAllAreas(
  evaluation: Evaluation,
  measure: string,
  { activity, year }: { readonly activity: Id; readonly year: number },
): Explanation | null {
  const { capacity, scenario } = evaluation;
  const names = namesOf(scenario);
  const found = capacity
    .filter((one) => one.activity === activity && !(measure === "waiting" && one.turnAway))
    .map(({ area }) => ({ area, of: explainService(evaluation, measure, { area, activity, year }) }));
  if (found.length === 0 || !isMeasure(measure) || found.some(({ of }) => of === null)) return null;
  const parts = found.map(
    ({ area, of }): Part => ({
      id: area,
      label: names.area(area),
      value: of?.value ?? 0,
      to: ["service", measure, area, activity, String(year)],
    }),
  );
  return {
    title: `${TITLES[measure]}: ${names.activity(activity)}, all areas, ${formatFinancialYear(year)}`,
    value: parts.reduce((sum, { value }) => sum + Number(value), 0),
    kind: "quantity",
    rule: ["The areas added, in the unit of the activity; activities are never added."],
    parts,
    workings: [],
    inputs: [],
  };
}

const isMeasure = (text: string): text is Measure => Object.hasOwn(TITLES, text);

const RULES: Readonly<Record<Measure, readonly string[]>> = {
  demand: [
    "The year's new demand by month: the base year's, grown to the year, by season where that is known.",
  ],
  capacity: [
    "An area has its own capacity and its share of every pool, by new demand. What one area does not use of a pool is then passed on to the areas that have something left to serve, in proportion.",
  ],
  served: ["In each month, what there is to serve as far as capacity reaches."],
  "turned-away": [
    "Where a service keeps no list, those for whom there is no capacity in the month are turned away.",
  ],
  left: ["Of those who wait, the part that leaves the list in each month before it is served."],
  waiting: [
    "Those who waited before, and new demand, less those who leave the list, less those who are served.",
  ],
};

function partsOf(series: CapacitySeries, measure: Measure, months: readonly number[]): Part[] {
  const sumOf = (of: Float64Array): number => months.reduce((sum, month) => sum + (of[month] as number), 0);
  const [first = 0] = months;
  switch (measure) {
    case "turned-away":
      return [{ id: measure, label: "The months of the year", value: sumOf(series.turnedAway) }];
    case "demand":
    case "served":
    case "left":
      return [{ id: measure, label: "The months of the year", value: sumOf(series[measure]) }];
    case "capacity":
      return [
        { id: "entitlement", label: "Own capacity and shares of pools", value: sumOf(series.entitlement) },
        {
          id: "passed-on",
          label: "Passed on from others, less passed on to others",
          value: sumOf(series.capacity) - sumOf(series.entitlement),
        },
      ];
    case "waiting":
      return [
        { id: "before", label: "Waiting before", value: waitingBefore(series, first) },
        { id: "demand", label: "New demand", value: sumOf(series.demand) },
        { id: "left", label: "less left the list", value: -sumOf(series.left) },
        { id: "served", label: "less served", value: -sumOf(series.served) },
        ...(series.turnAway
          ? [{ id: "turned-away", label: "less turned away", value: -sumOf(series.turnedAway) }]
          : []),
      ];
  }
}

/** Waiting at the end of the month before; at the start of the plan, what its first month began with. */
function waitingBefore({ waiting, demand, served, left, turnedAway }: CapacitySeries, month: number): number {
  if (month > 0) return waiting[month - 1] as number;
  const [after = 0, came = 0, helped = 0, went = 0, away = 0] = [
    waiting,
    demand,
    served,
    left,
    turnedAway,
  ].map((of) => of[0] as number);
  return after - came + helped + went + away;
}

/** Demand, capacity and who waits, in some months. */
export function monthsTable(
  { timeline }: Evaluation,
  series: CapacitySeries,
  months: readonly number[],
): ReportTable {
  const columns: readonly ReportColumn[] = [
    { id: "month", label: "Month", kind: "month" },
    { id: "before", label: "Waiting before", kind: "quantity" },
    { id: "demand", label: "New demand", kind: "quantity" },
    { id: "left", label: "Left the list", kind: "quantity" },
    { id: "entitlement", label: "Own and shares of pools", kind: "quantity" },
    { id: "capacity", label: "Capacity, after passing on", kind: "quantity" },
    { id: "served", label: "Served", kind: "quantity" },
    ...(series.turnAway
      ? [{ id: "turned-away", label: "Turned away", kind: "quantity" } as const]
      : [{ id: "waiting", label: "Waiting at the end", kind: "quantity" } as const]),
  ];
  const { demand, left, entitlement, capacity, served } = series;
  const shown = [
    demand,
    left,
    entitlement,
    capacity,
    served,
    series.turnAway ? series.turnedAway : series.waiting,
  ];
  const rows = months.map((place) => {
    const id = formatMonth(known(timeline.months[place], `month ${place}`));
    return { id, cells: [id, waitingBefore(series, place), ...shown.map((of) => of[place] as number)] };
  });
  return { id: "working-months", title: "Month by month", columns, rows };
}

/** The inputs that demand, capacity and waits of a service in an area rest on. */
export function inputsOfService({ scenario }: Evaluation, area: Id, activity: Id): string[] {
  const demands = (scenario.demand ?? []).filter((one) => one.area === area && one.activity === activity);
  const suppliers = scenario.provisions.filter(({ areas }) => areas.includes(area));
  return [
    ...demands.flatMap(({ id }) =>
      ["annual", "growthPercent", "waitingAtStart", "leavingPercent"].map(
        (field) => `/demand/${id}/${field}`,
      ),
    ),
    ...suppliers.flatMap(({ id, capacity = [] }) =>
      capacity.flatMap((entry, place) =>
        entry.activity !== activity
          ? []
          : Object.keys(entry)
              .filter((key) => key !== "activity" && key !== "areas")
              .map((key) => `/provisions/${id}/capacity/${place}/${key}`),
      ),
    ),
  ];
}
