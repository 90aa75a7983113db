import { wrap } from "./measure";
import { type FillName, fillOf, strokeOf } from "./palette";
import { element, labelLines, type Markup } from "./svg";

export type KeyEntry = { readonly fill: FillName; readonly text: string };

const SWATCH = 16;
const LINE = 17;
const GAP = 9;

/** What the fills mean, below each other, in the order in which they are stacked. */
export function keyColumn(
  chartId: string,
  entries: readonly KeyEntry[],
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): { readonly markup: readonly Markup[]; readonly height: number } {
  const markup: Markup[] = [];
  let top = y;
  for (const { fill, text } of entries) {
    const lines = wrap(text, { width: width - SWATCH - 8, lines: 2 });
    markup.push(swatch(chartId, fill, { x, y: top }), labelLines(lines, { x: x + SWATCH + 8, y: top + 13 }));
    top += Math.max(SWATCH, lines.length * LINE) + GAP;
  }
  return { markup, height: top - GAP - y };
}

export function swatch(
  chartId: string,
  fill: FillName,
  { x, y }: { readonly x: number; readonly y: number },
): Markup {
  const attributes = {
    x,
    y,
    width: SWATCH,
    height: SWATCH,
    fill: fillOf(chartId, fill),
    stroke: strokeOf(fill),
  };
  return element("rect", attributes);
}
