import * as Plot from "@observablehq/plot";
import type { CapacityChart } from "../reports/capacity-series";
import { CAPACITY_LINE, DEMAND_LINE } from "./demand";
import { shorten } from "./measure";
import { dateOf, monthsPanel } from "./months-panel";
import { plotMarkup } from "./plot-markup";
import { type ChartText, drawing, element, label, type Markup, QUIET_INK } from "./svg";

/** Demand against capacity of one activity in one area; the remark says how long people wait there. */
export type AreaDemand = { readonly chart: CapacityChart; readonly remark: string };

const COLUMNS = 3;
const PANEL = { width: 248, height: 132 };
const HEAD = 42;
const TOP = 34;

/** A small picture for each area. Each has a scale of its own: a city would flatten its neighbours. */
export function demandByAreaChart(areas: readonly AreaDemand[], text: ChartText): string {
  const rows = Math.ceil(areas.length / COLUMNS);
  const size = { width: COLUMNS * PANEL.width, height: TOP + rows * (HEAD + PANEL.height) };
  return drawing(text, size, [
    ...lineKey(),
    ...areas.flatMap((area, place) =>
      areaPanel(area, {
        x: (place % COLUMNS) * PANEL.width,
        y: TOP + Math.floor(place / COLUMNS) * (HEAD + PANEL.height),
      }),
    ),
  ]);
}

type Place = { readonly x: number; readonly y: number };

function areaPanel({ chart: { area, months }, remark }: AreaDemand, { x, y }: Place): Markup[] {
  const dates = (figures: { readonly month: string }): Date => dateOf(figures.month);
  const most = Math.max(...months.flatMap(({ demand, capacity }) => [demand, capacity]));
  const panel = { ...PANEL, months: months.map(({ month }) => month), most, marginRight: 14, small: true };
  return [
    label(shorten(area, PANEL.width - 16), { x: x + 4, y: y + 18 }, { "font-weight": "bold" }),
    label(shorten(remark, PANEL.width - 16, 13), { x: x + 4, y: y + 35 }, { "font-size": 13 }),
    plotMarkup(
      monthsPanel(panel, [
        Plot.lineY(months, { x: dates, y: "capacity", curve: "step", ...CAPACITY_LINE, strokeWidth: 2 }),
        Plot.lineY(months, { x: dates, y: "demand", ...DEMAND_LINE, strokeWidth: 2 }),
      ]),
      { x, y: y + HEAD },
    ),
  ];
}

function lineKey(): Markup[] {
  const entries = [
    { x: 4, text: "Demand in the month", dashes: undefined, look: DEMAND_LINE },
    { x: 230, text: "Capacity in the month", dashes: CAPACITY_LINE.strokeDasharray, look: CAPACITY_LINE },
  ];
  const scales = label(
    "Each on a scale of its own",
    { x: COLUMNS * PANEL.width - 8, y: 19 },
    { "text-anchor": "end", fill: QUIET_INK },
  );
  const lines = entries.flatMap(({ x, text, dashes, look }) => [
    element("path", {
      d: `M${x} 14h36`,
      stroke: look.stroke,
      "stroke-width": look.strokeWidth,
      "stroke-dasharray": dashes,
    }),
    label(text, { x: x + 44, y: 19 }),
  ]);
  return [...lines, scales];
}
