import ExcelJS from "exceljs";
import { formatCell } from "../../reports/format-table";
import { type Cell, type CellKind, cellValue, type ReportTable, type Tone } from "../../reports/report-table";
import { addWorksheet } from "../add-worksheet";
import { cellStyle, FONT, headerStyle, numberFormat, writeValue } from "../cell-styles";
import { columnLetters, type SheetFormat } from "../sheet";
import { writeCell } from "../table-sheet";
import { CHECKSUM } from "./identity";
import { columnWidths, IDENTITY_SHEET, REPLY_SHEET, type SectionSheet } from "./pack-sheets";
import type { AnswerRule, ReplyLine } from "./reply-lines";

export type PackContent = {
  readonly title: string;
  readonly createdAt: Date;
  /** What the first sheet says: a name and what stands beside it; a sheet that it leads to. */
  readonly cover: readonly {
    readonly label: string;
    readonly text: string;
    readonly link?: string;
    readonly heading?: true;
  }[];
  readonly sections: readonly SectionSheet[];
  readonly lines: readonly ReplyLine[];
  readonly identity: readonly (readonly [string, string])[];
  readonly checksum: string;
};

/** The pack as the bytes of an .xlsx file: everything is locked without a password, but the answers. */
export async function renderPack(content: PackContent): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, {
    title: content.title,
    subject: "Consultation pack",
    creator: "Commissioning Planner",
    lastModifiedBy: "Commissioning Planner",
    created: content.createdAt,
    modified: content.createdAt,
    description: "Fill in the sheet Reply and send the workbook back.",
  });
  renderCover(workbook, content);
  for (const section of content.sections) renderSection(workbook, section);
  renderReply(workbook, content.lines);
  renderIdentity(workbook, content);
  for (const sheet of workbook.worksheets) {
    await sheet.protect("", { formatColumns: true, formatRows: true, formatCells: true });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function renderCover(workbook: ExcelJS.Workbook, { cover }: PackContent): void {
  const sheet = page(workbook, "Cover", { widths: [30, 84], rows: cover.length });
  cover.forEach(({ label, text, link, heading }, at) => {
    const row = sheet.getRow(at + 1);
    const [name, value] = [row.getCell(1), row.getCell(2)];
    name.value = link === undefined ? label : { text: label, hyperlink: `#'${link}'!A1` };
    value.value = text === "" ? null : text;
    name.font = { ...FONT, bold: heading === true, size: at === 0 ? 18 : heading === true ? 13 : FONT.size };
    value.font = FONT;
    name.alignment = { vertical: "top", wrapText: at > 0 };
    value.alignment = { vertical: "top", wrapText: true };
    row.height = at === 0 ? 30 : heightOf([label, text], [30, 84]);
  });
}

function renderSection(workbook: ExcelJS.Workbook, section: SectionSheet): void {
  const widths = columnWidths(section, (table, row, place) => {
    const cell = row.cells[place] ?? null;
    return cell === null ? "" : formatCell(cell, table.columns[place]?.kind ?? "text");
  });
  const sheet = page(workbook, section.name, { widths, rows: 1, orientation: "landscape" });
  const across = Math.max(
    90,
    widths.reduce((sum, width) => sum + width, 0),
  );
  let at = 1;
  const say = (text: string, font: Partial<ExcelJS.Font>): void => {
    const row = sheet.getRow(at);
    const cell = row.getCell(1);
    cell.value = text;
    cell.font = { ...FONT, ...font };
    // Text runs over the empty cells to its right; what is longer goes on in the next row.
    at += 1;
  };
  say(section.title, { bold: true, size: 16 });
  sheet.getRow(1).height = 26;
  for (const sentence of section.sentences) for (const line of inLines(sentence, across)) say(line, {});
  for (const table of section.tables) {
    at += 1;
    say(table.title, { bold: true, size: 12 });
    if (table.note !== undefined) for (const line of inLines(table.note, across)) say(line, { color: QUIET });
    at = renderTable(sheet, table, { from: at, widths });
  }
  sheet.pageSetup.printArea = `A1:${columnLetters(widths.length - 1)}${Math.max(1, at - 1)}`;
}

const QUIET = { argb: "FF505A5F" } as const;

/** Returns the row below the table. */
function renderTable(
  sheet: ExcelJS.Worksheet,
  { columns, rows, total }: ReportTable,
  { from, widths }: { readonly from: number; readonly widths: readonly number[] },
): number {
  const header = sheet.getRow(from);
  columns.forEach(({ label, kind }, place) => headCell(header.getCell(place + 1), label, isFigure(kind)));
  header.height = heightOf(
    columns.map(({ label }) => label),
    widths,
  );
  const all = [...rows, ...(total === undefined ? [] : [total])];
  const kinds = columns.map(({ kind }, place) =>
    kind === "quantity" && areWhole(all, place) ? "whole" : kind,
  );
  all.forEach((row, at) => {
    const target = sheet.getRow(from + 1 + at);
    const isSum = row === total || row.subtotal === true;
    row.cells.forEach((cell, place) => {
      const kind = kinds[place] ?? "text";
      bodyCell(target.getCell(place + 1), cell, {
        kind,
        place,
        isSum,
        tone: place === 0 ? row.tone : undefined,
      });
    });
    target.height = heightOf(
      row.cells.map((cell, place) => (cell === null ? "" : formatCell(cell, columns[place]?.kind ?? "text"))),
      widths,
    );
  });
  return from + 1 + all.length;
}

function areWhole(rows: readonly ReportTable["rows"][number][], place: number): boolean {
  const values = rows.map(({ cells }) => cellValue(cells[place] ?? null));
  return values.every((value) => typeof value !== "number" || Number.isInteger(value));
}

function headCell(cell: ExcelJS.Cell, label: string, figure: boolean): void {
  cell.value = label;
  cell.style = headerStyle({ numberFormat: "@", numeric: figure, indented: false });
}

type Look = {
  readonly kind: CellKind;
  readonly place: number;
  readonly isSum: boolean;
  readonly tone: Tone | undefined;
};

function bodyCell(target: ExcelJS.Cell, cell: Cell, { kind, place, isSum, tone }: Look): void {
  const format = formatOf(kind);
  const isLeftOut = cell === null && isSum;
  const written = isLeftOut ? { value: "" } : writeCell(cell, kind);
  if (!isLeftOut) writeValue(target, written);
  const spoken = typeof cell === "object" && cell !== null ? cell.tone : undefined;
  target.style = cellStyle({
    ...{ numberFormat: numberFormat(written, format), numeric: isFigure(kind), wrapped: true },
    ...{ indented: place > 0 && !isFigure(kind), tone: spoken ?? tone, sum: isSum },
  });
}

function formatOf(kind: CellKind): SheetFormat {
  return kind === "month" || kind === "year" ? "text" : kind;
}

function isFigure(kind: CellKind): boolean {
  return kind === "money" || kind === "quantity" || kind === "percent" || kind === "whole";
}

export const REPLY_COLUMNS = [
  "Question",
  "What is asked",
  "Your answer",
  "How to answer",
  "Still missing",
  "Reference",
] as const;
const REPLY_WIDTHS = [36, 44, 34, 40, 16, 40] as const;

function renderReply(workbook: ExcelJS.Workbook, lines: readonly ReplyLine[]): void {
  const sheet = page(workbook, REPLY_SHEET, {
    ...{ widths: REPLY_WIDTHS, rows: lines.length + 1, orientation: "landscape" },
    frozen: { columns: 1, rows: 1 },
  });
  const header = sheet.getRow(1);
  REPLY_COLUMNS.forEach((label, place) => headCell(header.getCell(place + 1), label, false));
  lines.forEach(({ reference, question, asked, how, answer }, at) => {
    const row = sheet.getRow(at + 2);
    [question, asked, null, how, null, reference].forEach((text, place) => {
      const cell = row.getCell(place + 1);
      if (text !== null) cell.value = text;
      cell.font = place === 5 ? { ...FONT, color: QUIET } : FONT;
      cell.alignment = { wrapText: true, vertical: "top" };
    });
    renderAnswer(row.getCell(3), answer);
    if (answer.required) {
      row.getCell(5).value = {
        formula: `IF(C${at + 2}="","Please answer","Given")`,
        result: "Please answer",
      };
    } else row.getCell(5).value = "May stay empty";
    row.height = Math.max(
      answer.kind === "text" && !answer.required ? 42 : 18,
      heightOf([question, asked, "", how, "", reference], REPLY_WIDTHS),
    );
  });
}

function renderAnswer(cell: ExcelJS.Cell, rule: AnswerRule): void {
  cell.style = cellStyle({
    ...{ numberFormat: ANSWER_FORMATS[rule.kind], numeric: false, wrapped: true },
    ...{ indented: false, tone: "input", sum: false },
  });
  const validation = validationOf(rule);
  if (validation !== null) cell.dataValidation = validation;
}

const ANSWER_FORMATS: Readonly<Record<AnswerRule["kind"], string>> = {
  choice: "General",
  money: "£#,##0.00",
  quantity: "#,##0.######",
  text: "@",
};

function validationOf(rule: AnswerRule): ExcelJS.DataValidation | null {
  if (rule.kind === "text") return null;
  const refusal = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: "Not possible",
  };
  if (rule.kind === "choice") {
    const words = rule.choices.join(", ");
    return {
      ...refusal,
      type: "list",
      formulae: [`"${rule.choices.join(",")}"`],
      error: `Choose one of: ${words}.`,
    };
  }
  const error =
    rule.kind === "money" ? "Enter pounds, such as 50000.00." : "Enter a number above 0, such as 300.";
  return { ...refusal, type: "decimal", operator: "between", formulae: [0, 999_999_999_999], error };
}

function renderIdentity(workbook: ExcelJS.Workbook, { identity, checksum }: PackContent): void {
  const rows = [
    ["Please leave this sheet as it is", "It tells the planner which pack this is"],
    ...identity,
    [CHECKSUM, checksum],
  ];
  const sheet = page(workbook, IDENTITY_SHEET, { widths: [34, 96], rows: rows.length });
  rows.forEach(([name = "", value = ""], at) => {
    const row = sheet.getRow(at + 1);
    if (at === 0) [name, value].forEach((text, place) => headCell(row.getCell(place + 1), text, false));
    else
      [name, value].forEach((text, place) => {
        const cell = row.getCell(place + 1);
        cell.value = text;
        cell.numFmt = "@";
        cell.font = FONT;
      });
  });
}

type Page = {
  readonly widths: readonly number[];
  readonly rows: number;
  readonly orientation?: "portrait" | "landscape";
  readonly frozen?: { readonly columns: number; readonly rows: number };
};

function page(
  workbook: ExcelJS.Workbook,
  name: string,
  { widths, rows, orientation = "portrait", frozen }: Page,
): ExcelJS.Worksheet {
  const sheet = addWorksheet(workbook, name, {
    ...{ orientation, fitToWidth: 1, printArea: `A1:${columnLetters(widths.length - 1)}${rows}` },
    view:
      frozen === undefined
        ? { state: "normal", activeCell: "A1", showGridLines: false }
        : { state: "frozen", xSplit: frozen.columns, ySplit: frozen.rows, activeCell: "A1" },
  });
  sheet.columns = widths.map((width) => ({ width }));
  return sheet;
}

const LINE_POINTS = 13.5;

function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, place) =>
    text
      .split("\n")
      .reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / ((widths[place] ?? 20) * 1.05))), 0),
  );
  return Math.max(1, ...lines) * LINE_POINTS + 3;
}

/** A long sentence in lines of about so many characters, broken between words. */
function inLines(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > characters) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
