import ExcelJS from "exceljs";
import type { CoverLine } from "./cover-sheet";
import { rangeName } from "./inputs";
import { renderCover } from "./render-cover";
import { renderSheet } from "./render-sheet";
import { columnLetters, type Sheet } from "./sheet";

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
  for (const sheet of sheets) {
    await protect(renderSheet(workbook, sheet));
    nameInputs(workbook, sheet);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Only inputs may be typed over, so that no formula is lost by a slip; without a password, so that anyone may. */
async function protect(worksheet: ExcelJS.Worksheet): Promise<void> {
  const allowed = { formatCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true };
  await worksheet.protect("", allowed);
}

/** Every input has a name, so that a reader finds it and a formula of their own may use it. */
function nameInputs(workbook: ExcelJS.Workbook, sheet: Sheet): void {
  const taken = new Set<string>();
  sheet.rows.forEach(({ id, cells }, row) => {
    const column = cells.findIndex(({ input }) => input !== undefined);
    const name = rangeName(id);
    if (column < 0 || taken.has(name) || name.length > LONGEST_NAME) return;
    taken.add(name);
    workbook.definedNames.add(`${sheet.name}!$${columnLetters(column)}$${row + 2}`, name);
  });
}

const LONGEST_NAME = 255;
