import type { Operation } from "../../scenarios/changes/operation";
import type {
  ExplainedMeasure,
  FoundPlan,
  Measure,
  PlanStep,
  WaterfallStep,
} from "../../scenarios/compare-scenarios";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Scenario } from "../../scenarios/model/scenario";
import type { BudgetFrontier } from "../../scenarios/optimise/budget-frontier";
import type { Plan as BudgetPlan } from "../../scenarios/optimise/plan";
import type { Sensitivity } from "../../scenarios/optimise/sensitivity";
import type { Moves } from "../../scenarios/optimise/what-moves";
import type { Bases } from "./bases";
import type { Consultations } from "./consultations";
import type { LongFiles } from "./long-files.server";
import type { LongWorks } from "./long-works.server";
import type { Panels } from "./panels";
import type { People } from "./people";
import type { Packs } from "./packs";
import type { Authorship, ImportOutcome, SaveOutcome, ScenarioKey } from "./saving";

/** What the pages may ask for. Made once for a process; the only way from a page to the database. */
export type Services = {
  /** Packs of a consultation that go out, and those that come back. */
  readonly packs: Packs;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
  /** What scenarios change of what they are based on, and what can be carried from one to another. */
  readonly bases: Bases;
  readonly consultations: Consultations;
  /** Panels that score priorities blind. */
  readonly panels: Panels;
  /** Accounts, sign-in and sessions. */
  readonly people: People;

  listPlans(): Promise<readonly PlanWithScenarios[]>;
  loadPlan(plan: Id): Promise<PlanWithScenarios | null>;
  /** A scenario as it stands with everything that follows from it; null when there is none. */
  loadScenario(key: ScenarioKey): Promise<LoadedScenario | null>;
  /** The best plan of a scenario that has priorities, beside its rankings; a large one takes a while. */
  planOfPriorities(loaded: Pick<LoadedScenario, "contentHash" | "scenario">): Promise<BudgetPlan>;
  /** What moves with one of several budgets or with all: the frontier, and what cuts of all of them lose. */
  frontierOfPriorities(
    loaded: Pick<LoadedScenario, "contentHash" | "scenario">,
    budget: Moves,
  ): Promise<BudgetFrontier>;
  /** How much the best plan depends on weights and costs; null where the figures have too many digits to be varied exactly. */
  sensitivityOfPriorities(
    loaded: Pick<LoadedScenario, "contentHash" | "scenario">,
    plan: BudgetPlan,
  ): Promise<Sensitivity | null>;
  /** What is known of a frontier while it is worked out; null when that is nothing. */
  frontierSoFar(loaded: Pick<LoadedScenario, "contentHash">, budget: Moves): BudgetFrontier | null;
  /** How far long work on the content of a scenario is, and how to stop it and begin again. */
  readonly longWork: Readonly<Record<LongWorkKind, LongWork>>;
  /** The document of one revision, which a person may still have before them; null when there is none. */
  loadRevision(key: ScenarioKey, number: number): Promise<Scenario | null>;
  /** Scenarios of a plan as they stand or as they were in a revision, in the order asked; null for one that is not there. */
  loadCompared(plan: Id, picks: readonly ScenarioPick[]): Promise<readonly (ComparedScenario | null)[]>;
  /** Compares scenarios; what was worked out for their contents before is not worked out again. */
  readonly comparisons: Comparisons;
  /** The latest revision, for pages that ask again and again whether they are up to date; null when there is none. */
  loadLatest(key: ScenarioKey): Promise<LatestRevision | null>;
  /** Workbooks of large plans, which are made while everybody else goes on. */
  readonly workbooks: LongFiles;
  /** The history, newest first; null when there is no such scenario. */
  loadHistory(key: ScenarioKey): Promise<readonly HistoryEntry[] | null>;

  /** The documents of the revisions from one to another, by number. */
  loadDocuments(
    key: ScenarioKey,
    range: { readonly from: number; readonly to: number },
  ): Promise<ReadonlyMap<number, Scenario>>;

  /** Saves a change on the latest revision, unless someone else changed the same fields since `baseRevision`. */
  saveChange(key: ScenarioKey, change: ChangeRequest, by: Authorship): Promise<SaveOutcome>;
  /** Makes an earlier revision the latest again, as a new revision. */
  restoreRevision(
    key: ScenarioKey,
    restoration: { readonly revision: number; readonly baseRevision: number },
    by: Authorship,
  ): Promise<SaveOutcome>;
  /** What undo and redo would do next for a person. */
  loadSteps(key: ScenarioKey, by: Authorship): Promise<Steps>;
  /** Takes a person's latest change back, or makes again what they took back last, on top of what others did since. */
  takeStep(
    key: ScenarioKey,
    request: StepRequest,
    by: Authorship,
  ): Promise<SaveOutcome | { readonly outcome: "nothing" }>;
  /** Adds the scenario of a file to a plan. A taken id gets the next free one; the name stays. */
  importScenario(plan: Id, text: string, by: Authorship): Promise<ImportOutcome>;
  /** The best plan of a scenario's priorities as a new scenario: its lines as provisions, based on the original. */
  handOverPlan(key: ScenarioKey, name: string, by: Authorship): Promise<ImportOutcome>;
  /** A new plan with no scenario in it; answers its id. */
  createPlan(plan: { readonly name: string; readonly about: string }, by: Authorship): Promise<Id>;
  /** A scenario with nothing in it but its months. */
  createEmptyScenario(
    plan: Id,
    empty: Pick<Scenario, "name" | "horizon">,
    by: Authorship,
  ): Promise<ImportOutcome>;
  /** A copy to work on, based on the original. */
  duplicateScenario(key: ScenarioKey, name: string, by: Authorship): Promise<ImportOutcome>;
};

export type LongWorkKind = "plan" | "sensitivity" | "frontier";
/** Long work on what follows from a content, by its `workKey`. */
export type LongWork = Pick<LongWorks<never, unknown>, "stateOf" | "stop" | "restart">;

export type Plan = { readonly id: Id; readonly name: string; readonly about: string };
export type PlanWithScenarios = Plan & { readonly scenarios: readonly ListedScenario[] };

export type ListedScenario = {
  readonly id: Id;
  readonly name: string;
  readonly status: NonNullable<Scenario["status"]>;
  readonly revision: number;
  readonly contentHash: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** Null when the stored document cannot be evaluated (its page says why). */
  readonly evaluation: Evaluation | null;
};

export type LoadedScenario = {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly revision: number;
  readonly contentHash: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly evaluation: Evaluation;
};

/** A scenario as it stands, or as it was in one of its revisions. */
export type ScenarioPick = { readonly scenario: Id; readonly revision: number | null };

export type ComparedScenario = {
  readonly name: string;
  readonly revision: number;
  readonly contentHash: string;
  /** Null when the stored document cannot be evaluated. */
  readonly evaluation: Evaluation | null;
};

type Evaluated = { readonly contentHash: string; readonly evaluation: Evaluation };

export type Comparisons = {
  readonly measures: (scenarios: readonly Evaluated[]) => readonly Measure[];
  /** The changes that make the second out of the first. */
  readonly changes: (first: Evaluated, second: Evaluated) => readonly Operation[];
  /** What each group of changes does to a figure; null where a mix of the two cannot be evaluated. */
  readonly explain: (
    measure: ExplainedMeasure,
    first: Evaluated,
    second: Evaluated,
  ) => readonly WaterfallStep[] | null;
  /** From the plan of one scenario to that of another, by kinds of changes. */
  readonly planSteps: (first: PlannedContent, second: PlannedContent) => Promise<readonly PlanStep[]>;
};

type PlannedContent = FoundPlan & { readonly contentHash: string };

export type LatestRevision = Pick<HistoryEntry, "number" | "changeName" | "author" | "person" | "createdAt">;

export type HistoryEntry = {
  readonly number: number;
  readonly changeName: string;
  readonly operations: readonly Operation[];
  readonly reason: string | null;
  readonly author: string;
  /** The author's id; null for what no signed-in person did. */
  readonly person: Id | null;
  readonly createdAt: string;
  /** The change that it takes back, by its revision. */
  readonly undoes: number | null;
  /** The change that it makes again. */
  readonly redoes: number | null;
};

/** A named change: `{ name: "Price of the joint lot", operations: [{ op: "replace", path, value }] }`. */
export type ChangeRequest = {
  readonly baseRevision: number;
  readonly change: { readonly name: string; readonly operations: readonly Operation[] };
  readonly reason?: string;
  /** Says that values stay as they are, for the reason given: kept in the history though nothing changes. */
  readonly confirms?: boolean;
  /** Parts in which the change is made on a later revision than elsewhere. */
  readonly rebased?: { readonly paths: readonly string[]; readonly revision: number };
};

export type Direction = "undo" | "redo";
/** A change that can be taken back, or made again: by its revision and name, with what that would do. */
export type Step = {
  readonly change: number;
  readonly name: string;
  readonly operations: readonly Operation[];
};
export type Steps = Readonly<Record<Direction, Step | null>>;
export type StepRequest = {
  readonly direction: Direction;
  /** The change that the person saw named: when another is next by now, nothing is done. */
  readonly change: number;
  /** After a conflict: the fields for which the step stands, those for which the other's value does, and the revision seen. */
  readonly decided?: {
    readonly revision: number;
    readonly mine: readonly string[];
    readonly theirs: readonly string[];
  };
};
