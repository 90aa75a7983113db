import type ExcelJS from "exceljs";
import type { Tone } from "../reports/report-table";
import type { ColourRule, SheetCell, SheetFormat } from "./sheet";

export const NUMBER_FORMATS: Readonly<Record<SheetFormat, string>> = {
  text: "@",
  money: "£#,##0.00;-£#,##0.00",
  quantity: "#,##0.0",
  percent: "0.00%",
  date: "d mmm yyyy",
  moment: "d mmm yyyy hh:mm",
  whole: "#,##0",
  // A spreadsheet that does not calculate when it opens a file would show 1 or 0.
  truth: '"TRUE";"TRUE";"FALSE";@',
  months: "0.0000",
  fraction: "#,##0.0000000",
};

/** Pale fills with dark text: readable for everyone, and a word always says the same. */
const FILLS: Readonly<Record<Tone, string>> = {
  good: "FFE6F2EA",
  warn: "FFFFF4D6",
  bad: "FFFBE3E0",
  muted: "FFF3F2F1",
};
export const FONT = { name: "Arial", size: 10 } as const;
const HEADER_FILL = "FF1D3C5A";
const LINE = { style: "thin", color: { argb: "FF505A5F" } } as const;

/** What may be changed: a fill of its own and blue figures, as finance teams mark their inputs. */
const INPUT_FONT = { ...FONT, color: { argb: "FF0B3D91" } } as const;
const INPUT_FILL = "FFFFFBE0";

export function fillWith(cell: ExcelJS.Cell, tone: Tone | "input"): void {
  cell.fill = fillOf(tone);
}

function fillOf(tone: Tone | "input"): ExcelJS.Fill {
  const argb = tone === "input" ? INPUT_FILL : FILLS[tone];
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

/** Colours cells by what they come to say when a spreadsheet calculates: a formula, true of the first cell, a tone. */
export function colourWhere(worksheet: ExcelJS.Worksheet, ref: string, rules: readonly ColourRule[]): void {
  worksheet.addConditionalFormatting({
    ref,
    rules: rules.map(([formula, tone], place) => ({
      type: "expression",
      priority: place + 1,
      formulae: [formula],
      style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: FILLS[tone] } } },
    })),
  });
}

/** What a cell looks like; an input is open on a protected sheet. */
type Look = {
  readonly numberFormat: string;
  readonly numeric: boolean;
  readonly wrapped: boolean;
  readonly indented: boolean;
  readonly tone: Tone | "input" | undefined;
  readonly sum: boolean;
};

/** By number format, and by what else there is to a look. */
const STYLES = new Map<string, Partial<ExcelJS.Style>[]>();

/** The style of a look. Cells that look alike share one: styles are then told apart once and not cell by cell. */
export function cellStyle(look: Look): Partial<ExcelJS.Style> {
  const styles = STYLES.get(look.numberFormat) ?? [];
  STYLES.set(look.numberFormat, styles);
  return (styles[numberOf(look)] ??= makeStyle(look));
}

const TONES: readonly Look["tone"][] = [undefined, "input", "good", "warn", "bad", "muted"];

/** Asked for every cell of a workbook: a number is had sooner than a text. */
function numberOf({ numeric, wrapped, indented, sum, tone }: Look): number {
  const marks = Number(numeric) + 2 * Number(wrapped) + 4 * Number(indented) + 8 * Number(sum);
  return 16 * TONES.indexOf(tone) + marks;
}

function makeStyle(look: Look): Partial<ExcelJS.Style> {
  const { numeric, wrapped, indented, tone, sum } = look;
  return {
    numFmt: look.numberFormat,
    alignment: {
      vertical: "top",
      horizontal: numeric ? "right" : "left",
      wrapText: wrapped,
      ...(indented ? { indent: 1 } : {}),
    },
    font: tone === "input" ? INPUT_FONT : { ...FONT, bold: sum },
    ...(tone === undefined ? {} : { fill: fillOf(tone) }),
    ...(tone === "input" ? { protection: { locked: false } } : {}),
    ...(sum ? { border: { top: LINE } } : {}),
  };
}

type HeaderLook = Pick<Look, "numberFormat" | "numeric" | "indented">;

export const headerStyle = remember(
  ({ numberFormat, numeric, indented }: HeaderLook): Partial<ExcelJS.Style> => ({
    numFmt: numberFormat,
    font: { ...FONT, bold: true, color: { argb: "FFFFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: HEADER_FILL } },
    alignment: {
      wrapText: true,
      vertical: "bottom",
      horizontal: numeric ? "right" : "left",
      ...(indented ? { indent: 1 } : {}),
    },
  }),
);

function remember<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const text = Object.values(key).join(" ");
    const value = known.get(text) ?? make(key);
    known.set(text, value);
    return value;
  };
}

type Written = Pick<SheetCell, "value" | "formula">;

/** A text is kept as text when it is typed over; the text of a formula must not be, or the formula would become one. */
export function numberFormat({ value, formula }: Written, format: SheetFormat): string {
  if (typeof value === "boolean") return NUMBER_FORMATS.truth;
  if (typeof value !== "string") return NUMBER_FORMATS[format];
  return formula === undefined ? "@" : "General";
}

/** The longest formula that Excel takes; a longer one would make it refuse the file. */
export const LONGEST_FORMULA = 8192;

/**
 * A text stays a text, whatever it begins with: exceljs writes formulas only where it is given one. A formula longer
 * than Excel takes (of a provision with dozens of one-off costs, say) is left out, and its figure stands.
 */
export function writeValue(target: ExcelJS.Cell, { value, formula }: Written): void {
  const isWritten = formula !== undefined && formula.length <= LONGEST_FORMULA;
  target.value = isWritten ? { formula, result: value } : value;
}
