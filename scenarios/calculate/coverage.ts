import { type Day, firstDayOf, lastDayOf, parseMonth } from "../model/calendar";
import type { CellState, Coverage, CoverageRow, CoverageStretch, Evaluation } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import type { Scenario } from "../model/scenario";
import { type Period, sharedPeriod, type Timeline } from "../model/timeline";
import { once, whenRead } from "../model/when-read";
import { calculateDoubleRunning } from "./double-running";
import { type Place, type Serving, SUPPLY_FIELDS, type SuppliedScenario, suppliedPlaces } from "./supply";
import type { Reads } from "./take-over";

/** What coverage is read from; the cost of double running also from the costs. */
export const COVERAGE_READS: Reads = [
  "horizon",
  "areas",
  "activities",
  "requirements",
  { provisions: SUPPLY_FIELDS },
];
type CoveredScenario = SuppliedScenario & Pick<Scenario, "requirements">;

/**
 * Coverage in transition (rules §5): for each required area, activity and day the best certainty that serves it.
 *
 * A cell (area, activity, month) is a gap if a required day has no supply at any certainty, else unconfirmed if some
 * required day has only supply that is not confirmed, else covered. Gaps and unconfirmed stretches are day ranges,
 * inside the horizon. A contract that ends on 26 September before one that starts on 1 October leaves four days.
 *
 * `known`: the coverage of a scenario of which {@link COVERAGE_READS} are the same; only its double running may differ.
 */
export function calculateCoverage(
  scenario: CoveredScenario,
  evaluation: Pick<Evaluation, "timeline" | "costs">,
  known?: Coverage,
): Coverage {
  const { timeline } = evaluation;
  const places = once(() => suppliedPlaces(scenario, timeline));
  const days = once(() => known ?? coveredDays(scenario, places(), timeline));
  return whenRead<Coverage>({
    counts: () => days().counts,
    cells: () => days().cells,
    gaps: () => days().gaps,
    unconfirmed: () => days().unconfirmed,
    doubleRunning: () => calculateDoubleRunning(places(), evaluation.costs, timeline),
  });
}

function coveredDays(
  scenario: CoveredScenario,
  places: readonly Place[],
  timeline: Timeline,
): Omit<Coverage, "doubleRunning"> {
  const required = requiredDays(scenario, timeline);
  const rows: CoverageRow[] = [];
  const gaps: CoverageStretch[] = [];
  const unconfirmed: CoverageStretch[] = [];
  for (const place of places) {
    const periods = required.get(place.area.id)?.get(place.activity.id);
    if (periods === undefined) continue;
    const stretches = stretchesOf(place, joined(periods));
    rows.push(rowOf(place, stretches, timeline));
    for (const { state, from, to } of stretches) {
      const stretch = { area: place.area.id, activity: place.activity.id, from, to, days: to - from + 1 };
      if (state === "gap") gaps.push(stretch);
      if (state === "unconfirmed") unconfirmed.push(stretch);
    }
  }
  return { counts: countStates(rows), cells: rows, gaps, unconfirmed };
}

/** By area, by activity: what each requirement asks for inside the horizon, which is whole months. */
function requiredDays(scenario: CoveredScenario, timeline: Timeline): Map<Id, Map<Id, Period[]>> {
  const required = new Map<Id, Map<Id, Period[]>>();
  const horizon = { from: timeline.firstDay, to: timeline.lastDay };
  for (const { activity, areas, from, to } of scenario.requirements ?? []) {
    const months = { from: firstDayOf(parseMonth(from)), to: lastDayOf(parseMonth(to)) };
    const period = sharedPeriod(months, horizon);
    if (period.to < period.from) continue;
    for (const area of areas) {
      const ofArea = required.get(area) ?? new Map<Id, Period[]>();
      required.set(area, ofArea);
      const periods = ofArea.get(activity);
      if (periods === undefined) ofArea.set(activity, [period]);
      else periods.push(period);
    }
  }
  return required;
}

/** The same days in order; periods that share days or follow each other are one. */
function joined(periods: readonly Period[]): readonly Period[] {
  if (periods.length === 1) return periods;
  const apart: Period[] = [];
  for (const { from, to } of periods.toSorted((first, second) => first.from - second.from)) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last.to + 1) {
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    } else apart.push({ from, to });
  }
  return apart;
}

type StateStretch = { readonly state: CellState; readonly from: Day; readonly to: Day };

/** The required days of a place as stretches of one state, in order; neighbours of one state are one stretch. */
function stretchesOf({ serving }: Place, required: readonly Period[]): StateStretch[] {
  const stretches: StateStretch[] = [];
  for (const period of required) {
    for (const part of serving) {
      const { from, to } = sharedPeriod(part, period);
      if (to < from) continue;
      const state = stateOf(part);
      const last = stretches.at(-1);
      if (last !== undefined && last.state === state && last.to === from - 1) {
        stretches[stretches.length - 1] = { state, from: last.from, to };
      } else {
        stretches.push({ state, from, to });
      }
    }
  }
  return stretches;
}

function stateOf({ supplies }: Serving): CellState {
  if (supplies.length === 0) return "gap";
  return supplies.some(({ confirmed }) => confirmed) ? "covered" : "unconfirmed";
}

/** Months of which no day lies in a stretch are not required. */
function rowOf(
  { area, activity }: Place,
  stretches: readonly StateStretch[],
  timeline: Timeline,
): CoverageRow {
  let reached = 0;
  const cells = timeline.months.map((_, month) => {
    const [first, next] = [timeline.firstDays[month] as Day, timeline.firstDays[month + 1] as Day];
    while (reached < stretches.length && (stretches[reached] as StateStretch).to < first) reached++;
    return cellOf(stretches, reached, { from: first, to: next - 1 });
  });
  return {
    area: area.id,
    activity: activity.id,
    states: cells.map((cell) => cell?.state ?? null),
    daysCovered: cells.map((cell) => cell?.covered ?? null),
  };
}

type Cell = { readonly state: CellState; readonly covered: number };

/** Most months lie within one stretch. */
const WHOLE: Readonly<Record<CellState, Cell>> = {
  covered: { state: "covered", covered: 1 },
  unconfirmed: { state: "unconfirmed", covered: 1 },
  gap: { state: "gap", covered: 0 },
};

/** The worst of a month's days and the share of them that is supplied; stretches before `reached` have passed. */
function cellOf(stretches: readonly StateStretch[], reached: number, month: Period): Cell | null {
  const first = stretches[reached];
  if (first === undefined || first.from > month.to) return null;
  if (first.to >= month.to) return WHOLE[first.state];
  let isConfirmed = true;
  let gap = 0;
  for (let place = reached; place < stretches.length; place++) {
    const { state, from, to } = stretches[place] as StateStretch;
    if (from > month.to) break;
    if (state === "gap") gap += Math.min(to, month.to) - Math.max(from, month.from) + 1;
    else if (state === "unconfirmed") isConfirmed = false;
  }
  if (gap === 0) return isConfirmed ? WHOLE.covered : WHOLE.unconfirmed;
  const days = month.to - month.from + 1;
  return { state: "gap", covered: (days - gap) / days };
}

function countStates(rows: readonly CoverageRow[]): Record<CellState, number> {
  let [covered, unconfirmed, gap] = [0, 0, 0];
  for (const { states } of rows) {
    for (const state of states) {
      if (state === "covered") covered++;
      else if (state === "unconfirmed") unconfirmed++;
      else if (state === "gap") gap++;
    }
  }
  return { covered, unconfirmed, gap };
}
