import { Writable } from "node:stream";
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

/** How many of all rows are written. */
export type Progress = (done: number, all: number) => void;

/** {@link streamWorkbook} into memory. */
export async function renderWorkbook(content: WorkbookContent): Promise<Buffer> {
  const parts: Buffer[] = [];
  const collect = new Writable({
    write(part: Buffer, _, next) {
      parts.push(part);
      next();
    },
  });
  await streamWorkbook(content, collect);
  return Buffer.concat(parts);
}

/**
 * Writes sheets with exceljs, which never calculates: every formula carries its result. Row by row into the stream, so
 * that a large workbook is never in memory as a whole and others have their turn; resolves when the stream has ended.
 */
export async function streamWorkbook(
  { title, subject, createdAt, cover, sheets }: WorkbookContent,
  stream: Writable,
  progress: Progress = () => undefined,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
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
  const all = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const sheet of sheets) {
    nameInputs(workbook, sheet);
    await renderSheet(workbook, sheet, (rows) => {
      done += rows;
      progress(done, all);
    });
  }
  await workbook.commit();
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
