import type { Pence } from "../../scenarios/model/money";

/**
 * One table for every output: the page, the chart beside it, the sheet, the CSV file and the command line all show
 * the same ReportTable. Cells are raw values; {@link CellKind} says how a renderer writes them.
 */
export type ReportTable = {
  /** Stable from release to release: anchor on the page, file name of the CSV, name of the sheet. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences below the title: what it says, what it leaves out. */
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
};

export type ReportRow = {
  readonly id: string;
  readonly cells: readonly Cell[];
  /** A state in a word that a renderer may also colour: never colour alone. */
  readonly tone?: "good" | "warn" | "bad" | "muted";
  /** A row that sums others. */
  readonly subtotal?: boolean;
};

/**
 * Text · money in whole pence · a quantity, a percentage (12.5 is 12.5 %) or a whole number as a number · dates
 * (`2015-04-01`), months and years as their text · null: not known, not applicable; `{ value, words }` where the cell has
 * to say more than the value, such as "not known".
 */
export type Cell =
  | string
  | number
  | Pence
  | null
  | { readonly value: string | number | Pence | null; readonly words: string };
