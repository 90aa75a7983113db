import { describe, expect, test } from "vitest";
import type { Dialect } from "../../db/open-database";
import { verifyAudit } from "../../db/repositories/audit";
import {
  loadStacking,
  loadWithBase,
  mergeWithBase,
  stackScenarios,
  takeOverBase,
} from "../../db/repositories/bases";
import { giveReason, listReasons } from "../../db/repositories/reasons";
import { listRevisions } from "../../db/repositories/revisions";
import { createScenario, duplicateScenario, loadScenario } from "../../db/repositories/scenarios";
import { loadSteps, takeStep } from "../../db/repositories/undo";
import type { Database } from "../../db/schema";
import type { Operation } from "../../scenarios/changes/operation";
import { DIALECTS, freshDatabase } from "./support/databases";
import { LATER, NOW, TWO_LOTS } from "./support/documents";
import { addTwoLots, KEY, priceOf, save, validate } from "./support/edits";

const BEN = { author: "Ben", now: LATER };
const COPY = { plan: "llr", scenario: "copy" };
const NORTH = "/provisions/north/price/annual";
const END = "/provisions/north/end";
const endOf = (value: string): Operation => ({ op: "replace", path: END, value });

/** The scenario of two lots and a copy of it. */
async function withCopy(dialect: Dialect): Promise<Database> {
  const { db } = await freshDatabase(dialect);
  await addTwoLots(db);
  await duplicateScenario(db, { ...KEY, copy: { id: "copy", name: "Copy" }, author: "Ben", now: NOW });
  return db;
}

const change = async (db: Database, key: typeof KEY, ...operations: readonly Operation[]) => {
  const { revision = 0 } = (await loadScenario(db, key)) ?? {};
  return save(db, { ...key, baseRevision: revision, operations });
};
const inBase = (db: Database, ...operations: readonly Operation[]) => change(db, KEY, ...operations);
const inCopy = (db: Database, ...operations: readonly Operation[]) => change(db, COPY, ...operations);
const lots = async (db: Database, key: typeof KEY = COPY) =>
  (await loadScenario(db, key))?.document.provisions.map(({ price, end }) => [
    price !== undefined && "annual" in price && price.annual,
    end,
  ]);

async function takeOver(db: Database, chosen: Readonly<Record<string, "mine" | "theirs">> = {}) {
  const sides = await loadWithBase(db, COPY);
  const seen = { baseRevision: sides?.mine.number ?? 0, upTo: sides?.now.number ?? 0 };
  return takeOverBase(db, { ...COPY, ...BEN, ...seen, chosen }, validate);
}

async function undo(db: Database) {
  const next = (await loadSteps(db, COPY, BEN)).undo;
  return takeStep(db, { ...COPY, ...BEN, direction: "undo", change: next?.change ?? 0 }, validate);
}

describe.each(DIALECTS)("a scenario and its base on %s", (dialect) => {
  test("a copy knows which revision of the original it was made of", async () => {
    const db = await withCopy(dialect);
    await inBase(db, endOf("2018-03-31"));
    expect(await loadWithBase(db, COPY)).toMatchObject({ then: { number: 1 }, now: { number: 2 } });
    expect(await loadWithBase(db, KEY), "the original has no base").toBeNull();
    expect(await loadWithBase(db, { ...KEY, scenario: "none" })).toBeNull();
    const later = { ...TWO_LOTS, id: "later", basedOn: { id: TWO_LOTS.id } };
    await createScenario(db, { plan: "llr", document: later, ...BEN });
    expect((await loadWithBase(db, { plan: "llr", scenario: "later" }))?.then.number).toBe(2);
  });

  test("takes over what changed in the base as one change, beside its own, and only once", async () => {
    const db = await withCopy(dialect);
    await inCopy(db, priceOf("north", "1.00"));
    await inBase(db, endOf("2018-03-31"));
    await inBase(db, priceOf("south", "2.00"), { op: "replace", path: "/name", value: "New name" });
    expect(await takeOver(db)).toMatchObject({ outcome: "saved", revision: 3 });
    expect(await lots(db)).toEqual([
      ["1.00", "2018-03-31"],
      ["2.00", "2018-09-30"],
    ]);
    expect((await loadScenario(db, COPY))?.name).toBe("Copy");
    expect((await listRevisions(db, COPY))[0]).toMatchObject({
      ...{ changeName: "Taken over from New name, revision 3", takenOver: 3 },
    });
    const sides = await loadWithBase(db, COPY);
    expect(sides && mergeWithBase(sides)).toEqual({ clean: [], conflicts: [] });
    expect(await takeOver(db)).toMatchObject({ outcome: "saved", revision: 3 });
    expect(await verifyAudit(db)).toBeNull();
  });

  test("asks where both changed the same field, and remembers what was decided", async () => {
    const db = await withCopy(dialect);
    await inCopy(db, priceOf("north", "1.00"));
    await inBase(db, priceOf("north", "2.00"), endOf("2018-03-31"));
    const asked = await takeOver(db);
    expect(asked).toMatchObject({
      ...{
        outcome: "undecided",
        conflicts: [{ path: NORTH, base: "84000.00", theirs: "2.00", mine: "1.00" }],
      },
    });
    expect(await lots(db), "nothing is half taken over").toMatchObject([["1.00", "2018-09-30"], {}]);
    expect(await takeOver(db, { [NORTH]: "mine" })).toMatchObject({ outcome: "saved" });
    expect(await lots(db)).toMatchObject([["1.00", "2018-03-31"], {}]);
    await inBase(db, endOf("2018-06-30"));
    expect(await takeOver(db), "the price is not asked about again").toMatchObject({ outcome: "saved" });
  });

  test("keeping all of one’s own is a decision too: nothing changes, and it is not asked again", async () => {
    const db = await withCopy(dialect);
    await inCopy(db, priceOf("north", "1.00"));
    await inBase(db, priceOf("north", "2.00"));
    expect(await takeOver(db, { [NORTH]: "mine" })).toMatchObject({ outcome: "saved", revision: 3 });
    expect((await loadWithBase(db, COPY))?.then.number).toBe(2);
  });

  test("undo gives back what was taken over, and then it can be taken over again", async () => {
    const db = await withCopy(dialect);
    await inBase(db, endOf("2018-03-31"));
    await takeOver(db);
    expect(await undo(db)).toMatchObject({ outcome: "saved" });
    expect(await lots(db)).toMatchObject([["84000.00", "2018-09-30"], {}]);
    expect((await loadWithBase(db, COPY))?.then.number).toBe(1);
    await takeOver(db);
    expect(await lots(db)).toMatchObject([["84000.00", "2018-03-31"], {}]);
  });

  test("what somebody changed in the scenario since it was looked at is a conflict, not lost", async () => {
    const db = await withCopy(dialect);
    await inBase(db, endOf("2018-03-31"));
    await inCopy(db, endOf("2017-12-31"));
    const old = { ...COPY, ...BEN, baseRevision: 1, upTo: 2, chosen: {} };
    expect(await takeOverBase(db, old, validate)).toMatchObject({
      ...{ outcome: "conflict", clashes: [{ path: END, yours: "2018-03-31", theirs: "2017-12-31" }] },
    });
  });

  test("why a field was changed can be said later, and said again", async () => {
    const db = await withCopy(dialect);
    const given = { ...COPY, ...BEN, path: NORTH };
    await giveReason(db, { ...given, reason: "Tender" });
    await giveReason(db, { ...given, reason: "Second tender", person: null });
    expect(await listReasons(db, COPY)).toEqual([
      { path: NORTH, revision: 1, reason: "Second tender", author: "Ben", createdAt: LATER },
    ]);
    expect(await giveReason(db, { ...given, scenario: "none", reason: "Tender" })).toBe(false);
    expect(await verifyAudit(db)).toBeNull();
  });
});

describe.each(DIALECTS)("the changes of one scenario on top of another on %s", (dialect) => {
  const stacking = {
    plan: "llr",
    changesOf: { scenario: "copy", revision: 2 },
    on: { scenario: "other", revision: 2 },
  };
  const copy = { id: "both", name: "Both" };

  async function withTwoCopies(...inOther: readonly Operation[]): Promise<Database> {
    const db = await withCopy(dialect);
    await duplicateScenario(db, { ...KEY, copy: { id: "other", name: "Other" }, author: "Ben", now: NOW });
    await inCopy(db, priceOf("north", "1.00"));
    await change(db, { plan: "llr", scenario: "other" }, ...inOther);
    return db;
  }

  test("are a new scenario with both lists, on the base of the two", async () => {
    const db = await withTwoCopies(endOf("2018-03-31"));
    const stacked = await stackScenarios(db, { ...stacking, ...BEN, copy, chosen: {} }, validate);
    expect(stacked).toEqual({ outcome: "created" });
    const key = { plan: "llr", scenario: "both" };
    expect(await lots(db, key)).toMatchObject([["1.00", "2018-03-31"], {}]);
    expect((await loadScenario(db, key))?.document).toMatchObject({
      ...{ name: "Both", status: "draft", basedOn: { id: TWO_LOTS.id } },
    });
    expect((await loadWithBase(db, key))?.then.number).toBe(1);
  });

  test("are asked about where both changed the same", async () => {
    const db = await withTwoCopies(priceOf("north", "2.00"));
    const request = { ...stacking, ...BEN, copy };
    expect((await loadStacking(db, stacking))?.merge.conflicts).toMatchObject([
      { theirs: "1.00", mine: "2.00" },
    ]);
    expect(await stackScenarios(db, { ...request, chosen: {} }, validate)).toMatchObject({
      outcome: "undecided",
    });
    await stackScenarios(db, { ...request, chosen: { [NORTH]: "theirs" } }, validate);
    expect(await lots(db, { plan: "llr", scenario: "both" })).toMatchObject([["1.00", "2018-09-30"], {}]);
  });

  test("need a scenario that changes something of a base, and a name", async () => {
    const db = await withTwoCopies(endOf("2018-03-31"));
    const noBase = { ...stacking, changesOf: { scenario: KEY.scenario, revision: 1 } };
    expect(await loadStacking(db, noBase)).toBeNull();
    const unnamed = { ...stacking, ...BEN, copy: { id: "both", name: "" }, chosen: {} };
    expect(await stackScenarios(db, unnamed, validate)).toMatchObject({ outcome: "refused" });
    const onBase = { ...stacking, on: { scenario: KEY.scenario, revision: 1 } };
    await stackScenarios(db, { ...onBase, ...BEN, copy, chosen: {} }, validate);
    const both = (await loadScenario(db, { plan: "llr", scenario: "both" }))?.document;
    expect(both?.basedOn, "on the baseline itself, that is the base").toMatchObject({ id: KEY.scenario });
  });
});
