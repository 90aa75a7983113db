import ExcelJS from "exceljs";
import { IDENTITY_SHEET, REPLY_SHEET } from "./pack-sheets";

/** What the two sheets of a reply hold, values only. */
export type ReplyCells = {
  readonly identity: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly ReplyCellLine[];
};

export type ReplyCellLine = {
  readonly reference: string;
  readonly question: string;
  readonly asked: string;
  readonly answer: CellAnswer;
};

/** An answer as it was typed: text, a figure, nothing; or what no answer can be: a date, TRUE, an error. */
export type CellAnswer =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "empty" | "other" };

/** More rows than any reply has, and no more. */
const MOST_ROWS = 1_000;
const MOST_CHARACTERS = 32_767;

/** Nodes by which a small file makes a reader do much, and which say nothing about an answer. */
const IGNORED_NODES = [
  ...[
    "dataValidations",
    "mergeCells",
    "conditionalFormatting",
    "drawing",
    "legacyDrawing",
    "extLst",
    "picture",
  ],
  ...[
    "hyperlinks",
    "tableParts",
    "autoFilter",
    "sheetProtection",
    "rowBreaks",
    "colBreaks",
    "cols",
    "sheetViews",
  ],
  ...["printOptions", "pageMargins", "pageSetup", "headerFooter", "sheetPr", "dimension", "sheetFormatPr"],
];

/** Reads a workbook of two sheets. Runs in a process of its own: nobody else's memory or time depends on the file. */
export async function readReplyCells(workbook: Buffer): Promise<ReplyCells | null> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(workbook as unknown as ArrayBuffer, { ignoreNodes: IGNORED_NODES });
  const reply = book.getWorksheet(REPLY_SHEET);
  const identity = book.getWorksheet(IDENTITY_SHEET);
  if (reply === undefined || identity === undefined) return null;
  return {
    identity: rowsOf(identity).map((row) => [textOf(row.getCell(1)), textOf(row.getCell(2))] as const),
    lines: rowsOf(reply).map((row) => ({
      question: textOf(row.getCell(1)),
      asked: textOf(row.getCell(2)),
      answer: answerOf(row.getCell(3)),
      reference: textOf(row.getCell(6)),
    })),
  };
}

/** Below the header; rows without anything are left out. */
function rowsOf(sheet: ExcelJS.Worksheet): readonly ExcelJS.Row[] {
  const places = Array.from({ length: Math.min(MOST_ROWS, sheet.rowCount) }, (_, at) => at + 2);
  return places.flatMap((at) => sheet.findRow(at) ?? []).filter((row) => row.hasValues);
}

function textOf(cell: ExcelJS.Cell): string {
  const answer = answerOf(cell);
  return answer.kind === "text" ? answer.text : answer.kind === "number" ? String(answer.number) : "";
}

/** A formula counts as its result, rich text and links as their text. */
function answerOf(cell: ExcelJS.Cell): CellAnswer {
  const { value } = cell;
  const plain = typeof value === "object" && value !== null && "result" in value ? value.result : value;
  if (plain === null || plain === undefined) return { kind: "empty" };
  if (typeof plain === "number") return Number.isFinite(plain) ? { kind: "number", number: plain } : OTHER;
  if (typeof plain === "string") return ofText(plain);
  if (typeof plain !== "object" || plain instanceof Date) return OTHER;
  if ("richText" in plain) return ofText(plain.richText.map(({ text }) => text).join(""));
  if ("text" in plain) return typeof plain.text === "string" ? ofText(plain.text) : OTHER;
  return OTHER;
}

const OTHER = { kind: "other" } as const;

function ofText(text: string): CellAnswer {
  return text.trim() === "" ? { kind: "empty" } : { kind: "text", text: text.slice(0, MOST_CHARACTERS) };
}
