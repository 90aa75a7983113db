import { type BackupContents, backUp, restore } from "./backup";
import { migrate } from "./migrate";
import { type OpenDatabase, openDatabase, placeFrom, sqliteFileOf } from "./open-database";
import { makeAdministratorLink } from "./administrator-link";
import { auditHead, verifyAudit } from "./repositories/audit";
import { seedSample } from "./seed";

const USAGE = `npm run -s db -- COMMAND

migrate          bring the tables up to date
seed             put the sample plans into an empty database
backup FILE      copy the database while the planner works
restore FILE     put a backup in its place; what was there is kept beside it
verify-audit     check every row of the audit log
administrator-link   a link that makes an administrator, once, within a day: for the first, or when all are locked out

The database is what DATABASE_URL says (postgres://… or file:///…), else planner.sqlite in the folder PLANNER_DATA,
else .data/planner.sqlite.
Exit status 0: done; 1: it could not be done, and why; 2: wrong use.
`;

const WITHOUT_FILE: ReadonlyMap<string, () => Promise<string>> = new Map([
  ["migrate", () => withDatabase(runMigrate)],
  ["seed", () => withDatabase(runSeed)],
  ["verify-audit", () => withDatabase(runVerify)],
  ["administrator-link", () => withDatabase(runAdministratorLink)],
]);
const WITH_FILE: ReadonlyMap<string, (file: string) => Promise<string>> = new Map([
  ["backup", runBackup],
  ["restore", runRestore],
]);

process.exitCode = await main(process.argv.slice(2));

async function main([command = "", file, ...more]: readonly string[]): Promise<number> {
  const run = file === undefined ? WITHOUT_FILE.get(command) : WITH_FILE.get(command);
  if (run === undefined || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    process.stdout.write(`${await run(file ?? "")}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`);
    return 1;
  }
}

async function runMigrate(database: OpenDatabase): Promise<string> {
  const applied = await migrate(database);
  return applied.length === 0 ? "The tables are up to date." : `Done: ${applied.join(", ")}.`;
}

async function runSeed(database: OpenDatabase): Promise<string> {
  await migrate(database);
  const seeded = await seedSample(database.db, new Date().toISOString());
  return seeded
    ? "The sample plans are in. Their money is synthetic."
    : "There are plans already: nothing done.";
}

async function runVerify({ db }: OpenDatabase): Promise<string> {
  const broken = await verifyAudit(db);
  if (broken !== null) throw new Error(`The audit log is broken at row ${broken}.`);
  const { sequence, hash } = await auditHead(db);
  return `The audit log is whole: ${sequence} rows, sealed by ${hash}.`;
}

async function runAdministratorLink(database: OpenDatabase): Promise<string> {
  await migrate(database);
  const now = new Date().toISOString();
  const path = await makeAdministratorLink(database.db, now);
  const origin = process.env["ORIGIN"] ?? `http://127.0.0.1:${process.env["PORT"] ?? "3000"}`;
  return `Open this link within a day, once, to become an administrator:\n${origin}${path}`;
}

async function runBackup(to: string): Promise<string> {
  const file = sqliteFile('pg_dump --format=custom --file=planner.dump "$DATABASE_URL"');
  return `Backed up to ${to}: ${described(await backUp(file, to))}`;
}

async function runRestore(from: string): Promise<string> {
  const file = sqliteFile('pg_restore --clean --if-exists --dbname="$DATABASE_URL" planner.dump');
  const restored = await restore(file, from, new Date().toISOString());
  await withDatabase(runMigrate);
  const kept = restored.keptAs === null ? "" : `\nWhat was there is kept as ${restored.keptAs}.`;
  return `Restored from ${from}: ${described(restored)}${kept}`;
}

function sqliteFile(insteadOnPostgres: string): string {
  const file = sqliteFileOf(placeFrom(process.env));
  if (file === null) throw new Error(`PostgreSQL has its own tools for this: ${insteadOnPostgres}`);
  return file;
}

async function withDatabase(work: (database: OpenDatabase) => Promise<string>): Promise<string> {
  const database = openDatabase(placeFrom(process.env));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function described({ plans, scenarios, revisions, auditHead: head }: BackupContents): string {
  return `${plans} plans, ${scenarios} scenarios, ${revisions} revisions, ${head.sequence} audit rows sealed by ${head.hash}.`;
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message : "";
  return error.message.includes(cause) ? error.message : `${error.message} (${cause})`;
}
