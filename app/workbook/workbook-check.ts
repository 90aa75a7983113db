import type { Places, SheetName } from "./sheet";

/** A check: its difference is nothing when it holds. */
export type WorkbookCheck = {
  readonly id: string;
  readonly about: string;
  /** The difference, in pounds or as a count; nothing in a workbook as the planner writes it. */
  readonly formula: string;
  readonly where: string;
  readonly counts?: boolean;
};

/** Where the sheets of a workbook are, by their names. */
export type WorkbookPlaces = (name: SheetName) => Places;
