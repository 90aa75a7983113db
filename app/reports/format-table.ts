import { parseMonth } from "../../scenarios/model/calendar";
import type { Pence } from "../../scenarios/model/money";
import { headingAddress, headingOf } from "./explain/headings";
import {
  type Address,
  type Cell,
  type CellKind,
  type CellValue,
  cellValue,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  type Tone,
} from "./report-table";

/** A table as the text that a person reads: what a loader hands to a page. */
export type FormattedTable = {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly FormattedColumn[];
  readonly rows: readonly FormattedRow[];
  readonly total?: FormattedRow;
};

export type FormattedColumn = {
  readonly id: string;
  readonly label: string;
  readonly numeric: boolean;
  /** A date reads badly in pieces. */
  readonly inOneLine?: true;
  /** Where the figures of the column are explained together. */
  readonly href?: string;
};

export type FormattedRow = {
  readonly id: string;
  readonly cells: readonly FormattedCell[];
  readonly tone?: Tone;
  readonly subtotal?: boolean;
};

export type FormattedCell = {
  readonly text: string;
  readonly tone?: Tone;
  /** Where the figure is explained. */
  readonly href?: string;
  /** What the saved scenario says, where edits that are not saved yet say something else. */
  readonly was?: string;
};

/** `explainHref`: where figures are explained, for pages that link them. */
export function formatTable(table: ReportTable, explainHref?: (address: Address) => string): FormattedTable {
  const looks = table.columns.map((column, place) => lookOf(table, column, place));
  return {
    id: table.id,
    title: table.title,
    ...(table.note === undefined ? {} : { note: table.note }),
    columns: table.columns.map(({ id, label, kind }) => ({
      id,
      label,
      numeric: isNumeric(kind),
      ...(kind === "date" || kind === "month" || kind === "year" ? { inOneLine: true } : {}),
      ...headingHref(table.id, { id, kind }, explainHref),
    })),
    rows: table.rows.map((row) => formatRow(row, looks, hrefsOf(table, row, explainHref))),
    ...(table.total === undefined
      ? {}
      : { total: formatRow(table.total, looks, hrefsOf(table, table.total, explainHref)) }),
  };
}

/** Figures of a column that are all worked out in one way are explained at its heading. */
function headingHref(
  table: string,
  { id, kind }: Pick<ReportColumn, "id" | "kind">,
  explainHref: ((address: Address) => string) | undefined,
): { readonly href?: string } {
  if (explainHref === undefined || !isNumeric(kind) || headingOf(table, id) === null) return {};
  return { href: explainHref(headingAddress(table, id)) };
}

/** Whether cells of a kind stand to the right, under each other. */
export function isNumeric(kind: CellKind): boolean {
  return kind === "money" || kind === "quantity" || kind === "percent" || kind === "whole";
}

/** How the cells of a column are written: quantities with as many decimals each, so that they stand under each other. */
type Look = { readonly kind: CellKind; readonly decimals?: number };

function lookOf({ rows, total }: ReportTable, { kind }: ReportColumn, place: number): Look {
  if (kind !== "quantity") return { kind };
  const cells = [...rows, ...(total === undefined ? [] : [total])].map(({ cells }) => cells[place] ?? null);
  const values = cells.map(cellValue).filter((value) => typeof value === "number");
  if (values.every(Number.isInteger)) return { kind, decimals: 0 };
  return { kind, decimals: values.every((value) => Math.abs(value) < 10) ? 2 : 1 };
}

function hrefsOf(
  { columns }: ReportTable,
  { explains = {} }: ReportRow,
  explainHref: ((address: Address) => string) | undefined,
): readonly (string | undefined)[] {
  if (explainHref === undefined) return [];
  return columns.map(({ id }) => {
    const address = explains[id];
    return address === undefined ? undefined : explainHref(address);
  });
}

function formatRow(
  row: ReportRow,
  looks: readonly Look[],
  hrefs: readonly (string | undefined)[],
): FormattedRow {
  return {
    id: row.id,
    cells: row.cells.map((cell, place) => {
      const tone = typeof cell === "object" && cell !== null ? cell.tone : undefined;
      const { kind, decimals } = looks[place] ?? { kind: "text" };
      const text = isLeftOut(row, cell) ? "" : formatCell(cell, kind, decimals);
      const href = hrefs[place];
      return { text, ...(tone === undefined ? {} : { tone }), ...(href === undefined ? {} : { href }) };
    }),
    ...(row.tone === undefined ? {} : { tone: row.tone }),
    ...(row.subtotal === undefined ? {} : { subtotal: row.subtotal }),
  };
}

/** A sum has nothing to say in a column that is not added: no dash either, which means that something is not known. */
function isLeftOut(row: ReportRow, cell: Cell): boolean {
  return cell === null && (row.subtotal === true || row.id === "total");
}

/** One cell as text: its words when it has some. Example: 123450 pence of money is "£1,234.50". */
export function formatCell(cell: Cell, kind: CellKind, decimals?: number): string {
  if (typeof cell === "object" && cell !== null) return cell.words;
  return formatValue(cell, kind, decimals);
}

function formatValue(value: CellValue, kind: CellKind, decimals: number | undefined): string {
  if (value === null) return "–";
  if (typeof value === "bigint") return formatPounds(value);
  if (typeof value === "number") return formatNumber(value, kind, decimals);
  if (kind === "date") return formatDateWords(value);
  return kind === "month" ? formatMonthWords(value) : value;
}

const MINUS = "−";
const wholePounds = new Intl.NumberFormat("en-GB");

/** Pence as pounds with a real minus sign: "−£1,234.50". */
export function formatPounds(pence: Pence): string {
  const absolute = pence < 0n ? -pence : pence;
  const pounds = `£${wholePounds.format(absolute / 100n)}.${String(absolute % 100n).padStart(2, "0")}`;
  return pence < 0n ? `${MINUS}${pounds}` : pounds;
}

function formatNumber(value: number, kind: CellKind, decimals: number | undefined): string {
  const most = decimals ?? (kind === "whole" ? 0 : kind === "percent" || Math.abs(value) < 10 ? 2 : 1);
  const least = decimals ?? (kind === "percent" ? most : 0);
  const text = numberFormat(least, most).format(value).replace("-", MINUS);
  return kind === "percent" ? `${text}%` : text;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Made once for each pair of decimals: making one takes longer than writing a hundred numbers with it. */
function numberFormat(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat("en-GB", {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    signDisplay: "negative",
  });
  numberFormats.set(key, made);
  return made;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "2015-10-01" as "1 October 2015". */
export function formatDateWords(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${monthName(Number(month))} ${year}`;
}

/** "2015-10" as "Oct 2015". */
export function formatMonthWords(month: string): string {
  return `${monthName((parseMonth(month) % 12) + 1).slice(0, 3)} ${month.slice(0, 4)}`;
}

/** "2015-10" as "October 2015", for sentences. */
export function formatLongMonth(month: string): string {
  return `${monthName((parseMonth(month) % 12) + 1)} ${month.slice(0, 4)}`;
}

function monthName(ofYear: number): string {
  const name = MONTHS[ofYear - 1];
  if (name === undefined) throw new Error(`no such month of a year: ${ofYear}`);
  return name;
}
