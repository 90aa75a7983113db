import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrate } from "../../db/migrate";
import { openDatabase } from "../../db/open-database";
import { verifyAudit } from "../../db/repositories/audit";
import { loadScenario } from "../../db/repositories/scenarios";
import type { Database } from "../../db/schema";
import type { Scenario } from "../../scenarios/model/scenario";
import { open, temporaryFolder } from "./support/databases";
import { addTwoLots, KEY } from "./support/edits";
import { type Acknowledged, startWriter } from "./support/writers";

async function fileWithTwoLots(): Promise<string> {
  const file = join(temporaryFolder(), "planner.sqlite");
  const database = openDatabase({ file });
  await migrate(database);
  await addTwoLots(database.db);
  await database.close();
  return file;
}

function pounds(document: Scenario | undefined, lot: string): number {
  const price = document?.provisions.find(({ id }) => id === lot)?.price;
  return price !== undefined && "annual" in price ? Number(price.annual) : Number.NaN;
}

/** Every acknowledged edit is in the history, at its revision, whole. */
async function expectKept(db: Database, lot: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const rows = await db.selectFrom("revisions").select(["number", "document"]).orderBy("number").execute();
  const kept = new Map(
    rows.map(({ number, document }) => [number, pounds(JSON.parse(document) as Scenario, lot)]),
  );
  expect(
    rows.map(({ number }) => number),
    "no revision is missing",
  ).toEqual(rows.map((_, place) => place + 1));
  expect(acknowledged.filter((edit) => kept.get(edit.revision) !== edit.pounds)).toEqual([]);
  const { number } = rows.at(-1) ?? { number: 0 };
  expect(await loadScenario(db, KEY), "the head is the last revision").toMatchObject({ revision: number });
}

/** Numbers that look random and are the same each time: 0 to below 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

test("killed twenty times at random moments under writing, the planner has lost no acknowledged edit", async () => {
  const file = await fileWithTwoLots();
  const random = seeded(2015);
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < 20; round++) {
    const planner = startWriter({ file, lot: "north", first: round * 1000 + 1 });
    await planner.reached(Math.floor(random() * 30));
    await new Promise((resolve) => setTimeout(resolve, random() * 15));
    await planner.kill();
    expect((await planner.ended).complaint).toBe("");
    acknowledged.push(...planner.acknowledged);

    const after = openDatabase({ file });
    const { rows } = await sql`pragma integrity_check`.execute(after.db);
    expect(rows).toEqual([{ integrityCheck: "ok" }]);
    expect(await verifyAudit(after.db)).toBeNull();
    await after.close();
  }
  expect(acknowledged.length).toBeGreaterThan(100);
  await expectKept(open({ file }).db, "north", acknowledged);
});

test("two processes that write into one file at once wait for each other, and all their edits land", async () => {
  const file = await fileWithTwoLots();
  const [north, south] = ["north", "south"].map((lot) => startWriter({ file, lot, edits: 60 }));
  expect([await north?.ended, await south?.ended]).toEqual([
    { status: 0, complaint: "" },
    { status: 0, complaint: "" },
  ]);
  const { db } = open({ file });
  expect(await loadScenario(db, KEY)).toMatchObject({ revision: 121 });
  await expectKept(db, "north", north?.acknowledged ?? []);
  await expectKept(db, "south", south?.acknowledged ?? []);
  const { document } = (await loadScenario(db, KEY)) ?? {};
  expect([pounds(document, "north"), pounds(document, "south")]).toEqual([60, 60]);
  expect(await verifyAudit(db)).toBeNull();
});
