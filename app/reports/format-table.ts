import { parseMonth } from "../../scenarios/model/calendar";
import type { Pence } from "../../scenarios/model/money";
import type { Cell, CellKind, CellValue, ReportRow, ReportTable, Tone } from "./report-table";

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
};

export type FormattedRow = {
  readonly id: string;
  readonly cells: readonly { readonly text: string; readonly tone?: Tone }[];
  readonly tone?: Tone;
  readonly subtotal?: boolean;
};

export function formatTable(table: ReportTable): FormattedTable {
  const kinds = table.columns.map(({ kind }) => kind);
  return {
    id: table.id,
    title: table.title,
    ...(table.note === undefined ? {} : { note: table.note }),
    columns: table.columns.map(({ id, label, kind }) => ({
      id,
      label,
      numeric: isNumeric(kind),
      ...(kind === "date" || kind === "month" || kind === "year" ? { inOneLine: true } : {}),
    })),
    rows: table.rows.map((row) => formatRow(row, kinds)),
    ...(table.total === undefined ? {} : { total: formatRow(table.total, kinds) }),
  };
}

/** Whether cells of a kind stand to the right, under each other. */
export function isNumeric(kind: CellKind): boolean {
  return kind === "money" || kind === "quantity" || kind === "percent" || kind === "whole";
}

function formatRow(row: ReportRow, kinds: readonly CellKind[]): FormattedRow {
  return {
    id: row.id,
    cells: row.cells.map((cell, place) => {
      const tone = typeof cell === "object" && cell !== null ? cell.tone : undefined;
      const text = isLeftOut(row, cell) ? "" : formatCell(cell, kinds[place] ?? "text");
      return { text, ...(tone === undefined ? {} : { tone }) };
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
export function formatCell(cell: Cell, kind: CellKind): string {
  if (typeof cell === "object" && cell !== null) return cell.words;
  return formatValue(cell, kind);
}

function formatValue(value: CellValue, kind: CellKind): string {
  if (value === null) return "–";
  if (typeof value === "bigint") return formatPounds(value);
  if (typeof value === "number") return formatNumber(value, kind);
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

function formatNumber(value: number, kind: CellKind): string {
  const decimals = kind === "whole" ? 0 : kind === "percent" || Math.abs(value) < 10 ? 2 : 1;
  const format = new Intl.NumberFormat("en-GB", {
    maximumFractionDigits: decimals,
    minimumFractionDigits: kind === "percent" ? decimals : 0,
    signDisplay: "negative",
  });
  const text = format.format(value).replace("-", MINUS);
  return kind === "percent" ? `${text}%` : text;
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
