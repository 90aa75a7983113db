import { keyColumn } from "./key";
import { axisEnd, wrap } from "./measure";
import { definitions, type FillName, fillOf, strokeOf } from "./palette";
import { type ChartText, drawing, element, GRID, INK, label, labelLines, type Markup } from "./svg";

/** Fills for up to eight things that stand side by side; the first is the one that the others are compared with. */
export const COMPARED_FILLS: readonly FillName[] = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "contributions",
  "topUps",
  "others",
];

export type BarSeries = { readonly name: string; readonly values: readonly (number | null)[] };

export type GroupedBars = {
  /** What the bars stand beside each other for: a year, a district. */
  readonly groups: readonly string[];
  /** A bar of each in every group; null where it has none. */
  readonly series: readonly BarSeries[];
  readonly format: (value: number) => string;
  /** Said in place of a bar that is not there. */
  readonly nothing: string;
};

const NAMES = 190;
const BARS = 400;
const AMOUNT = 120;
const WIDTH = NAMES + BARS + AMOUNT;
const BAR = 15;
const STEP = 19;
const GAP = 16;
/** Beside the names, which are bold and so wider than {@link wrap} counts. */
const BOLD_ROOM = 46;

/** Bars that lie beside each other in groups, each with its figure; the key stands above in the same order. */
export function groupedBarsChart({ groups, series, format, nothing }: GroupedBars, text: ChartText): string {
  const fills = series.map((_, place) => COMPARED_FILLS[place % COMPARED_FILLS.length] as FillName);
  const key = keyColumn(
    text.id,
    series.map(({ name }, place) => ({ fill: fills[place] as FillName, text: name })),
    { x: NAMES, y: 8, width: BARS + AMOUNT },
  );
  const top = key.height + 28;
  const groupHeight = series.length * STEP + GAP;
  const most = axisEnd(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const length = (value: number): number => (Math.max(0, value) / most) * BARS;
  const bars = groups.flatMap((name, at) => {
    const y = top + at * groupHeight;
    return [
      groupName(name, y, groupHeight),
      ...series.flatMap(({ values }, place) => {
        const fill = fills[place] as FillName;
        const value = values[at] ?? null;
        return bar(text.id, { y: y + place * STEP, fill, value, length, format, nothing });
      }),
    ];
  });
  const bottom = top + groups.length * groupHeight;
  const baseline = element("path", { d: `M${NAMES} ${top - 6}V${bottom - GAP + 4}`, stroke: INK });
  const markup = [definitions(text.id, fills), ...key.markup, ...bars, baseline];
  return drawing(text, { width: WIDTH, height: bottom }, markup);
}

function groupName(name: string, y: number, height: number): Markup {
  const lines = wrap(name, { width: NAMES - BOLD_ROOM, lines: 3 });
  const middle = y + (height - GAP) / 2;
  const place = { x: NAMES - 12, y: middle + 5 - (lines.length - 1) * 8.5 };
  const line = element("path", { d: `M0 ${y - GAP / 2}H${WIDTH}`, stroke: GRID });
  return element("g", {}, [line, labelLines(lines, place, { "text-anchor": "end", "font-weight": "bold" })]);
}

type Bar = Pick<GroupedBars, "format" | "nothing"> & {
  readonly y: number;
  readonly fill: FillName;
  readonly value: number | null;
  readonly length: (value: number) => number;
};

function bar(chartId: string, { y, fill, value, length, format, nothing }: Bar): Markup[] {
  const width = value === null ? 0 : length(value);
  const words = value === null ? nothing : format(value);
  return [
    element("rect", {
      x: NAMES,
      y,
      width,
      height: BAR,
      fill: fillOf(chartId, fill),
      stroke: strokeOf(fill),
    }),
    label(words, { x: NAMES + width + 7, y: y + BAR - 3 }),
  ];
}
