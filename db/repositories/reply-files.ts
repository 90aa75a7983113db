import type { Id } from "../../scenarios/model/identifiers";
import { inTransaction } from "../in-transaction";
import type { Database } from "../schema";
import { sha256, storableText } from "../stored-text";
import { appendAudit } from "./audit";
import type { ConsultationKey } from "./consultations";

/** A workbook that came back: who sent it, as it came, and what was read from it. */
export type StoredReplyFile = {
  readonly number: number;
  readonly organisation: Id;
  /** As its sender named it. */
  readonly name: string;
  readonly author: string;
  readonly createdAt: string;
};

type NewReplyFile = ConsultationKey &
  Pick<StoredReplyFile, "organisation" | "name" | "author"> & {
    readonly content: Buffer;
    /** JSON: what was read. */
    readonly cells: string;
    readonly now: string;
  };

/** Keeps a file; its number within the consultation. */
export function keepReplyFile(db: Database, file: NewReplyFile): Promise<number> {
  const { plan, consultation, organisation, name, content, cells, author, now } = file;
  return inTransaction(db, async (transaction) => {
    // First, because its lock makes two files at once take their numbers one after the other.
    await appendAudit(transaction, {
      ...{ at: now, actor: author, action: "reply-file-kept" },
      subject: `plans/${plan}/consultations/${consultation}`,
      detail: { organisation, name: storableText(name), content: sha256(content.toString("base64")) },
    });
    const { last } = await transaction
      .selectFrom("replyFiles")
      .select(({ fn }) => fn.max<number | null>("number").as("last"))
      .where("planId", "=", plan)
      .where("consultationId", "=", consultation)
      .executeTakeFirstOrThrow();
    const number = (last ?? 0) + 1;
    await transaction
      .insertInto("replyFiles")
      .values({
        ...{ planId: plan, consultationId: consultation, number, organisation },
        ...{ name: storableText(name), content: content.toString("base64"), cells: storableText(cells) },
        ...{ author: storableText(author), createdAt: now },
      })
      .execute();
    return number;
  });
}

/** What was read from a kept file; null when there is none. */
export async function loadReplyFile(
  db: Database,
  { plan, consultation, number }: ConsultationKey & { readonly number: number },
): Promise<(StoredReplyFile & { readonly cells: string }) | null> {
  const row = await db
    .selectFrom("replyFiles")
    .select(["number", "organisation", "name", "author", "createdAt", "cells"])
    .where("planId", "=", plan)
    .where("consultationId", "=", consultation)
    .where("number", "=", number)
    .executeTakeFirst();
  return row ?? null;
}

/** The original, byte for byte; null when there is none. */
export async function loadReplyFileContent(
  db: Database,
  { plan, consultation, number }: ConsultationKey & { readonly number: number },
): Promise<Buffer | null> {
  const row = await db
    .selectFrom("replyFiles")
    .select("content")
    .where("planId", "=", plan)
    .where("consultationId", "=", consultation)
    .where("number", "=", number)
    .executeTakeFirst();
  return row === undefined ? null : Buffer.from(row.content, "base64");
}

/** The kept files of a consultation, the newest first. */
export function listReplyFiles(
  db: Database,
  { plan, consultation }: ConsultationKey,
): Promise<StoredReplyFile[]> {
  return db
    .selectFrom("replyFiles")
    .select(["number", "organisation", "name", "author", "createdAt"])
    .where("planId", "=", plan)
    .where("consultationId", "=", consultation)
    .orderBy("number", "desc")
    .execute();
}
