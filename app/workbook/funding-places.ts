import type { Id } from "../../scenarios/model/identifiers";

/** The rows and columns of the Funding sheet, by the ids that the report table gives them. */
export const sourceRow = (source: Id, year: string): string => `source-${source}-${year}`;
export const contributorRow = (organisation: Id, year: string): string =>
  `contributor-${organisation}-${year}`;
export const unfundedRow = (year: string): string => `unfunded-${year}`;
export const provisionColumn = (provision: Id): string => `provision-${provision}`;
