import { describe, expect, test } from "vitest";
import type { Dialect } from "../../db/open-database";
import { verifyAudit } from "../../db/repositories/audit";
import { listRevisions } from "../../db/repositories/revisions";
import { loadScenario } from "../../db/repositories/scenarios";
import { type Direction, loadSteps, type StepRequest, takeStep } from "../../db/repositories/undo";
import type { Database } from "../../db/schema";
import { seedSamplePeople } from "../../db/seed-people";
import type { Operation } from "../../scenarios/changes/operation";
import { DIALECTS, freshDatabase } from "./support/databases";
import { LATER, NOW, TWO_LOTS } from "./support/documents";
import { addTwoLots, KEY, priceOf, save, validate } from "./support/edits";

async function withTwoLots(dialect: Dialect): Promise<Database> {
  const { db } = await freshDatabase(dialect);
  await addTwoLots(db);
  return db;
}

/** A person's change on what stands there now. */
async function change(db: Database, author: string, operations: readonly Operation[], name = "Edit") {
  const head = await loadScenario(db, KEY);
  const baseRevision = head?.revision ?? 0;
  return save(db, { author, baseRevision, operations, change: { name, operations } });
}

/** The next step of a person, as they press its button. */
async function step(db: Database, author: string, direction: Direction, decided?: StepRequest["decided"]) {
  const next = (await loadSteps(db, KEY, { author }))[direction];
  const request = { ...KEY, author, now: LATER, direction, change: next?.change ?? 0 };
  return takeStep(db, { ...request, ...(decided === undefined ? {} : { decided }) }, validate);
}

const document = async (db: Database) => (await loadScenario(db, KEY))?.document;
const prices = async (db: Database) =>
  (await document(db))?.provisions.map(({ price }) => price && "annual" in price && price.annual);

describe.each(DIALECTS)("undo on %s", (dialect) => {
  test("takes back a person's own latest change, over what others did since, and says so in the history", async () => {
    const db = await withTwoLots(dialect);
    await change(db, "Ben", [priceOf("north", "1.00")], "Price of the north");
    await change(db, "Cara", [priceOf("south", "2.00")]);
    expect(await loadSteps(db, KEY, { author: "Ben" })).toEqual({
      undo: { change: 2, name: "Price of the north", operations: [priceOf("north", "84000.00")] },
      redo: null,
    });
    expect(await step(db, "Ben", "undo")).toMatchObject({ outcome: "saved", revision: 4 });
    expect(await prices(db)).toEqual(["84000.00", "2.00"]);
    expect((await listRevisions(db, KEY))[0]).toMatchObject({
      ...{ number: 4, author: "Ben", undoes: 2, redoes: null, changeName: "Undone: Price of the north" },
    });
    expect((await loadSteps(db, KEY, { author: "Cara" })).undo).toMatchObject({ change: 3 });
    expect(await verifyAudit(db)).toBeNull();
  });

  test("goes back through several changes of one field to where the person began, and redo forward", async () => {
    const db = await withTwoLots(dialect);
    for (const price of ["1.00", "2.00", "3.00"]) await change(db, "Ben", [priceOf("north", price)]);
    const seen: unknown[] = [];
    for (const direction of ["undo", "undo", "undo", "redo", "redo", "undo", "redo", "redo"] as const) {
      expect(await step(db, "Ben", direction)).toMatchObject({ outcome: "saved" });
      seen.push((await prices(db))?.[0]);
    }
    expect(seen).toEqual(["2.00", "1.00", "84000.00", "1.00", "2.00", "1.00", "2.00", "3.00"]);
    expect(await step(db, "Ben", "redo")).toEqual({ outcome: "nothing" });
  });

  test("brings back what was taken away, in its place", async () => {
    const db = await withTwoLots(dialect);
    await change(db, "Ben", [{ op: "remove", path: "/provisions/north" }]);
    await step(db, "Ben", "undo");
    expect(await document(db)).toEqual(TWO_LOTS);
  });

  test("a new change ends what can be done again", async () => {
    const db = await withTwoLots(dialect);
    await change(db, "Ben", [priceOf("north", "1.00")]);
    await step(db, "Ben", "undo");
    await change(db, "Cara", [priceOf("south", "2.00")]);
    expect((await loadSteps(db, KEY, { author: "Ben" })).redo, "another’s change does not").not.toBeNull();
    await change(db, "Ben", [priceOf("south", "3.00")]);
    expect((await loadSteps(db, KEY, { author: "Ben" })).redo).toBeNull();
    expect(await step(db, "Ben", "redo")).toEqual({ outcome: "nothing" });
  });

  test("where others changed the same field it asks, showing both values", async () => {
    const db = await withTwoLots(dialect);
    await change(db, "Ben", [priceOf("north", "1.00"), priceOf("south", "2.00")]);
    await change(db, "Cara", [priceOf("north", "5.00")]);
    const asked = await step(db, "Ben", "undo");
    const path = "/provisions/north/price/annual";
    expect(asked).toEqual({
      ...{ outcome: "conflict", revision: 3 },
      clashes: [{ path, yours: "84000.00", theirs: "5.00", by: "Cara", at: LATER }],
    });
    expect(await prices(db), "nothing is half taken back").toEqual(["5.00", "2.00"]);

    await change(db, "Cara", [priceOf("north", "6.00")]);
    const mine = { revision: 3, mine: [path], theirs: [] };
    expect(await step(db, "Ben", "undo", mine), "decided on 5.00, but it is 6.00 now").toMatchObject({
      ...{ outcome: "conflict", clashes: [{ theirs: "6.00" }] },
    });
    expect(await step(db, "Ben", "undo", { ...mine, revision: 4 })).toMatchObject({ outcome: "saved" });
    expect(await prices(db)).toEqual(["84000.00", "0.10"]);
  });

  test("leaves the other’s value where the person says so, and the rest is taken back", async () => {
    const db = await withTwoLots(dialect);
    await change(db, "Ben", [priceOf("north", "1.00"), priceOf("south", "2.00")]);
    await change(db, "Cara", [priceOf("north", "5.00")]);
    const theirs = { revision: 3, mine: [], theirs: ["/provisions/north/price/annual"] };
    expect(await step(db, "Ben", "undo", theirs)).toMatchObject({ outcome: "saved", revision: 4 });
    expect(await prices(db)).toEqual(["5.00", "0.10"]);
    await step(db, "Ben", "redo");
    expect(await prices(db), "and redo brings back no more than undo took").toEqual(["5.00", "2.00"]);
  });

  test("that has nothing left to take back still counts, so that the next one is reached", async () => {
    const db = await withTwoLots(dialect);
    await change(db, "Ben", [priceOf("south", "2.00")]);
    await change(db, "Ben", [priceOf("north", "1.00")]);
    await change(db, "Cara", [priceOf("north", "84000.00")]);
    expect(await step(db, "Ben", "undo")).toMatchObject({ outcome: "saved", revision: 5 });
    expect((await listRevisions(db, KEY))[0]).toMatchObject({ undoes: 3, operations: [] });
    await step(db, "Ben", "undo");
    expect(await prices(db)).toEqual(["84000.00", "0.10"]);
  });

  test("goes by the person, also when they are called something else by now", async () => {
    const db = await withTwoLots(dialect);
    await seedSamplePeople(db, NOW);
    const casey = { person: "sample-commissioner" };
    const edit = { ...casey, author: "Casey Sample", operations: [priceOf("north", "1.00")] };
    expect(await save(db, edit)).toMatchObject({ outcome: "saved" });
    expect((await loadSteps(db, KEY, { ...casey, author: "Casey Other" })).undo).toMatchObject({ change: 2 });
    const namesake = { person: "sample-finance", author: "Casey Sample" };
    expect((await loadSteps(db, KEY, namesake)).undo).toBeNull();
    expect((await loadSteps(db, KEY, { author: "Casey Sample" })).undo).toBeNull();
  });

  test("of a change that is not the next one any more does nothing", async () => {
    const db = await withTwoLots(dialect);
    await change(db, "Ben", [priceOf("north", "1.00")]);
    const twice = { ...KEY, author: "Ben", now: LATER, direction: "undo", change: 2 } as const;
    const outcomes = await Promise.all([takeStep(db, twice, validate), takeStep(db, twice, validate)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["nothing", "saved"]);
    expect(await takeStep(db, { ...twice, scenario: "none" }, validate)).toEqual({ outcome: "missing" });
  });
});
