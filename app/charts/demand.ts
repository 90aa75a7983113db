import * as Plot from "@observablehq/plot";
import type { CapacityChart } from "../reports/capacity-series";
import { axisEnd, moveApart } from "./measure";
import { dateOf, type MonthsPanel, monthsPanel } from "./months-panel";
import { type FillName, strokeOf } from "./palette";
import { plotMarkup } from "./plot-markup";
import { shortQuantity } from "./short-figures";
import { type ChartText, drawing, INK, label, type Markup } from "./svg";

type Figures = CapacityChart["months"][number];

const WIDTH = 760;
const WORDS = 150;
const FLOW = { top: 26, height: 270 };
const STOCK = { top: 338, height: 170 };
const LIST_FILL: FillName = "fourth";

/** How the two lines look, here and in the small pictures by area: told apart by dashes and words too. */
export const DEMAND_LINE = { stroke: strokeOf("third"), strokeWidth: 2.5 } as const;
export const CAPACITY_LINE = { stroke: strokeOf("first"), strokeWidth: 2.5, strokeDasharray: "7 4" } as const;

/** One activity by month: demand against capacity, and below it who waits at the month's end or is turned away. */
export function demandChart(chart: CapacityChart, text: ChartText): string {
  const unit = chart.unit;
  const stock = chart.keepsList
    ? {
        of: ({ waiting }: Figures) => waiting,
        title: `Waiting at the end of the month (${unit})`,
        word: "Waiting",
      }
    : {
        of: ({ turnedAway }: Figures) => turnedAway,
        title: `Turned away in the month (${unit})`,
        word: "Turned away",
      };
  const size = { width: WIDTH, height: STOCK.top + STOCK.height };
  return drawing(text, size, [
    label(`Demand and capacity in the month (${unit})`, { x: 0, y: 15 }, { "font-weight": "bold" }),
    plotMarkup(flowPanel(chart.months), { y: FLOW.top }),
    ...endLabels(chart.months),
    label(stock.title, { x: 0, y: STOCK.top - 12 }, { "font-weight": "bold" }),
    plotMarkup(stockPanel(chart.months, stock.of), { y: STOCK.top }),
    stockLabel(chart.months, stock.of, stock.word),
  ]);
}

function flowPanel(figures: readonly Figures[]): Plot.PlotOptions {
  const x = ({ month }: Figures): Date => dateOf(month);
  return monthsPanel(panelOf(figures, FLOW.height, mostFlow(figures)), [
    Plot.lineY(figures, { x, y: "capacity", curve: "step", ...CAPACITY_LINE }),
    Plot.lineY(figures, { x, y: "demand", ...DEMAND_LINE }),
  ]);
}

function stockPanel(figures: readonly Figures[], of: (figures: Figures) => number): Plot.PlotOptions {
  const x = ({ month }: Figures): Date => dateOf(month);
  return monthsPanel(panelOf(figures, STOCK.height, Math.max(...figures.map(of))), [
    Plot.areaY(figures, { x, y: of, fill: strokeOf(LIST_FILL), fillOpacity: 0.25 }),
    Plot.lineY(figures, { x, y: of, stroke: strokeOf(LIST_FILL), strokeWidth: 2 }),
  ]);
}

function panelOf(figures: readonly Figures[], height: number, most: number): MonthsPanel {
  return { width: WIDTH, height, months: figures.map(({ month }) => month), most, marginRight: WORDS };
}

function mostFlow(figures: readonly Figures[]): number {
  return Math.max(...figures.flatMap(({ demand, capacity }) => [demand, capacity]));
}

/** Names and last values beside the ends of the lines, moved apart where the lines end together. */
function endLabels(figures: readonly Figures[]): Markup[] {
  const last = figures.at(-1) as Figures;
  const ends = [
    { words: `Demand ${shortQuantity(last.demand)}`, value: last.demand, fill: DEMAND_LINE.stroke },
    { words: `Capacity ${shortQuantity(last.capacity)}`, value: last.capacity, fill: CAPACITY_LINE.stroke },
  ];
  const [top, bottom] = [FLOW.top + 12, FLOW.top + FLOW.height - 26];
  const end = axisEnd(mostFlow(figures));
  const wanted = ends.map(({ value }) => bottom - (value / end) * (bottom - top));
  const places = moveApart(wanted, { distance: 18, from: top, to: bottom });
  return ends.map(({ words, fill }, place) =>
    label(words, { x: WIDTH - WORDS + 8, y: (places[place] as number) + 5 }, { "font-weight": "bold", fill }),
  );
}

function stockLabel(figures: readonly Figures[], of: (figures: Figures) => number, word: string): Markup {
  const last = of(figures.at(-1) as Figures);
  const [top, bottom] = [STOCK.top + 12, STOCK.top + STOCK.height - 26];
  const y = bottom - (last / axisEnd(Math.max(...figures.map(of)))) * (bottom - top) + 5;
  return label(
    `${word} ${shortQuantity(last)}`,
    { x: WIDTH - WORDS + 8, y },
    { "font-weight": "bold", fill: INK },
  );
}
