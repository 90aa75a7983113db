import type { Tone } from "../reports/report-table";

/**
 * A sheet as data: what it says, before any library writes it. One table a sheet, its header in the first row, so
 * that every cell's address follows from its row and column.
 */
export type Sheet = {
  readonly name: SheetName;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Columns that stay in view: those that name the row. */
  readonly frozenColumns: number;
  /** Printed small on half the paper: rows to look one up, not to read. */
  readonly onePageWide?: boolean;
  /** Columns, from one to the last, whose cells are coloured by what their formulas come to. */
  readonly coloured?: { readonly from: number; readonly rules: readonly ColourRule[] };
};

/** A formula, true of the first cell that is coloured so. */
export type ColourRule = readonly [formula: string, tone: Tone];

/** The sheets in their order, which does not change from release to release. */
export const SHEET_NAMES = [
  "Cover",
  "Summary",
  "Inputs",
  "Contracts",
  "Monthly",
  "Cash",
  "Funding",
  "Contributions",
  "Options",
  "Coverage",
  "Capacity",
  "Priorities",
  "Compare",
  "Risks",
  "Checks",
  "Changes",
  "Data",
  "Prices",
  "Service",
  "Supply",
  "Lines",
  "Balances",
  "Waterfall",
  "Frontier",
  "Savings",
  "VAT",
  "Values",
] as const;
export type SheetName = (typeof SHEET_NAMES)[number];

export type SheetFormat =
  | "text"
  | "money"
  | "quantity"
  | "percent"
  | "date"
  | "moment"
  | "whole"
  | "truth"
  | "months"
  | "fraction";

export type SheetColumn = {
  readonly id: string;
  readonly label: string;
  readonly format: SheetFormat;
  /** A heading that formulas read: the first day of its month, as Excel's day number. */
  readonly month?: number;
};

export type SheetRow = {
  readonly id: string;
  readonly cells: readonly SheetCell[];
  readonly tone?: Tone;
  /** A sum of other rows: bold, with a line above. */
  readonly sum?: boolean;
  /** Stands below the rows that can be sorted and added, as a row of totals does. */
  readonly foot?: boolean;
};

/** The rows of a sheet that can be sorted and added. */
export function bodyRows({ rows }: Pick<Sheet, "rows">): number {
  return rows.filter(({ id, foot }) => id !== "total" && foot !== true).length;
}

/** A value as the sheet holds it; with a formula it is the formula's result. Text stands for what has no number. */
export type SheetCell = {
  readonly value: string | number | boolean;
  readonly formula?: string;
  readonly tone?: Tone;
  /** Where it differs from its column's. */
  readonly format?: SheetFormat;
  /** An assumption that may be changed, and how a value is kept in bounds. */
  readonly input?: InputRule;
};

/** What may be typed into an input: one of some words, a date, a figure of at least 0, any figure, or 1 to 5. */
export type InputRule =
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "date" | "not-negative" | "figure" | "scale" };

/** The letters of a column from 0. Example: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest >= 0 ? columnLetters(rest) : ""}${String.fromCharCode(65 + (column % 26))}`;
}

/** The address of a cell of a table, rows and columns from 0; row 0 stands below the header. Example: B2. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 2}`;
}

/** The place of each column of a sheet by its id, from 0, for formulas of its own rows. */
export function columnPlaces(columns: readonly SheetColumn[]): (id: string) => number {
  const places = new Map(columns.map(({ id }, place) => [id, place]));
  return (id) => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`the sheet has no column ${id}`);
    return place;
  };
}

/** An address on another sheet: Monthly!$B$2. */
export function onSheet(name: SheetName, address: string): string {
  return `${name}!${address}`;
}

/** Where the cells of a sheet are, by the ids of row and column. */
export type Places = {
  /** Monthly!$B$2 */
  readonly cell: (row: string, column: string) => string;
  /** Monthly!$B$2:$B$9, all rows of a column, without a total row. */
  readonly column: (column: string) => string;
  /** Lines!$I$2:$I$9, a column from one row to another. */
  readonly range: (column: string, first: string, last: string) => string;
  readonly has: (row: string) => boolean;
  readonly hasColumn: (column: string) => boolean;
  readonly columnIds: readonly string[];
  /** The number that a cell holds. */
  readonly value: (row: string, column: string) => number;
};

export function placesOf({ name, columns, rows }: Sheet): Places {
  const rowPlaces = new Map(rows.map(({ id }, at) => [id, at]));
  const columnPlaces = new Map(columns.map(({ id }, at) => [id, at]));
  const lettersOf = (column: string): string => {
    const place = columnPlaces.get(column);
    if (place === undefined) throw new Error(`no column ${column} on the sheet ${name}`);
    return columnLetters(place);
  };
  const body = Math.max(1, bodyRows({ rows }));
  const rowOf = (row: string): number => {
    const at = rowPlaces.get(row);
    if (at === undefined) throw new Error(`no row ${row} on the sheet ${name}`);
    return at;
  };
  return {
    cell: (row, column) => onSheet(name, `$${lettersOf(column)}$${rowOf(row) + 2}`),
    value: (row, column) => Number(rows[rowOf(row)]?.cells[columnPlaces.get(column) ?? -1]?.value),
    column: (column) => onSheet(name, `$${lettersOf(column)}$2:$${lettersOf(column)}$${body + 1}`),
    range: (column, first, last) =>
      onSheet(name, `$${lettersOf(column)}$${rowOf(first) + 2}:$${lettersOf(column)}$${rowOf(last) + 2}`),
    has: (row) => rowPlaces.has(row),
    hasColumn: (column) => columnPlaces.has(column),
    columnIds: columns.map(({ id }) => id),
  };
}

/** Excel's number of 1 January 1970, day 0 of the model. */
export const EXCEL_EPOCH = 25_569;
