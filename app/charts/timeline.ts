import { compareText } from "../../scenarios/model/identifiers";
import { formatCell } from "../reports/format-table";
import type { TimelineRows, TimelineSpan } from "../reports/timeline-rows";
import { textWidth } from "./measure";
import { definitions, type FillName, fillOf, strokeOf } from "./palette";
import {
  type ChartText,
  drawing,
  element,
  GRID,
  INK,
  label,
  labelLines,
  type Markup,
  QUIET_INK,
  words,
} from "./svg";
import { barFills, barKey, timelineBar } from "./timeline-bar";
import {
  AREA_FONT,
  BAR,
  LANE,
  NAME_LINE,
  NAMES,
  PLOT,
  type PlacedActivity,
  type PlacedGroup,
  placeActivities,
  RIGHT,
  type TimeScale,
  timeScale,
  WORDS_LINE,
} from "./timeline-layout";

const YEARS_LINE = 24;
const HEADING_FONT = 15;
const MARK_FONT = 13;

/**
 * The transition: for each activity and each group of areas with the same story the provisions as bars, the gaps as
 * hatched blocks across them, and below them in words how long nothing, or nothing confirmed, is there.
 */
export function timelineChart(rows: TimelineRows, text: ChartText): string {
  const bars = rows.activities.flatMap(({ groups }) => groups.flatMap((group) => group.bars));
  const scale = timeScale(rows);
  const key = barKey(text.id, bars, { x: 4, y: 6, width: NAMES + PLOT });
  const top = key.bottom + YEARS_LINE;
  const { activities, bottom } = placeActivities(rows, top);
  const size = { width: NAMES + PLOT + RIGHT, height: bottom + YEARS_LINE };
  return drawing(text, size, [
    definitions(text.id, [...barFills(bars), "missing", "unsure"]),
    ...key.markup,
    ...yearLines(scale, { top, bottom }),
    ...activities.flatMap((activity) => drawActivity(text.id, activity, scale)),
  ]);
}

/** A line at the start of each financial year, its name above and, for those who scrolled down, below. */
function yearLines(
  scale: TimeScale,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Markup[] {
  return scale.years.flatMap(({ from, to, words: year }) => {
    const line = element("path", { d: `M${from} ${top - 4}V${bottom}`, stroke: GRID });
    const fontSize = to - from < 64 ? 12 : 14;
    if (textWidth(year, fontSize) > to - from) return [line];
    const look = { "text-anchor": "middle", "font-size": fontSize, fill: QUIET_INK };
    const x = (from + to) / 2;
    return [line, label(year, { x, y: top - 10 }, look), label(year, { x, y: bottom + 16 }, look)];
  });
}

function drawActivity(
  chartId: string,
  { name, isRequired, headingAt, groups }: PlacedActivity,
  scale: TimeScale,
): Markup[] {
  return [
    element("path", { d: `M0 ${headingAt}H${NAMES + PLOT}`, stroke: QUIET_INK }),
    heading(name, isRequired, { x: 4, y: headingAt + 20 }),
    ...groups.flatMap((group) => drawGroup(chartId, group, scale)),
  ];
}

/** One text, so that the remark follows the name however wide the reader's font is. */
function heading(
  name: string,
  isRequired: boolean,
  place: { readonly x: number; readonly y: number },
): Markup {
  const strong = element("tspan", { "font-weight": "bold", "font-size": HEADING_FONT }, [words(name)]);
  const remark = element("tspan", { dx: 8, "font-size": 13, fill: QUIET_INK }, [
    words("not required, so no gap is counted"),
  ]);
  return element("text", place, isRequired ? [strong] : [strong, remark]);
}

function drawGroup(chartId: string, placed: PlacedGroup, scale: TimeScale): Markup[] {
  const { group, names, lanes, top } = placed;
  const lanesHeight = Math.max(1, lanes.length) * LANE;
  return [
    labelLines(names, { x: 4, y: top + 15, lineHeight: NAME_LINE }, { "font-size": AREA_FONT, fill: INK }),
    ...lanes.flatMap((lane, place) =>
      lane.map((bar) =>
        timelineBar(chartId, bar, {
          from: scale.startOf(bar.start),
          to: scale.endOf(bar.end),
          y: top + place * LANE + (LANE - BAR) / 2,
        }),
      ),
    ),
    ...group.gaps.map(({ from, to }) =>
      gapBlock(chartId, { from: scale.startOf(from), to: scale.endOf(to), top, lanesHeight }),
    ),
    ...marks(chartId, placed, { scale, y: top + lanesHeight }),
  ];
}

function gapBlock(
  chartId: string,
  {
    from,
    to,
    top,
    lanesHeight,
  }: { readonly from: number; readonly to: number; readonly top: number; readonly lanesHeight: number },
): Markup {
  const place = { x: from, y: top + 2, width: Math.max(3, to - from), height: lanesHeight - 4 };
  return element("rect", {
    ...place,
    fill: fillOf(chartId, "missing"),
    stroke: strokeOf("missing"),
    "stroke-width": 1.5,
  });
}

type Mark = TimelineSpan & { readonly fill: FillName; readonly words: string };

/** Below the bars: how long, in words, each after the end of the one before it. A gap has its block above the words. */
function marks(
  chartId: string,
  { group }: PlacedGroup,
  { scale, y }: { readonly scale: TimeScale; readonly y: number },
): Markup[] {
  const all: Mark[] = [
    ...group.gaps.map((span): Mark => ({ ...span, fill: "missing", words: `gap ${daysWords(span.days)}` })),
    ...group.unconfirmed.map(
      (span): Mark => ({ ...span, fill: "unsure", words: `not confirmed ${daysWords(span.days)}` }),
    ),
  ];
  let free = NAMES;
  return all
    .toSorted((a, b) => compareText(a.from, b.from))
    .flatMap(({ from, to, fill, words }) => {
      const [start, end] = [scale.startOf(from), scale.endOf(to)];
      const width = textWidth(words, MARK_FONT);
      const x = Math.max(free, Math.min(start, NAMES + PLOT - width));
      free = x + width + 12;
      const look = { "font-size": MARK_FONT, "font-weight": "bold", fill: strokeOf(fill) };
      const strip = { x: start, y, width: Math.max(3, end - start), height: 5 };
      return [
        ...(fill === "missing"
          ? []
          : [element("rect", { ...strip, fill: fillOf(chartId, fill), stroke: strokeOf(fill) })]),
        label(words, { x, y: y + WORDS_LINE - 3 }, look),
      ];
    });
}

function daysWords(days: number): string {
  return days === 1 ? "1 day" : `${formatCell(days, "whole")} days`;
}
