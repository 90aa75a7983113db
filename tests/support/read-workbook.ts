import ExcelJS from "exceljs";
import { columnLetters } from "../../app/workbook/sheet";

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

/** Every formula whose value elsewhere differs from the result in the file, in words. */
export function differencesFrom(
  { sheets }: ReadWorkbook,
  valueAt: (sheet: string, address: string) => unknown,
): string[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        if (cell?.formula === undefined) return [];
        const address = `${columnLetters(column)}${row + 1}`;
        const value = valueAt(name, address);
        if (isSame(cell.value, value)) return [];
        const [theirs, ours] = [JSON.stringify(value), JSON.stringify(cell.value)];
        return [`${name}!${address} =${cell.formula}: ${theirs}, in the file ${ours}`];
      }),
    ),
  );
}

/** {@link differencesFrom} another reading of the same workbook. */
export function formulaDifferences(ours: ReadWorkbook, theirs: ReadWorkbook): string[] {
  const values = new Map<string, unknown>(
    theirs.sheets.flatMap(({ name, rows }) =>
      rows.flatMap((cells, row) =>
        cells.map((cell, column) => [`${name}!${columnLetters(column)}${row + 1}`, cell?.value] as const),
      ),
    ),
  );
  return differencesFrom(ours, (sheet, address) => values.get(`${sheet}!${address}`));
}

/** Binary floats of the same figure: far closer than a tenth of a penny. */
function isSame(ours: string | number | boolean, theirs: unknown): boolean {
  // LibreOffice saves a truth that has a format of its own as 1 or 0.
  if (typeof ours === "boolean" && typeof theirs === "number") return Number(ours) === theirs;
  if (typeof ours !== "number" || typeof theirs !== "number") return ours === theirs;
  return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
}

/** What a cell holds, by its address. */
export function valueIn({ sheets }: ReadWorkbook, sheetName: string, address: string): unknown {
  const sheet = sheets.find(({ name }) => name === sheetName);
  return sheet === undefined ? undefined : readCell(sheet.worksheet.getCell(address))?.value;
}

/** A workbook with values typed into some of its cells, everything else as it was. */
export async function typeInto(content: Buffer, typed: readonly Typed[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ArrayBuffer);
  for (const { sheet, address, value } of typed) {
    const worksheet = workbook.getWorksheet(sheet);
    if (worksheet === undefined) throw new Error(`no sheet ${sheet}`);
    worksheet.getCell(address).value = value;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** What a cell is changed to, as someone types it. */
export type Typed = {
  readonly sheet: string;
  readonly address: string;
  readonly value: string | number | boolean;
};
