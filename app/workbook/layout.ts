import type { Sheet, SheetFormat } from "./sheet";

/** How a sheet is laid out on the screen and on A4: everything can be read without dragging a border. */
export type Layout = {
  /** In characters. */
  readonly widths: readonly number[];
  /** In points, below the header. */
  readonly heights: readonly number[];
  readonly headerHeight: number;
  readonly pagesAcross: number;
};

const LEAST_WIDTHS: Readonly<Record<SheetFormat, number>> = {
  text: 12,
  money: 14,
  quantity: 12,
  percent: 10,
  date: 13,
  moment: 19,
  whole: 10,
  truth: 10,
  months: 10,
  fraction: 12,
};
const WIDEST = 50;
/** Letters are narrower than the digits by which widths are counted. */
const CHARACTERS_A_WIDTH = 1.1;
const LINE_POINTS = 13.5;
/** What a landscape page takes at a size that can still be read. */
const PAGE_CHARACTERS = 210;

export function layOut(sheet: Sheet): Layout {
  const widths = sheet.columns.map((_, place) => columnWidth(sheet, place));
  const heights = sheet.rows.map(({ cells }) => {
    const lines = cells.map(({ value }, place) => linesOf(value, widths[place] ?? WIDEST));
    return Math.max(1, ...lines) * LINE_POINTS;
  });
  const headerLines = sheet.columns.map(({ label }, place) => linesOf(label, widths[place] ?? WIDEST));
  const headerHeight = Math.max(1, ...headerLines) * LINE_POINTS + 3;
  const across = widths.reduce((sum, width) => sum + width, 0);
  return { widths, heights, headerHeight, pagesAcross: Math.max(1, Math.ceil(across / PAGE_CHARACTERS)) };
}

/** Whether a column stands to the right. */
export function isNumeric(format: SheetFormat): boolean {
  return format !== "text" && format !== "truth";
}

function linesOf(value: string | number | boolean, width: number): number {
  return typeof value === "string" ? Math.ceil(value.length / (width * CHARACTERS_A_WIDTH)) : 1;
}

/** Wide enough for the figures and for most texts; longer texts wrap. */
function columnWidth(sheet: Sheet, place: number): number {
  const { format, label } = sheet.columns[place] ?? { format: "text", label: "" };
  const heading = Math.min(Math.max(...label.split(" ").map((word) => word.length)) + 3, WIDEST);
  if (isNumeric(format)) return Math.max(LEAST_WIDTHS[format], heading, widestFigure(sheet, place));
  const longest = Math.max(0, ...sheet.rows.map(({ cells }) => String(cells[place]?.value ?? "").length));
  return Math.min(WIDEST, Math.max(LEAST_WIDTHS[format], heading, longest + 3));
}

/** The digits before the point, their separators, the pound sign, a minus, the point and the pence, and some air. */
function widestFigure(sheet: Sheet, place: number): number {
  const digits = sheet.rows.map(({ cells }) => {
    const value = cells[place]?.value;
    return typeof value === "number" ? Math.trunc(Math.abs(value)).toString().length : 0;
  });
  const most = Math.max(1, ...digits);
  return most + Math.floor((most - 1) / 3) + 7;
}

export const COVER_WIDTHS = [38, 60, 70] as const;

/** The height of a line of the Cover in points. */
export function coverRowHeight(texts: readonly string[], title: boolean): number {
  if (title) return 30;
  const lines = texts.map((text, place) => Math.ceil(text.length / ((COVER_WIDTHS[place] ?? WIDEST) - 2)));
  return Math.max(1, ...lines) * LINE_POINTS + 3;
}
