import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CompiledQuery, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { type Database, type Schema, translateNames } from "./schema";
import { DurableSqliteDialect, openSqliteFile, openSqliteForReading } from "./sqlite-dialect";

export const DEFAULT_FILE = ".data/planner.sqlite";

export type Dialect = "sqlite" | "postgres";
export type OpenDatabase = {
  readonly db: Database;
  readonly dialect: Dialect;
  /** The SQLite file, or null on PostgreSQL. */
  readonly file: string | null;
  readonly close: () => Promise<void>;
};
/** `url` is what DATABASE_URL holds: `postgres://…`, or `file:/…` for a SQLite file. It goes before `file`. */
export type DatabasePlace = { readonly url?: string | undefined; readonly file?: string | undefined };

/** Where the environment puts it: `DATABASE_URL`, else a file in the folder `PLANNER_DATA`, else in `.data`. */
export function placeFrom(environment: Readonly<Record<string, string | undefined>>): DatabasePlace {
  const folder = environment["PLANNER_DATA"];
  return {
    url: environment["DATABASE_URL"],
    file: folder === undefined ? undefined : join(folder, "planner.sqlite"),
  };
}

/**
 * Opens the planner's memory: a SQLite file by default, PostgreSQL by its URL. Once for each process: two connections
 * of one process would make each other wait.
 */
export function openDatabase(place: DatabasePlace = {}): OpenDatabase {
  const file = sqliteFileOf(place);
  return file === null ? openPostgres(place.url ?? "") : openSqlite(file, openSqliteFile(file));
}

/** Opens a SQLite file, a backup for instance, without changing anything about it. */
export function openForReading(file: string): OpenDatabase {
  return openSqlite(file, openSqliteForReading(file));
}

/** The SQLite file that a place means, or null when it is on PostgreSQL. */
export function sqliteFileOf({ url = "", file = DEFAULT_FILE }: DatabasePlace): string | null {
  if (/^postgres(ql)?:\/\//.test(url)) return null;
  if (url === "") return resolve(file);
  if (url.startsWith("file:")) return fileURLToPath(url);
  throw new Error("DATABASE_URL must begin with postgres:// (or file:/// for a SQLite file).");
}

function openSqlite(file: string, connection: ReturnType<typeof openSqliteFile>): OpenDatabase {
  const db = new Kysely<Schema>({
    dialect: new DurableSqliteDialect(connection),
    plugins: [translateNames],
  });
  const close = async () => {
    await db.destroy();
    connection.close(); // Kysely closes only what it has used.
  };
  return { db, dialect: "sqlite", file, close };
}

function openPostgres(url: string): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 });
  // An idle connection that the server ended is replaced by the pool. Without a listener it would end the process.
  pool.on("error", () => undefined);
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw("set synchronous_commit to on"));
        await connection.executeQuery(CompiledQuery.raw("set lock_timeout to '5s'"));
      },
    }),
    plugins: [translateNames],
  });
  return { db, dialect: "postgres", file: null, close: () => db.destroy() };
}
