import type { Id } from "../../scenarios/model/identifiers";
import type { Issue } from "../../scenarios/model/issue";
import { inTransaction } from "../in-transaction";
import type { Database, Transaction } from "../schema";
import { storableText } from "../stored-text";
import { appendAudit, lockAudit } from "./audit";

export type Role = "administrator" | "commissioner" | "finance" | "viewer";
export type PersonState = "invited" | "active" | "disabled";

export type Person = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly state: PersonState;
  readonly isSample: boolean;
  readonly hasPassword: boolean;
  readonly createdAt: string;
  readonly signedInAt: string | null;
};
export type NewPerson = Pick<Person, "id" | "name" | "email" | "role" | "state" | "isSample"> & {
  readonly passwordHash: string | null;
};
/** Who does something to a person, and when. */
export type Deed = { readonly author: string; readonly person: Id | null; readonly now: string };
/** `last-administrator`: nobody could look after the people any more, so nothing was changed. */
export type PersonChanged = "changed" | "missing" | "last-administrator";

const FIELDS = [
  ...(["id", "name", "email", "role", "state", "isSample", "passwordHash"] as const),
  ...(["createdAt", "signedInAt"] as const),
];

/** Everybody, by name. */
export async function listPeople(db: Database): Promise<Person[]> {
  return (await db.selectFrom("people").select(FIELDS).orderBy("name").execute()).map(toPerson);
}

export async function loadPerson(db: Database, id: Id): Promise<Person | null> {
  const row = await db.selectFrom("people").select(FIELDS).where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toPerson(row);
}

/** The person of an e-mail address, however it is written, with the stored text of their password. */
export async function findByEmail(
  db: Database,
  email: string,
): Promise<(Person & { readonly passwordHash: string | null }) | null> {
  const row = await db
    .selectFrom("people")
    .select(FIELDS)
    .where("email", "=", tidyEmail(email))
    .executeTakeFirst();
  return row === undefined ? null : { ...toPerson(row), passwordHash: row.passwordHash };
}

/** Whether somebody who is no part of the sample administers this planner. */
export async function hasAdministrator(db: Database): Promise<boolean> {
  const row = await activeAdministrators(db).where("isSample", "=", 0).executeTakeFirst();
  return row !== undefined;
}

/** Adds a person, unless their name or address is taken. */
export function createPerson(db: Database, person: NewPerson, by: Deed): Promise<readonly Issue[]> {
  return inTransaction(db, async (transaction) => {
    await lockAudit(transaction); // Two new people of one address: the second waits, and then finds the first.
    const { id, role, state, passwordHash, isSample } = person;
    const [name, email] = [storableText(person.name.trim()), tidyEmail(person.email)];
    const taken = await takenIssues(transaction, { name, email });
    if (taken.length > 0) return taken;
    await transaction
      .insertInto("people")
      .values({
        ...{ id, name, email, role, state, passwordHash, isSample: isSample ? 1 : 0 },
        ...{ createdAt: by.now, createdBy: storableText(by.author), signedInAt: null },
      })
      .execute();
    await auditPerson(transaction, by, { action: "person-added", id, detail: { name, role } });
    return [];
  });
}

export function changeRole(db: Database, id: Id, role: Role, by: Deed): Promise<PersonChanged> {
  return inTransaction(db, async (transaction) => {
    const refused = await refuseChange(transaction, id, role !== "administrator");
    if (refused !== null) return refused;
    await transaction.updateTable("people").set({ role }).where("id", "=", id).execute();
    await auditPerson(transaction, by, { action: "role-changed", id, detail: { role } });
    return "changed";
  });
}

/** Shuts a person out at once, or lets them in again; without a password yet they are invited again. */
export function changeState(
  db: Database,
  id: Id,
  state: "active" | "disabled",
  by: Deed,
): Promise<PersonChanged> {
  return inTransaction(db, async (transaction) => {
    const refused = await refuseChange(transaction, id, state === "disabled");
    if (refused !== null) return refused;
    await transaction.updateTable("people").set({ state }).where("id", "=", id).execute();
    await endSessionsOf(transaction, id);
    if (state === "disabled") {
      await transaction.deleteFrom("oneTimeLinks").where("personId", "=", id).execute();
    }
    const action = state === "disabled" ? "person-disabled" : "person-enabled";
    await auditPerson(transaction, by, { action, id, detail: {} });
    return "changed";
  });
}

/** Gives a person a new password and ends their sessions: whoever had the old one is out. */
export async function setPassword(
  transaction: Transaction,
  id: Id,
  passwordHash: string,
  by: Deed,
): Promise<void> {
  await transaction
    .updateTable("people")
    .set({ passwordHash, state: "active" })
    .where("id", "=", id)
    .execute();
  await endSessionsOf(transaction, id);
  await auditPerson(transaction, by, { action: "password-set", id, detail: {} });
}

/** Writes down what happened to a person, or to nobody known (`id` null). Never what was typed. */
export function auditPerson(
  transaction: Transaction,
  { author, person, now }: Deed,
  entry: {
    readonly action: string;
    readonly id: Id | null;
    readonly detail: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { action, id, detail } = entry;
  const subject = id === null ? "people" : `people/${id}`;
  return appendAudit(transaction, { at: now, actor: author, action, subject, detail: { ...detail, person } });
}

/** As it is stored and compared: e-mail addresses differ in more than the size of their letters. */
export const tidyEmail = (email: string): string => storableText(email.trim().toLowerCase());

async function endSessionsOf(transaction: Transaction, id: Id): Promise<void> {
  await transaction.deleteFrom("sessions").where("personId", "=", id).execute();
}

const activeAdministrators = (db: Database) =>
  db.selectFrom("people").select("id").where("role", "=", "administrator").where("state", "=", "active");

/** Why a person cannot be changed so, or null. Locks the log, so that two administrators cannot remove each other. */
async function refuseChange(
  transaction: Transaction,
  id: Id,
  takesPower: boolean,
): Promise<Exclude<PersonChanged, "changed"> | null> {
  await lockAudit(transaction);
  const person = await loadPerson(transaction, id);
  if (person === null) return "missing";
  if (!takesPower || person.role !== "administrator" || person.state !== "active") return null;
  const others = await activeAdministrators(transaction)
    .where("id", "<>", id)
    .where("isSample", "=", person.isSample ? 1 : 0)
    .executeTakeFirst();
  return others === undefined ? "last-administrator" : null;
}

async function takenIssues(
  db: Database,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<readonly Issue[]> {
  const rows = await db
    .selectFrom("people")
    .select(["name", "email"])
    .where((row) => row.or([row("name", "=", name), row("email", "=", email)]))
    .execute();
  const issue = (field: "name" | "email", what: string): Issue => ({
    path: `/${field}`,
    code: `${field}-taken`,
    message: `Somebody with this ${what} has an account already: use theirs, or choose another ${what}.`,
  });
  return [
    ...(rows.some((row) => row.name === name) ? [issue("name", "name")] : []),
    ...(rows.some((row) => row.email === email) ? [issue("email", "e-mail address")] : []),
  ];
}

type PersonRow = Omit<Person, "role" | "state" | "isSample" | "hasPassword"> & {
  readonly passwordHash: string | null;
  readonly role: string;
  readonly state: string;
  readonly isSample: number;
};

const toPerson = ({ passwordHash, ...row }: PersonRow): Person => ({
  ...row,
  role: row.role as Role,
  state: row.state as PersonState,
  isSample: row.isSample === 1,
  hasPassword: passwordHash !== null,
});
