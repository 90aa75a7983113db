import type { Id } from "../../scenarios/model/identifiers";
import type { Issue } from "../../scenarios/model/issue";
import type { Scenario } from "../../scenarios/model/scenario";
import { inTransaction } from "../in-transaction";
import type { Database, Transaction } from "../schema";
import { storableText } from "../stored-text";
import { appendAudit } from "./audit";
import { type Created, issueOfNewId } from "./plans";
import { insertRevision, type ScenarioKey } from "./revisions";

type Status = NonNullable<Scenario["status"]>;

/** What a card or a list shows. The figures come from the document: `contentHash` says whether they are known. */
export type ScenarioSummary = {
  readonly plan: Id;
  readonly id: Id;
  readonly name: string;
  readonly status: Status;
  readonly revision: number;
  readonly contentHash: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** When it was put away, or null: it can still be read, but not changed. */
  readonly archivedAt: string | null;
  /** The revision of its base that it has taken over; null where it has no base in the plan. */
  readonly takenOver: number | null;
};
/** A scenario as it stands: the document of its latest revision. */
export type StoredScenario = ScenarioSummary & { readonly document: Scenario };
type Authorship = {
  readonly author: string;
  /** Null or left out: nobody who is signed in. */
  readonly person?: Id | null | undefined;
  readonly now: string;
  readonly reason?: string | undefined;
};

const NAME_MISSING: Issue = {
  path: "/name",
  code: "name-missing",
  message: "Give the copy a name of its own.",
};

/** The scenarios of a plan in their order, without those that were put away. */
export async function listScenarios(db: Database, plan: Id): Promise<ScenarioSummary[]> {
  const rows = await scenariosWithHead(db)
    .where("scenarios.planId", "=", plan)
    .where("scenarios.archivedAt", "is", null)
    .orderBy("scenarios.position")
    .execute();
  return rows.map((row) => ({ ...row, status: row.status as Status }));
}

/** Every id that a plan has given away, also of scenarios that were put away. */
export async function listTakenIds(db: Database, plan: Id): Promise<Id[]> {
  const rows = await db.selectFrom("scenarios").select("id").where("planId", "=", plan).execute();
  return rows.map(({ id }) => id);
}

export async function loadScenario(db: Database, key: ScenarioKey): Promise<StoredScenario | null> {
  const row = await scenariosWithHead(db)
    .select("revisions.document")
    .where("scenarios.planId", "=", key.plan)
    .where("scenarios.id", "=", key.scenario)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, status: row.status as Status, document: JSON.parse(row.document) as Scenario };
}

/**
 * Adds a scenario to a plan, as its last and at revision 1. Without a word about it, it has taken over what it is based
 * on as that stands now.
 */
export function createScenario(
  db: Database,
  creation: {
    readonly plan: Id;
    readonly document: Scenario;
    readonly takenOver?: number | null;
  } & Authorship,
): Promise<Created> {
  const { plan, document, author, person, now, reason } = creation;
  return inTransaction(db, async (transaction) => {
    if (!(await lockPlan(transaction, plan))) return { outcome: "missing" };
    const others = await transaction
      .selectFrom("scenarios")
      .select(["id", "position"])
      .where("planId", "=", plan)
      .execute();
    const issue = issueOfNewId(
      document.id,
      others.map(({ id }) => id),
    );
    if (issue !== null) return { outcome: "refused", issues: [issue] };

    await transaction
      .insertInto("scenarios")
      .values({
        planId: plan,
        id: document.id,
        name: storableText(document.name),
        status: document.status ?? "draft",
        position: 1 + Math.max(0, ...others.map(({ position }) => position)),
        headRevision: 1,
        createdAt: now,
        updatedAt: now,
        updatedBy: storableText(author),
        archivedAt: null,
      })
      .execute();
    await insertRevision(transaction, {
      ...{ plan, scenario: document.id, number: 1, document, reason, author, person, now },
      action: "scenario-created",
      change: { name: "Scenario created", operations: [], inverse: [] },
      marks: {
        undoes: null,
        redoes: null,
        takenOver: creation.takenOver ?? (await headRevisionOf(transaction, plan, document.basedOn?.id)),
      },
    });
    return { outcome: "created" };
  });
}

/** A copy to work on: a draft under a new id and name that is based on the original as it stands. */
export function duplicateScenario(
  db: Database,
  duplication: ScenarioKey & { readonly copy: { readonly id: Id; readonly name: string } } & Authorship,
): Promise<Created> {
  const { plan, copy, author, person, now, reason } = duplication;
  return inTransaction(db, async (transaction) => {
    const original = await loadScenario(transaction, duplication);
    if (original === null) return { outcome: "missing" };
    if (copy.name.trim() === "") return { outcome: "refused", issues: [NAME_MISSING] };
    const { id, name } = original.document;
    const document: Scenario = { ...original.document, ...copy, status: "draft", basedOn: { id, name } };
    return createScenario(transaction, {
      ...{ plan, document, author, person, now, reason },
      takenOver: original.revision,
    });
  });
}

/** Puts a scenario away: off the lists and unchangeable, its history kept. False when there is none to put away. */
export function archiveScenario(
  db: Database,
  { author, now, ...key }: ScenarioKey & Omit<Authorship, "reason">,
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const archived = await transaction
      .updateTable("scenarios")
      .set({ archivedAt: now })
      .where("planId", "=", key.plan)
      .where("id", "=", key.scenario)
      .where("archivedAt", "is", null)
      .returning("name")
      .executeTakeFirst();
    if (archived === undefined) return false;
    await appendAudit(transaction, {
      at: now,
      actor: author,
      action: "scenario-archived",
      subject: `plans/${key.plan}/scenarios/${key.scenario}`,
      detail: { name: archived.name },
    });
    return true;
  });
}

async function headRevisionOf(db: Database, plan: Id, scenario: Id | undefined): Promise<number | null> {
  if (scenario === undefined) return null;
  const row = await db
    .selectFrom("scenarios")
    .select("headRevision")
    .where("planId", "=", plan)
    .where("id", "=", scenario)
    .executeTakeFirst();
  return row?.headRevision ?? null;
}

function scenariosWithHead(db: Database) {
  return db
    .selectFrom("scenarios")
    .innerJoin("revisions", (join) =>
      join
        .onRef("revisions.planId", "=", "scenarios.planId")
        .onRef("revisions.scenarioId", "=", "scenarios.id")
        .onRef("revisions.number", "=", "scenarios.headRevision"),
    )
    .select([
      "scenarios.planId as plan",
      "scenarios.id",
      "scenarios.name",
      "scenarios.status",
      "scenarios.headRevision as revision",
      "revisions.contentHash",
      "scenarios.updatedAt",
      "scenarios.updatedBy",
      "scenarios.archivedAt",
      "revisions.takenOver",
    ]);
}

/** Keeps other new scenarios of the plan waiting until this one has its place. False when there is no such plan. */
async function lockPlan(transaction: Transaction, plan: Id): Promise<boolean> {
  const row = await transaction
    .selectFrom("plans")
    .select("id")
    .where("id", "=", plan)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}
