import { describe, expect, test } from "vitest";
import { later } from "../../db/later";
import { listAudit, verifyAudit } from "../../db/repositories/audit";
import { findLink, keepLink, takeLink } from "../../db/repositories/one-time-links";
import {
  changeRole,
  changeState,
  createPerson,
  type Deed,
  findByEmail,
  hasAdministrator,
  type NewPerson,
  setPassword,
} from "../../db/repositories/people";
import { endSession, findSession, openSession } from "../../db/repositories/sessions";
import { ATTEMPTS, countAttempt, forgetAttempts } from "../../db/repositories/sign-in-attempts";
import type { Database } from "../../db/schema";
import { seedSamplePeople } from "../../db/seed-people";
import { DIALECTS, freshDatabase } from "./support/databases";
import { NOW } from "./support/documents";

const BY: Deed = { author: "Ann", person: "ann", now: NOW };
const person = (id: string, rest: Partial<NewPerson> = {}): NewPerson => ({
  ...{ id, name: id, email: `${id}@example.gov.uk`, role: "commissioner", state: "active" },
  ...{ isSample: false, passwordHash: null, ...rest },
});

async function withPeople(db: Database, ...people: readonly NewPerson[]): Promise<void> {
  for (const one of people) expect(await createPerson(db, one, BY)).toEqual([]);
}

describe.each(DIALECTS)("people on %s", (dialect) => {
  test("have a name and an address of their own, however the address is written", async () => {
    const { db } = await freshDatabase(dialect);
    await withPeople(db, person("ann"));
    const again = person("ben", { name: "ann", email: " ANN@Example.gov.uk " });
    expect((await createPerson(db, again, BY)).map(({ code }) => code)).toEqual([
      "name-taken",
      "email-taken",
    ]);
    expect(await findByEmail(db, "Ann@EXAMPLE.gov.uk")).toMatchObject({ id: "ann", hasPassword: false });
    expect(await findByEmail(db, "ben@example.gov.uk")).toBeNull();
  });

  test("two invitations of one address at once make one person", async () => {
    const { db } = await freshDatabase(dialect);
    const made = await Promise.all([
      createPerson(db, person("ann"), BY),
      createPerson(db, person("ben", { email: "ann@example.gov.uk" }), BY),
    ]);
    expect(made.map((issues) => issues.length).sort()).toEqual([0, 1]);
  });

  test("the last administrator keeps the role and the account", async () => {
    const { db } = await freshDatabase(dialect);
    const [ann, ben] = [person("ann", { role: "administrator" }), person("ben", { role: "administrator" })];
    await withPeople(db, ann, ben);
    const out = await Promise.all([
      changeRole(db, "ann", "viewer", BY),
      changeState(db, "ben", "disabled", BY),
    ]);
    expect(out.toSorted()).toEqual(["changed", "last-administrator"]);
    expect(await hasAdministrator(db)).toBe(true);
    expect(await changeRole(db, "nobody", "viewer", BY)).toBe("missing");
  });

  test("an administrator of the sample is none of the planner's", async () => {
    const { db } = await freshDatabase(dialect);
    expect(await seedSamplePeople(db, NOW)).toBe(true);
    expect(await hasAdministrator(db)).toBe(false);
    await withPeople(db, person("ann", { role: "administrator" }));
    expect(await changeState(db, "ann", "disabled", BY)).toBe("last-administrator");
    expect(await seedSamplePeople(db, NOW), "once is enough").toBe(false);
  });

  test("what is done to them is in the audit log, with who did it", async () => {
    const { db } = await freshDatabase(dialect);
    await withPeople(db, person("ann"));
    await changeRole(db, "ann", "finance", BY);
    await changeState(db, "ann", "disabled", BY);
    const lines = await listAudit(db, { subject: "people", most: 10 });
    expect(lines.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
      ["person-disabled", "Ann", "people/ann"],
      ["role-changed", "Ann", "people/ann"],
      ["person-added", "Ann", "people/ann"],
    ]);
    expect(lines[1]?.detail).toEqual({ role: "finance", person: "ann" });
    expect(await verifyAudit(db)).toBeNull();
  });
});

describe.each(DIALECTS)("a session on %s", (dialect) => {
  async function signedIn(): Promise<Database> {
    const { db } = await freshDatabase(dialect);
    await withPeople(db, person("ann"));
    await db.transaction().execute((one) => openSession(one, { token: "t", person: "ann", now: NOW }));
    return db;
  }
  const whoAfter = async (db: Database, minutes: number, isBackground = false) =>
    (await findSession(db, "t", { now: later(NOW, minutes), isBackground }))?.id ?? null;

  test("is known by its token, of which the database holds only the hash", async () => {
    const db = await signedIn();
    expect(await whoAfter(db, 0)).toBe("ann");
    const rows = await db.selectFrom("sessions").selectAll().execute();
    expect(rows.map(({ tokenHash }) => tokenHash)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(await findSession(db, rows[0]?.tokenHash ?? "", { now: NOW, isBackground: false })).toBeNull();
  });

  test("ends after half an hour in which nobody asks for anything", async () => {
    const db = await signedIn();
    expect(await whoAfter(db, 29)).toBe("ann");
    expect(await whoAfter(db, 58)).toBe("ann");
    expect(await whoAfter(db, 89)).toBeNull();
    expect(await whoAfter(db, 60), "what is over stays over").toBeNull();
  });

  test("is not kept alive by what a page asks by itself", async () => {
    const db = await signedIn();
    for (const minutes of [10, 20, 29]) expect(await whoAfter(db, minutes, true)).toBe("ann");
    expect(await whoAfter(db, 31, true)).toBeNull();
  });

  test("ends after eight hours, however busy", async () => {
    const db = await signedIn();
    for (let minutes = 20; minutes <= 480; minutes += 20) expect(await whoAfter(db, minutes)).toBe("ann");
    expect(await whoAfter(db, 481)).toBeNull();
  });

  test.each([
    ["signing out", (db: Database) => db.transaction().execute((one) => endSession(one, "t"))],
    ["disabling the account", (db: Database) => changeState(db, "ann", "disabled", BY)],
    [
      "a new password",
      (db: Database) => db.transaction().execute((one) => setPassword(one, "ann", "scrypt$…", BY)),
    ],
  ])("ends at once by %s", async (_how, end) => {
    const db = await signedIn();
    await end(db);
    expect(await whoAfter(db, 0)).toBeNull();
    expect(await db.selectFrom("sessions").selectAll().execute()).toEqual([]);
  });

  test("follows a changed role from the next request", async () => {
    const db = await signedIn();
    await changeRole(db, "ann", "viewer", BY);
    expect(await findSession(db, "t", { now: NOW, isBackground: false })).toMatchObject({ role: "viewer" });
  });
});

describe.each(DIALECTS)("a one-time link on %s", (dialect) => {
  const LINK = { kind: "password", person: "ann", detail: {}, token: "t", minutes: 60, now: NOW } as const;
  const find = (db: Database, minutes = 0) =>
    findLink(db, { token: "t", kinds: ["password"], now: later(NOW, minutes) });

  test("opens until it is used or has expired, and for what it was made", async () => {
    const { db } = await freshDatabase(dialect);
    await withPeople(db, person("ann"));
    await keepLink(db, LINK);
    expect(await find(db, 60)).toEqual({ kind: "password", person: "ann", detail: {} });
    expect(await find(db, 61)).toBeNull();
    expect(await findLink(db, { token: "t", kinds: ["sign-in"], now: NOW })).toBeNull();
    expect(await findLink(db, { token: "other", kinds: ["password"], now: NOW })).toBeNull();
    await db.transaction().execute((one) => takeLink(one, "t"));
    expect(await find(db)).toBeNull();
  });

  test("opens no more once the person is disabled", async () => {
    const { db } = await freshDatabase(dialect);
    await withPeople(db, person("ann"));
    await keepLink(db, LINK);
    await changeState(db, "ann", "disabled", BY);
    expect(await find(db)).toBeNull();
  });
});

describe.each(DIALECTS)("tries to sign in on %s", (dialect) => {
  let number = 0;
  const attempt = (db: Database, account: string, address: string, minutes = 0) =>
    countAttempt(db, { id: `${++number}`, account, address, now: later(NOW, minutes) });

  test("are limited to five for an account in a quarter of an hour, wherever they come from", async () => {
    const { db } = await freshDatabase(dialect);
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, place) => attempt(db, "Ann@example.gov.uk", `10.0.0.${place}`)),
    );
    expect(tries.filter(Boolean)).toHaveLength(ATTEMPTS.account);
    expect(await attempt(db, "ann@example.gov.uk", "10.0.1.1", 14)).toBe(false);
    expect(await attempt(db, "ben@example.gov.uk", "10.0.0.1", 14)).toBe(true);
    expect(await attempt(db, "ann@example.gov.uk", "10.0.1.1", 16)).toBe(true);
  });

  test("are limited to ten for an address in a quarter of an hour, whatever the account", async () => {
    const { db } = await freshDatabase(dialect);
    const tries = await Promise.all(
      Array.from({ length: 15 }, (_, place) => attempt(db, `person-${place}`, "10.0.0.1")),
    );
    expect(tries.filter(Boolean)).toHaveLength(ATTEMPTS.address);
    expect(await attempt(db, "ann", "10.0.0.2")).toBe(true);
    expect(await attempt(db, "ann", "10.0.0.1", 16)).toBe(true);
  });

  test("that succeed count against nobody", async () => {
    const { db } = await freshDatabase(dialect);
    for (let times = 0; times < 20; times++) {
      const one = { id: `s${times}`, account: "ann", address: "10.0.0.1", now: NOW };
      expect(await countAttempt(db, one)).toBe(true);
      await forgetAttempts(db, one);
    }
  });
});
