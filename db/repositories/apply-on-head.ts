import { applyOperations } from "../../scenarios/changes/apply-operations";
import { type Json, sameJson } from "../../scenarios/changes/json";
import type { Operation } from "../../scenarios/changes/operation";
import { overlap } from "../../scenarios/changes/overlap";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Id } from "../../scenarios/model/identifiers";
import type { Issue } from "../../scenarios/model/issue";
import type { Scenario } from "../../scenarios/model/scenario";
import type { Transaction } from "../schema";
import { contentHash, storableText } from "../stored-text";
import { insertRevision, type Revision, type RevisionMarks, type ScenarioKey } from "./revisions";
import { loadScenario, type StoredScenario } from "./scenarios";

/** Checks a document whole. Handed in, so that the memory need not know the rules. */
export type Validate = (
  document: unknown,
) =>
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export type Authorship = {
  readonly author: string;
  /** Null or left out: nobody who is signed in. */
  readonly person?: Id | null | undefined;
  readonly now: string;
  readonly reason?: string | undefined;
};

/** A field that somebody else changed meanwhile: both values, so that nobody's typing is lost. */
export type Clash = {
  readonly path: string;
  /** What was typed; absent when the change removes it. */
  readonly yours?: Json;
  /** What stands there now; absent when it was removed. */
  readonly theirs?: Json;
  readonly by: string;
  readonly at: string;
};

export type SaveOutcome =
  | { readonly outcome: "saved"; readonly revision: number; readonly document: Scenario }
  | { readonly outcome: "conflict"; readonly revision: number; readonly clashes: readonly Clash[] }
  | { readonly outcome: "refused"; readonly issues: readonly Issue[] }
  | { readonly outcome: "missing" };

/** A change that is to be made on the latest revision. */
export type Attempt = ScenarioKey &
  Authorship & {
    readonly change: { readonly name: string; readonly operations: readonly Operation[] };
    /** What others have done that an operation does not know of, oldest first. */
    readonly unseenBy: (operation: Operation) => readonly Revision[];
    /** It says that values stay as they are: stored where any of it is still to be said. */
    readonly confirms?: boolean;
    /** What the new revision is besides a change: such a one is stored even where nothing is left to change. */
    readonly marks?: Partial<RevisionMarks>;
  };

/** The latest revision, kept from everybody else until this transaction ends. */
export async function lockHead(transaction: Transaction, key: ScenarioKey): Promise<StoredScenario | null> {
  await transaction
    .selectFrom("scenarios")
    .select("headRevision")
    .where("planId", "=", key.plan)
    .where("id", "=", key.scenario)
    .forUpdate()
    .execute();
  return loadScenario(transaction, key);
}

/**
 * Makes a change on the latest revision, which the caller has locked, and stores the result as a new one; unless somebody
 * did something else to the same fields, or the document would have issues.
 */
export async function applyOnHead(
  transaction: Transaction,
  head: StoredScenario,
  attempt: Attempt,
  validate: Validate,
): Promise<SaveOutcome> {
  if (head.archivedAt !== null) return { outcome: "refused", issues: [issueOfArchived(head.name)] };
  const { operations, clashes } = compareWithOthers(attempt, head.document);
  if (clashes.length > 0) return { outcome: "conflict", revision: head.revision, clashes };

  const applied = applyOperations(head.document, operations);
  if (!applied.ok) return { outcome: "refused", issues: applied.issues };
  const says = attempt.marks !== undefined || (attempt.confirms === true && operations.length > 0);
  if (!says && contentHash(applied.document) === head.contentHash) {
    return { outcome: "saved", revision: head.revision, document: head.document };
  }
  const checked = validate(applied.document);
  if (!checked.ok) return { outcome: "refused", issues: checked.issues };
  const { scenario: document } = checked;
  if (document.id !== attempt.scenario) return { outcome: "refused", issues: [issueOfOtherId(document.id)] };

  const change = { name: attempt.change.name, operations, inverse: applied.inverse };
  const revision = head.revision + 1;
  await storeRevision(transaction, head, attempt, { document, change });
  return { outcome: "saved", revision, document };
}

function issueOfArchived(name: string): Issue {
  const message = `"${name}" was put away and cannot be changed: duplicate it and change the copy.`;
  return { path: "", code: "scenario-archived", message };
}

function issueOfOtherId(id: string): Issue {
  const message = `The id of a scenario cannot be changed (to "${id}"): duplicate it under the new id.`;
  return { path: "/id", code: "id-changed", message };
}

/** What is still to be done of a change, and where others have done something else to the same fields. */
function compareWithOthers(
  { change, unseenBy }: Attempt,
  document: Scenario,
): { readonly operations: readonly Operation[]; readonly clashes: readonly Clash[] } {
  const operations: Operation[] = [];
  const clashes: Clash[] = [];
  for (const operation of change.operations) {
    const touching = unseenBy(operation).filter((revision) => overlap([operation], revision.operations));
    const latest = touching.at(-1);
    if (latest === undefined) operations.push(operation);
    else if (!touching.every((revision) => didTheSame(operation, revision))) {
      clashes.push(clashOf(operation, latest, document));
    }
  }
  return { operations, clashes };
}

/** Whether a revision did to the fields of an operation just what the operation would do. */
function didTheSame(operation: Operation, revision: Revision): boolean {
  return revision.operations
    .filter((other) => overlap([operation], [other]))
    .every(
      ({ op, path, value = null }) =>
        op === operation.op && path === operation.path && sameJson(value, operation.value ?? null),
    );
}

function clashOf({ path, value }: Operation, { author, createdAt }: Revision, document: Scenario): Clash {
  const keys = resolvePointer(document, path);
  const theirs = keys === null ? undefined : (valueAt(document, keys) as Json);
  return {
    path,
    ...(value === undefined ? {} : { yours: value }),
    ...(theirs === undefined ? {} : { theirs }),
    by: author,
    at: createdAt,
  };
}

async function storeRevision(
  transaction: Transaction,
  head: StoredScenario,
  { plan, scenario, reason, author, person, now, marks }: Attempt,
  { document, change }: { document: Scenario; change: Attempt["change"] & { inverse: readonly Operation[] } },
): Promise<void> {
  const number = head.revision + 1;
  await transaction
    .updateTable("scenarios")
    .set({
      name: storableText(document.name),
      status: document.status ?? "draft",
      headRevision: number,
      updatedAt: now,
      updatedBy: storableText(author),
    })
    .where("planId", "=", plan)
    .where("id", "=", scenario)
    .execute();
  await insertRevision(transaction, {
    ...{ plan, scenario, number, document, change, reason, author, person, now },
    action: "scenario-changed",
    marks: { undoes: null, redoes: null, takenOver: head.takenOver, ...marks },
  });
}
