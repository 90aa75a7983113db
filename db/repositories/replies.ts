import type { ReplyDraft } from "../../scenarios/consultation/reply";
import type { Id } from "../../scenarios/model/identifiers";
import { inTransaction } from "../in-transaction";
import type { Database } from "../schema";
import { storableText } from "../stored-text";
import { lockAudit } from "./audit";
import { appendEvent, type ConsultationKey } from "./consultations";

/** One version of an organisation's reply: as the person left it. */
export type StoredReply = {
  readonly organisation: Id;
  readonly version: number;
  readonly state: "draft" | "submitted";
  readonly way: "page" | "workbook";
  readonly answers: ReplyDraft;
  readonly author: string;
  readonly createdAt: string;
};

export type ReplyKey = ConsultationKey & { readonly organisation: Id };

const FIELDS = ["organisation", "version", "state", "way", "answers", "author", "createdAt"] as const;

/**
 * Saves a draft or a reply as the next version; no version is ever replaced. Null, and nothing is saved, when
 * `baseVersion` is given and another version has come since.
 */
export function saveReply(
  db: Database,
  reply: ReplyKey &
    Pick<StoredReply, "state" | "way" | "answers" | "author"> & {
      readonly now: string;
      readonly baseVersion: number | null;
    },
): Promise<number | null> {
  const { plan, consultation, organisation, state, way, answers, author, now } = reply;
  return inTransaction(db, async (transaction) => {
    await lockAudit(transaction); // Two saves at once take their versions one after the other.
    const { last } = await transaction
      .selectFrom("replies")
      .select(({ fn }) => fn.max<number | null>("version").as("last"))
      .where("planId", "=", plan)
      .where("consultationId", "=", consultation)
      .where("organisation", "=", organisation)
      .executeTakeFirstOrThrow();
    if (reply.baseVersion !== null && reply.baseVersion !== (last ?? 0)) return null;
    const version = (last ?? 0) + 1;
    const kind = state === "draft" ? "draft-saved" : "replied";
    await appendEvent(transaction, { plan, consultation }, { author, now, kind, organisation, detail: way });
    await transaction
      .insertInto("replies")
      .values({
        ...{ planId: plan, consultationId: consultation, organisation, version, state, way },
        ...{ answers: JSON.stringify(answers), author: storableText(author), createdAt: now },
      })
      .execute();
    return version;
  });
}

/** Every version of every organisation's reply to a consultation, by organisation, the newest first. */
export async function listReplies(db: Database, key: ConsultationKey): Promise<StoredReply[]> {
  const rows = await db
    .selectFrom("replies")
    .select(FIELDS)
    .where("planId", "=", key.plan)
    .where("consultationId", "=", key.consultation)
    .orderBy("organisation")
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({
    ...row,
    state: row.state as StoredReply["state"],
    way: row.way as StoredReply["way"],
    answers: JSON.parse(row.answers) as ReplyDraft,
  }));
}
