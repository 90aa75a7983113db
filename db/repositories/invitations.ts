import type { Id } from "../../scenarios/model/identifiers";
import { inTransaction } from "../in-transaction";
import type { Database, Transaction } from "../schema";
import { storableText } from "../stored-text";
import { appendEvent, type ConsultationKey } from "./consultations";

/** A link of one organisation, without what stands in its address. */
export type Invitation = {
  readonly tokenHash: string;
  readonly organisation: Id;
  readonly needsCode: boolean;
  readonly wrongCodes: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly openedAt: string | null;
};

/** Who a partner's browser speaks for. */
export type PartnerSession = ConsultationKey & {
  readonly organisation: Id;
  /** False until the code that came by another way is given. */
  readonly verified: boolean;
  /** The code was wrong so often that only a new link helps. */
  readonly locked: boolean;
};

export const MOST_WRONG_CODES = 10;

type Authorship = { readonly author: string; readonly now: string };

/** A new link for an organisation; those that it had before end at once. */
export function createInvitation(
  db: Database,
  invitation: ConsultationKey &
    Authorship & {
      readonly organisation: Id;
      readonly tokenHash: string;
      readonly codeHash: string | null;
      readonly expiresAt: string;
    },
): Promise<void> {
  const { plan, consultation, organisation, tokenHash, codeHash, expiresAt, author, now } = invitation;
  return inTransaction(db, async (transaction) => {
    await endLinks(transaction, { plan, consultation, organisation, now });
    await transaction
      .insertInto("invitations")
      .values({
        ...{ tokenHash, planId: plan, consultationId: consultation, organisation, codeHash, expiresAt },
        ...{
          wrongCodes: 0,
          createdAt: now,
          createdBy: storableText(author),
          revokedAt: null,
          openedAt: null,
        },
      })
      .execute();
    const detail = codeHash === null ? "" : "with a code";
    await appendEvent(
      transaction,
      { plan, consultation },
      { author, now, kind: "link-made", organisation, detail },
    );
  });
}

/** Ends every link of an organisation, and with them what is open. False when there was none. */
export function revokeInvitations(
  db: Database,
  {
    plan,
    consultation,
    organisation,
    author,
    now,
  }: ConsultationKey & Authorship & { readonly organisation: Id },
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const ended = await endLinks(transaction, { plan, consultation, organisation, now });
    if (ended === 0) return false;
    const event = { author, now, kind: "link-revoked", organisation, detail: "" } as const;
    await appendEvent(transaction, { plan, consultation }, event);
    return true;
  });
}

/** Answers how many links were open until now. */
async function endLinks(
  transaction: Transaction,
  of: ConsultationKey & { readonly organisation: Id; readonly now: string },
): Promise<number> {
  const ended = await transaction
    .updateTable("invitations")
    .set({ revokedAt: of.now })
    .where("planId", "=", of.plan)
    .where("consultationId", "=", of.consultation)
    .where("organisation", "=", of.organisation)
    .where("revokedAt", "is", null)
    .returning("tokenHash")
    .execute();
  return ended.length;
}

/** Links live as long as the consultation takes replies: a later close makes them last longer. */
export async function prolongInvitations(
  db: Database,
  { plan, consultation, expiresAt }: ConsultationKey & { readonly expiresAt: string },
): Promise<void> {
  await db
    .updateTable("invitations")
    .set({ expiresAt })
    .where("planId", "=", plan)
    .where("consultationId", "=", consultation)
    .where("revokedAt", "is", null)
    .execute();
}

/** The links that were made, the newest first. */
export async function listInvitations(db: Database, key: ConsultationKey): Promise<Invitation[]> {
  const rows = await db
    .selectFrom("invitations")
    .select([
      ...(["tokenHash", "organisation", "codeHash", "wrongCodes"] as const),
      ...(["createdAt", "expiresAt", "revokedAt", "openedAt"] as const),
    ])
    .where("planId", "=", key.plan)
    .where("consultationId", "=", key.consultation)
    .orderBy("createdAt", "desc")
    .orderBy("tokenHash")
    .execute();
  return rows.map(({ codeHash, ...row }) => ({ ...row, needsCode: codeHash !== null }));
}

/**
 * Opens a link in a browser: a session that ends with the link, or at `expiresAt`. Null when the link is unknown, has
 * ended or was revoked; nobody is told which. Without a code it is verified at once.
 */
export function openInvitation(
  db: Database,
  opening: {
    readonly tokenHash: string;
    readonly sessionHash: string;
    readonly expiresAt: string;
    readonly now: string;
  },
): Promise<PartnerSession | null> {
  const { tokenHash, sessionHash, now } = opening;
  return inTransaction(db, async (transaction) => {
    const invitation = await transaction
      .selectFrom("invitations")
      .selectAll()
      .where("tokenHash", "=", tokenHash)
      .where("revokedAt", "is", null)
      .where("expiresAt", ">", now)
      .executeTakeFirst();
    if (invitation === undefined) return null;
    const { planId: plan, consultationId: consultation, organisation, codeHash, wrongCodes } = invitation;
    const verified = codeHash === null;
    const expiresAt = opening.expiresAt < invitation.expiresAt ? opening.expiresAt : invitation.expiresAt;
    await transaction.deleteFrom("partnerSessions").where("expiresAt", "<=", now).execute();
    await transaction
      .insertInto("partnerSessions")
      .values({ sessionHash, tokenHash, verifiedAt: verified ? now : null, expiresAt })
      .execute();
    if (invitation.openedAt === null) {
      await transaction
        .updateTable("invitations")
        .set({ openedAt: now })
        .where("tokenHash", "=", tokenHash)
        .execute();
      const event = { author: organisation, now, kind: "link-opened", organisation, detail: "" } as const;
      await appendEvent(transaction, { plan, consultation }, event);
    }
    return { plan, consultation, organisation, verified, locked: wrongCodes >= MOST_WRONG_CODES };
  });
}

/** Whom a partner's browser speaks for; null when its session or its link has ended. */
export async function loadPartnerSession(
  db: Database,
  { sessionHash, now }: { readonly sessionHash: string; readonly now: string },
): Promise<PartnerSession | null> {
  const row = await liveSessions(db, now)
    .select([
      "invitations.planId as plan",
      "invitations.consultationId as consultation",
      "invitations.organisation",
      "invitations.wrongCodes",
      "partnerSessions.verifiedAt",
    ])
    .where("partnerSessions.sessionHash", "=", sessionHash)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { plan, consultation, organisation, verifiedAt, wrongCodes } = row;
  const locked = verifiedAt === null && wrongCodes >= MOST_WRONG_CODES;
  return { plan, consultation, organisation, verified: verifiedAt !== null, locked };
}

/** Takes the code of a link. A wrong one counts; the tenth locks the link, and even the right one is not taken any more. */
export function giveCode(
  db: Database,
  {
    sessionHash,
    codeHash,
    now,
  }: { readonly sessionHash: string; readonly codeHash: string; readonly now: string },
): Promise<"right" | "wrong" | "locked"> {
  return inTransaction(db, async (transaction) => {
    const row = await liveSessions(transaction, now)
      .select(["invitations.tokenHash", "invitations.codeHash", "invitations.wrongCodes"])
      .where("partnerSessions.sessionHash", "=", sessionHash)
      .executeTakeFirst();
    if (row === undefined || row.wrongCodes >= MOST_WRONG_CODES) return "locked";
    if (row.codeHash !== null && row.codeHash !== codeHash) {
      await transaction
        .updateTable("invitations")
        .set(({ eb }) => ({ wrongCodes: eb("wrongCodes", "+", 1) }))
        .where("tokenHash", "=", row.tokenHash)
        .execute();
      return row.wrongCodes + 1 < MOST_WRONG_CODES ? "wrong" : "locked";
    }
    await transaction
      .updateTable("partnerSessions")
      .set({ verifiedAt: now })
      .where("sessionHash", "=", sessionHash)
      .execute();
    return "right";
  });
}

function liveSessions(db: Database, now: string) {
  return db
    .selectFrom("partnerSessions")
    .innerJoin("invitations", "invitations.tokenHash", "partnerSessions.tokenHash")
    .where("partnerSessions.expiresAt", ">", now)
    .where("invitations.expiresAt", ">", now)
    .where("invitations.revokedAt", "is", null);
}
