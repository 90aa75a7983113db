import type {
  Consultation,
  ConsultationQuestion,
  SilenceDefault,
} from "../../scenarios/consultation/consultation";
import type { DateText } from "../../scenarios/model/calendar";
import type { Id } from "../../scenarios/model/identifiers";
import { inTransaction } from "../in-transaction";
import type { Database, Transaction } from "../schema";
import { storableText } from "../stored-text";
import { appendAudit } from "./audit";
import type { Created } from "./plans";
import { issueOfNewId } from "./plans";

export type ConsultationKey = { readonly plan: Id; readonly consultation: Id };
export type StoredConsultation = Consultation & {
  readonly createdAt: string;
  readonly createdBy: string;
  /** When it was closed before its last day was over, or null. */
  readonly closedAt: string | null;
};
type Authorship = { readonly author: string; readonly now: string };

export type ConsultationEventKind =
  | "frozen"
  | "link-made"
  | "link-revoked"
  | "link-opened"
  | "reminded"
  | "draft-saved"
  | "replied"
  | "extended"
  | "closed"
  | "folded";

export type ConsultationEvent = {
  readonly number: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: ConsultationEventKind;
  readonly organisation: Id | null;
  readonly detail: string;
};

const FIELDS = [
  "planId as plan",
  "id",
  "name",
  "introduction",
  "questions",
  "opens",
  "closes",
  "silence",
  "smallNumberThreshold",
  "createdAt",
  "createdBy",
  "closedAt",
] as const;

/** Freezes: the consultation and the revisions that it sends out, which never change. */
export function createConsultation(
  db: Database,
  { author, now, ...consultation }: Consultation & Authorship,
): Promise<Created> {
  const { plan, id, snapshots, questions, silence, smallNumberThreshold, opens, closes } = consultation;
  return inTransaction(db, async (transaction) => {
    const taken = await transaction
      .selectFrom("consultations")
      .select("id")
      .where("planId", "=", plan)
      .execute();
    const issue = issueOfNewId(
      id,
      taken.map((row) => row.id),
    );
    if (issue !== null) return { outcome: "refused", issues: [issue] };
    await transaction
      .insertInto("consultations")
      .values({
        ...{ planId: plan, id, opens, closes, silence, smallNumberThreshold },
        name: storableText(consultation.name),
        introduction: storableText(consultation.introduction),
        questions: JSON.stringify(questions),
        createdAt: now,
        createdBy: storableText(author),
        closedAt: null,
      })
      .execute();
    await transaction
      .insertInto("consultationSnapshots")
      .values(
        snapshots.map(({ scenario, revision, contentHash, name }, position) => ({
          ...{ planId: plan, consultationId: id, position, scenarioId: scenario, revision, contentHash },
          name: storableText(name),
        })),
      )
      .execute();
    const names = snapshots.map(({ scenario, revision }) => `${scenario} revision ${revision}`).join(", ");
    await appendEvent(
      transaction,
      { plan, consultation: id },
      { author, now, kind: "frozen", detail: names },
    );
    return { outcome: "created" };
  });
}

/** The consultations of a plan, the newest first. */
export async function listConsultations(db: Database, plan: Id): Promise<StoredConsultation[]> {
  const rows = await db
    .selectFrom("consultations")
    .select(FIELDS)
    .where("planId", "=", plan)
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .execute();
  return Promise.all(rows.map((row) => withSnapshots(db, row)));
}

export async function loadConsultation(
  db: Database,
  key: ConsultationKey,
): Promise<StoredConsultation | null> {
  const row = await db
    .selectFrom("consultations")
    .select(FIELDS)
    .where("planId", "=", key.plan)
    .where("id", "=", key.consultation)
    .executeTakeFirst();
  return row === undefined ? null : withSnapshots(db, row);
}

/** Moves the last day on which replies are taken; a closed consultation opens again. False when there is none. */
export function extendConsultation(
  db: Database,
  { closes, author, now, ...key }: ConsultationKey & Authorship & { readonly closes: DateText },
): Promise<boolean> {
  return changeConsultation(
    db,
    key,
    { closes, closedAt: null },
    { author, now, kind: "extended", detail: closes },
  );
}

/** Ends it before its last day. False when there is none. */
export function closeConsultation(
  db: Database,
  { author, now, ...key }: ConsultationKey & Authorship,
): Promise<boolean> {
  return changeConsultation(db, key, { closedAt: now }, { author, now, kind: "closed", detail: "" });
}

/** Writes down that something happened that changes no other table: a reminder, replies folded in. */
export function recordEvent(
  db: Database,
  { plan, consultation, ...event }: ConsultationKey & NewEvent,
): Promise<void> {
  return inTransaction(db, (transaction) => appendEvent(transaction, { plan, consultation }, event));
}

/** What happened, the newest first. */
export async function listEvents(db: Database, key: ConsultationKey): Promise<ConsultationEvent[]> {
  const rows = await db
    .selectFrom("consultationEvents")
    .select(["number", "at", "actor", "kind", "organisation", "detail"])
    .where("planId", "=", key.plan)
    .where("consultationId", "=", key.consultation)
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ConsultationEventKind }));
}

export type NewEvent = Authorship & {
  readonly kind: ConsultationEventKind;
  readonly organisation?: Id;
  readonly detail: string;
};

/** An event with its audit row, in the transaction of the deed itself. The audit's lock orders the numbers. */
export async function appendEvent(
  transaction: Transaction,
  { plan, consultation }: ConsultationKey,
  { author, now, kind, organisation, detail }: NewEvent,
): Promise<void> {
  await appendAudit(transaction, {
    at: now,
    actor: author,
    action: `consultation-${kind}`,
    subject: `plans/${plan}/consultations/${consultation}`,
    detail: { organisation: organisation ?? null, detail },
  });
  const { last } = await transaction
    .selectFrom("consultationEvents")
    .select(({ fn }) => fn.max<number | null>("number").as("last"))
    .where("planId", "=", plan)
    .where("consultationId", "=", consultation)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("consultationEvents")
    .values({
      ...{ planId: plan, consultationId: consultation, number: (last ?? 0) + 1, at: now, kind },
      actor: storableText(author),
      organisation: organisation ?? null,
      detail: storableText(detail),
    })
    .execute();
}

function changeConsultation(
  db: Database,
  key: ConsultationKey,
  change: { readonly closes?: DateText; readonly closedAt: string | null },
  event: NewEvent,
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const changed = await transaction
      .updateTable("consultations")
      .set(change)
      .where("planId", "=", key.plan)
      .where("id", "=", key.consultation)
      .returning("id")
      .executeTakeFirst();
    if (changed === undefined) return false;
    await appendEvent(transaction, key, event);
    return true;
  });
}

type Row = Omit<Consultation, "questions" | "silence" | "snapshots"> & {
  readonly questions: string;
  readonly silence: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly closedAt: string | null;
};

async function withSnapshots(db: Database, row: Row): Promise<StoredConsultation> {
  const snapshots = await db
    .selectFrom("consultationSnapshots")
    .select(["scenarioId as scenario", "revision", "contentHash", "name"])
    .where("planId", "=", row.plan)
    .where("consultationId", "=", row.id)
    .orderBy("position")
    .execute();
  const questions = JSON.parse(row.questions) as ConsultationQuestion[];
  return { ...row, questions, silence: row.silence as SilenceDefault, snapshots };
}
