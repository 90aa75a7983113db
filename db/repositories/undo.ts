import type { Operation } from "../../scenarios/changes/operation";
import { nextSteps, type Step } from "../../scenarios/changes/undo-steps";
import { inSnapshot, inTransaction } from "../in-transaction";
import type { Database, Transaction } from "../schema";
import { type Authorship, applyOnHead, lockHead, type SaveOutcome, type Validate } from "./apply-on-head";
import {
  listRevisionsAfter,
  loadRevision,
  type Revision,
  type RevisionMarks,
  type ScenarioKey,
} from "./revisions";

export type Direction = "undo" | "redo";

/** What undo or redo would do next. */
export type NamedStep = {
  /** The revision of the change that is taken back or made again. */
  readonly change: number;
  /** What that change is called. */
  readonly name: string;
  readonly operations: readonly Operation[];
};
export type NamedSteps = Readonly<Record<Direction, NamedStep | null>>;

export type StepRequest = ScenarioKey &
  Authorship & {
    readonly direction: Direction;
    /** The change that the person saw named. */
    readonly change: number;
    /** What the person chose after a conflict, by pointer, and the revision that they chose on. */
    readonly decided?: {
      readonly revision: number;
      readonly mine: readonly string[];
      readonly theirs: readonly string[];
    };
  };

/** `nothing`: that change is not the next one any more, in another window for instance. */
export type StepOutcome = SaveOutcome | { readonly outcome: "nothing" };

type Person = Pick<Authorship, "author" | "person">;

/** What a person's undo and redo would do next on a scenario. */
export function loadSteps(db: Database, key: ScenarioKey, by: Person): Promise<NamedSteps> {
  return inSnapshot(db, async (snapshot) => {
    const { undo, redo } = await stepsOf(snapshot, key, by);
    return { undo: await named(snapshot, key, undo), redo: await named(snapshot, key, redo) };
  });
}

/**
 * Takes a person's latest change back, or makes the one that they took back last again: as a new revision on top of what
 * others did since, and a conflict where they changed the same fields.
 */
export function takeStep(db: Database, request: StepRequest, validate: Validate): Promise<StepOutcome> {
  const { direction } = request;
  return inTransaction(db, async (transaction) => {
    const head = await lockHead(transaction, request);
    if (head === null) return { outcome: "missing" };
    const step = (await stepsOf(transaction, request, request))[direction];
    if (step === null || step.change !== request.change) return { outcome: "nothing" };

    const { name, operations, reason } = await loadStep(transaction, request, step);
    const { mine = [], theirs = [], revision: decidedOn = step.by } = request.decided ?? {};
    const others = (await listRevisionsAfter(transaction, request, step.by)).filter(
      // The person's own revisions since then are changes and what took them back: together they are nothing.
      (revision) => !isBy(revision, request),
    );
    const attempt = {
      ...request,
      // What is made again is made for the same reason.
      reason: direction === "redo" ? (reason ?? undefined) : undefined,
      change: {
        name: `${direction === "undo" ? "Undone" : "Redone"}: ${name}`,
        operations: operations.filter(({ path }) => !theirs.includes(path)),
      },
      unseenBy: ({ path }: Operation) =>
        mine.includes(path) ? others.filter(({ number }) => number > decidedOn) : others,
      marks: {
        ...(direction === "undo" ? { undoes: step.change } : { redoes: step.change }),
        ...(await takenOverAfter(transaction, request, step, direction)),
      },
    };
    return applyOnHead(transaction, head, attempt, validate);
  });
}

/** With what was taken over from its base, a scenario also gives back that it has taken it over. */
async function takenOverAfter(
  transaction: Transaction,
  key: ScenarioKey,
  { change }: Step,
  direction: Direction,
): Promise<Partial<RevisionMarks>> {
  const before = await loadRevision(transaction, { ...key, number: change - 1 });
  const after = await loadRevision(transaction, { ...key, number: change });
  if (before === null || after === null || before.takenOver === after.takenOver) return {};
  return { takenOver: direction === "undo" ? before.takenOver : after.takenOver };
}

async function stepsOf(db: Database, { plan, scenario }: ScenarioKey, { author, person = null }: Person) {
  const revisions = db
    .selectFrom("revisions")
    .select(["number", "undoes", "redoes"])
    .where("planId", "=", plan)
    .where("scenarioId", "=", scenario)
    .where("number", ">", 1)
    .orderBy("number");
  // A person keeps what is theirs under a new name; what nobody did who was signed in goes by the name.
  const own =
    person === null
      ? revisions.where("person", "is", null).where("author", "=", author)
      : revisions.where("person", "=", person);
  return nextSteps(await own.execute());
}

async function named(db: Database, key: ScenarioKey, step: Step | null): Promise<NamedStep | null> {
  if (step === null) return null;
  const { name, operations } = await loadStep(db, key, step);
  return { change: step.change, name, operations };
}

async function loadStep(
  db: Database,
  key: ScenarioKey,
  { change, by }: Step,
): Promise<Pick<NamedStep, "name" | "operations"> & Pick<Revision, "reason">> {
  const changed = await loadRevision(db, { ...key, number: change });
  const latest = await loadRevision(db, { ...key, number: by });
  if (changed === null || latest === null) throw new Error(`no revision ${change} or ${by}`);
  return { name: changed.changeName, operations: latest.inverse, reason: changed.reason };
}

function isBy(revision: Revision, { author, person = null }: Person): boolean {
  return revision.person === person && (person !== null || revision.author === author);
}
