import type { Evaluation } from "../../scenarios/model/evaluation";

/** What a page is asked for: everything that it shows follows from this, on the server and in the browser alike. */
export type PageRequest = {
  readonly evaluation: Evaluation;
  /** The address of the scenario. */
  readonly href: string;
  /** The same scenario as saved, where the evaluation is of what is not saved yet. */
  readonly saved?: Evaluation;
};
