import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import SqliteConnection from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";

/** What makes an acknowledged edit durable. better-sqlite3 opens an existing file with `synchronous = NORMAL`. */
const DURABLE_SETTINGS = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
} as const;

const ALL_PAGES = 0x7fffffff;

/** Opens a SQLite file, making its folder. The only place that opens one, so that every connection is durable. */
export function openSqliteFile(file: string): SqliteConnection.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const connection = new SqliteConnection(file, { timeout: DURABLE_SETTINGS.busy_timeout });
  for (const [setting, value] of Object.entries(DURABLE_SETTINGS)) {
    connection.pragma(`${setting} = ${value}`);
  }
  assertDurable(connection);
  return connection;
}

/** Opens a SQLite file that must be there and stays as it is. */
export function openSqliteForReading(file: string): SqliteConnection.Database {
  return new SqliteConnection(file, {
    readonly: true,
    fileMustExist: true,
    timeout: DURABLE_SETTINGS.busy_timeout,
  });
}

/**
 * Copies a SQLite file, as it is at one moment, into another, which may be in use. All pages in one step: a copy in
 * several would begin anew whenever somebody writes in between.
 */
export async function copySqliteFile(from: string, to: string): Promise<void> {
  const source = openSqliteForReading(from);
  try {
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
}

/** Makes a copy one file that is whole by itself, also where nothing can be written beside it. */
export function makeSelfContained(file: string): void {
  const connection = new SqliteConnection(file);
  connection.pragma("journal_mode = delete");
  connection.close();
}

/** Brings all that was written into the file itself and onto the disk. */
export function settleSqliteFile(file: string): void {
  const connection = openSqliteFile(file);
  connection.pragma("wal_checkpoint(TRUNCATE)");
  connection.close();
}

function assertDurable(connection: SqliteConnection.Database): void {
  for (const [setting, value] of Object.entries(DURABLE_SETTINGS)) {
    const actual: unknown = connection.pragma(setting, { simple: true });
    if (actual !== value) {
      throw new Error(`SQLite ${connection.name}: ${setting} is ${String(actual)}, must be ${value}`);
    }
  }
}

/** Kysely's SQLite dialect with writes that queue instead of failing half-way, and migrations in a transaction. */
export class DurableSqliteDialect extends SqliteDialect {
  readonly #connection: SqliteConnection.Database;

  constructor(connection: SqliteConnection.Database) {
    super({ database: connection });
    this.#connection = connection;
  }

  override createDriver() {
    return new ImmediateDriver({ database: this.#connection });
  }

  override createQueryCompiler() {
    return new LocklessCompiler();
  }

  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/** A plain `begin` takes the write lock at the first write, too late to wait for it: another may have written since. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings) {
    const begin = settings?.accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

/** `for update` says nothing here: the transaction already holds the only write lock. */
class LocklessCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== "ForUpdate") super.visitSelectModifier(node);
  }
}

/** SQLite's table changes are transactional: a migration that is interrupted leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}
