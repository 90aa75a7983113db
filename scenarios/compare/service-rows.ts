import { handOffsOf } from "../calculate/lot-patterns";
import type { CapacitySeries, Evaluation } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import { formatMoney, sumPence } from "../model/money";
import { formatQuantity } from "../model/quantity";
import { approximate } from "../model/rational";
import type { Activity, DecimalText } from "../model/scenario";
import { named, type Row } from "./measure";

/** The rows of service (rules §12): coverage, demand against capacity by activity, lots and hand-offs. */
export function serviceRows(evaluations: readonly Evaluation[]): Row[] {
  const activities = named(evaluations, ({ scenario }) => scenario.activities);
  return [...coverageRows(), ...activities.flatMap(activityRows), ...lotRows()];
}

function coverageRows(): Row[] {
  const days = (stretches: readonly { readonly days: number }[]): DecimalText =>
    String(stretches.reduce((sum, stretch) => sum + stretch.days, 0));
  const row = { group: "coverage", unit: "days", betterWhen: "lower" } as const;
  return [
    {
      id: "gap-days",
      name: "Days without a required service",
      ...row,
      figure: ({ coverage }) => days(coverage.gaps),
    },
    {
      id: "unconfirmed-days",
      name: "Days on something unconfirmed",
      ...row,
      figure: ({ coverage }) => days(coverage.unconfirmed),
    },
    {
      id: "double-running",
      group: "coverage",
      name: "Cost of double running",
      unit: "£",
      betterWhen: null,
      figure: ({ coverage }) => formatMoney(sumPence(coverage.doubleRunning.map(({ cost }) => cost))),
    },
  ];
}

/** Waiting at the end of the horizon in one activity, all areas; null where the activity has no list. */
export function waitingAtEnd(evaluation: Pick<Evaluation, "capacity">, activity: Id): number | null {
  const lists = seriesOf(evaluation, activity).filter(({ turnAway }) => !turnAway);
  return lists.length === 0 ? null : sum(lists.map(({ waiting }) => waiting.at(-1) ?? 0));
}

function activityRows({ id, name, unit }: Activity): Row[] {
  const flow = (of: "demand" | "capacity" | "served") => (evaluation: Evaluation) =>
    flowOf(seriesOf(evaluation, id), of);
  const row = { group: "capacity", unit } as const;
  return [
    { id: `demand-${id}`, name: `Demand: ${name}`, ...row, betterWhen: null, figure: flow("demand") },
    { id: `capacity-${id}`, name: `Capacity: ${name}`, ...row, betterWhen: null, figure: flow("capacity") },
    { id: `served-${id}`, name: `Served: ${name}`, ...row, betterWhen: "higher", figure: flow("served") },
    {
      id: `turned-away-${id}`,
      name: `Turned away: ${name}`,
      ...row,
      betterWhen: "lower",
      figure: (evaluation) =>
        flowOf(
          seriesOf(evaluation, id).filter(({ turnAway }) => turnAway),
          "turnedAway",
        ),
    },
    {
      id: `waiting-at-end-${id}`,
      name: `Waiting at the end: ${name}`,
      ...row,
      betterWhen: "lower",
      figure: (evaluation) => shown(waitingAtEnd(evaluation, id)),
      explained: { id: "waiting-at-end", activity: id },
    },
    {
      id: `wait-${id}`,
      group: "capacity",
      name: `Wait at the end: ${name}`,
      unit: "weeks",
      betterWhen: "lower",
      figure: (evaluation) => shown(weeksAtEnd(evaluation, id)),
    },
  ];
}

/** All who wait at the end, divided by what a month's capacity serves (rules §7); null without a list or capacity. */
function weeksAtEnd(evaluation: Evaluation, activity: Id): number | null {
  const waiting = waitingAtEnd(evaluation, activity);
  const monthly = sum(seriesOf(evaluation, activity).map(({ capacity }) => capacity.at(-1) ?? 0));
  return waiting === null || monthly <= 0 ? null : ((waiting / monthly) * 52) / 12;
}

function flowOf(
  series: readonly CapacitySeries[],
  of: "demand" | "capacity" | "served" | "turnedAway",
): DecimalText | null {
  return series.length === 0 ? null : shown(sum(series.map((one) => sum(one[of]))));
}

function seriesOf({ capacity }: Pick<Evaluation, "capacity">, activity: Id): readonly CapacitySeries[] {
  return capacity.filter((series) => series.activity === activity);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

const shown = (quantity: number | null): DecimalText | null =>
  quantity === null ? null : formatQuantity(quantity);

function lotRows(): Row[] {
  return [
    {
      id: "lots",
      group: "lots",
      name: "Lots of new contracts",
      unit: "lots",
      betterWhen: null,
      figure: ({ scenario }) => String(scenario.provisions.filter(({ kind }) => kind === "lot").length),
    },
    {
      id: "hand-offs",
      group: "lots",
      name: "Hand-offs between providers a user",
      unit: "hand-offs",
      betterWhen: "lower",
      figure: ({ scenario }) => {
        const handOffs = handOffsOf(scenario.lotStructure);
        return handOffs === null ? null : formatQuantity(approximate(handOffs));
      },
    },
  ];
}
