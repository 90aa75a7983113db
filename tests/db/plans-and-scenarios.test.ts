import { describe, expect, test } from "vitest";
import type { Dialect } from "../../db/open-database";
import { auditHead, verifyAudit } from "../../db/repositories/audit";
import { createPlan, listPlans, loadPlan } from "../../db/repositories/plans";
import { listRevisions } from "../../db/repositories/revisions";
import {
  archiveScenario,
  createScenario,
  duplicateScenario,
  listScenarios,
  listTakenIds,
  loadScenario,
} from "../../db/repositories/scenarios";
import { contentHash } from "../../db/stored-text";
import { DIALECTS, freshDatabase } from "./support/databases";
import { LATER, NOW, TWO_LOTS } from "./support/documents";

const KEY = { plan: "llr", scenario: "two-lots" };

async function planWithTwoLots(dialect: Dialect) {
  const { db } = await freshDatabase(dialect);
  await createPlan(db, { id: "llr", name: "Leicestershire", about: "Test", author: "Ann", now: NOW });
  await createScenario(db, { plan: "llr", document: TWO_LOTS, author: "Ann", now: NOW });
  return db;
}

describe.each(DIALECTS)("plans on %s", (dialect) => {
  test("are listed in the order in which they were made", async () => {
    const { db } = await freshDatabase(dialect);
    for (const id of ["leicestershire", "derby", "Zeta".toLowerCase()]) {
      expect(await createPlan(db, { id, name: id, author: "Ann", now: NOW })).toEqual({ outcome: "created" });
    }
    expect((await listPlans(db)).map(({ id }) => id)).toEqual(["leicestershire", "derby", "zeta"]);
    expect(await loadPlan(db, "derby")).toEqual({
      ...{ id: "derby", name: "derby", about: "", createdAt: NOW, createdBy: "Ann" },
    });
    expect(await loadPlan(db, "durham")).toBeNull();
  });

  test("cannot share an id, nor have one that no address could hold", async () => {
    const { db } = await freshDatabase(dialect);
    const make = (id: string) => createPlan(db, { id, name: "Plan", author: "Ann", now: NOW });
    await make("derby");
    expect(await make("derby")).toEqual({
      outcome: "refused",
      issues: [{ path: "/id", code: "id-taken", message: 'The id "derby" is taken: choose another.' }],
    });
    expect(await make("Derby/2015")).toMatchObject({
      outcome: "refused",
      issues: [{ code: "id-malformed" }],
    });
    expect((await auditHead(db)).sequence, "only what was done is in the log").toBe(1);
  });

  test("made at the same moment all get a place", async () => {
    const { db } = await freshDatabase(dialect);
    const ids = Array.from({ length: 12 }, (_, place) => `plan-${place}`);
    await Promise.all(ids.map((id) => createPlan(db, { id, name: id, author: "Ann", now: NOW })));
    const positions = await db.selectFrom("plans").select("position").orderBy("position").execute();
    expect(positions.map(({ position }) => position)).toEqual(ids.map((_, place) => place + 1));
  });
});

describe.each(DIALECTS)("a scenario on %s", (dialect) => {
  test("comes back as it was stored", async () => {
    const db = await planWithTwoLots(dialect);
    expect(await loadScenario(db, KEY)).toEqual({
      ...{ plan: "llr", id: "two-lots", name: "Two lots", status: "consultation", revision: 1 },
      ...{ updatedAt: NOW, updatedBy: "Ann", archivedAt: null, takenOver: null },
      contentHash: contentHash(TWO_LOTS),
      document: TWO_LOTS,
    });
    expect(await loadScenario(db, { plan: "llr", scenario: "three-lots" })).toBeNull();
    expect(await loadScenario(db, { plan: "derby", scenario: "two-lots" }), "of another plan").toBeNull();
  });

  test("keeps money as the text that was written, to the last penny and the last nought", async () => {
    const db = await planWithTwoLots(dialect);
    const amounts = ["0.10", "123456789012345678.99", "-0.01", "100", "100.0", "000.50"];
    for (const [place, annual] of amounts.entries()) {
      const provisions = TWO_LOTS.provisions.map((lot) => ({ ...lot, price: { annual } }));
      const document = { ...TWO_LOTS, id: `money-${place}`, provisions };
      await createScenario(db, { plan: "llr", document, author: "Ann", now: NOW });
      const stored = await loadScenario(db, { plan: "llr", scenario: document.id });
      expect(stored?.document.provisions.map(({ price }) => price)).toEqual([{ annual }, { annual }]);
    }
  });

  test("keeps every character that a person can type or paste", async () => {
    const db = await planWithTwoLots(dialect);
    const name = "Größe „O'Neill“ \u0000 \uD800 👩‍👧 \\u0000 %s $1 ?; drop table plans";
    await createScenario(db, {
      plan: "llr",
      document: { ...TWO_LOTS, id: "odd", name },
      author: name,
      now: NOW,
    });
    expect((await loadScenario(db, { plan: "llr", scenario: "odd" }))?.document.name).toBe(name);
    const [, summary] = await listScenarios(db, "llr");
    expect(summary?.name, "a list shows what cannot be stored as text as \uFFFD").toBe(
      name.replace("\u0000", "\uFFFD").replace("\uD800", "\uFFFD"),
    );
    expect(await verifyAudit(db)).toBeNull();
  });

  test("has its own id in its plan, and a plan to be in", async () => {
    const db = await planWithTwoLots(dialect);
    const again = { document: TWO_LOTS, author: "Ben", now: LATER };
    expect(await createScenario(db, { plan: "llr", ...again })).toMatchObject({
      ...{ outcome: "refused", issues: [{ code: "id-taken" }] },
    });
    expect(await createScenario(db, { plan: "derby", ...again })).toEqual({ outcome: "missing" });
    await createPlan(db, { id: "derby", name: "Derby", author: "Ann", now: NOW });
    expect(await createScenario(db, { plan: "derby", ...again })).toEqual({ outcome: "created" });
  });

  test("is duplicated as a draft that says what it is based on", async () => {
    const db = await planWithTwoLots(dialect);
    const copy = { id: "later-start", name: "Two lots, later start" };
    expect(await duplicateScenario(db, { ...KEY, copy, author: "Ben", now: LATER })).toEqual({
      outcome: "created",
    });
    const duplicate = await loadScenario(db, { plan: "llr", scenario: "later-start" });
    expect(duplicate).toMatchObject({ revision: 1, status: "draft", updatedAt: LATER, updatedBy: "Ben" });
    expect(duplicate?.document).toEqual({
      ...{ ...TWO_LOTS, ...copy, status: "draft", basedOn: { id: "two-lots", name: "Two lots" } },
    });
    expect((await listScenarios(db, "llr")).map(({ id }) => id)).toEqual(["two-lots", "later-start"]);
  });

  test("cannot be duplicated when it is not there, or under an id that is taken", async () => {
    const db = await planWithTwoLots(dialect);
    const nameless = { ...KEY, copy: { id: "new", name: " " }, author: "Ben", now: LATER };
    expect(await duplicateScenario(db, nameless)).toMatchObject({ issues: [{ path: "/name" }] });
    const copy = { id: "two-lots", name: "Again" };
    const duplicate = { copy, author: "Ben", now: LATER };
    expect(await duplicateScenario(db, { ...KEY, ...duplicate })).toMatchObject({ outcome: "refused" });
    expect(await duplicateScenario(db, { ...KEY, scenario: "three-lots", ...duplicate })).toEqual({
      outcome: "missing",
    });
  });

  test("that is put away leaves the lists and keeps its history", async () => {
    const db = await planWithTwoLots(dialect);
    expect(await archiveScenario(db, { ...KEY, author: "Ben", now: LATER })).toBe(true);
    expect(await archiveScenario(db, { ...KEY, author: "Ben", now: LATER }), "once is enough").toBe(false);
    expect(await listScenarios(db, "llr")).toEqual([]);
    expect(await listTakenIds(db, "llr"), "its id is not given away again").toEqual(["two-lots"]);
    expect(await loadScenario(db, KEY)).toMatchObject({ archivedAt: LATER, document: TWO_LOTS });
    expect(await listRevisions(db, KEY)).toHaveLength(1);
  });

  test("writes down every deed: who, what, when", async () => {
    const db = await planWithTwoLots(dialect);
    await archiveScenario(db, { ...KEY, author: "Ben", now: LATER });
    const rows = await db
      .selectFrom("audit")
      .select(["actor", "action", "subject", "at"])
      .orderBy("sequence")
      .execute();
    expect(rows).toEqual([
      { actor: "Ann", action: "plan-created", subject: "plans/llr", at: NOW },
      { actor: "Ann", action: "scenario-created", subject: "plans/llr/scenarios/two-lots", at: NOW },
      { actor: "Ben", action: "scenario-archived", subject: "plans/llr/scenarios/two-lots", at: LATER },
    ]);
    expect(await verifyAudit(db)).toBeNull();
  });
});

describe("the hash of a document's content", () => {
  test("does not depend on the order of its keys, but on that of its lists", () => {
    expect(contentHash({ a: "1", b: { c: "2", d: ["x", "y"] } })).toBe(
      contentHash({ b: { d: ["x", "y"], c: "2" }, a: "1" }),
    );
    expect(contentHash({ d: ["x", "y"] })).not.toBe(contentHash({ d: ["y", "x"] }));
    expect(contentHash({ a: "1.0" })).not.toBe(contentHash({ a: "1.00" }));
    expect(contentHash({ a: ["b"] })).not.toBe(contentHash([["a", ["b"]]]));
  });
});
