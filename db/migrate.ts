import { type Kysely, Migrator, sql } from "kysely";
import { MIGRATIONS } from "./migrations";
import type { OpenDatabase } from "./open-database";
import type { Database } from "./schema";

/** Brings the tables up to date and says which migrations that took. All of it lands, or nothing does. */
export async function migrate({ db, dialect }: Pick<OpenDatabase, "db" | "dialect">): Promise<string[]> {
  await refuseUnknownMigrations(db);
  const migrations = Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, statements]) => [name, { up: run(statements(dialect)) }]),
  );
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    // Numbers are handed out when work begins and land when it is done: a lower one may come later.
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new Error("The database could not be brought up to date; nothing was changed.", { cause: error });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** A database that a newer planner has worked on is left alone: this one would not understand what it holds. */
export async function refuseUnknownMigrations(db: Database): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = rows.map(({ name }) => name).filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) {
    throw new Error(`The database is of a newer planner (${unknown.join(", ")}): start that one.`);
  }
}

function run(statements: readonly string[]) {
  return async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  };
}
