import type { Pence } from "../../scenarios/model/money";
import { swatch } from "./key";
import { textWidth, wrap } from "./measure";
import { definitions, type FillName, fillOf } from "./palette";
import { poundsForDrawing, shortPounds } from "./short-figures";
import { type ChartText, drawing, element, INK, label, labelLines, type Markup, PAPER } from "./svg";

/** What a district pays and what it was asked for. */
export type ShareBar = {
  readonly name: string;
  readonly pays: Pence;
  /** Null: nothing was asked. */
  readonly asked: Pence | null;
  /** A word about its choice where it is not simply a payer: "declines", "undecided". */
  readonly remark?: string | undefined;
};

const NAMES = 216;
const BARS = 330;
const WORDS = 214;
const TOP = 40;
const ROW = 38;
const BAR = 18;
const FILL: FillName = "first";

/** A bar for each district in the order of the table, with a mark at what it was asked for; amounts beside the bars. */
export function sharesChart(bars: readonly ShareBar[], text: ChartText): string {
  const most = Math.max(1, ...bars.flatMap(({ pays, asked }) => [pays, asked ?? 0n].map(poundsForDrawing)));
  const length = (amount: Pence): number => (Math.max(0, poundsForDrawing(amount)) / most) * BARS;
  const rows = bars.flatMap((bar, place) => row(bar, { chartId: text.id, y: TOP + place * ROW, length }));
  const bottom = TOP + bars.length * ROW;
  const size = { width: NAMES + BARS + WORDS, height: bottom + 6 };
  const baseline = element("path", { d: `M${NAMES} ${TOP - 4}V${bottom}`, stroke: INK });
  return drawing(text, size, [definitions(text.id, [FILL]), ...key(text.id, bars), ...rows, baseline]);
}

type RowPlace = { readonly chartId: string; readonly y: number; readonly length: (amount: Pence) => number };

function row(bar: ShareBar, { chartId, y, length }: RowPlace): Markup[] {
  const middle = y + ROW / 2;
  const lines = wrap(bar.name, { width: NAMES - 14, lines: 2 });
  const pays = length(bar.pays);
  const asked = bar.asked === null ? null : length(bar.asked);
  const end = NAMES + Math.max(pays, asked ?? 0) + 12;
  return [
    labelLines(lines, { x: NAMES - 10, y: middle + 5 - (lines.length - 1) * 8.5 }, { "text-anchor": "end" }),
    element("rect", { x: NAMES, y: middle - BAR / 2, width: pays, height: BAR, fill: fillOf(chartId, FILL) }),
    ...(asked === null ? [] : [askedMark(NAMES + asked, middle)]),
    label(shortPounds(poundsForDrawing(bar.pays)), { x: end, y: middle + 5 }, { "font-weight": "bold" }),
    ...remark(bar, { x: end, y: middle + 5 }),
  ];
}

function remark(bar: ShareBar, { x, y }: { readonly x: number; readonly y: number }): Markup[] {
  const amount = textWidth(shortPounds(poundsForDrawing(bar.pays))) * 1.12;
  const differs = bar.asked !== null && bar.asked !== bar.pays;
  const said = [
    ...(bar.remark === undefined ? [] : [bar.remark]),
    ...(differs ? [`asked ${shortPounds(poundsForDrawing(bar.asked))}`] : []),
  ].join(", ");
  return said === "" ? [] : [label(said, { x: x + amount + 8, y })];
}

/** A diamond on a line: told from the bar by its shape. */
function askedMark(x: number, y: number): Markup {
  return element("g", { stroke: INK, "stroke-width": 1.5, fill: PAPER }, [
    element("path", { d: `M${x} ${y - BAR / 2 - 3}V${y + BAR / 2 + 3}` }),
    element("path", { d: `M${x} ${y - 5}l5 5l-5 5l-5 -5z` }),
  ]);
}

function key(chartId: string, bars: readonly ShareBar[]): Markup[] {
  const anyAsked = bars.some(({ asked }) => asked !== null);
  return [
    swatch(chartId, FILL, { x: NAMES, y: 8 }),
    label("Pays", { x: NAMES + 24, y: 21 }),
    ...(anyAsked
      ? [askedMark(NAMES + 86, 16), label("Asked for if all join", { x: NAMES + 100, y: 21 })]
      : []),
  ];
}
