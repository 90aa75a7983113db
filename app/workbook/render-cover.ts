import type ExcelJS from "exceljs";
import { addWorksheet } from "./add-worksheet";
import { colourWhere, FONT, fillWith, numberFormat, writeValue } from "./cell-styles";
import type { CoverLine } from "./cover-sheet";
import { COVER_WIDTHS, coverRowHeight } from "./layout";
import { OPEN_IN_PLANNER } from "./planner-state";
import type { SheetFormat } from "./sheet";

export function renderCover(workbook: ExcelJS.Workbook, lines: readonly CoverLine[]): void {
  const printArea = `A1:C${lines.length}`;
  const worksheet = addWorksheet(workbook, "Cover", {
    orientation: "portrait",
    fitToWidth: 1,
    fitToHeight: 1,
    printArea,
    view: { state: "normal", activeCell: "A1", showGridLines: false },
  });
  worksheet.columns = COVER_WIDTHS.map((width) => ({ width }));
  lines.forEach((line, at) => renderCoverLine(worksheet.getRow(at + 1), line, at === 0));
  colourWhere(worksheet, `B1:B${lines.length}`, [
    ['ISNUMBER(SEARCH("do not hold",B1))', "bad"],
    [`ISNUMBER(SEARCH("${OPEN_IN_PLANNER}",B1))`, "warn"],
  ]);
  worksheet.commit();
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
  if (cell.tone !== undefined) fillWith(value, cell.tone);
  if (note !== undefined) {
    more.value = note;
    more.font = FONT;
    more.alignment = { wrapText: true, vertical: "top" };
  }
  name.alignment = { wrapText: !title, vertical: "top" };
  row.height = coverRowHeight([label, String(cell.value), note ?? ""], title);
  row.commit();
}

function coverFormat(kind: CoverLine["cell"]["kind"]): SheetFormat {
  return kind === "money" || kind === "quantity" || kind === "whole" || kind === "percent" ? kind : "text";
}
