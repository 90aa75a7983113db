import * as Plot from "@observablehq/plot";
import { aprilOf, financialYearOf, parseMonth } from "../../scenarios/model/calendar";
import { axisEnd } from "./measure";
import { shortQuantity } from "./short-figures";
import { GRID, INK, QUIET_INK, type Size } from "./svg";

/** The frame that all pictures by month share: a line at each April, few lines across, words in place of signs. */
export type MonthsPanel = Size & {
  /** Months as text: `2015-04`. */
  readonly months: readonly string[];
  readonly most: number;
  readonly marginRight: number;
  /** A small panel names years only by their last two digits. */
  readonly small?: boolean;
};

export function monthsPanel(panel: MonthsPanel, marks: readonly Plot.Markish[]): Plot.PlotOptions {
  const { width, height, months, most, marginRight, small = false } = panel;
  const ticks = aprils(months);
  const fontSize = small ? 12 : 14;
  return {
    width,
    height,
    marginLeft: small ? 38 : 52,
    marginRight,
    marginTop: small ? 6 : 12,
    marginBottom: 26,
    x: { type: "utc", domain: [dateOf(months[0] as string), dateOf(months.at(-1) as string)], label: null },
    y: { domain: [0, axisEnd(most)], label: null },
    marks: [
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: small ? 3 : 5 }),
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks }),
      Plot.axisY({
        ticks: small ? 3 : 5,
        tickSize: 0,
        tickFormat: shortQuantity,
        fill: QUIET_INK,
        fontSize,
        label: null,
      }),
      Plot.axisX({
        ticks: everyFew(ticks, small ? 4 : 8),
        tickSize: 0,
        tickFormat: (date: Date) => aprilWords(date, small),
        fill: QUIET_INK,
        fontSize,
        label: null,
      }),
      ...marks,
      Plot.ruleY([0], { stroke: INK }),
    ],
  };
}

/** A month as the date that Plot's scale of time takes. */
export function dateOf(month: string): Date {
  const place = parseMonth(month);
  return new Date(Date.UTC(Math.floor(place / 12), place % 12));
}

function aprils(months: readonly string[]): Date[] {
  return months
    .filter((month) => parseMonth(month) === aprilOf(financialYearOf(parseMonth(month))))
    .map(dateOf);
}

function everyFew<Value>(values: readonly Value[], most: number): Value[] {
  const step = Math.ceil(values.length / most);
  return values.filter((_, place) => place % step === 0);
}

function aprilWords(date: Date, small: boolean): string {
  const year = date.getUTCFullYear();
  return small ? `Apr ${String(year % 100).padStart(2, "0")}` : `Apr ${year}`;
}
