import type { Pence } from "../../scenarios/model/money";

/**
 * One table for every output: the page, the chart beside it, the sheet, the CSV file and the command line all show
 * the same ReportTable. Cells are raw values; {@link CellKind} says how a renderer writes them.
 */
export type ReportTable = {
  /** Stable from release to release: anchor on the page, file name of the CSV, name of the sheet. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences below the title: period, unit, net of VAT; what it says, what it leaves out. */
  readonly note?: string;
  /** The first column names the row. */
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** The sum of the shown rows, where a sum has a meaning (units of activities are never added). */
  readonly total?: ReportRow;
};

export type CellKind = "text" | "money" | "quantity" | "percent" | "date" | "month" | "year" | "whole";

export type ReportColumn = {
  readonly id: string;
  /** With its unit where the kind does not say it: "Capacity (cases a year)". */
  readonly label: string;
  readonly kind: CellKind;
  /** Every cell is the sum of its row's cells in these columns: a year of its months. A sheet writes the formula. */
  readonly sumOf?: readonly string[];
};

/**
 * Which figure it is, below `explain/`: its kind and what it is of, by ids; a financial year by the year in which it
 * starts. Example: `cost/joint/2016` is what the joint lot costs in 2016/17.
 */
export type Address = readonly [kind: string, ...about: string[]];

/** A state that a renderer may colour; the word beside it says it too: never colour alone. */
export type Tone = "good" | "warn" | "bad" | "muted";

export type ReportRow = {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly tone?: Tone;
  /** A row that sums others; it is left out of the total. */
  readonly subtotal?: boolean;
  /** By column: the figure that the cell is, where it can be explained (see `explain/`). */
  readonly explains?: Readonly<Record<string, Address>>;
};

/**
 * Text · money in whole pence · a quantity, a percentage (12.5 is 12.5 %) or a whole number as a number · dates
 * (`2015-04-01`), months and years as their text · null: not known, not applicable; `{ value, words }` where the cell has
 * to say more than the value, such as "not known".
 */
export type Cell = CellValue | { readonly value: CellValue; readonly words: string; readonly tone?: Tone };
export type CellValue = string | number | Pence | null;

/** The value of a cell without its words. */
export function cellValue(cell: Cell): CellValue {
  return typeof cell === "object" && cell !== null ? cell.value : cell;
}

/** A figure that stands alone: a headline, with its kind as a column has it. */
export type KeyFigure = {
  readonly id: string;
  readonly label: string;
  readonly value: Cell;
  readonly kind: CellKind;
  /** What is behind it, in one sentence. */
  readonly note?: string;
  readonly tone?: Tone;
  readonly explains?: Address;
};
