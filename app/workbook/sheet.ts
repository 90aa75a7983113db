import type { Tone } from "../reports/report-table";

/**
 * A sheet as data: what it says, before any library writes it. One table a sheet, its header in the first row, so
 * that every cell's address follows from its row and column ({@link cellAddress}).
 */
export type Sheet = {
  readonly name: SheetName;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Columns that stay in view: those that name the row. */
  readonly frozenColumns: number;
};

/** The sheets in their order, which does not change from release to release. */
export const SHEET_NAMES = [
  "Cover",
  "Summary",
  "Contracts",
  "Monthly",
  "Funding",
  "Contributions",
  "Coverage",
  "Capacity",
  "Checks",
] as const;
export type SheetName = (typeof SHEET_NAMES)[number];

export type SheetFormat = "text" | "money" | "quantity" | "percent" | "date" | "whole" | "truth";

export type SheetColumn = { readonly id: string; readonly label: string; readonly format: SheetFormat };

export type SheetRow = {
  readonly id: string;
  readonly cells: readonly SheetCell[];
  readonly tone?: Tone;
  /** A sum of other rows: bold, with a line above. */
  readonly sum?: boolean;
};

/** A value as the sheet holds it; with a formula it is the formula's result. Text stands for what has no number. */
export type SheetCell = {
  readonly value: string | number | boolean;
  readonly formula?: string;
  readonly tone?: Tone;
};

/** The letters of a column from 0. Example: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest >= 0 ? columnLetters(rest) : ""}${String.fromCharCode(65 + (column % 26))}`;
}

/** The address of a cell of a table, rows and columns from 0; row 0 stands below the header. Example: B2. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 2}`;
}

/** An address on another sheet: 'Monthly'!$B$2. */
export function onSheet(name: SheetName, address: string): string {
  return `'${name}'!${address}`;
}
