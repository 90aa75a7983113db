import type { Id } from "../../scenarios/model/identifiers";
import { later } from "../later";
import type { Database, Transaction } from "../schema";
import { sha256 } from "../stored-text";

/** `administrator`: to become one; `password`: to choose one; `sign-in`: to come back from somebody else's sign-in. */
export type LinkKind = "administrator" | "password" | "sign-in";

export type OneTimeLink = {
  readonly kind: LinkKind;
  readonly person: Id | null;
  readonly detail: Readonly<Record<string, string>>;
};

/** Keeps a link for so many minutes. The token itself is kept by whoever opens it, and nowhere here. */
export async function keepLink(
  db: Database,
  { token, minutes, now, ...link }: OneTimeLink & { token: string; minutes: number; now: string },
): Promise<void> {
  await db.deleteFrom("oneTimeLinks").where("expiresAt", "<", now).execute();
  await db
    .insertInto("oneTimeLinks")
    .values({
      ...{ tokenHash: sha256(token), kind: link.kind, personId: link.person },
      ...{ detail: JSON.stringify(link.detail), createdAt: now, expiresAt: later(now, minutes) },
    })
    .execute();
}

/** What a link is for, or null when it was used, has expired, or never was. Looking does not use it. */
export async function findLink(
  db: Database,
  { token, kinds, now }: { token: string; kinds: readonly LinkKind[]; now: string },
): Promise<OneTimeLink | null> {
  const row = await db
    .selectFrom("oneTimeLinks")
    .select(["kind", "personId", "detail"])
    .where("tokenHash", "=", sha256(token))
    .where("kind", "in", kinds)
    .where("expiresAt", ">=", now)
    .executeTakeFirst();
  if (row === undefined) return null;
  const detail = JSON.parse(row.detail) as Record<string, string>;
  return { kind: row.kind as LinkKind, person: row.personId, detail };
}

/** Uses a link up. */
export async function takeLink(transaction: Transaction, token: string): Promise<void> {
  await transaction.deleteFrom("oneTimeLinks").where("tokenHash", "=", sha256(token)).execute();
}

/** Makes the links of a person useless. */
export async function dropLinksOf(db: Database, person: Id): Promise<void> {
  await db.deleteFrom("oneTimeLinks").where("personId", "=", person).execute();
}
