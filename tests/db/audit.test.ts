import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { inTransaction } from "../../db/in-transaction";
import type { Dialect } from "../../db/open-database";
import { type AuditEntry, appendAudit, auditHead, verifyAudit } from "../../db/repositories/audit";
import type { Database, Transaction } from "../../db/schema";
import { DIALECTS, freshDatabase } from "./support/databases";
import { NOW } from "./support/documents";

const entry = (number: number): AuditEntry => ({
  at: NOW,
  actor: "Commissioner",
  action: "scenario-changed",
  subject: "plans/llr-2015/scenarios/llr-2015-s1",
  detail: { revision: number, change: `Price of lot ${number}`, reason: null },
});

function fill(db: Database, rows: number): Promise<void> {
  return inTransaction(db, async (transaction) => {
    for (let number = 1; number <= rows; number++) await appendAudit(transaction, entry(number));
  });
}

/** What somebody with the keys of the database could do: no trigger stands in the way. */
async function tamper(
  transaction: Transaction,
  dialect: Dialect,
  statements: readonly string[],
): Promise<void> {
  if (dialect === "postgres") await sql`set local session_replication_role = replica`.execute(transaction);
  else {
    const { rows } = await sql<{
      name: string;
    }>`select name from sqlite_master where type = 'trigger'`.execute(transaction);
    for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(transaction);
  }
  for (const statement of statements) await sql.raw(statement).execute(transaction);
}

describe.each(DIALECTS)("the audit log on %s", (dialect) => {
  test("is whole when it is empty, and after every deed", async () => {
    const { db } = await freshDatabase(dialect);
    expect(await verifyAudit(db)).toBeNull();
    await fill(db, 3);
    expect(await verifyAudit(db)).toBeNull();
    expect((await auditHead(db)).sequence).toBe(3);
  });

  test("has no row of a deed that did not happen", async () => {
    const { db } = await freshDatabase(dialect);
    const failed = inTransaction(db, async (transaction) => {
      await appendAudit(transaction, entry(1));
      throw new Error("the deed fails");
    });
    await expect(failed).rejects.toThrow("the deed fails");
    expect((await auditHead(db)).sequence).toBe(0);
    expect(await verifyAudit(db)).toBeNull();
  });

  test("is one chain when many write at once", async () => {
    const { db } = await freshDatabase(dialect);
    const numbers = Array.from({ length: 40 }, (_, place) => place + 1);
    await Promise.all(
      numbers.map((number) => inTransaction(db, (transaction) => appendAudit(transaction, entry(number)))),
    );
    expect((await auditHead(db)).sequence).toBe(40);
    expect(await verifyAudit(db)).toBeNull();
  });

  test("keeps a name that no database could hold as it is, and still seals it", async () => {
    const { db } = await freshDatabase(dialect);
    await inTransaction(db, (transaction) =>
      appendAudit(transaction, { ...entry(1), actor: "A\u0000\uD800B" }),
    );
    expect(await verifyAudit(db)).toBeNull();
    expect(await db.selectFrom("audit").select("actor").execute()).toEqual([{ actor: "A\uFFFD\uFFFDB" }]);
  });

  const CHANGES = [
    "update audit set actor = 'Somebody else' where sequence = 1",
    "delete from audit where sequence = 1",
    "update audit_head set sequence = 1 where id = 1",
    "update audit_head set sequence = 9 where id = 1",
    "delete from audit_head",
    ...(dialect === "sqlite"
      ? [
          "insert or replace into audit select 1, at, 'Somebody else', action, subject, detail, previous_hash, hash from audit where sequence = 1",
          "insert or replace into audit_head select 1, 0, hash from audit_head",
        ]
      : ["truncate audit", "truncate audit_head"]),
  ];
  test.each(CHANGES)("only grows: the database refuses %j", async (change) => {
    const { db } = await freshDatabase(dialect);
    await fill(db, 2);
    await expect(sql.raw(change).execute(db)).rejects.toThrow(/append-only|only moves on/);
    expect(await verifyAudit(db)).toBeNull();
  });
});

describe.each(DIALECTS)("of 1,000 rows of the audit log on %s", (dialect) => {
  const COLUMNS = "at, actor, action, subject, detail, previous_hash, hash";
  const TAMPERINGS: readonly [string, number, readonly string[]][] = [
    ["a changed actor", 500, ["update audit set actor = 'Somebody else' where sequence = 500"]],
    ["a changed time", 500, ["update audit set at = '2015-02-03T09:30:00.000Z' where sequence = 500"]],
    ["a changed action", 500, ["update audit set action = 'scenario-archived' where sequence = 500"]],
    ["a changed subject", 500, ["update audit set subject = 'plans/other' where sequence = 500"]],
    ["a changed detail", 1, ["update audit set detail = '{}' where sequence = 1"]],
    ["a changed hash", 1000, [`update audit set hash = '${"0".repeat(64)}' where sequence = 1000`]],
    ["the first row removed", 1, ["delete from audit where sequence = 1"]],
    ["a row removed", 500, ["delete from audit where sequence = 500"]],
    [
      "a row removed and the rest moved up",
      500,
      [
        "delete from audit where sequence = 500",
        "update audit set sequence = sequence + 1000 where sequence > 500",
        "update audit set sequence = sequence - 1001 where sequence > 1000",
      ],
    ],
    ["the last row removed", 1000, ["delete from audit where sequence = 1000"]],
    ["all rows removed", 1, ["delete from audit"]],
    [
      "two rows swapped",
      500,
      [
        "update audit set sequence = 5000 where sequence = 500",
        "update audit set sequence = 500 where sequence = 501",
        "update audit set sequence = 501 where sequence = 5000",
      ],
    ],
    [
      "a row put in at the end",
      1001,
      [`insert into audit (sequence, ${COLUMNS}) select 1001, ${COLUMNS} from audit where sequence = 1000`],
    ],
  ];

  test("any change is found, at its place", async () => {
    const { db } = await freshDatabase(dialect);
    await fill(db, 1000);
    for (const [what, place, tampering] of TAMPERINGS) {
      const rolledBack = db.transaction().execute(async (transaction) => {
        await tamper(transaction, dialect, tampering);
        throw new Error(`${what} is found at ${await verifyAudit(transaction)}`);
      });
      await expect(rolledBack).rejects.toThrow(new Error(`${what} is found at ${place}`));
    }
    expect(await verifyAudit(db)).toBeNull();
  });
});
