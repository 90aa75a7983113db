import { wrap } from "./measure";
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
} from "./svg";

/** From one figure to another in steps, all in one unit. */
export type WaterfallBars = {
  readonly from: { readonly name: string; readonly value: number };
  readonly steps: readonly { readonly name: string; readonly amount: number }[];
  readonly to: { readonly name: string; readonly value: number };
  readonly format: (value: number) => string;
};

const NAMES = 250;
const BARS = 380;
const AMOUNT = 110;
const TOP = 40;
const ROW = 44;
const BAR = 22;
const MORE: FillName = "fourth";
const LESS: FillName = "second";

/**
 * A row for each step, drawn from where the figure stood to where it comes; start and end are lines. The scale begins near
 * the smallest figure, not at nothing, so that small steps of a large figure can be seen; it says so.
 */
export function waterfallChart({ from, steps, to, format }: WaterfallBars, text: ChartText): string {
  const reached = steps.reduce<number[]>(
    (sofar, { amount }) => [...sofar, (sofar.at(-1) as number) + amount],
    [from.value],
  );
  const place = scaleOver([...reached, to.value]);
  const size = { width: NAMES + BARS + AMOUNT, height: TOP + (steps.length + 2) * ROW + 28 };
  const rows = [
    ...level(from, { y: TOP, at: place(from.value), format }),
    ...steps.flatMap((step, at) =>
      stepRow(text.id, {
        ...step,
        y: TOP + (at + 1) * ROW,
        start: place(reached[at] as number),
        end: place(reached[at + 1] as number),
        format,
      }),
    ),
    ...level(to, { y: TOP + (steps.length + 1) * ROW, at: place(to.value), format }),
  ];
  const scale = `The picture runs from ${format(Math.min(...reached, to.value))} to ${format(Math.max(...reached, to.value))}; it does not begin at nothing.`;
  const key = [
    ...keyEntry(text.id, MORE, "more", NAMES),
    ...keyEntry(text.id, LESS, "less", NAMES + 90),
    label(scale, { x: 4, y: size.height - 8 }, { fill: QUIET_INK }),
  ];
  return drawing(text, size, [definitions(text.id, [MORE, LESS]), ...key, ...rows]);
}

function scaleOver(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = most - least;
  return (value) => NAMES + 10 + (range === 0 ? BARS / 2 : ((value - least) / range) * (BARS - 20));
}

type Row = { readonly y: number; readonly format: (value: number) => string };

function level(
  { name, value }: { readonly name: string; readonly value: number },
  { y, at, format }: Row & { readonly at: number },
): Markup[] {
  const middle = y + ROW / 2;
  return [
    ruled(y),
    rowName(name, middle, "bold"),
    element("path", { d: `M${at} ${y + 6}V${y + ROW - 6}`, stroke: INK, "stroke-width": 4 }),
    label(format(value), { x: at + 9, y: middle + 5 }, { "font-weight": "bold" }),
  ];
}

type Step = Row & {
  readonly name: string;
  readonly amount: number;
  readonly start: number;
  readonly end: number;
};

function stepRow(chartId: string, { name, amount, y, start, end, format }: Step): Markup[] {
  const middle = y + ROW / 2;
  const fill = amount > 0 ? MORE : LESS;
  return [
    ruled(y),
    rowName(name, middle, "normal"),
    element("rect", {
      x: Math.min(start, end),
      y: middle - BAR / 2,
      width: Math.max(1.5, Math.abs(end - start)),
      height: BAR,
      fill: fillOf(chartId, fill),
      stroke: strokeOf(fill),
    }),
    label(`${amount > 0 ? "+" : ""}${format(amount)}`, { x: Math.max(start, end) + 9, y: middle + 5 }),
  ];
}

function rowName(name: string, middle: number, weight: string): Markup {
  // Bold words are a fifth wider than they are measured.
  const width = (NAMES - 16) / (weight === "bold" ? 1.2 : 1);
  const lines = wrap(name, { width, lines: 2 });
  const place = { x: NAMES - 12, y: middle + 5 - (lines.length - 1) * 8.5 };
  return labelLines(lines, place, { "text-anchor": "end", "font-weight": weight });
}

function ruled(y: number): Markup {
  return element("path", { d: `M0 ${y}H${NAMES + BARS + AMOUNT}`, stroke: GRID });
}

function keyEntry(chartId: string, fill: FillName, words: string, x: number): Markup[] {
  const look = { fill: fillOf(chartId, fill), stroke: strokeOf(fill) };
  return [element("rect", { x, y: 10, width: 16, height: 16, ...look }), label(words, { x: x + 24, y: 23 })];
}
