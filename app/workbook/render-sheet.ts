import type ExcelJS from "exceljs";
import { addWorksheet } from "./add-worksheet";
import { FONT, fillWith, HEADER_FILL, INPUT_FONT, LINE, numberFormat, writeValue } from "./cell-styles";
import { isNumeric, layOut } from "./layout";
import { columnLetters, type InputRule, type Sheet, type SheetRow } from "./sheet";

export function renderSheet(workbook: ExcelJS.Workbook, sheet: Sheet): ExcelJS.Worksheet {
  const { widths, heights, headerHeight, pagesAcross } = layOut(sheet);
  const lastColumn = columnLetters(sheet.columns.length - 1);
  const worksheet = addWorksheet(workbook, sheet.name, {
    orientation: "landscape",
    fitToWidth: pagesAcross,
    printArea: `A1:${lastColumn}${sheet.rows.length + 1}`,
    printTitlesRow: "1:1",
    printTitlesColumn: `A:${columnLetters(sheet.frozenColumns - 1)}`,
  });
  worksheet.views = [{ state: "frozen", xSplit: sheet.frozenColumns, ySplit: 1, activeCell: "A1" }];
  worksheet.columns = widths.map((width) => ({ width }));
  renderHeader(worksheet.getRow(1), sheet);
  worksheet.getRow(1).height = headerHeight;
  sheet.rows.forEach((row, at) => {
    const target = worksheet.getRow(at + 2);
    renderRow(target, row, sheet);
    target.height = heights[at] ?? 15;
  });
  const body = sheet.rows.filter(({ id }) => id !== "total").length;
  if (body > 0) worksheet.autoFilter = `A1:${lastColumn}${body + 1}`;
  return worksheet;
}

/** The name of the row, then what may be compared; a heading that formulas read is the first day of its month. */
function renderHeader(header: ExcelJS.Row, sheet: Sheet): void {
  header.values = sheet.columns.map(({ label, month }) => month ?? label);
  header.eachCell((cell, number) => {
    cell.numFmt = sheet.columns[number - 1]?.month === undefined ? "@" : "mmm yyyy";
    cell.font = { ...FONT, bold: true, color: { argb: "FFFFFFFF" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEADER_FILL } };
    const numeric = isNumeric(sheet.columns[number - 1]?.format ?? "text");
    cell.alignment = { wrapText: true, vertical: "bottom", horizontal: numeric ? "right" : "left" };
  });
}

function renderRow(target: ExcelJS.Row, row: SheetRow, sheet: Sheet): void {
  row.cells.forEach((cell, place) => {
    const format = cell.format ?? sheet.columns[place]?.format ?? "text";
    const written = target.getCell(place + 1);
    writeValue(written, cell);
    written.numFmt = numberFormat(cell, format);
    written.alignment = {
      vertical: "top",
      horizontal: isNumeric(format) ? "right" : "left",
      wrapText: format === "text",
      ...(place > 0 && !isNumeric(format) ? { indent: 1 } : {}),
    };
    const tone = cell.tone ?? (place === 0 ? row.tone : undefined);
    if (tone !== undefined) fillWith(written, tone);
    written.font = { ...FONT, bold: row.sum === true };
    if (row.sum === true) written.border = { top: LINE };
    if (cell.input !== undefined) renderInput(written, cell.input);
  });
}

/** An input may be changed on a protected sheet, and takes only what can be meant. */
function renderInput(target: ExcelJS.Cell, rule: InputRule): void {
  fillWith(target, "input");
  target.font = INPUT_FONT;
  target.protection = { locked: false };
  target.dataValidation = validationOf(rule);
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
