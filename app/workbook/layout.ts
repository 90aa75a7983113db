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
/** A column of texts is at most so wide, and a column of long texts wide enough for them to take few lines. */
const WIDEST = 54;
const WIDEST_OF_LONG = 90;
const FEW_LINES = 5;
/** Letters are narrower than the digits by which widths are counted. */
const CHARACTERS_A_WIDTH = 1.1;
const LINE_POINTS = 13.5;
/** What a landscape page takes at a size that can still be read. */
const PAGE_CHARACTERS = 235;

export function layOut(sheet: Sheet): Layout {
  const widths = sheet.columns.map((_, place) => columnWidth(sheet, place));
  const heights = sheet.rows.map(({ cells }) => {
    const lines = cells.map(({ value }, place) => linesOf(value, widths[place] ?? WIDEST));
    return Math.max(1, ...lines) * LINE_POINTS;
  });
  const headerLines = sheet.columns.map(({ label }, place) => linesOf(label, widths[place] ?? WIDEST));
  const headerHeight = Math.max(1, ...headerLines) * LINE_POINTS + 3;
  const across = sheet.onePageWide === true ? 1 : pagesAcross(widths, sheet.frozenColumns);
  return { widths, heights, headerHeight, pagesAcross: across };
}

/** The columns that name the row stand on every page. */
function pagesAcross(widths: readonly number[], frozenColumns: number): number {
  const sum = (some: readonly number[]): number => some.reduce((all, width) => all + width, 0);
  const [names, rest] = [sum(widths.slice(0, frozenColumns)), sum(widths.slice(frozenColumns))];
  return Math.max(1, Math.ceil(rest / Math.max(PAGE_CHARACTERS / 2, PAGE_CHARACTERS - names)));
}

/** Whether a column stands to the right. */
export function isNumeric(format: SheetFormat): boolean {
  return format !== "text" && format !== "truth";
}

/** The lines that a text takes where only whole words are put on the next one. */
function linesOf(value: string | number | boolean, width: number): number {
  const room = width * CHARACTERS_A_WIDTH;
  if (typeof value !== "string" || value.length <= room) return 1;
  let [lines, used] = [1, 0];
  for (const { length } of value.split(" ")) {
    const isNext = used > 0 && used + 1 + length > room;
    const whole = Math.ceil(length / room);
    lines += isNext ? whole : whole - 1;
    used = isNext || used === 0 ? length - (whole - 1) * room : used + 1 + length;
  }
  return lines;
}

/** Wide enough for the figures and for most texts; longer texts wrap. */
function columnWidth(sheet: Sheet, place: number): number {
  const { format, label } = sheet.columns[place] ?? { format: "text", label: "" };
  const heading = Math.min(Math.max(...label.split(" ").map((word) => word.length)) + 3, WIDEST);
  if (isNumeric(format)) return Math.max(LEAST_WIDTHS[format], heading, widestFigure(sheet, place));
  const longest = Math.max(0, ...sheet.rows.map(({ cells }) => String(cells[place]?.value ?? "").length));
  const widest = Math.min(WIDEST_OF_LONG, Math.max(WIDEST, Math.ceil(longest / FEW_LINES)));
  return Math.min(widest, Math.max(LEAST_WIDTHS[format], heading, longest + 3));
}

/** The digits before the point, their separators, the point and what follows it, a minus or pound sign, and some air. */
function widestFigure(sheet: Sheet, place: number): number {
  const digits = sheet.rows.map(({ cells }) => {
    const value = cells[place]?.value;
    return typeof value === "number" ? Math.trunc(Math.abs(value)).toString().length : 0;
  });
  const most = Math.max(1, ...digits);
  const decimals = DECIMALS[sheet.columns[place]?.format ?? "text"] ?? 2;
  return most + Math.floor((most - 1) / 3) + decimals + 5;
}

/** Where they are not those of money. */
const DECIMALS: Readonly<Partial<Record<SheetFormat, number>>> = { months: 4, fraction: 7 };

export const COVER_WIDTHS = [38, 60, 70] as const;

/** The height of a line of the Cover in points. */
export function coverRowHeight(texts: readonly string[], title: boolean): number {
  if (title) return 30;
  const lines = texts.map((text, place) => linesOf(text, (COVER_WIDTHS[place] ?? WIDEST) - 2));
  return Math.max(1, ...lines) * LINE_POINTS + 3;
}
