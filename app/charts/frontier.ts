import { ceilingAlong, type FrontierPoints, type WhatMoves } from "../reports/frontier-points";
import { benefitAxes } from "./benefit-axes";
import { frontierScale, markId, PLOT_SIDES, placeOnScale } from "./frontier-scale";
import { axisEnd } from "./measure";
import { strokeOf } from "./palette";
import { axisPounds, shortPounds, shortQuantity } from "./short-figures";
import { type ChartText, drawing, element, INK, label, type Markup, PAPER } from "./svg";

const WIDTH = 760;
const HEIGHT = 400;
const PLOT = { ...PLOT_SIDES, top: 34, bottom: 344 };

/**
 * The benefit that each budget, or share of all budgets, can bring, in steps: flat until the next plan can be paid for,
 * and where no plan is proved what none can bring more than, as a thin line of dots. The present budget has a dashed line, the one that is looked at a mark of its own.
 */
export function frontierChart(
  frontier: FrontierPoints,
  { present, lookedAt }: { readonly present: number; readonly lookedAt: number },
  text: ChartText,
): string {
  const { moves } = frontier;
  const scale = frontierScale(frontier, present);
  const x = (at: number): number => placeOnScale(scale, at);
  const mostBenefit = axisEnd(
    Math.max(...frontier.points.map(({ benefit }) => benefit), ...frontier.gaps.map(({ most }) => most)),
  );
  const y = (benefit: number): number =>
    PLOT.bottom - (Math.max(0, benefit) / mostBenefit) * (PLOT.bottom - PLOT.top);
  const height = frontier.gaps.length === 0 ? HEIGHT : HEIGHT + 24;
  return drawing(text, { width: WIDTH, height }, [
    ...benefitAxes({
      ...{ plot: PLOT, places: { x, y }, most: { across: scale.most, benefit: mostBenefit } },
      across: {
        name: moves.kind === "all" ? "Share of every budget" : "Budget",
        words: (at) => axisPlace(moves, at),
      },
    }),
    presentLine(x(present)),
    ...ceilings(frontier, { x, y }),
    steps(frontier, { x, y }),
    mark(text.id, x(lookedAt)),
    // Words last: the lines that move do not strike them through.
    ...dots(frontier, { x, y }),
    ...legend(frontier),
    presentLabel(x(present), presentWords(moves, present)),
  ]);
}

function presentWords(moves: WhatMoves, present: number): string {
  return moves.kind === "all" ? "Present budgets" : `Present budget ${shortPlace(moves, present)}`;
}

/** A place as a picture writes it: pence in pounds, hundredths of a per cent in per cent. */
const shortPlace = ({ kind }: WhatMoves, at: number): string =>
  kind === "all" ? `${shortQuantity(at / 100)}%` : shortPounds(at / 100);

const axisPlace = ({ kind }: WhatMoves, at: number): string =>
  kind === "all" ? `${shortQuantity(at / 100)}%` : axisPounds(at / 100);

type Places = { readonly x: (at: number) => number; readonly y: (benefit: number) => number };

/** What the mark is that stands where somebody looks, and the line of dots: below the axis, where nothing else is said. */
function legend({ moves: { kind }, gaps }: FrontierPoints): Markup[] {
  return [
    ...(gaps.length === 0
      ? []
      : [
          element("path", { d: `M${PLOT.left} ${PLOT.bottom + 64}h16`, ...CEILING }),
          label("no plan can bring more than this; the best is not proved there", {
            x: PLOT.left + 21,
            y: PLOT.bottom + 69,
          }),
        ]),
    element("path", { d: `M${PLOT.left + 7} ${PLOT.bottom + 34}l7 12h-14z`, fill: strokeOf("fourth") }),
    label(`the ${kind === "all" ? "share" : "budget"} that is looked at above`, {
      x: PLOT.left + 21,
      y: PLOT.bottom + 46,
    }),
  ];
}

/** Thinner than the steps, of dots, so that the two are told apart without their colours. */
const CEILING = {
  fill: "none",
  stroke: strokeOf("third"),
  "stroke-width": 2,
  "stroke-dasharray": "1 4",
  "stroke-linecap": "round",
};

/** Over each gap what no plan there can bring more than. */
function ceilings(frontier: FrontierPoints, { x, y }: Places): Markup[] {
  return frontier.gaps.map((gap) => {
    const places = ceilingAlong(frontier, gap).map(
      ({ at, benefit }) => `${round(x(at))} ${round(y(benefit))}`,
    );
    return element("path", { d: `M${places.join("L")}`, ...CEILING });
  });
}

/** From each plan to where the next begins, or to where nothing is proved. */
function steps({ points, gaps }: FrontierPoints, { x, y }: Places): Markup {
  const d = points
    .map(({ at, benefit }, place) => {
      const next = points[place + 1];
      const gap = gaps.find(({ from }) => from > at && (next === undefined || from < next.at));
      const isApart = place === 0 || gaps.some(({ to }) => to === at - 1);
      const begin = isApart ? `M${round(x(at))} ${round(y(benefit))}` : `V${round(y(benefit))}`;
      const end = gap?.from ?? next?.at;
      return `${begin}H${end === undefined ? PLOT.right : round(x(end))}`;
    })
    .join("");
  return element("path", { d, fill: "none", stroke: strokeOf("first"), "stroke-width": 2.5 });
}

const MOST_DOTS = 80;

/** Each plan where it begins, and the words for the first and the last. */
function dots({ points, gaps, moves, upTo }: FrontierPoints, { x, y }: Places): Markup[] {
  const shown = points.length > MOST_DOTS ? [] : points;
  const [first, last] = [points.at(0), points.at(-1)];
  const said = [
    ...(first === undefined || gaps.some(({ from }) => from < first.at)
      ? []
      : [{ point: first, words: "cheapest plan", anchor: "start", dx: 10, dy: 20 }]),
    ...(last === undefined || last === first || gaps.some(({ from }) => from > last.at)
      ? []
      : [
          {
            point: last,
            words: upTo === null ? "best without a limit" : "best that was looked at",
            anchor: "end",
            dx: 0,
            dy: -12,
          },
        ]),
  ];
  return [
    ...shown.map(({ at, benefit }) =>
      element("circle", { cx: x(at), cy: y(benefit), r: 3.5, fill: strokeOf("first") }),
    ),
    ...said.map(({ point, words, anchor, dx, dy }) =>
      label(
        `${shortPlace(moves, point.at)}: ${words}`,
        { x: x(point.at) + dx, y: y(point.benefit) + dy },
        { "text-anchor": anchor, "paint-order": "stroke", stroke: PAPER, "stroke-width": 4 },
      ),
    ),
  ];
}

function presentLine(x: number): Markup {
  return element("path", {
    d: `M${round(x)} ${PLOT.top - 8}V${PLOT.bottom}`,
    stroke: INK,
    "stroke-dasharray": "5 4",
    "stroke-width": 1.5,
  });
}

/** On top of the plot, where no step reaches, beside the line on its wider side. */
function presentLabel(x: number, words: string): Markup {
  const isRight = x > WIDTH / 2;
  return label(
    words,
    { x: isRight ? x - 8 : x + 8, y: PLOT.top - 12 },
    { "text-anchor": isRight ? "end" : "start", "font-weight": "bold" },
  );
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
