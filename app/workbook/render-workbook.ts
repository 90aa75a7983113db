import ExcelJS from "exceljs";
import type { CoverLine } from "./cover-sheet";
import { renderCover } from "./render-cover";
import { renderSheet } from "./render-sheet";
import type { Sheet } from "./sheet";

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
