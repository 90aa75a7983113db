import type { FinancialYear, Month } from "./calendar";
import type { Id } from "./identifiers";
import type { Pence } from "./money";

/** What a line of the ledger is about. The first three are costs, the others pay for them. */
export type LedgerKind =
  | "contract" // the price at the start of the provision
  | "uplift" // what indexation adds to it
  | "one-off"
  | "share" // a district's proportionate share (option B)
  | "override" // agreed figure minus the formula's
  | "buy-in" // option A
  | "top-up"
  | "source" // money of a funding source
  | "unfunded";

/**
 * One line of the ledger: the same pounds, once as cost (by month) and once as the money that pays for it (by
 * financial year, because contributions and sources are set by year). Every table, chart and sheet of money is a
 * group-by of these lines, which is why their totals agree.
 */
export type LedgerLine = {
  readonly kind: LedgerKind;
  readonly provision: Id;
  readonly year: FinancialYear;
  /** The month of a cost; null for money that pays. */
  readonly month: Month | null;
  /** The area of a contributing district; null where a line is not of one area. */
  readonly area: Id | null;
  /** Who pays: an organisation (share, override, buy-in, top-up), a funding source; null for costs and the unfunded. */
  readonly payer: Id | null;
  /** The round of a contribution; null for everything else. */
  readonly round: Id | null;
  readonly amount: Pence;
};

export const COST_KINDS: readonly LedgerKind[] = ["contract", "uplift", "one-off"];
