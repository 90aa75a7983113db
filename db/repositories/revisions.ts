import type { Operation } from "../../scenarios/changes/operation";
import type { Id } from "../../scenarios/model/identifiers";
import type { Scenario } from "../../scenarios/model/scenario";
import type { Database, Transaction } from "../schema";
import { contentHash, storableText } from "../stored-text";
import { appendAudit } from "./audit";

export type ScenarioKey = { readonly plan: Id; readonly scenario: Id };

/** What a revision is besides a change. */
export type RevisionMarks = {
  /** The change that it takes back, by its revision. */
  readonly undoes: number | null;
  /** The change that it makes again. */
  readonly redoes: number | null;
  /** The revision of the scenario's base that is taken over up to here; null where it has no base in the plan. */
  readonly takenOver: number | null;
};

/** A line of the history: who changed what, when and why, with the change that takes it back. */
export type Revision = {
  readonly number: number;
  readonly changeName: string;
  readonly operations: readonly Operation[];
  readonly inverse: readonly Operation[];
  readonly reason: string | null;
  readonly author: string;
  /** The author's id, or null for what no signed-in person did. */
  readonly person: Id | null;
  readonly createdAt: string;
  readonly contentHash: string;
} & RevisionMarks;
export type RevisionWithDocument = Revision & { readonly document: Scenario };

export type NewRevision = ScenarioKey & {
  readonly number: number;
  readonly document: Scenario;
  readonly change: {
    readonly name: string;
    readonly operations: readonly Operation[];
    readonly inverse: readonly Operation[];
  };
  readonly action: "scenario-created" | "scenario-changed";
  readonly reason: string | undefined;
  readonly author: string;
  readonly person: Id | null | undefined;
  readonly now: string;
  readonly marks: RevisionMarks;
};

const REVISION_FIELDS = [
  "number",
  "changeName",
  "operations",
  "inverse",
  "reason",
  "author",
  "person",
  "createdAt",
  "contentHash",
  "undoes",
  "redoes",
  "takenOver",
] as const;

/** The history of a scenario, newest first. */
export async function listRevisions(db: Database, key: ScenarioKey): Promise<Revision[]> {
  const rows = await revisionsOf(db, key).select(REVISION_FIELDS).orderBy("number", "desc").execute();
  return rows.map(toRevision);
}

/** The latest revision of a scenario, without what it changed; null when there is no such scenario. */
export async function loadLatest(
  db: Database,
  key: ScenarioKey,
): Promise<Pick<Revision, "number" | "changeName" | "author" | "person" | "createdAt"> | null> {
  const row = await revisionsOf(db, key)
    .select(["number", "changeName", "author", "person", "createdAt"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The revisions after one, oldest first: what others did meanwhile. */
export async function listRevisionsAfter(
  db: Database,
  key: ScenarioKey,
  number: number,
): Promise<Revision[]> {
  const rows = await revisionsOf(db, key)
    .select(REVISION_FIELDS)
    .where("number", ">", number)
    .orderBy("number")
    .execute();
  return rows.map(toRevision);
}

export async function loadRevision(
  db: Database,
  { number, ...key }: ScenarioKey & { readonly number: number },
): Promise<RevisionWithDocument | null> {
  const row = await revisionsOf(db, key)
    .select([...REVISION_FIELDS, "document"])
    .where("number", "=", number)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { document, ...revision } = row;
  return { ...toRevision(revision), document: JSON.parse(document) as Scenario };
}

/** The documents of the revisions from one to another, by number. */
export async function loadDocuments(
  db: Database,
  { from, to, ...key }: ScenarioKey & { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<number, Scenario>> {
  const rows = await revisionsOf(db, key)
    .select(["number", "document"])
    .where("number", ">=", from)
    .where("number", "<=", to)
    .execute();
  return new Map(rows.map(({ number, document }) => [number, JSON.parse(document) as Scenario]));
}

/** Writes a revision down with its audit row; the caller moves the scenario's head in the same transaction. */
export async function insertRevision(transaction: Transaction, revision: NewRevision): Promise<void> {
  const { plan, scenario, number, document, change, action, author, person = null, now, marks } = revision;
  const reason = revision.reason ?? null;
  const hash = contentHash(document);
  await transaction
    .insertInto("revisions")
    .values({
      planId: plan,
      scenarioId: scenario,
      number,
      document: JSON.stringify(document),
      contentHash: hash,
      changeName: storableText(change.name),
      operations: JSON.stringify(change.operations),
      inverse: JSON.stringify(change.inverse),
      reason: reason === null ? null : storableText(reason),
      author: storableText(author),
      person,
      createdAt: now,
      ...marks,
    })
    .execute();
  await appendAudit(transaction, {
    at: now,
    actor: author,
    action,
    subject: `plans/${plan}/scenarios/${scenario}`,
    detail: { revision: number, change: change.name, contentHash: hash, reason, person },
  });
}

function revisionsOf(db: Database, { plan, scenario }: ScenarioKey) {
  return db.selectFrom("revisions").where("planId", "=", plan).where("scenarioId", "=", scenario);
}

function toRevision<Row extends { operations: string; inverse: string }>(row: Row) {
  return {
    ...row,
    operations: JSON.parse(row.operations) as Operation[],
    inverse: JSON.parse(row.inverse) as Operation[],
  };
}
