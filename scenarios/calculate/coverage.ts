import { type Day, parseMonth } from "../model/calendar";
import type { CellState, Coverage, CoverageRow, CoverageStretch, Evaluation } from "../model/evaluation";
import type { Id } from "../model/identifiers";
import type { Scenario } from "../model/scenario";
import type { Period, Timeline } from "../model/timeline";
import { once, whenRead } from "../model/when-read";
import { calculateDoubleRunning } from "./double-running";
import {
  type Place,
  SUPPLY_FIELDS,
  type SuppliedScenario,
  type Supply,
  splitAtChanges,
  suppliedPlaces,
  suppliesOn,
} from "./supply";
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
  const required = requiredMonths(scenario, timeline);
  const rows: CoverageRow[] = [];
  const gaps: CoverageStretch[] = [];
  const unconfirmed: CoverageStretch[] = [];
  for (const place of places) {
    const months = required.get(place.area.id)?.get(place.activity.id);
    if (months === undefined) continue;
    const stretches = stretchesOf(place, months, timeline);
    rows.push(rowOf(place, months, stretches, timeline));
    for (const { state, from, to } of stretches) {
      const stretch = { area: place.area.id, activity: place.activity.id, from, to, days: to - from + 1 };
      if (state === "gap") gaps.push(stretch);
      if (state === "unconfirmed") unconfirmed.push(stretch);
    }
  }
  return { counts: countStates(rows), cells: rows, gaps, unconfirmed };
}

/** By area, by activity: which months of the horizon are required. */
function requiredMonths(scenario: CoveredScenario, timeline: Timeline): Map<Id, Map<Id, boolean[]>> {
  const required = new Map<Id, Map<Id, boolean[]>>();
  for (const { activity, areas, from, to } of scenario.requirements ?? []) {
    const [first, last] = [parseMonth(from), parseMonth(to)];
    const places = timeline.months.flatMap((month, place) =>
      first <= month && month <= last ? [place] : [],
    );
    if (places.length === 0) continue;
    for (const area of areas) {
      const ofArea = required.get(area) ?? new Map<Id, boolean[]>();
      required.set(area, ofArea);
      const months = ofArea.get(activity) ?? timeline.months.map(() => false);
      ofArea.set(activity, months);
      for (const place of places) months[place] = true;
    }
  }
  return required;
}

type StateStretch = { readonly state: CellState; readonly from: Day; readonly to: Day };

/** The required days of a place as stretches of one state, in order; neighbours of one state are one stretch. */
function stretchesOf(place: Place, required: readonly boolean[], timeline: Timeline): StateStretch[] {
  const stretches: StateStretch[] = [];
  for (const { from, to } of requiredPeriods(required, timeline)) {
    for (const part of splitAtChanges({ from, to }, place.supplies)) {
      const state = stateOn(part.from, place.supplies);
      const last = stretches.at(-1);
      if (last !== undefined && last.state === state && last.to === part.from - 1) {
        stretches[stretches.length - 1] = { state, from: last.from, to: part.to };
      } else {
        stretches.push({ state, from: part.from, to: part.to });
      }
    }
  }
  return stretches;
}

function requiredPeriods(required: readonly boolean[], timeline: Timeline): Period[] {
  const periods: Period[] = [];
  timeline.months.forEach((_, place) => {
    if (!required[place]) return;
    const last = periods.at(-1);
    const from = timeline.firstDays[place] as Day;
    const to = (timeline.firstDays[place + 1] as Day) - 1;
    if (last !== undefined && last.to === from - 1) periods[periods.length - 1] = { from: last.from, to };
    else periods.push({ from, to });
  });
  return periods;
}

function stateOn(day: Day, supplies: readonly Supply[]): CellState {
  const serving = suppliesOn(day, supplies);
  if (serving.length === 0) return "gap";
  return serving.some(({ confirmed }) => confirmed) ? "covered" : "unconfirmed";
}

function rowOf(
  place: Place,
  required: readonly boolean[],
  stretches: readonly StateStretch[],
  timeline: Timeline,
): CoverageRow {
  const states: (CellState | null)[] = [];
  const daysCovered: (number | null)[] = [];
  const days = { covered: 0, unconfirmed: 0, gap: 0 };
  let reached = 0;
  for (let month = 0; month < timeline.months.length; month++) {
    const [first, next] = [timeline.firstDays[month] as Day, timeline.firstDays[month + 1] as Day];
    while (reached < stretches.length && (stretches[reached] as StateStretch).to < first) reached++;
    if (required[month] !== true) {
      states.push(null);
      daysCovered.push(null);
      continue;
    }
    countDays(days, stretches, reached, { from: first, to: next - 1 });
    states.push(days.gap > 0 ? "gap" : days.unconfirmed > 0 ? "unconfirmed" : "covered");
    daysCovered.push((days.covered + days.unconfirmed) / (next - first));
  }
  return { area: place.area.id, activity: place.activity.id, states, daysCovered };
}

/** Counts the days of a month in each state; stretches lie in order, those before `reached` have passed. */
function countDays(
  days: Record<CellState, number>,
  stretches: readonly StateStretch[],
  reached: number,
  month: Period,
): void {
  days.covered = days.unconfirmed = days.gap = 0;
  for (let place = reached; place < stretches.length; place++) {
    const { state, from, to } = stretches[place] as StateStretch;
    if (from > month.to) return;
    days[state] += Math.min(to, month.to) - Math.max(from, month.from) + 1;
  }
}

function countStates(rows: readonly CoverageRow[]): Record<CellState, number> {
  const counts = { covered: 0, unconfirmed: 0, gap: 0 };
  for (const { states } of rows) {
    for (const state of states) if (state !== null) counts[state] += 1;
  }
  return counts;
}
