import type { Id } from "../../scenarios/model/identifiers";
import type { Issue } from "../../scenarios/model/issue";

export type ScenarioKey = { readonly plan: Id; readonly scenario: Id };
/** Who, by name as it is now and by id (null: no signed-in person), and when (ISO). */
export type Authorship = { readonly author: string; readonly person: Id | null; readonly now: string };

export type SaveOutcome =
  | { readonly outcome: "saved"; readonly revision: number }
  | { readonly outcome: "conflict"; readonly revision: number; readonly clashes: readonly Clash[] }
  /** The changed document has issues: nothing was saved. Paths are those of the fields. */
  | { readonly outcome: "refused"; readonly issues: readonly Issue[] }
  | { readonly outcome: "missing" };

/** A field that two people changed: what each wants (absent: removed), and who was first. */
export type Clash = {
  readonly path: string;
  readonly yours?: unknown;
  readonly theirs?: unknown;
  readonly by: string;
  readonly at: string;
};

export type ImportOutcome =
  | { readonly outcome: "created"; readonly scenario: Id }
  | { readonly outcome: "refused"; readonly issues: readonly Issue[] }
  | { readonly outcome: "missing" };
