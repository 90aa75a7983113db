import * as Plot from "@observablehq/plot";
import type { ShownPattern } from "../reports/lot-patterns";
import { axisEnd } from "./measure";
import { strokeOf } from "./palette";
import { plotMarkup } from "./plot-markup";
import { shortQuantity } from "./short-figures";
import { type ChartText, drawing, element, GRID, INK, label, type Markup, PAPER, QUIET_INK } from "./svg";

const WIDTH = 760;
const PANEL = { top: 52, height: 330 };
/** With more patterns only the best of each number of lots and the chosen one have their numbers. */
const MOST_NUMBERS = 15;

/** Patterns at the same place share a point and say all their numbers. */
type Point = {
  readonly fte: number;
  readonly handOffs: number;
  readonly words: string;
  readonly isChosen: boolean;
};

/** What a division gains and costs: FTE upwards, hand-offs a user to the right; best is at the upper left. */
export function lotPatternsChart(patterns: readonly ShownPattern[], text: ChartText): string {
  const points = pointsOf(patterns);
  const size = { width: WIDTH, height: PANEL.top + PANEL.height + 24 };
  const isAnyChosen = points.some(({ isChosen }) => isChosen);
  return drawing(text, size, [
    label("FTE for direct work", { x: 0, y: 15 }, { "font-weight": "bold" }),
    label(
      "Hand-offs a user",
      { x: WIDTH, y: PANEL.top + PANEL.height + 18 },
      { "font-weight": "bold", "text-anchor": "end" },
    ),
    ...key(isAnyChosen),
    plotMarkup(panel(points), { y: PANEL.top }),
  ]);
}

function pointsOf(patterns: readonly ShownPattern[]): Point[] {
  const places = new Map<string, ShownPattern[]>();
  for (const pattern of patterns) {
    const place = `${pattern.fte.toFraction()} ${pattern.handOffs.toFraction()}`;
    places.set(place, [...(places.get(place) ?? []), pattern]);
  }
  return [...places.values()].map((own) => {
    const named = own.filter(({ isBest, isChosen }) => patterns.length <= MOST_NUMBERS || isBest || isChosen);
    return {
      fte: own[0]?.fte.valueOf() ?? 0,
      handOffs: own[0]?.handOffs.valueOf() ?? 0,
      words: named.length > 3 ? `${named[0]?.number ?? ""} …` : named.map(({ number }) => number).join(", "),
      isChosen: own.some(({ isChosen }) => isChosen),
    };
  });
}

function panel(points: readonly Point[]): Plot.PlotOptions {
  const ftes = points.map(({ fte }) => fte);
  const room = Math.max(0.5, (Math.max(...ftes) - Math.min(...ftes)) * 0.15);
  const axis = {
    tickSize: 0,
    tickFormat: shortQuantity,
    fill: QUIET_INK,
    fontSize: 14,
    label: null,
    ticks: 5,
  };
  return {
    width: WIDTH,
    height: PANEL.height,
    marginLeft: 52,
    marginRight: 40,
    marginTop: 12,
    marginBottom: 26,
    x: { domain: [0, axisEnd(Math.max(...points.map(({ handOffs }) => handOffs)))], label: null },
    y: { domain: [Math.min(...ftes) - room, Math.max(...ftes) + room], label: null },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
      Plot.axisY(axis),
      Plot.axisX(axis),
      Plot.dot(
        points.filter(({ isChosen }) => !isChosen),
        { ...PLACE, r: 5, fill: POINT },
      ),
      Plot.dot(
        points.filter(({ isChosen }) => isChosen),
        {
          ...PLACE,
          symbol: "diamond",
          r: 10,
          fill: PAPER,
          stroke: INK,
          strokeWidth: 3,
        },
      ),
      Plot.text(points, {
        ...PLACE,
        text: "words",
        textAnchor: "start",
        dx: 12,
        fontSize: 15,
        fontWeight: "bold",
      }),
    ],
  };
}

const PLACE = { x: "handOffs", y: "fte" } as const;
const POINT = strokeOf("first");

function key(isAnyChosen: boolean): Markup[] {
  const chosen = [
    element("path", { d: "M402 22l9 9l-9 9l-9 -9z", fill: PAPER, stroke: INK, "stroke-width": 2.5 }),
    label("Procured by the scenario", { x: 418, y: 36 }),
  ];
  return [
    element("circle", { cx: 60, cy: 31, r: 5, fill: POINT }),
    label("A pattern, with its number in the table", { x: 72, y: 36 }),
    ...(isAnyChosen ? chosen : []),
  ];
}
