import { applyOperations } from "../../scenarios/changes/apply-operations";
import { diffDocuments } from "../../scenarios/changes/diff-documents";
import { type Json, sameJson } from "../../scenarios/changes/json";
import type { Operation } from "../../scenarios/changes/operation";
import { overlap } from "../../scenarios/changes/overlap";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Issue } from "../../scenarios/model/issue";
import type { Scenario } from "../../scenarios/model/scenario";
import { inTransaction } from "../in-transaction";
import type { Database, Transaction } from "../schema";
import { contentHash, storableText } from "../stored-text";
import {
  insertRevision,
  listRevisionsAfter,
  loadRevision,
  type NewRevision,
  type Revision,
  type ScenarioKey,
} from "./revisions";
import { loadScenario, type StoredScenario } from "./scenarios";

/** Checks a document whole. Handed in, so that the memory need not know the rules. */
export type Validate = (
  document: unknown,
) =>
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly issues: readonly Issue[] };

type Authorship = {
  readonly author: string;
  readonly now: string;
  readonly reason?: string | undefined;
};
export type Edit = ScenarioKey &
  Authorship & {
    /** The revision that the person had before them. */
    readonly baseRevision: number;
    readonly change: { readonly name: string; readonly operations: readonly Operation[] };
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

/**
 * Applies a change to the latest revision of a scenario and stores the result as a new one, unless somebody changed
 * the same fields since the revision that the change was made on. Nothing is stored when nothing changes: a change
 * that is sent again because its answer was lost is answered as saved.
 */
export function saveChange(db: Database, edit: Edit, validate: Validate): Promise<SaveOutcome> {
  return inTransaction(db, async (transaction) => {
    const head = await lockHead(transaction, edit);
    if (head === null) return { outcome: "missing" };
    const fault = faultOf(edit, head);
    if (fault !== null) return { outcome: "refused", issues: [fault] };

    const since = await listRevisionsAfter(transaction, edit, edit.baseRevision);
    const { operations, clashes } = compareWith(since, edit.change.operations, head.document);
    if (clashes.length > 0) return { outcome: "conflict", revision: head.revision, clashes };

    const applied = applyOperations(head.document, operations);
    if (!applied.ok) return { outcome: "refused", issues: applied.issues };
    if (contentHash(applied.document) === head.contentHash) {
      return { outcome: "saved", revision: head.revision, document: head.document };
    }
    const checked = validate(applied.document);
    if (!checked.ok) return { outcome: "refused", issues: checked.issues };
    const { scenario: document } = checked;
    if (document.id !== edit.scenario) return { outcome: "refused", issues: [issueOfOtherId(document.id)] };

    const revision = head.revision + 1;
    const change = { name: edit.change.name, operations, inverse: applied.inverse };
    await storeRevision(transaction, edit, { revision, document, change });
    return { outcome: "saved", revision, document };
  });
}

/**
 * Makes an earlier revision the newest again, as a change like any other: on top of what the person had before them,
 * and a conflict if somebody changed the same fields meanwhile.
 */
export function restoreRevision(
  db: Database,
  restoration: ScenarioKey & Authorship & { readonly revision: number; readonly baseRevision: number },
  validate: Validate,
): Promise<SaveOutcome> {
  const { revision, baseRevision, ...rest } = restoration;
  return inTransaction(db, async (transaction) => {
    const base = await loadRevision(transaction, { ...rest, number: baseRevision });
    const earlier = await loadRevision(transaction, { ...rest, number: revision });
    if (base === null || earlier === null) return { outcome: "missing" };
    const operations = diffDocuments(base.document, earlier.document);
    const change = { name: `Revision ${revision} restored`, operations };
    return saveChange(transaction, { ...rest, baseRevision, change }, validate);
  });
}

/** The latest revision, kept from everybody else until this transaction ends. */
async function lockHead(transaction: Transaction, key: ScenarioKey): Promise<StoredScenario | null> {
  await transaction
    .selectFrom("scenarios")
    .select("headRevision")
    .where("planId", "=", key.plan)
    .where("id", "=", key.scenario)
    .forUpdate()
    .execute();
  return loadScenario(transaction, key);
}

function faultOf(edit: Edit, head: StoredScenario): Issue | null {
  const { baseRevision } = edit;
  if (head.archivedAt !== null) {
    const message = `"${head.name}" was put away and cannot be changed: duplicate it and change the copy.`;
    return { path: "", code: "scenario-archived", message };
  }
  if (!Number.isInteger(baseRevision) || baseRevision < 1 || baseRevision > head.revision) {
    const message = `There is no revision ${baseRevision} of "${head.name}": load the newest, ${head.revision}, and change that.`;
    return { path: "", code: "no-such-revision", message };
  }
  return null;
}

function issueOfOtherId(id: string): Issue {
  const message = `The id of a scenario cannot be changed (to "${id}"): duplicate it under the new id.`;
  return { path: "/id", code: "id-changed", message };
}

/** What is still to be done of a change, and where others have done something else to the same fields. */
function compareWith(
  since: readonly Revision[],
  mine: readonly Operation[],
  document: Scenario,
): { readonly operations: readonly Operation[]; readonly clashes: readonly Clash[] } {
  const operations: Operation[] = [];
  const clashes: Clash[] = [];
  for (const operation of mine) {
    const touching = since.filter((revision) => overlap([operation], revision.operations));
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
  { plan, scenario, reason, author, now }: Edit,
  { revision, document, change }: { revision: number; document: Scenario; change: NewRevision["change"] },
): Promise<void> {
  await transaction
    .updateTable("scenarios")
    .set({
      name: storableText(document.name),
      status: document.status ?? "draft",
      headRevision: revision,
      updatedAt: now,
      updatedBy: storableText(author),
    })
    .where("planId", "=", plan)
    .where("id", "=", scenario)
    .execute();
  await insertRevision(transaction, {
    ...{ plan, scenario, number: revision, document, change, reason, author, now },
    action: "scenario-changed",
  });
}
