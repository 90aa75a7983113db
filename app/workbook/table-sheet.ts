import { dayFromText } from "../../scenarios/model/calendar";
import {
  type Cell,
  type CellKind,
  cellValue,
  type ReportRow,
  type ReportTable,
} from "../reports/report-table";
import {
  cellAddress,
  columnLetters,
  EXCEL_EPOCH,
  type Sheet,
  type SheetCell,
  type SheetFormat,
  type SheetName,
} from "./sheet";

const FORMATS: Readonly<Record<CellKind, SheetFormat>> = {
  text: "text",
  year: "text",
  month: "text",
  money: "money",
  quantity: "quantity",
  percent: "percent",
  date: "date",
  whole: "whole",
};

/** What stands where nothing applies: no cell of a table is blank. */
export const NOTHING = "n/a";

/**
 * A report table as a sheet: the same values, with a formula and its result wherever a cell is the sum of others of
 * its row or of its column.
 */
export function tableSheet(name: SheetName, table: ReportTable, frozenColumns = 1): Sheet {
  const { columns, rows, total } = table;
  const places = new Map(columns.map(({ id }, place) => [id, place]));
  const write = (row: ReportRow, at: number): Sheet["rows"][number] => ({
    id: row.id,
    cells: row.cells.map((cell, place) => {
      const sumOf = columns[place]?.sumOf;
      const formula =
        sumOf === undefined || sumOf.length === 0
          ? null
          : sumAcross(
              at,
              sumOf.map((id) => places.get(id) ?? -1),
            );
      return withFormula(writeCell(cell, columns[place]?.kind ?? "text"), formula);
    }),
    ...(row.tone === undefined ? {} : { tone: row.tone }),
    ...(row.subtotal === undefined ? {} : { sum: row.subtotal }),
  });
  const body = rows.map(write);
  return {
    name,
    title: table.title,
    note: table.note ?? "",
    columns: columns.map(({ id, label, kind }) => ({ id, label, format: FORMATS[kind] })),
    rows: total === undefined ? body : [...body, { ...writeTotal(total, table), sum: true }],
    frozenColumns,
  };
}

/** The total sums the column above it, without subtotals. */
function writeTotal(total: ReportRow, { columns, rows }: ReportTable): Sheet["rows"][number] {
  const cells = total.cells.map((cell, place) => {
    const written = writeCell(cell, columns[place]?.kind ?? "text");
    return typeof written.value === "number" && rows.length > 0
      ? withFormula(written, sumDown(rows, place))
      : written;
  });
  return { id: total.id, cells };
}

function sumDown(rows: readonly ReportRow[], place: number): string {
  const runs = consecutive(rows.flatMap(({ subtotal }, at) => (subtotal === true ? [] : [at])));
  return `SUM(${runs.map(([from, to]) => `${cellAddress(from, place)}:${cellAddress(to, place)}`).join(",")})`;
}

function sumAcross(row: number, places: readonly number[]): string {
  const runs = consecutive(places.toSorted((first, second) => first - second));
  return `SUM(${runs.map(([from, to]) => `${columnLetters(from)}${row + 2}:${columnLetters(to)}${row + 2}`).join(",")})`;
}

/** 1, 2, 3, 7 as the runs 1 to 3 and 7 to 7. */
function consecutive(places: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last?.[1] === place - 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

function withFormula(cell: SheetCell, formula: string | null): SheetCell {
  return formula === null || typeof cell.value !== "number" ? cell : { ...cell, formula };
}

/** Money in pounds, dates as Excel's day numbers, percentages as parts of one. */
export function writeCell(cell: Cell, kind: CellKind): SheetCell {
  const value = cellValue(cell);
  const spoken = typeof cell === "object" && cell !== null ? cell : null;
  const tone = spoken?.tone === undefined ? {} : { tone: spoken.tone };
  if (value === null) return { value: spoken?.words ?? NOTHING, ...tone };
  if (typeof value === "bigint") return { value: Number(value) / 100, ...tone };
  if (typeof value === "number") return { value: kind === "percent" ? value / 100 : value, ...tone };
  const day = kind === "date" ? dayFromText(value) : null;
  return { value: day === null ? value : day + EXCEL_EPOCH, ...tone };
}
