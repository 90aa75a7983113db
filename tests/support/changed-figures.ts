import { type CoverLine, IN_PLANNER } from "../../app/workbook/cover-sheet";
import { OPEN_IN_PLANNER, STATE } from "../../app/workbook/planner-state";
import { placesOf, type Sheet, type SheetName } from "../../app/workbook/sheet";

/** The sheets whose figures do not depend on how money is matched, and those that do. */
const ALWAYS: readonly SheetName[] = [
  "Prices",
  "Service",
  "Supply",
  "Coverage",
  "Monthly",
  "Contracts",
  "Contributions",
  "Options",
  "Risks",
  "VAT",
  "Values",
];
const MATCHED: readonly SheetName[] = ["Lines", "Balances", "Funding", "Summary", "Cash"];

/** Columns that only say what the planner had when the workbook was made. */
const OF_THE_PLANNER = ["open-planner", "left-planner", "matched", "state"];

export type FigureDifference = { readonly cell: string; readonly pounds: number };

/**
 * What differs between a workbook that was changed and recalculated and the workbook of the changed scenario, cell by
 * cell; and whether the workbook says of the match that it has to be opened in the planner.
 */
export function changedFigures(
  before: readonly Sheet[],
  after: readonly Sheet[],
  valueAt: (sheet: string, address: string) => unknown,
): { readonly differences: readonly FigureDifference[]; readonly open: boolean } {
  const open = isOpen(before, valueAt);
  const names = open ? ALWAYS : [...ALWAYS, ...MATCHED];
  return {
    differences: names.flatMap((name) =>
      sheetDifferences(sheetOf(before, name), sheetOf(after, name), valueAt),
    ),
    open,
  };
}

function isOpen(sheets: readonly Sheet[], valueAt: (sheet: string, address: string) => unknown): boolean {
  const balances = sheetOf(sheets, "Balances");
  return balances.rows.some(
    ({ id }) => valueAt("Balances", address(placesOf(balances).cell(id, "state"))) === OPEN_IN_PLANNER,
  );
}

function sheetDifferences(
  before: Sheet,
  after: Sheet,
  valueAt: (sheet: string, address: string) => unknown,
): FigureDifference[] {
  const places = placesOf(before);
  return after.rows.flatMap((row) => {
    if (!places.has(row.id) || isSaidBeside(before, row.id, valueAt)) return [];
    return row.cells.flatMap((cell, at) => {
      const column = after.columns[at]?.id ?? "";
      if (!places.hasColumn(column) || OF_THE_PLANNER.includes(column)) return [];
      const value = valueAt(before.name, address(places.cell(row.id, column)));
      if (isSame(cell.value, value) || value === OPEN_IN_PLANNER) return [];
      const [workbook, planner] = [JSON.stringify(value), JSON.stringify(cell.value)];
      const pounds = Math.abs(Number(value) - Number(cell.value));
      return [{ cell: `${before.name} ${row.id} ${column}: ${workbook}, the planner ${planner}`, pounds }];
    });
  });
}

/**
 * What differs on the Cover: every headline figure is the planner's after the change, or says to look there; what
 * stands beside it holds, or is said to be what the planner had.
 */
export function changedCover(
  before: readonly CoverLine[],
  after: readonly CoverLine[],
  valueAt: (sheet: string, address: string) => unknown,
): readonly string[] {
  return before.flatMap((line, at) => {
    const planner = after.find(({ label }) => label === line.label);
    if (planner === undefined || line.cell.kind === undefined) return [];
    const [figure, { note = "" }] = [valueAt("Cover", `B${at + 1}`), line];
    const follows = figure === OPEN_IN_PLANNER || isSame(planner.cell.value, figure);
    if (follows && (note === planner.note || note === "" || note.startsWith(IN_PLANNER))) return [];
    return [`${line.label}: ${JSON.stringify([figure, note])}, the planner ${JSON.stringify(planner)}`];
  });
}

/** Risks that the figures raise are the planner's, and their row says when they no longer are. */
function isSaidBeside(
  sheet: Sheet,
  row: string,
  valueAt: (sheet: string, address: string) => unknown,
): boolean {
  if (sheet.name !== "Risks") return false;
  return valueAt(sheet.name, address(placesOf(sheet).cell(row, STATE))) === OPEN_IN_PLANNER;
}

/** Money to the penny: closer than a hundredth of one. */
function isSame(planner: string | number | boolean, workbook: unknown): boolean {
  if (typeof planner !== "number" || typeof workbook !== "number") return planner === workbook;
  return Math.abs(planner - workbook) <= 0.0001 + 1e-9 * Math.abs(planner);
}

function address(onSheet: string): string {
  return onSheet.slice(onSheet.indexOf("!") + 1).replaceAll("$", "");
}

function sheetOf(sheets: readonly Sheet[], name: SheetName): Sheet {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}
