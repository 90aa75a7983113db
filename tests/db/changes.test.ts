import { describe, expect, test } from "vitest";
import { migrate } from "../../db/migrate";
import type { Dialect } from "../../db/open-database";
import { auditHead, verifyAudit } from "../../db/repositories/audit";
import { listRevisions, loadRevision } from "../../db/repositories/revisions";
import { archiveScenario, listScenarios, loadScenario } from "../../db/repositories/scenarios";
import { contentHash } from "../../db/stored-text";
import type { Scenario } from "../../scenarios/model/scenario";
import { DIALECTS, freshDatabase, freshPlace, open } from "./support/databases";
import { LATER, NOW, TWO_LOTS } from "./support/documents";
import { addTwoLots, KEY, priceOf, save } from "./support/edits";

async function withTwoLots(dialect: Dialect) {
  const { db } = await freshDatabase(dialect);
  await addTwoLots(db);
  return db;
}

function annualPrices(document: Scenario | undefined): unknown[] {
  return (document?.provisions ?? []).map(
    ({ price }) => price !== undefined && "annual" in price && price.annual,
  );
}

describe.each(DIALECTS)("a change on %s", (dialect) => {
  test("becomes the next revision, with who, when, why and what takes it back", async () => {
    const db = await withTwoLots(dialect);
    const operations = [priceOf("north", "90000.00")];
    const saved = await save(db, { operations, reason: "New tender" });
    expect(saved).toMatchObject({ outcome: "saved", revision: 2 });

    const stored = await loadScenario(db, KEY);
    expect(stored).toMatchObject({ revision: 2, updatedAt: LATER, updatedBy: "Ben" });
    expect(annualPrices(stored?.document)).toEqual(["90000.00", "0.10"]);
    expect(stored?.contentHash).toBe(contentHash(stored?.document));
    const [newest, first] = await listRevisions(db, KEY);
    expect(newest).toEqual({
      ...{
        number: 2,
        changeName: "Edit",
        reason: "New tender",
        author: "Ben",
        person: null,
        createdAt: LATER,
      },
      ...{ operations, inverse: [priceOf("north", "84000.00")], contentHash: stored?.contentHash },
      ...{ undoes: null, redoes: null, takenOver: null },
    });
    expect(first).toMatchObject({ number: 1, author: "Ann", createdAt: NOW, operations: [] });
    expect(await verifyAudit(db)).toBeNull();
  });

  test("shows in the list: name and state come from the newest document", async () => {
    const db = await withTwoLots(dialect);
    await save(db, {
      operations: [
        { op: "replace", path: "/name", value: "Two lots, agreed" },
        { op: "replace", path: "/status", value: "approved" },
      ],
    });
    expect(await listScenarios(db, "llr")).toMatchObject([
      { name: "Two lots, agreed", status: "approved", revision: 2 },
    ]);
  });

  test("can be taken back by its inverse", async () => {
    const db = await withTwoLots(dialect);
    await save(db, { operations: [priceOf("north", "1.00"), { op: "remove", path: "/provisions/south" }] });
    const revision = await loadRevision(db, { ...KEY, number: 2 });
    await save(db, { operations: revision?.inverse ?? [], baseRevision: 2 });
    const stored = await loadScenario(db, KEY);
    expect(stored?.document).toEqual(TWO_LOTS);
    expect(stored?.contentHash, "the same content is the same to a cache").toBe(contentHash(TWO_LOTS));
  });

  test("of different fields made on one revision all land", async () => {
    const db = await withTwoLots(dialect);
    const edits = [
      [priceOf("north", "1.00")],
      [priceOf("south", "2.00")],
      [{ op: "replace", path: "/provisions/north/end", value: "2017-09-30" }],
      [{ op: "add", path: "/purpose", value: "Test of merging" }],
      [{ op: "add", path: "/objectives", value: [] }],
      ...Array.from({ length: 20 }, (_, place) => [
        {
          op: "add",
          path: `/areas/area-${place}`,
          value: { id: `area-${place}`, name: "Area", bases: {} },
        } as const,
      ]),
    ] as const;
    const outcomes = await Promise.all(edits.map((operations) => save(db, { operations })));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(edits.map(() => "saved"));
    const stored = await loadScenario(db, KEY);
    expect(stored?.revision).toBe(1 + edits.length);
    expect(annualPrices(stored?.document)).toEqual(["1.00", "2.00"]);
    expect(stored?.document.provisions[0]?.end).toBe("2017-09-30");
    expect(stored?.document.purpose).toBe("Test of merging");
    expect(stored?.document.areas).toHaveLength(21);
  });

  test("of a field that somebody changed meanwhile is a conflict with both values, and stores nothing", async () => {
    const db = await withTwoLots(dialect);
    await save(db, { operations: [priceOf("north", "50000.00")], author: "Cara", now: NOW });
    const head = await auditHead(db);
    expect(await save(db, { operations: [priceOf("north", "60000.00"), priceOf("south", "1.00")] })).toEqual({
      outcome: "conflict",
      revision: 2,
      clashes: [
        {
          ...{ path: "/provisions/north/price/annual", yours: "60000.00", theirs: "50000.00" },
          ...{ by: "Cara", at: NOW },
        },
      ],
    });
    expect(annualPrices((await loadScenario(db, KEY))?.document), "not half of it").toEqual([
      "50000.00",
      "0.10",
    ]);
    expect(await auditHead(db)).toEqual(head);
  });

  test("of something that somebody took away is a conflict, not a loss", async () => {
    const db = await withTwoLots(dialect);
    await save(db, { operations: [{ op: "remove", path: "/provisions/north" }], author: "Cara" });
    const typed = await save(db, { operations: [priceOf("north", "60000.00")] });
    expect(typed).toMatchObject({ outcome: "conflict", clashes: [{ yours: "60000.00", by: "Cara" }] });
    const [clash] = typed.outcome === "conflict" ? typed.clashes : [];
    expect(clash, "nothing stands there any more").not.toHaveProperty("theirs");
  });

  test("after a conflict lands when it is made again on what stands there now", async () => {
    const db = await withTwoLots(dialect);
    await save(db, { operations: [priceOf("north", "50000.00")], author: "Cara" });
    expect(await save(db, { operations: [priceOf("north", "60000.00")], baseRevision: 2 })).toMatchObject({
      ...{ outcome: "saved", revision: 3 },
    });
  });

  test("that is sent again because its answer was lost is saved once", async () => {
    const db = await withTwoLots(dialect);
    const area = { id: "melton", name: "Melton", bases: { population: "50376" } };
    const edit = {
      operations: [priceOf("north", "60000.00"), { op: "add", path: "/areas/melton", value: area } as const],
    };
    expect(await save(db, edit)).toMatchObject({ outcome: "saved", revision: 2 });
    expect(await save(db, edit)).toMatchObject({ outcome: "saved", revision: 2 });
    expect(await listRevisions(db, KEY)).toHaveLength(2);
    await save(db, { operations: [priceOf("north", "70000.00")], baseRevision: 2, author: "Cara" });
    expect(await save(db, edit), "but not when somebody has changed it since").toMatchObject({
      ...{ outcome: "conflict", clashes: [{ yours: "60000.00", theirs: "70000.00", by: "Cara" }] },
    });
  });

  test("that changes nothing makes no revision", async () => {
    const db = await withTwoLots(dialect);
    expect(await save(db, { operations: [priceOf("north", "84000.00")] })).toMatchObject({
      outcome: "saved",
      revision: 1,
    });
    expect(await save(db, { operations: [] })).toMatchObject({ outcome: "saved", revision: 1 });
    expect(await listRevisions(db, KEY)).toHaveLength(1);
  });

  test("that does not fit, or makes a scenario that is not valid, is refused with the issues", async () => {
    const db = await withTwoLots(dialect);
    const refusals = [
      [[{ op: "replace", path: "/name", value: "" } as const], "/name"],
      [[priceOf("east", "1.00")], "/provisions/east/price/annual"],
      [[{ op: "replace", path: "/id", value: "three-lots" } as const], "/id"],
      [[priceOf("north", "1.00"), { op: "replace", path: "/name", value: "" } as const], "/name"],
    ] as const;
    for (const [operations, path] of refusals) {
      expect(await save(db, { operations })).toMatchObject({ outcome: "refused", issues: [{ path }] });
    }
    for (const baseRevision of [0, -1, 2, 1.5, Number.NaN]) {
      const refused = await save(db, { operations: [priceOf("north", "1.00")], baseRevision });
      expect(refused).toMatchObject({ outcome: "refused", issues: [{ code: "no-such-revision" }] });
    }
    expect(await loadScenario(db, KEY)).toMatchObject({ revision: 1, document: TWO_LOTS });
  });

  test("of a scenario that is not there, or was put away, is not stored", async () => {
    const db = await withTwoLots(dialect);
    const operations = [priceOf("north", "1.00")];
    expect(await save(db, { operations, scenario: "three-lots" })).toEqual({ outcome: "missing" });
    expect(await save(db, { operations, plan: "derby" })).toEqual({ outcome: "missing" });
    await archiveScenario(db, { ...KEY, author: "Ann", now: LATER });
    expect(await save(db, { operations })).toMatchObject({
      ...{ outcome: "refused", issues: [{ code: "scenario-archived" }] },
    });
  });
});

describe.each(DIALECTS)("fifty parallel saves of one field on one revision on %s", (dialect) => {
  test("one wins, and 49 get a conflict that keeps what was typed", async () => {
    const place = await freshPlace(dialect);
    // On PostgreSQL from two instances of the planner; a SQLite file has one, and the drill below a second process.
    const instances = dialect === "postgres" ? [open(place), open(place)] : [open(place)];
    const [{ db }] = instances as [ReturnType<typeof open>];
    await migrate({ db, dialect });
    await addTwoLots(db);
    const typed = Array.from({ length: 50 }, (_, place) => `${50_000 + place}.00`);
    const outcomes = await Promise.all(
      typed.map((value, place) => {
        const instance = instances[place % instances.length];
        return save(instance?.db ?? db, { operations: [priceOf("north", value)], author: `Person ${place}` });
      }),
    );

    const winners = typed.filter((_, place) => outcomes[place]?.outcome === "saved");
    expect(winners).toHaveLength(1);
    expect(annualPrices((await loadScenario(db, KEY))?.document)[0]).toBe(winners[0]);
    const winner = `Person ${typed.indexOf(winners[0] ?? "")}`;
    for (const [place, value] of typed.entries()) {
      if (value === winners[0]) continue;
      expect(outcomes[place]).toEqual({
        outcome: "conflict",
        revision: 2,
        clashes: [
          { path: "/provisions/north/price/annual", yours: value, theirs: winners[0], by: winner, at: LATER },
        ],
      });
    }
    expect(await listRevisions(db, KEY)).toHaveLength(2);
    expect(await verifyAudit(db)).toBeNull();
  });
});
