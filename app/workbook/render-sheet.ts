import type ExcelJS from "exceljs";
import { addWorksheet } from "./add-worksheet";
import { cellStyle, colourWhere, headerStyle, numberFormat, writeValue } from "./cell-styles";
import { isNumeric, layOut } from "./layout";
import { OPEN_IN_PLANNER, STATE } from "./planner-state";
import { bodyRows, columnLetters, type InputRule, type Sheet, type SheetCell, type SheetRow } from "./sheet";

/** Rows that are written before somebody else has a turn. */
const ROWS_A_TURN = 200;

/** Writes a sheet row by row; `written` hears how many rows are done, and others have their turn in between. */
export async function renderSheet(
  workbook: ExcelJS.Workbook,
  sheet: Sheet,
  written: (rows: number) => void,
): Promise<void> {
  const { widths, heights, headerHeight, pagesAcross } = layOut(sheet);
  const lastColumn = columnLetters(sheet.columns.length - 1);
  const worksheet = addWorksheet(workbook, sheet.name, {
    orientation: "landscape",
    fitToWidth: pagesAcross,
    printArea: `A1:${lastColumn}${sheet.rows.length + 1}`,
    printTitlesRow: "1:1",
    // On one page the columns need no repeating, and LibreOffice takes a tenth of a second a sheet to read that they do.
    ...(pagesAcross === 1 ? {} : { printTitlesColumn: `A:${columnLetters(sheet.frozenColumns - 1)}` }),
    view: { state: "frozen", xSplit: sheet.frozenColumns, ySplit: 1, activeCell: "A1" },
  });
  worksheet.columns = widths.map((width) => ({ width }));
  await protect(worksheet);
  const body = bodyRows(sheet);
  if (body > 0) worksheet.autoFilter = `A1:${lastColumn}${body + 1}`;
  renderHeader(worksheet.getRow(1), sheet, headerHeight);
  for (const [at, row] of sheet.rows.entries()) {
    renderRow(worksheet.getRow(at + 2), row, sheet, heights[at] ?? 15);
    if ((at + 1) % ROWS_A_TURN !== 0) continue;
    written(ROWS_A_TURN);
    await new Promise(setImmediate);
  }
  written(sheet.rows.length % ROWS_A_TURN);
  colourStates(worksheet, sheet);
  worksheet.commit();
}

/** What no longer holds is red, and what is to be opened in the planner amber, as soon as it says so. */
function colourStates(worksheet: ExcelJS.Worksheet, { columns, rows, coloured }: Sheet): void {
  if (coloured !== undefined && rows.length > 0) {
    const last = `${columnLetters(columns.length - 1)}${rows.length + 1}`;
    colourWhere(worksheet, `${columnLetters(coloured.from)}2:${last}`, coloured.rules);
  }
  columns.forEach(({ id, format }, place) => {
    if ((format !== "truth" && id !== STATE) || rows.length === 0) return;
    const letters = columnLetters(place);
    colourWhere(worksheet, `${letters}2:${letters}${rows.length + 1}`, [
      [`${letters}2=FALSE`, "bad"],
      [`${letters}2="${OPEN_IN_PLANNER}"`, "warn"],
    ]);
  });
}

/** Only inputs may be typed over, so that no formula is lost by a slip; without a password, so that anyone may. */
async function protect(worksheet: ExcelJS.Worksheet): Promise<void> {
  const allowed = { formatCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true };
  await worksheet.protect("", allowed);
}

/** The name of the row, then what may be compared; a heading that formulas read is the first day of its month. */
function renderHeader(header: ExcelJS.Row, sheet: Sheet, height: number): void {
  sheet.columns.forEach(({ label, month, format }, place) => {
    const cell = header.getCell(place + 1);
    cell.value = month ?? label;
    cell.style = headerStyle({
      numberFormat: month === undefined ? "@" : "mmm yyyy",
      numeric: isNumeric(format),
      indented: place > 0 && !isNumeric(format),
    });
  });
  header.height = height;
  header.commit();
}

function renderRow(target: ExcelJS.Row, row: SheetRow, sheet: Sheet, height: number): void {
  row.cells.forEach((cell, place) => {
    const written = target.getCell(place + 1);
    writeCell(written, cell, { place, row, sheet });
    if (cell.input !== undefined) written.dataValidation = validationOf(cell.input);
  });
  target.height = height;
  target.commit();
}

type CellPlace = {
  readonly place: number;
  readonly row: SheetRow;
  readonly sheet: Pick<Sheet, "columns">;
};

/** What a cell says and what it looks like. */
export function writeCell(target: ExcelJS.Cell, cell: SheetCell, { place, row, sheet }: CellPlace): void {
  writeValue(target, cell);
  const format = cell.format ?? sheet.columns[place]?.format ?? "text";
  const numeric = isNumeric(format);
  target.style = cellStyle({
    numberFormat: numberFormat(cell, format),
    numeric,
    wrapped: format === "text",
    indented: place > 0 && !numeric,
    tone: cell.input === undefined ? (cell.tone ?? (place === 0 ? row.tone : undefined)) : "input",
    sum: row.sum === true,
  });
}

function validationOf(rule: InputRule): ExcelJS.DataValidation {
  const refusal = {
    allowBlank: false,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: "Not possible",
  };
  switch (rule.kind) {
    case "choice":
      return {
        ...refusal,
        type: "list",
        formulae: [`"${rule.choices.join(",")}"`],
        error: `Choose one of: ${rule.choices.join(", ")}.`,
      };
    case "date":
      return {
        ...refusal,
        type: "decimal",
        operator: "between",
        formulae: [FIRST_DATE, LAST_DATE],
        error: "Enter a date from 1900 to 2199.",
      };
    case "not-negative":
      return {
        ...refusal,
        type: "decimal",
        operator: "greaterThanOrEqual",
        formulae: [0],
        error: "Enter a figure of 0 or more.",
      };
    case "scale":
      return {
        ...refusal,
        type: "whole",
        operator: "between",
        formulae: [1, 5],
        error: "Enter a whole number from 1 to 5.",
      };
    case "figure":
      return {
        ...refusal,
        type: "decimal",
        operator: "between",
        formulae: [-10, 10],
        error: "Enter a percentage from -1000% to 1000%.",
      };
  }
}

/** 1 January 1900 and 31 December 2199 as Excel counts days. */
const [FIRST_DATE, LAST_DATE] = [1, 109_574];
