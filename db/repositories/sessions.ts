import type { Id } from "../../scenarios/model/identifiers";
import { later } from "../later";
import type { Database, Transaction } from "../schema";
import { sha256 } from "../stored-text";
import { loadPerson, type Person } from "./people";

/** A session ends after so long without a request, and after so long in any case. */
export const IDLE_MINUTES = 30;
export const LONGEST_MINUTES = 8 * 60;
/** Requests come often; that somebody is still there is written down once a minute. */
const SEEN_EVERY_MINUTES = 1;

export async function openSession(
  transaction: Transaction,
  { token, person, now }: { readonly token: string; readonly person: Id; readonly now: string },
): Promise<void> {
  await transaction.deleteFrom("sessions").where("createdAt", "<", later(now, -LONGEST_MINUTES)).execute();
  await transaction
    .insertInto("sessions")
    .values({ tokenHash: sha256(token), personId: person, createdAt: now, seenAt: now })
    .execute();
  await transaction.updateTable("people").set({ signedInAt: now }).where("id", "=", person).execute();
  await transaction
    .updateTable("people")
    .set({ state: "active" })
    .where("id", "=", person)
    .where("state", "=", "invited")
    .execute();
}

/**
 * Who is signed in with this token, or null. `isBackground` marks a request that a page makes by itself: it does not
 * count as somebody being there.
 */
export async function findSession(
  db: Database,
  token: string,
  { now, isBackground }: { readonly now: string; readonly isBackground: boolean },
): Promise<Person | null> {
  const tokenHash = sha256(token);
  const session = await db
    .selectFrom("sessions")
    .select(["personId", "createdAt", "seenAt"])
    .where("tokenHash", "=", tokenHash)
    .executeTakeFirst();
  if (session === undefined) return null;
  const isOver =
    session.seenAt < later(now, -IDLE_MINUTES) || session.createdAt < later(now, -LONGEST_MINUTES);
  const person = isOver ? null : await loadPerson(db, session.personId);
  if (person?.state !== "active") {
    await db.deleteFrom("sessions").where("tokenHash", "=", tokenHash).execute();
    return null;
  }
  if (!isBackground && session.seenAt < later(now, -SEEN_EVERY_MINUTES)) {
    await db.updateTable("sessions").set({ seenAt: now }).where("tokenHash", "=", tokenHash).execute();
  }
  return person;
}

/** Ends a session, and says whose it was; null when it was over already. */
export async function endSession(transaction: Transaction, token: string): Promise<Id | null> {
  const ended = await transaction
    .deleteFrom("sessions")
    .where("tokenHash", "=", sha256(token))
    .returning("personId")
    .executeTakeFirst();
  return ended?.personId ?? null;
}
