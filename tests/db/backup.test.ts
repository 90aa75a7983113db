import { existsSync } from "node:fs";
import { open as openFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { backUp, restore } from "../../db/backup";
import { migrate } from "../../db/migrate";
import { openDatabase } from "../../db/open-database";
import { auditHead, verifyAudit } from "../../db/repositories/audit";
import { loadScenario } from "../../db/repositories/scenarios";
import { seedSample } from "../../db/seed";
import { open, temporaryFolder } from "./support/databases";
import { NOW } from "./support/documents";
import { addTwoLots, KEY, priceOf, save } from "./support/edits";
import { startWriter } from "./support/writers";

/** A folder with a planner's file in it: the sample, and the scenario of two lots. */
async function plannerFile() {
  const folder = temporaryFolder();
  const file = join(folder, "planner.sqlite");
  const database = openDatabase({ file });
  await migrate(database);
  await seedSample(database.db, NOW);
  await addTwoLots(database.db);
  await database.close();
  return { folder, file, backup: join(folder, "backup.sqlite") };
}

async function destroy(file: string): Promise<void> {
  for (const side of ["", "-wal", "-shm"]) await rm(file + side, { force: true });
}

describe("a backup", () => {
  test("taken under writing and restored after the file was destroyed has equal counts and an equal audit head", async () => {
    const { file, backup } = await plannerFile();
    const planner = startWriter({ file, lot: "north" });
    await planner.reached(20);
    const backedUp = await backUp(file, backup);
    const during = planner.acknowledged.length;
    await planner.reached(during + 20);
    await planner.kill();
    expect((await planner.ended).complaint, "the planner was not disturbed").toBe("");

    await destroy(file);
    const { keptAs, ...restored } = await restore(file, backup, NOW);
    expect(restored).toEqual(backedUp);
    expect(keptAs, "there was nothing to keep").toBeNull();
    const { db } = open({ file });
    expect(await auditHead(db)).toEqual(backedUp.auditHead);
    expect(await verifyAudit(db)).toBeNull();
    expect(restored).toMatchObject({ plans: 4, scenarios: 11 });
    expect(restored.revisions, "what was acknowledged before it was taken is in it").toBeGreaterThanOrEqual(
      11 + 20,
    );
    const { revision = 0 } = (await loadScenario(db, KEY)) ?? {};
    expect(await save(db, { operations: [priceOf("north", "0.01")], baseRevision: revision })).toMatchObject({
      ...{ outcome: "saved", revision: revision + 1 },
    });
  });

  test("is one file for its owner alone, and has no name before it is whole", async () => {
    const { folder, file, backup } = await plannerFile();
    await writeFile(`${backup}.part`, "an earlier attempt that was interrupted");
    await backUp(file, backup);
    expect((await readdir(folder)).filter((name) => name.startsWith("backup"))).toEqual(["backup.sqlite"]);
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
  });

  test("never takes the place of another file", async () => {
    const { file, backup } = await plannerFile();
    const first = await backUp(file, backup);
    await expect(backUp(file, backup)).rejects.toThrow("exists already: choose another name");
    await expect(backUp(`${file}-missing`, `${backup}2`)).rejects.toThrow("there is no such file");
    expect(existsSync(`${file}-missing`)).toBe(false);
    expect(first.plans).toBe(4);
  });
});

describe("restoring", () => {
  test("keeps what was there, and a planner that is running sees the restored scenarios at once", async () => {
    const { file, backup } = await plannerFile();
    await backUp(file, backup);
    const running = open({ file });
    await save(running.db, { operations: [priceOf("north", "1.00")] });
    const { keptAs } = await restore(file, backup, NOW);
    expect(await loadScenario(running.db, KEY)).toMatchObject({ revision: 1 });
    expect(await save(running.db, { operations: [priceOf("south", "2.00")] })).toMatchObject({
      outcome: "saved",
    });
    expect(keptAs).toMatch(/before-restore-20150202T093000000Z\.sqlite$/);
    expect(await loadScenario(open({ file: keptAs ?? "" }).db, KEY)).toMatchObject({ revision: 2 });
  });

  test("works over a file that is damaged beyond reading, and keeps that too", async () => {
    const { file, backup } = await plannerFile();
    const backedUp = await backUp(file, backup);
    await destroy(file);
    await writeFile(file, "not a database at all, but long enough to be taken for one".repeat(100));
    const { keptAs, ...restored } = await restore(file, backup, NOW);
    expect(restored).toEqual(backedUp);
    expect(existsSync(keptAs ?? "")).toBe(true);
  });

  const UNFIT: readonly [string, (backup: string) => Promise<void>, RegExp][] = [
    ["that is not there", (backup) => rm(backup), /there is no such file/],
    [
      "that is no database",
      (backup) => writeFile(backup, "GET / HTTP/1.1"),
      /cannot be used.*not a database/,
    ],
    [
      "of another program",
      (backup) => change(backup, ["drop table audit_head"]),
      /cannot be used as a backup of the planner/,
    ],
    [
      "of a newer planner",
      (backup) => change(backup, ["insert into kysely_migration values ('9999-later', '2030-01-01')"]),
      /newer planner \(9999-later\)/,
    ],
    [
      "whose audit log was tampered with",
      (backup) =>
        change(backup, ["drop trigger audit_no_update", "update audit set actor = 'X' where sequence = 3"]),
      /the audit log is broken at 3/,
    ],
  ];
  async function change(file: string, statements: readonly string[]): Promise<void> {
    const database = openDatabase({ file });
    for (const statement of [...statements, "pragma journal_mode = delete"]) {
      await sql.raw(statement).execute(database.db);
    }
    await database.close();
  }
  test.each(UNFIT)("refuses a backup %s, and leaves everything as it is", async (_, spoil, fault) => {
    const { folder, file, backup } = await plannerFile();
    await backUp(file, backup);
    await spoil(backup);
    const before = await readdir(folder);
    await expect(restore(file, backup, NOW)).rejects.toThrow(fault);
    expect(await readdir(folder)).toEqual(before);
    expect(await loadScenario(open({ file }).db, KEY)).toMatchObject({ revision: 1 });
  });

  test("refuses a backup with a damaged page", async () => {
    const { file, backup } = await plannerFile();
    await backUp(file, backup);
    const { size } = await stat(backup);
    const pages = await openFile(backup, "r+");
    for (let page = 4; page < size / 4096; page += 2)
      await pages.write(Buffer.alloc(64, 0xff), 0, 64, page * 4096);
    await pages.close();
    await expect(restore(file, backup, NOW)).rejects.toThrow("cannot be used as a backup of the planner");
    expect(await loadScenario(open({ file }).db, KEY)).toMatchObject({ revision: 1 });
  });
});
