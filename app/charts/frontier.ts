import type { FrontierPoints } from "../reports/frontier-points";
import { axisTicks } from "./axis-ticks";
import { frontierScale, markId, PLOT_SIDES, placeOnScale } from "./frontier-scale";
import { axisEnd } from "./measure";
import { strokeOf } from "./palette";
import { axisPounds, shortPounds } from "./short-figures";
import { type ChartText, drawing, element, GRID, INK, label, type Markup, PAPER, QUIET_INK } from "./svg";

const WIDTH = 760;
const HEIGHT = 400;
const PLOT = { ...PLOT_SIDES, top: 34, bottom: 344 };

/**
 * The benefit that each budget can bring, in steps: flat until the next plan can be paid for. The present budget has a
 * dashed line, the one that is looked at a mark of its own.
 */
export function frontierChart(
  frontier: FrontierPoints,
  { presentPounds, lookedAtPounds }: { readonly presentPounds: number; readonly lookedAtPounds: number },
  text: ChartText,
): string {
  const scale = frontierScale(frontier, presentPounds);
  const x = (pounds: number): number => placeOnScale(scale, pounds);
  const mostBenefit = axisEnd(Math.max(...frontier.points.map(({ benefit }) => benefit)));
  const y = (benefit: number): number =>
    PLOT.bottom - (Math.max(0, benefit) / mostBenefit) * (PLOT.bottom - PLOT.top);
  return drawing(text, { width: WIDTH, height: HEIGHT }, [
    ...axes({ x, y, mostPounds: scale.mostPounds, mostBenefit }),
    ...presentLine(x(presentPounds), presentPounds),
    steps(frontier, { x, y }),
    ...dots(frontier, { x, y }),
    mark(text.id, x(lookedAtPounds)),
  ]);
}

type Places = { readonly x: (pounds: number) => number; readonly y: (benefit: number) => number };

function axes({
  x,
  y,
  mostPounds,
  mostBenefit,
}: Places & { readonly mostPounds: number; readonly mostBenefit: number }): Markup[] {
  const benefit = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
  return [
    label("Benefit", { x: 0, y: 16 }, { "font-weight": "bold" }),
    element("path", { d: "M452 8l7 12h-14z", fill: strokeOf("fourth") }),
    label("the budget that is looked at above", { x: 466, y: 18 }),
    label("Budget", { x: PLOT.right, y: HEIGHT - 8 }, { "font-weight": "bold", "text-anchor": "end" }),
    ...axisTicks(mostBenefit).flatMap((value) => [
      element("path", { d: `M${PLOT.left} ${y(value)}H${PLOT.right}`, stroke: value === 0 ? INK : GRID }),
      label(
        benefit.format(value),
        { x: PLOT.left - 8, y: y(value) + 5 },
        { "text-anchor": "end", fill: QUIET_INK },
      ),
    ]),
    ...axisTicks(mostPounds).map((pounds) =>
      label(
        axisPounds(pounds),
        { x: x(pounds), y: PLOT.bottom + 22 },
        { "text-anchor": "middle", fill: QUIET_INK },
      ),
    ),
  ];
}

function steps({ points }: FrontierPoints, { x, y }: Places): Markup {
  const [first, ...others] = points;
  if (first === undefined) return element("g", {});
  const path = others.map(({ pence, benefit }) => `H${round(x(pence / 100))}V${round(y(benefit))}`).join("");
  const d = `M${round(x(first.pence / 100))} ${round(y(first.benefit))}${path}H${PLOT.right}`;
  return element("path", { d, fill: "none", stroke: strokeOf("first"), "stroke-width": 2.5 });
}

const MOST_DOTS = 80;

/** Each plan where it begins, and the words for the first and the last. */
function dots({ points }: FrontierPoints, { x, y }: Places): Markup[] {
  const shown = points.length > MOST_DOTS ? [] : points;
  const [first, last] = [points.at(0), points.at(-1)];
  const said = [
    ...(first === undefined
      ? []
      : [{ point: first, words: "cheapest plan", anchor: "start", dx: 10, dy: 20 }]),
    ...(last === undefined || last === first
      ? []
      : [{ point: last, words: "best without a limit", anchor: "end", dx: 0, dy: -12 }]),
  ];
  return [
    ...shown.map(({ pence, benefit }) =>
      element("circle", { cx: x(pence / 100), cy: y(benefit), r: 3.5, fill: strokeOf("first") }),
    ),
    ...said.map(({ point, words, anchor, dx, dy }) =>
      label(
        `${shortPounds(point.pence / 100)}: ${words}`,
        { x: x(point.pence / 100) + dx, y: y(point.benefit) + dy },
        { "text-anchor": anchor, "paint-order": "stroke", stroke: PAPER, "stroke-width": 4 },
      ),
    ),
  ];
}

function presentLine(x: number, pounds: number): Markup[] {
  const isRight = x > WIDTH / 2;
  return [
    element("path", {
      d: `M${round(x)} ${PLOT.top}V${PLOT.bottom}`,
      stroke: INK,
      "stroke-dasharray": "5 4",
      "stroke-width": 1.5,
    }),
    label(
      `Present budget ${shortPounds(pounds)}`,
      { x: isRight ? x - 8 : x + 8, y: PLOT.bottom - 12 },
      { "text-anchor": isRight ? "end" : "start", "font-weight": "bold" },
    ),
  ];
}

/** A triangle on the axis, and a thin line up. */
function mark(chartId: string, x: number): Markup {
  const stroke = strokeOf("fourth");
  return element("g", { id: markId(chartId), transform: `translate(${round(x)} 0)` }, [
    element("path", { d: `M0 ${PLOT.top}V${PLOT.bottom}`, stroke, "stroke-width": 2 }),
    element("path", { d: `M0 ${PLOT.bottom - 2}l7 12h-14z`, fill: stroke }),
  ]);
}

const round = (value: number): number => Math.round(value * 100) / 100;
