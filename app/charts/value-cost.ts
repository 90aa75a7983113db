import { benefitAxes } from "./benefit-axes";
import { axisEnd, wrap } from "./measure";
import { dotMarkup, placeNumbers } from "./number-places";
import { axisPounds } from "./short-figures";
import { type ChartText, drawing, label, labelLines, type Markup } from "./svg";

/** A line by what it costs and what it brings. */
export type ValueDot = {
  readonly number: number;
  readonly name: string;
  readonly pounds: number;
  readonly benefit: number;
  readonly isIn: boolean;
};

const PLOT = { left: 56, right: 540, top: 34 };
/** Names are measured for Arial; there is room for the wider letters that a machine without it has. */
const KEY = { left: 572, width: 268, names: 204 };
const LINE = 17;
const GAP = 7;

/** A dot for each line, filled where it is funded, with its number; the names stand beside the picture. */
export function valueCostChart(dots: readonly ValueDot[], text: ChartText): string {
  const key = keyOf(dots);
  const bottom = Math.max(344, key.height - 20);
  const mostPounds = axisEnd(Math.max(...dots.map(({ pounds }) => pounds)));
  const mostBenefit = axisEnd(Math.max(...dots.map(({ benefit }) => benefit)));
  const x = (pounds: number): number =>
    PLOT.left + (Math.max(0, pounds) / mostPounds) * (PLOT.right - PLOT.left);
  const y = (benefit: number): number => bottom - (Math.max(0, benefit) / mostBenefit) * (bottom - PLOT.top);
  const placed = dots.map((dot) => ({ ...dot, x: x(dot.pounds), y: y(dot.benefit) }));
  return drawing(text, { width: KEY.left + KEY.width, height: bottom + 56 }, [
    ...benefitAxes({
      ...{ plot: { ...PLOT, bottom }, places: { x, y } },
      ...{ most: { across: mostPounds, benefit: mostBenefit }, across: { name: "Cost", words: axisPounds } },
    }),
    ...placeNumbers(placed, { left: PLOT.left, right: PLOT.right, top: PLOT.top, bottom }),
    ...placed.map((dot) => dotMarkup(dot)),
    ...key.markup,
  ]);
}

function keyOf(dots: readonly ValueDot[]): { readonly markup: readonly Markup[]; readonly height: number } {
  const markup: Markup[] = [
    dotMarkup({ x: KEY.left + 7, y: 12, isIn: true }),
    label("funded", { x: KEY.left + 20, y: 17 }),
    dotMarkup({ x: KEY.left + 147, y: 12, isIn: false }),
    label("left out", { x: KEY.left + 160, y: 17 }),
  ];
  let top = 48;
  for (const { number, name, isIn } of dots) {
    const lines = wrap(name, { width: KEY.names, lines: 3 });
    markup.push(
      label(`${number}`, { x: KEY.left + 20, y: top }, { "text-anchor": "end", "font-weight": "bold" }),
      labelLines(lines, { x: KEY.left + 30, y: top }, isIn ? {} : { "font-style": "italic" }),
    );
    top += lines.length * LINE + GAP;
  }
  return { markup, height: top };
}
