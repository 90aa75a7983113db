import type { Keyboard } from "./grid-keys";

/** What the cells read: what the page shows now, and where links lead. */
export type GridContext = Keyboard & {
  /** Where the name of a row leads. */
  readonly hrefOf: (rowId: string) => string;
  /** Where a row is deleted. */
  readonly deleteHrefOf: (rowId: string) => string;
};
