import { readFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import SqliteConnection from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { inTransaction } from "../../db/in-transaction";
import { openDatabase, placeFrom, sqliteFileOf } from "../../db/open-database";
import { DIALECTS, freshDatabase, freshPlace, open, temporaryFolder } from "./support/databases";
import { NOW } from "./support/documents";

describe("where the planner keeps its memory", () => {
  test("is a SQLite file in .data unless something else is said", () => {
    expect(sqliteFileOf({})).toBe(join(process.cwd(), ".data/planner.sqlite"));
    expect(sqliteFileOf({ url: "" })).toBe(join(process.cwd(), ".data/planner.sqlite"));
  });

  test("is PostgreSQL, or another file, when DATABASE_URL says so", () => {
    expect(sqliteFileOf({ url: "postgres://planner@localhost/planner" })).toBeNull();
    expect(sqliteFileOf({ url: "postgresql://planner@localhost/planner" })).toBeNull();
    expect(sqliteFileOf({ url: "file:///srv/planner.sqlite" })).toBe("/srv/planner.sqlite");
  });

  test("is a file in another folder when PLANNER_DATA says so, unless DATABASE_URL says more", () => {
    expect(sqliteFileOf(placeFrom({ PLANNER_DATA: "/srv/planner" }))).toBe("/srv/planner/planner.sqlite");
    expect(
      sqliteFileOf(placeFrom({ PLANNER_DATA: "/srv", DATABASE_URL: "postgres://localhost/planner" })),
    ).toBeNull();
    expect(sqliteFileOf(placeFrom({}))).toBe(join(process.cwd(), ".data/planner.sqlite"));
  });

  test("is not guessed from an address of another kind", () => {
    expect(() => openDatabase({ url: "mysql://localhost/planner" })).toThrow(/must begin with postgres:/);
  });

  test("gets its folder made, readable by its owner alone", async () => {
    const folder = join(temporaryFolder(), "new");
    open({ file: join(folder, "planner.sqlite") });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});

describe("an acknowledged edit is durable", () => {
  const settings = async (place: { file: string }) => {
    const { db } = open(place);
    const read = async (name: string): Promise<unknown> => {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    return {
      journal: await read("journal_mode"),
      synchronous: await read("synchronous"),
      foreignKeys: await read("foreign_keys"),
      busyTimeout: await read("busy_timeout"),
    };
  };
  const durable = { journal: "wal", synchronous: 2, foreignKeys: 1, busyTimeout: 5000 };

  test("on SQLite by the settings of a connection to a new file", async () => {
    expect(await settings({ file: join(temporaryFolder(), "planner.sqlite") })).toEqual(durable);
  });

  test("and of every later connection, though the driver opens an existing file with less", async () => {
    const file = join(temporaryFolder(), "planner.sqlite");
    await settings({ file });
    const bare = new SqliteConnection(file);
    expect(bare.pragma("synchronous", { simple: true }), "why the setting is needed").toBe(1);
    bare.close();
    expect(await settings({ file })).toEqual(durable);
  });

  test("as no other code opens a SQLite file", async () => {
    const files = (await readdir("db", { recursive: true })).filter((name) => name.endsWith(".ts"));
    const openers = files.filter((name) => readFileSync(join("db", name), "utf8").includes("better-sqlite3"));
    expect(openers).toEqual(["sqlite-dialect.ts"]);
  });

  test("on PostgreSQL by the settings of every connection of the pool", async () => {
    const { db } = await freshDatabase("postgres");
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        inTransaction(db, async (transaction) => {
          await sql`select pg_sleep(0.1)`.execute(transaction);
          return sql<Record<string, unknown>>`
            select pg_backend_pid() as connection, current_setting('synchronous_commit') as commit,
              current_setting('lock_timeout') as wait`.execute(transaction);
        }),
      ),
    );
    const rows = answers.flatMap((answer) => answer.rows);
    expect(new Set(rows.map((row) => row["connection"])).size).toBe(10);
    expect(rows.map(({ commit, wait }) => ({ commit, wait }))).toEqual(
      Array.from({ length: 10 }, () => ({ commit: "on", wait: "5s" })),
    );
  });

  test("and a server that ends a resting connection does not end the planner", async () => {
    const { db } = await freshDatabase("postgres");
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
    const other = open(await freshPlace("postgres"));
    await sql`select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = ${rows[0]?.name}`.execute(
      other.db,
    );
    expect((await sql`select 1 as alive`.execute(db)).rows).toEqual([{ alive: 1 }]);
  });
});

describe.each(DIALECTS)("a transaction on %s", (dialect) => {
  const plan = { id: "first", name: "First", about: "", position: 1, createdAt: NOW, createdBy: "Test" };

  test("lands whole or not at all", async () => {
    const { db } = await freshDatabase(dialect);
    const half = inTransaction(db, async (transaction) => {
      await transaction.insertInto("plans").values(plan).execute();
      throw new Error("the power fails");
    });
    await expect(half).rejects.toThrow("the power fails");
    expect(await db.selectFrom("plans").select("id").execute()).toEqual([]);
  });

  test("joins in when it is inside another", async () => {
    const { db } = await freshDatabase(dialect);
    const both = inTransaction(db, async (outer) => {
      await inTransaction(outer, (inner) => inner.insertInto("plans").values(plan).execute());
      throw new Error("the power fails");
    });
    await expect(both).rejects.toThrow("the power fails");
    expect(await db.selectFrom("plans").select("id").execute()).toEqual([]);
  });

  test("refuses a scenario of a plan that does not exist", async () => {
    const { db } = await freshDatabase(dialect);
    const insert = db.insertInto("scenarios").values({
      ...{ planId: "nowhere", id: "s0", name: "S0", status: "draft", position: 1, headRevision: 1 },
      ...{ createdAt: NOW, updatedAt: NOW, updatedBy: "Test", archivedAt: null },
    });
    await expect(insert.execute()).rejects.toThrow(/foreign key/i);
  });
});

test("a write on SQLite takes its turn at its beginning, before it reads what it will change", async () => {
  const { db, file } = await freshDatabase("sqlite");
  const rival = new SqliteConnection(file ?? "", { timeout: 0 });
  await inTransaction(db, () => {
    expect(() => rival.exec("begin immediate")).toThrow(/locked/);
    return Promise.resolve();
  });
  rival.exec("begin immediate");
  rival.close();
});
