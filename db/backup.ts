import { existsSync } from "node:fs";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { sql } from "kysely";
import { refuseUnknownMigrations } from "./migrate";
import { openForReading } from "./open-database";
import { type AuditHead, auditHead, verifyAudit } from "./repositories/audit";
import type { Database } from "./schema";
import { copySqliteFile, makeSelfContained, settleSqliteFile } from "./sqlite-dialect";

/** A fault that the person at the keyboard can put right: its message says how. */
export class BackupFault extends Error {}

export type BackupContents = {
  readonly plans: number;
  readonly scenarios: number;
  readonly revisions: number;
  readonly auditHead: AuditHead;
};

const SIDE_FILES = ["", "-wal", "-shm"];

/**
 * Copies the planner's SQLite file as it is at one moment, while the planner goes on working, checks the copy and
 * gives it its name only then: a backup that was interrupted is never taken for one.
 */
export async function backUp(file: string, to: string): Promise<BackupContents> {
  const target = resolve(to);
  if (!existsSync(file)) throw new BackupFault(`${file}: there is no such file.`);
  if (existsSync(target)) throw new BackupFault(`${target} exists already: choose another name.`);
  const part = `${target}.part`;
  await rm(part, { force: true });
  await copyApart(file, part);
  const contents = await check(part);
  await rename(part, target);
  return contents;
}

/**
 * Puts a backup in the place of what the planner's SQLite file holds. What was there is kept beside it first, and
 * `keptAs` says under which name (null: there was nothing). A planner that runs meanwhile sees the old or the new.
 */
export async function restore(
  file: string,
  from: string,
  now: string,
): Promise<BackupContents & { readonly keptAs: string | null }> {
  const source = resolve(from);
  if (!existsSync(source)) throw new BackupFault(`${source}: there is no such file.`);
  await check(source);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const keptAs = existsSync(file) ? await keepAside(file, now) : null;
  await copySqliteFile(source, file);
  settleSqliteFile(file); // On the disk before anyone is told that it is done.
  return { ...(await check(file)), keptAs };
}

/** A copy of what is there; a file that is too damaged to be copied is moved as it is. */
async function keepAside(file: string, now: string): Promise<string> {
  const aside = join(dirname(file), `before-restore-${now.replaceAll(/[^0-9TZ]/g, "")}.sqlite`);
  try {
    await copyApart(file, aside);
  } catch {
    for (const side of SIDE_FILES) {
      if (existsSync(file + side)) await rename(file + side, aside + side);
    }
  }
  return aside;
}

/** A copy that is whole by itself and, like the original, for its owner alone. */
async function copyApart(from: string, to: string): Promise<void> {
  await copySqliteFile(from, to);
  makeSelfContained(to);
  await chmod(to, 0o600);
}

/** What a file holds, or a fault when it is not whole, not the planner's, or of a newer planner. */
async function check(file: string): Promise<BackupContents> {
  const connection = openForReading(file);
  try {
    return await contentsOf(connection.db);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BackupFault(`${file} cannot be used as a backup of the planner: ${why}`, { cause });
  } finally {
    await connection.close();
  }
}

async function contentsOf(db: Database): Promise<BackupContents> {
  await assertIntegrity(db);
  await refuseUnknownMigrations(db);
  const broken = await verifyAudit(db);
  if (broken !== null) throw new Error(`the audit log is broken at ${broken}.`);
  return {
    plans: await count(db, "plans"),
    scenarios: await count(db, "scenarios"),
    revisions: await count(db, "revisions"),
    auditHead: await auditHead(db),
  };
}

async function assertIntegrity(db: Database): Promise<void> {
  const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(db);
  const faults = rows.map((row) => row.integrityCheck).filter((answer) => answer !== "ok");
  if (faults.length > 0) throw new Error(`it is damaged: ${faults.join("; ")}`);
}

async function count(db: Database, table: "plans" | "scenarios" | "revisions"): Promise<number> {
  const { rows } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number | string>().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(rows); // PostgreSQL counts in text.
}
