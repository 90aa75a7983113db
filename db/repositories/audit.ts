import { inSnapshot } from "../in-transaction";
import type { Database, Transaction } from "../schema";
import { sha256, storableText } from "../stored-text";

export type AuditEntry = {
  readonly at: string;
  readonly actor: string;
  /** `scenario-changed`, `plan-created` … */
  readonly action: string;
  /** `plans/llr-2015/scenarios/llr-2015-s1` */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | null>>;
};
export type AuditHead = { readonly sequence: number; readonly hash: string };

type SealedRow = {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
  readonly previousHash: string;
};

const PAGE = 1000;
const START = "0".repeat(64);

/** Writes down who did what, in the transaction of the deed itself: neither is there without the other. */
export async function appendAudit(transaction: Transaction, entry: AuditEntry): Promise<void> {
  const head = await lockAudit(transaction);
  const row: SealedRow = {
    sequence: head.sequence + 1,
    at: entry.at,
    actor: storableText(entry.actor),
    action: entry.action,
    subject: entry.subject,
    detail: JSON.stringify(entry.detail),
    previousHash: head.hash,
  };
  const hash = seal(row);
  await transaction
    .insertInto("audit")
    .values({ ...row, hash })
    .execute();
  await transaction.updateTable("auditHead").set({ sequence: row.sequence, hash }).execute();
}

/** Reads the end of the log and keeps the next place for this transaction until it ends. */
export function lockAudit(transaction: Transaction): Promise<AuditHead> {
  return transaction
    .selectFrom("auditHead")
    .select(["sequence", "hash"])
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The number of rows of the log and the hash that seals them all: note it elsewhere to prove the log later. */
export function auditHead(db: Database): Promise<AuditHead> {
  return db.selectFrom("auditHead").select(["sequence", "hash"]).executeTakeFirstOrThrow();
}

/** The latest lines of the log whose subject is `subject` or lies below it, the newest first. */
export async function listAudit(
  db: Database,
  { subject, most }: { readonly subject: string; readonly most: number },
): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom("audit")
    .select(["at", "actor", "action", "subject", "detail"])
    .where((row) => row.or([row("subject", "=", subject), row("subject", "like", `${subject}/%`)]))
    .orderBy("sequence", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as AuditEntry["detail"] }));
}

/**
 * The first place of the log that was changed, removed, swapped or put in, or null when it is whole: every row must be
 * sealed by its own hash, name the hash before it, and the last one must be the head.
 */
export function verifyAudit(db: Database): Promise<number | null> {
  return inSnapshot(db, async (snapshot) => {
    let last: AuditHead = { sequence: 0, hash: START };
    for (;;) {
      const rows = await snapshot
        .selectFrom("audit")
        .selectAll()
        .where("sequence", ">", last.sequence)
        .orderBy("sequence")
        .limit(PAGE)
        .execute();
      for (const { hash, ...row } of rows) {
        const next = last.sequence + 1;
        if (row.sequence !== next || row.previousHash !== last.hash || hash !== seal(row)) return next;
        last = { sequence: row.sequence, hash };
      }
      if (rows.length < PAGE) break;
    }
    const head = await auditHead(snapshot);
    if (head.sequence === last.sequence && head.hash === last.hash) return null;
    return Math.min(head.sequence, last.sequence) + 1;
  });
}

function seal(row: SealedRow): string {
  const { sequence, at, actor, action, subject, detail, previousHash } = row;
  return sha256(JSON.stringify([sequence, at, actor, action, subject, detail, previousHash]));
}
