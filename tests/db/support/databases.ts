import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { onTestFinished } from "vitest";
import { migrate } from "../../../db/migrate";
import { type DatabasePlace, type Dialect, type OpenDatabase, openDatabase } from "../../../db/open-database";

export const DIALECTS: readonly Dialect[] = ["sqlite", "postgres"];

/** An empty place for one test: a file in a folder of its own, or a database of its own. */
export async function freshPlace(dialect: Dialect): Promise<DatabasePlace> {
  if (dialect === "sqlite") return { file: join(temporaryFolder(), "planner.sqlite") };
  const server = process.env["TEST_POSTGRES_URL"];
  if (server === undefined) throw new Error("no PostgreSQL: run the database tests through vitest.config.ts");
  const name = `planner_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return { url: `${server}/${name}` };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "planner-db-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a database that is closed after the test. */
export function open(place: DatabasePlace): OpenDatabase {
  const database = openDatabase(place);
  onTestFinished(() => database.close());
  return database;
}

/** A database with its tables and nothing in them. */
export async function freshDatabase(dialect: Dialect): Promise<OpenDatabase> {
  const database = open(await freshPlace(dialect));
  await migrate(database);
  return database;
}
