import { financialYearOf, formatFinancialYear, monthOf, parseDay } from "../../scenarios/model/calendar";
import type { NumberedBar, TimelineGroup, TimelineRows } from "../reports/timeline-rows";
import { wrap } from "./measure";

export const NAMES = 224;
export const PLOT = 856;
export const RIGHT = 20;
export const LANE = 26;
export const BAR = 20;
/** The line below the bars on which gaps and unconfirmed days are said in words. */
export const WORDS_LINE = 20;
export const NAME_LINE = 16;
export const AREA_FONT = 13;
const HEADING = 30;
const GROUP_GAP = 10;

/** One group of areas, placed: its bars in lanes so that none covers another. */
export type PlacedGroup = {
  readonly group: TimelineGroup;
  readonly names: readonly string[];
  readonly lanes: readonly (readonly NumberedBar[])[];
  readonly hasMarks: boolean;
  readonly top: number;
  readonly height: number;
};

export type PlacedActivity = {
  readonly name: string;
  readonly isRequired: boolean;
  readonly headingAt: number;
  readonly groups: readonly PlacedGroup[];
};

/** Where each activity and each group of areas stands, from the top down. */
export function placeActivities(
  rows: TimelineRows,
  top: number,
): { readonly activities: readonly PlacedActivity[]; readonly bottom: number } {
  let y = top;
  const activities = rows.activities.map(({ name, isRequired, groups }): PlacedActivity => {
    const headingAt = y;
    y += HEADING;
    const placed = groups.map((group) => {
      const one = placeGroup(group, y);
      y += one.height + GROUP_GAP;
      return one;
    });
    y += GROUP_GAP;
    return { name, isRequired, headingAt, groups: placed };
  });
  return { activities, bottom: y };
}

function placeGroup(group: TimelineGroup, top: number): PlacedGroup {
  const names = wrap(group.areas, { width: NAMES - 18, lines: 4, fontSize: AREA_FONT });
  const lanes = lanesOf(group.bars);
  const hasMarks = group.gaps.length + group.unconfirmed.length > 0;
  const drawn = Math.max(1, lanes.length) * LANE + (hasMarks ? WORDS_LINE : 0);
  return { group, names, lanes, hasMarks, top, height: Math.max(drawn, names.length * NAME_LINE) };
}

/** Bars in as few lanes as there are provisions at once, the earliest first. */
function lanesOf(bars: readonly NumberedBar[]): NumberedBar[][] {
  const lanes: NumberedBar[][] = [];
  for (const bar of bars.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const free = lanes.find((lane) => (lane.at(-1)?.end ?? "") < bar.start);
    if (free === undefined) lanes.push([bar]);
    else free.push(bar);
  }
  return lanes;
}

export type TimeScale = {
  /** Where a day begins. */
  readonly startOf: (date: string) => number;
  /** Where a day ends: a last day is inclusive. */
  readonly endOf: (date: string) => number;
  /** The financial years of the horizon; the first and the last may be cut by it. */
  readonly years: readonly { readonly from: number; readonly to: number; readonly words: string }[];
};

/** Days to places; what lies outside the horizon stands at its edge. */
export function timeScale({ from, to }: Pick<TimelineRows, "from" | "to">): TimeScale {
  const [first, last] = [parseDay(from), parseDay(to)];
  const at = (day: number): number =>
    NAMES + ((Math.min(Math.max(day, first), last + 1) - first) / (last + 1 - first)) * PLOT;
  const firstYear = financialYearOf(monthOf(first));
  const count = financialYearOf(monthOf(last)) - firstYear + 1;
  const years = Array.from({ length: count }, (_, place) => firstYear + place).map((year) => ({
    from: at(parseDay(`${year}-04-01`)),
    to: at(parseDay(`${year + 1}-04-01`)),
    words: formatFinancialYear(year),
  }));
  return { startOf: (date) => at(parseDay(date)), endOf: (date) => at(parseDay(date) + 1), years };
}
