import ExcelJS from "exceljs";
import type { Tone } from "../reports/report-table";
import type { CoverLine } from "./cover-sheet";
import { COVER_WIDTHS, coverRowHeight, isNumeric, layOut } from "./layout";
import { columnLetters, type Sheet, type SheetCell, type SheetFormat, type SheetRow } from "./sheet";

export type WorkbookContent = {
  readonly title: string;
  readonly subject: string;
  readonly createdAt: Date;
  readonly cover: readonly CoverLine[];
  readonly sheets: readonly Sheet[];
};

/** Writes sheets with exceljs, which never calculates: every formula carries its result. */
export async function renderWorkbook({
  title,
  subject,
  createdAt,
  cover,
  sheets,
}: WorkbookContent): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, {
    title,
    subject,
    creator: "Commissioning Planner",
    lastModifiedBy: "Commissioning Planner",
    created: createdAt,
    modified: createdAt,
    category: "Finance workbook",
    description: "Made by the Commissioning Planner. The Cover says what it is and whether its checks hold.",
  });
  renderCover(workbook, cover);
  for (const sheet of sheets) renderSheet(workbook, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A4, as wide as `pagesAcross` pages, with the sheet's name above and the page below. */
function addWorksheet(workbook: ExcelJS.Workbook, name: string, page: PageSetup): ExcelJS.Worksheet {
  const worksheet = workbook.addWorksheet(name, {
    headerFooter: { oddHeader: "&L&F&R&A", oddFooter: "&RPage &P of &N" },
  });
  const margins = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
  Object.assign(worksheet.pageSetup, { paperSize: A4, fitToPage: true, fitToHeight: 0, margins, ...page });
  return worksheet;
}

type PageSetup = {
  readonly orientation: "portrait" | "landscape";
  readonly fitToWidth: number;
  readonly printArea: string;
  readonly printTitlesRow?: string;
  readonly printTitlesColumn?: string;
};

/** The number by which a workbook names the paper. */
const A4 = 9;

const NUMBER_FORMATS: Readonly<Record<SheetFormat, string>> = {
  text: "@",
  money: "£#,##0.00;-£#,##0.00",
  quantity: "#,##0.0",
  percent: "0.00%",
  date: "d mmm yyyy",
  whole: "#,##0",
  truth: "General",
};

/** Pale fills with dark text: readable for everyone, and a word always says the same. */
const FILLS: Readonly<Record<Tone, string>> = {
  good: "FFE6F2EA",
  warn: "FFFFF4D6",
  bad: "FFFBE3E0",
  muted: "FFF3F2F1",
};
const FONT = { name: "Arial", size: 10 } as const;
const HEADER_FILL = "FF1D3C5A";
const LINE = { style: "thin", color: { argb: "FF505A5F" } } as const;

function renderSheet(workbook: ExcelJS.Workbook, sheet: Sheet): void {
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
}

function renderHeader(header: ExcelJS.Row, sheet: Sheet): void {
  header.values = sheet.columns.map(({ label }) => label);
  header.eachCell((cell, number) => {
    cell.numFmt = "@";
    cell.font = { ...FONT, bold: true, color: { argb: "FFFFFFFF" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEADER_FILL } };
    const numeric = isNumeric(sheet.columns[number - 1]?.format ?? "text");
    cell.alignment = { wrapText: true, vertical: "bottom", horizontal: numeric ? "right" : "left" };
  });
}

function renderRow(target: ExcelJS.Row, row: SheetRow, sheet: Sheet): void {
  row.cells.forEach((cell, place) => {
    const format = sheet.columns[place]?.format ?? "text";
    const written = target.getCell(place + 1);
    writeValue(written, cell);
    written.numFmt = numberFormat(cell, format);
    written.alignment = {
      vertical: "top",
      horizontal: isNumeric(format) ? "right" : "left",
      wrapText: format === "text",
    };
    const tone = cell.tone ?? (place === 0 ? row.tone : undefined);
    if (tone !== undefined)
      written.fill = { type: "pattern", pattern: "solid", fgColor: { argb: FILLS[tone] } };
    written.font = { ...FONT, bold: row.sum === true };
    if (row.sum === true) written.border = { top: LINE };
  });
}

/** A text is kept as text when it is typed over; the text of a formula must not be, or the formula would become one. */
function numberFormat({ value, formula }: SheetCell, format: SheetFormat): string {
  if (typeof value !== "string") return NUMBER_FORMATS[format];
  return formula === undefined ? "@" : "General";
}

/** A text stays a text, whatever it begins with: exceljs writes formulas only where it is given one. */
function writeValue(target: ExcelJS.Cell, { value, formula }: SheetCell): void {
  target.value = formula === undefined ? value : { formula, result: value };
}

function renderCover(workbook: ExcelJS.Workbook, lines: readonly CoverLine[]): void {
  const printArea = `A1:C${lines.length}`;
  const worksheet = addWorksheet(workbook, "Cover", { orientation: "portrait", fitToWidth: 1, printArea });
  worksheet.views = [{ state: "normal", activeCell: "A1", showGridLines: false }];
  worksheet.columns = COVER_WIDTHS.map((width) => ({ width }));
  lines.forEach((line, at) => renderCoverLine(worksheet.getRow(at + 1), line, at === 0));
}

function renderCoverLine(
  row: ExcelJS.Row,
  { label, cell, note, link, heading }: CoverLine,
  title: boolean,
): void {
  const [name, value, more] = [row.getCell(1), row.getCell(2), row.getCell(3)];
  name.value = link === undefined ? label : { text: label, hyperlink: `#'${link}'!A1` };
  name.font = { ...FONT, bold: heading === true, size: title ? 18 : heading === true ? 13 : FONT.size };
  value.font = FONT;
  if (cell.value !== "") {
    writeValue(value, cell);
    value.numFmt = numberFormat(cell, coverFormat(cell.kind));
  }
  value.alignment = { horizontal: "left", vertical: "top", wrapText: true };
  if (cell.tone !== undefined)
    value.fill = { type: "pattern", pattern: "solid", fgColor: { argb: FILLS[cell.tone] } };
  if (note !== undefined) {
    more.value = note;
    more.font = FONT;
    more.alignment = { wrapText: true, vertical: "top" };
  }
  name.alignment = { wrapText: !title, vertical: "top" };
  row.height = coverRowHeight([label, String(cell.value), note ?? ""], title);
}

function coverFormat(kind: CoverLine["cell"]["kind"]): SheetFormat {
  return kind === "money" || kind === "quantity" || kind === "whole" || kind === "percent" ? kind : "text";
}
