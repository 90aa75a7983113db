import type { InputPart } from "./inputs";
import type { InputPlaces } from "./inputs";
import { columnLetters, type Places, type Sheet, type SheetCell, type SheetColumn } from "./sheet";

/** What is said beside figures that only the planner works out: they are its own, or have to be looked up there. */
export const AS_IN_PLANNER = "As in the planner";
export const OPEN_IN_PLANNER = "Open in the planner";
/** Beside figures that are formulas over the assumptions. */
export const FOLLOWS = "Follows the assumptions";

export const STATE = "state";

export const STATE_COLUMN: SheetColumn = { id: STATE, label: "State of the figures", format: "text" };

/** What is said beside money that depends on the planner's match of what is unpaid to what sources have left. */
export function matchState(balances: Places, depends = true): SheetCell {
  if (!depends) return { value: FOLLOWS };
  const open = `COUNTIF(${balances.column(STATE)},"${OPEN_IN_PLANNER}")`;
  return { value: FOLLOWS, formula: `IF(${open}=0,"${FOLLOWS}","${OPEN_IN_PLANNER}")` };
}

/**
 * A sheet whose figures only the planner works out, with a last column that says whether they still stand: they do
 * until an assumption of one of these subjects is changed in the workbook.
 */
export function withPlannerState(sheet: Sheet, inputs: InputPlaces, parts: readonly InputPart[]): Sheet {
  const own = `$${columnLetters(sheet.columns.length)}$2`;
  const first = `IF(${inputs.changed(...parts)}=0,"${AS_IN_PLANNER}","${OPEN_IN_PLANNER}")`;
  const cell = (at: number): SheetCell => ({ value: AS_IN_PLANNER, formula: at === 0 ? first : own });
  return {
    ...sheet,
    columns: [...sheet.columns, STATE_COLUMN],
    rows: sheet.rows.map((row, at) => ({ ...row, cells: [...row.cells, cell(at)] })),
  };
}

/** A table with nothing in it says so in its first row. */
export function orNone(sheet: Sheet, words: string): Sheet {
  if (sheet.rows.length > 0) return sheet;
  const cells = sheet.columns.map((_, place): SheetCell => ({ value: place === 0 ? words : "n/a" }));
  return { ...sheet, rows: [{ id: "none", cells }] };
}
