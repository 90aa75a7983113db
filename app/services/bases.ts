import type { Merge, MergeConflict } from "../../scenarios/changes/merge-changes";
import type { Operation } from "../../scenarios/changes/operation";
import type { Reason } from "../../scenarios/changes/reason-for";
import type { Id } from "../../scenarios/model/identifiers";
import type { Scenario } from "../../scenarios/model/scenario";
import type { Authorship, ImportOutcome, SaveOutcome, ScenarioKey } from "./saving";

/** What scenarios change of what they are based on, and what can be carried from one to another. */
export type Bases = {
  /** What a scenario changes of its base, and what changed there since; null where its base is not in the plan. */
  load(key: ScenarioKey): Promise<AgainstBase | null>;
  /** Says why a field was changed. False when there is no such scenario. */
  giveReason(
    key: ScenarioKey,
    given: { readonly path: string; readonly reason: string },
    by: Authorship,
  ): Promise<boolean>;
  /** Takes over what changed in the base up to a revision of it, on top of the revision that the person saw. */
  takeOver(
    key: ScenarioKey,
    request: { readonly baseRevision: number; readonly upTo: number; readonly chosen: Choices },
    by: Authorship,
  ): Promise<SaveOutcome | Undecided>;
  /** What the changes of one scenario would do to another; null where one is not there, or has no base to have changed. */
  loadStacking(stacking: Stacking): Promise<LoadedStacking | null>;
  /** A new scenario with the changes of the one on top of the other. */
  stack(
    request: Stacking & { readonly name: string; readonly chosen: Choices },
    by: Authorship,
  ): Promise<ImportOutcome | Undecided>;
};

/** What was chosen for the parts that both sides changed, by pointer. */
export type Choices = Readonly<Record<string, "theirs" | "mine" | undefined>>;
/** Parts for which nobody has chosen yet: nothing was stored. */
export type Undecided = { readonly outcome: "undecided"; readonly conflicts: readonly MergeConflict[] };

export type AgainstBase = {
  readonly base: {
    readonly id: Id;
    readonly name: string;
    /** The revision of it that is taken over. */
    readonly takenOver: number;
    readonly latest: number;
  };
  readonly revision: number;
  readonly scenario: Scenario;
  readonly baseThen: Scenario;
  readonly baseNow: Scenario;
  /** What the scenario changes of the base as it was taken over. */
  readonly changes: readonly { readonly operation: Operation; readonly reason: Reason | null }[];
  /** What changed in the base since. */
  readonly merge: Merge;
};

type SeenScenario = { readonly scenario: Id; readonly revision: number };
export type Stacking = { readonly plan: Id; readonly changesOf: SeenScenario; readonly on: SeenScenario };
export type LoadedStacking = {
  /** The scenario whose changes they are, and its base as that was taken over. */
  readonly changed: Scenario;
  readonly changedBase: Scenario;
  /** The one on top of which they come. */
  readonly on: Scenario;
  readonly merge: Merge;
};
