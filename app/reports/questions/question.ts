import type { Tone } from "../report-table";

/** What a board or scrutiny member asks, and the answer in one sentence with its figure. */
export type Question = {
  readonly id: "cost" | "payers" | "residents" | "gaps" | "declines" | "lots" | "promises";
  readonly question: string;
  /** How the sentence begins: the figure, or yes or no. */
  readonly lead: string;
  /** The rest of the sentence, as it follows. */
  readonly rest: string;
  readonly tone?: Tone;
  /** The page below the scenario that shows it in full, and what it is called. */
  readonly page: { readonly path: string; readonly text: string };
};
