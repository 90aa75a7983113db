import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { MIGRATIONS } from "../../db/migrations";
import { listAudit } from "../../db/repositories/audit";
import { findLink } from "../../db/repositories/one-time-links";
import { freshPlace, open, temporaryFolder } from "./support/databases";
import { scriptPath } from "./support/scripts";

function runner(url: string) {
  return (...words: readonly string[]) => {
    const env = { ...process.env, DATABASE_URL: url };
    const command = [scriptPath("commands"), ...words];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", env });
    return { status, stdout, stderr };
  };
}

test("the commands make, fill, check, back up and restore a SQLite file", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "data", "planner.sqlite");
  const db = runner(pathToFileURL(file).href);
  expect(db("seed")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("The sample plans are in") as string,
  });
  expect(db("backup", join(folder, "b.sqlite"))).toMatchObject({
    ...{
      status: 0,
      stdout: expect.stringMatching(/3 plans, 10 scenarios, 10 revisions, 13 audit rows/) as string,
    },
  });

  const database = open({ file });
  await sql`drop trigger audit_no_update`.execute(database.db);
  await sql`update audit set actor = 'Somebody else' where sequence = 7`.execute(database.db);
  expect(db("verify-audit")).toEqual({
    status: 1,
    stdout: "",
    stderr: "The audit log is broken at row 7.\n",
  });

  expect(db("restore", join(folder, "b.sqlite")).status).toBe(0);
  const verified = db("verify-audit");
  expect(verified).toMatchObject({ status: 0, stderr: "" });
  expect(verified.stdout).toMatch(/^The audit log is whole: 13 rows, sealed by [0-9a-f]{64}\.\n$/);
});

test("a link makes an administrator where none can sign in, and the log has it", async () => {
  const file = join(temporaryFolder(), "planner.sqlite");
  const { status, stdout } = runner(pathToFileURL(file).href)("administrator-link");
  expect(status).toBe(0);
  const token = /\/set-password\?link=([\w-]{43})\n$/.exec(stdout)?.[1] ?? "";
  const { db } = open({ file });
  const asked = { token, kinds: ["administrator"], now: new Date().toISOString() } as const;
  expect(await findLink(db, asked)).toMatchObject({ kind: "administrator", person: null });
  expect(await listAudit(db, { subject: "people", most: 1 })).toMatchObject([
    { actor: "Command line", action: "link-made" },
  ]);
});

test("on PostgreSQL they migrate and check, and name its own tools for backups", async () => {
  const db = runner((await freshPlace("postgres")).url ?? "");
  expect(db("migrate")).toEqual({
    status: 0,
    stdout: `Done: ${Object.keys(MIGRATIONS).join(", ")}.\n`,
    stderr: "",
  });
  expect(db("verify-audit")).toMatchObject({ status: 0, stderr: "" });
  const backup = db("backup", "planner.dump");
  expect(backup).toMatchObject({ status: 1, stdout: "" });
  expect(backup.stderr).toContain("pg_dump");
  expect(db("restore", "planner.dump").stderr).toContain("pg_restore");
});

test("wrong use is answered with the right one, and touches nothing", () => {
  const file = join(temporaryFolder(), "planner.sqlite");
  const db = runner(pathToFileURL(file).href);
  const usage = {
    status: 2,
    stdout: "",
    stderr: expect.stringContaining("verify-audit     check") as string,
  };
  for (const words of [[], ["backup"], ["constructor", "x"], ["seed", "twice"]]) {
    expect(db(...words)).toEqual(usage);
  }
  expect(existsSync(file)).toBe(false);
});

test("npm runs them as they are written", () => {
  const answer = spawnSync("npm", ["run", "-s", "db", "--", "sort"], { encoding: "utf8" });
  expect(answer).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringContaining("verify-audit") as string,
  });
});
