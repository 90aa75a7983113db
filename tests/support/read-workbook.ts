import ExcelJS from "exceljs";
import { columnLetters } from "../../app/workbook/sheet";
import type { Cells } from "./workbook-cells";

/** A workbook as someone else reads it: every cell with what it holds, and its formula. */
export type ReadWorkbook = {
  readonly workbook: ExcelJS.Workbook;
  readonly sheets: readonly ReadSheet[];
};
export type ReadSheet = {
  readonly name: string;
  readonly worksheet: ExcelJS.Worksheet;
  /** Row by row from A1; undefined where nothing is written. */
  readonly rows: readonly (readonly (ReadCell | undefined)[])[];
};
export type ReadCell = {
  readonly value: string | number | boolean;
  readonly formula?: string;
  readonly format: string;
};

export async function readWorkbook(content: Buffer): Promise<ReadWorkbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ArrayBuffer);
  const sheets = workbook.worksheets.map((worksheet) => {
    const rows = Array.from({ length: worksheet.rowCount }, (_, row) =>
      Array.from({ length: worksheet.columnCount }, (_column, column) =>
        readCell(worksheet.getRow(row + 1).getCell(column + 1)),
      ),
    );
    return { name: worksheet.name, worksheet, rows };
  });
  return { workbook, sheets };
}

function readCell(cell: ExcelJS.Cell): ReadCell | undefined {
  const { value, numFmt } = cell;
  const format = numFmt as string | undefined;
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return { value: dayNumber(value), format: format ?? "" };
  if (typeof value !== "object") return { value, format: format ?? "" };
  if ("formula" in value) {
    // The copy that `value` gives leaves out a result of 0; `result` has it.
    const result = formulaResult(cell);
    return { value: result, formula: value.formula, format: format ?? "" };
  }
  if ("text" in value) return { value: value.text, format: format ?? "" };
  throw new Error(`${cell.address} holds ${JSON.stringify(value)}`);
}

function formulaResult(cell: ExcelJS.Cell): string | number | boolean {
  const result: unknown = cell.result;
  if (result instanceof Date) return dayNumber(result);
  if (typeof result === "string" || typeof result === "number" || typeof result === "boolean") return result;
  // LibreOffice writes an error so; whoever compares sees it.
  if (typeof result === "object" && result !== null && "error" in result) return String(result.error);
  throw new Error(`${cell.address}: no cached result`);
}

/** Excel's number of a day. */
function dayNumber(date: Date): number {
  return date.getTime() / 86_400_000 + 25_569;
}

/** The sheet of a name. */
export function sheetOf({ sheets }: ReadWorkbook, name: string): ReadSheet {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The cells as another reader of the file has them: by sheet and address. */
export function cellsOf({ sheets }: ReadWorkbook): Cells {
  return new Map(
    sheets.flatMap(({ name, rows }) =>
      rows.flatMap((cells, row) =>
        cells.flatMap((cell, column) =>
          cell === undefined ? [] : [[`${name}!${columnLetters(column)}${row + 1}`, cell] as const],
        ),
      ),
    ),
  );
}
