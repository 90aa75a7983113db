import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { migrate } from "../../db/migrate";
import { MIGRATIONS } from "../../db/migrations";
import type { Dialect } from "../../db/open-database";
import { sha256 } from "../../db/stored-text";
import { DIALECTS, freshDatabase, freshPlace, open } from "./support/databases";

/** A landed migration never changes: what comes later is a new one, with a line of its own here. */
const LANDED: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  sqlite: {
    "0001-plans-scenarios-audit": "89a5397e7fe0857c172ad8427cee456e2e32d6214233faf6f3e7194403efc40f",
    "0002-people": "5dcedf4c32a3987a88a0a43043ff4ac7e1029220e034f61ff3f2d373114e2bdf",
    "0003-undo-and-bases": "4a6510a7a82b3bbd1b730866a4650414b01f883b1e835b8cd5368737d0c6b740",
    "0004-consultations": "850b220fa003316c724abd9b20a9ed7bf7c4013cc77184182f5eae665e0dc93d",
    "0005-panel": "5841614f81b5b0ed0a57f6005e495f1e94e7db6a8c0aafc782e4cba7fdec90eb",
    "0006-reply-files": "48d899d17f224718e7fabd25acc749f72cb0de6401eb401c5f49f4129cb80ff2",
  },
  postgres: {
    "0001-plans-scenarios-audit": "3bec68e59616e3acfb79dd0c3d8985d9d5a60f2f9fecfae9852d2184bb971c8b",
    "0002-people": "158543012cd1941e9023058a220ec695dea328e69ccdb404e26c433ac5a07682",
    "0003-undo-and-bases": "eccc5656713071295771b5c86693691735bcc86a51c2c096f8f61addf8d1153e",
    "0004-consultations": "23e6a4607af95bad198a205386ef4b9d6a2e417eb6115d646b9c08dbe7d9f6c1",
    "0005-panel": "55d7b2d806611a1d7c2b4955619c663048f62593a400c1633142b7c6221b29d1",
    "0006-reply-files": "5e19dba546dcd1f2cbc6c72a34553802771ffbd4532e077bf15b049c4068bf2d",
  },
};

describe.each(DIALECTS)("the tables on %s", (dialect) => {
  test("come from migrations that have not changed since they landed", () => {
    const hashes = Object.entries(MIGRATIONS).map(([name, statements]) => [
      name,
      sha256(statements(dialect).join(";\n")),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(LANDED[dialect]);
  });

  test("are made once: a second run finds nothing to do", async () => {
    const database = open(await freshPlace(dialect));
    expect(await migrate(database)).toEqual(Object.keys(MIGRATIONS));
    expect(await migrate(database)).toEqual([]);
  });

  test("hold text and whole numbers only, so that no sum of money can become a fraction of two", async () => {
    const { db } = await freshDatabase(dialect);
    const tables = await db.introspection.getTables();
    const types = tables.flatMap(({ columns }) => columns.map(({ dataType }) => dataType.toLowerCase()));
    expect(tables.map(({ name }) => name).sort()).toEqual([
      "audit",
      "audit_head",
      "change_reasons",
      "consultation_events",
      "consultation_snapshots",
      "consultations",
      "invitations",
      "one_time_links",
      "panel_rounds",
      "panel_sheets",
      "partner_sessions",
      "people",
      "plans",
      "replies",
      "reply_files",
      "revisions",
      "scenarios",
      "server_keys",
      "sessions",
      "sign_in_attempts",
    ]);
    expect([...new Set(types)].sort()).toEqual(dialect === "sqlite" ? ["integer", "text"] : ["int4", "text"]);
  });

  test("are left as they were when a migration fails half-way", async () => {
    const database = open(await freshPlace(dialect));
    await sql`create table revisions (number integer)`.execute(database.db);
    await expect(migrate(database)).rejects.toThrow("could not be brought up to date; nothing was changed");
    const tables = await database.db.introspection.getTables();
    expect(tables.map(({ name }) => name)).toEqual(["revisions"]);
  });

  test("are left alone when a newer planner has worked on them", async () => {
    const database = await freshDatabase(dialect);
    await sql`insert into kysely_migration values ('9999-of-the-future', '2030-01-01T00:00:00.000Z')`.execute(
      database.db,
    );
    await expect(migrate(database)).rejects.toThrow(
      "of a newer planner (9999-of-the-future): start that one",
    );
  });

  test("refuse a number where text belongs, and the reverse", async () => {
    const { db } = await freshDatabase(dialect);
    const words = sql`update audit_head set sequence = 'one' where id = 1`;
    await expect(words.execute(db)).rejects.toThrow(/integer/i);
  });
});

test("two instances that start at once on one PostgreSQL make the tables once", async () => {
  const place = await freshPlace("postgres");
  const applied = await Promise.all([migrate(open(place)), migrate(open(place)), migrate(open(place))]);
  expect(applied.flat()).toEqual(Object.keys(MIGRATIONS));
});
