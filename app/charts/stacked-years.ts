import * as Plot from "@observablehq/plot";
import { type Pence, sumPence } from "../../scenarios/model/money";
import { keyColumn } from "./key";
import { axisEnd } from "./measure";
import { definitions, type FillName, fillOf, strokeOf } from "./palette";
import { plotMarkup } from "./plot-markup";
import { axisPounds, poundsForDrawing, shortPounds } from "./short-figures";
import { type ChartText, drawing, GRID, INK, PAPER, QUIET_INK } from "./svg";

/** Amounts by financial year that add up to something: who pays for a cost, how firm the money is. */
export type YearBands = {
  readonly years: readonly string[];
  /** From the bottom to the top. */
  readonly bands: readonly YearBand[];
};

export type YearBand = {
  readonly name: string;
  readonly fill: FillName;
  /** By year, in the order of the years. */
  readonly amounts: readonly Pence[];
};

/** Hatched on white, so they need an outline to be seen as a block. */
const HATCHED: readonly FillName[] = ["missing", "unsure"];
const KEY_WIDTH = 270;
const LEFT = 62;
const HEIGHT = 360;

/** A column for each year, its bands on top of each other, what they come to above it, and a key in the same order. */
export function stackedYearsChart({ years, bands }: YearBands, text: ChartText): string {
  const shown = bands.filter(({ amounts }) => amounts.some((amount) => amount !== 0n));
  const plotWidth = Math.max(300, Math.min(560, LEFT + years.length * 92));
  const key = keyColumn(text.id, shown.map(({ name, fill }) => ({ fill, text: name })).toReversed(), {
    x: plotWidth + 24,
    y: 26,
    width: KEY_WIDTH,
  });
  const plot = plotMarkup(plotOptions(years, shown, { chartId: text.id, width: plotWidth }));
  const fills = shown.map(({ fill }) => fill);
  const size = { width: plotWidth + 24 + KEY_WIDTH, height: Math.max(HEIGHT, key.height + 40) };
  return drawing(text, size, [definitions(text.id, fills), plot, ...key.markup]);
}

function plotOptions(
  years: readonly string[],
  bands: readonly YearBand[],
  { chartId, width }: { readonly chartId: string; readonly width: number },
): Plot.PlotOptions {
  const parts = bands.flatMap(({ fill, amounts }) =>
    years.map((year, place) => ({ year, fill, pounds: poundsForDrawing(amounts[place] ?? 0n) })),
  );
  const totals = years.map((year, place) => {
    const pounds = poundsForDrawing(sumPence(bands.map(({ amounts }) => amounts[place] ?? 0n)));
    return { year, pounds, words: shortPounds(pounds) };
  });
  const most = Math.max(...totals.map(({ pounds }) => pounds));
  const ticks = most > 0 ? 5 : 1;
  return {
    width,
    height: HEIGHT,
    marginLeft: LEFT,
    marginTop: 34,
    marginBottom: 34,
    marginRight: 6,
    x: { type: "band", domain: [...years], padding: 0.28, label: null },
    y: { label: null, domain: [0, axisEnd(most)] },
    marks: [
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks }),
      Plot.axisY({ ticks, tickSize: 0, tickFormat: axisPounds, fill: QUIET_INK, label: null }),
      Plot.axisX({ tickSize: 0, label: null }),
      Plot.barY(parts, {
        x: "year",
        y: "pounds",
        fill: (part: { fill: FillName }) => fillOf(chartId, part.fill),
        stroke: (part: { fill: FillName }) => (HATCHED.includes(part.fill) ? strokeOf(part.fill) : PAPER),
        strokeWidth: 1.5,
        order: bands.map(({ fill }) => fill),
        z: "fill",
      }),
      Plot.ruleY([0], { stroke: INK }),
      Plot.text(totals, { x: "year", y: "pounds", text: "words", dy: -10, fontWeight: "bold" }),
    ],
  };
}
