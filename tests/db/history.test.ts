import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../db/open-database";
import { restoreRevision } from "../../db/repositories/changes";
import { listRevisions, loadRevision } from "../../db/repositories/revisions";
import { applyOperations } from "../../scenarios/changes/apply-operations";
import { DIALECTS, freshDatabase } from "./support/databases";
import { LATER, TWO_LOTS } from "./support/documents";
import { addTwoLots, KEY, priceOf, save, validate } from "./support/edits";

async function withTwoLots(dialect: Dialect) {
  const { db } = await freshDatabase(dialect);
  await addTwoLots(db);
  return db;
}

describe.each(DIALECTS)("the history on %s", (dialect) => {
  test("leads from each revision to the next by its operations, and back by their inverse", async () => {
    const db = await withTwoLots(dialect);
    for (let base = 1; base <= 8; base++) {
      const operations = [
        base % 3 === 0 ? ({ op: "remove", path: "/purpose" } as const) : priceOf("north", `${base}.00`),
      ];
      if (base % 3 === 2) operations.push({ op: "add", path: "/purpose", value: `Round ${base}` });
      await save(db, { operations, baseRevision: base });
    }
    const history = await listRevisions(db, KEY);
    expect(history.map(({ number }) => number)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    for (const { number, operations, inverse } of history.filter((revision) => revision.number > 1)) {
      const [before, after] = await Promise.all(
        [number - 1, number].map((n) => loadRevision(db, { ...KEY, number: n })),
      );
      expect(applyOperations(before?.document ?? null, operations)).toMatchObject({
        ok: true,
        document: after?.document,
      });
      expect(applyOperations(after?.document ?? null, inverse)).toMatchObject({
        ok: true,
        document: before?.document,
      });
    }
  });

  test("gives any revision back as a new one", async () => {
    const db = await withTwoLots(dialect);
    await save(db, { operations: [priceOf("north", "1.00")] });
    await save(db, { operations: [{ op: "remove", path: "/provisions/south" }], baseRevision: 2 });
    const restored = await restoreRevision(
      db,
      { ...KEY, revision: 1, baseRevision: 3, author: "Cara", now: LATER, reason: "Board said no" },
      validate,
    );
    expect(restored).toEqual({ outcome: "saved", revision: 4, document: TWO_LOTS });
    const [newest] = await listRevisions(db, KEY);
    expect(newest).toMatchObject({
      number: 4,
      changeName: "Revision 1 restored",
      reason: "Board said no",
      author: "Cara",
    });
    expect(
      (await loadRevision(db, { ...KEY, number: 3 }))?.document.provisions,
      "nothing is rewritten",
    ).toHaveLength(1);
  });

  test("does not give a revision back over what somebody did meanwhile", async () => {
    const db = await withTwoLots(dialect);
    await save(db, { operations: [priceOf("north", "1.00")] });
    await save(db, { operations: [priceOf("north", "2.00")], baseRevision: 2, author: "Dev" });
    const restoration = { ...KEY, revision: 1, author: "Cara", now: LATER };
    expect(await restoreRevision(db, { ...restoration, baseRevision: 2 }, validate)).toMatchObject({
      ...{ outcome: "conflict", clashes: [{ yours: "84000.00", theirs: "2.00", by: "Dev" }] },
    });
    expect(await restoreRevision(db, { ...restoration, revision: 9, baseRevision: 3 }, validate)).toEqual({
      outcome: "missing",
    });
  });

  test.each([
    "update revisions set document = '{}' where number = 1",
    "delete from revisions where number = 1",
    ...(dialect === "postgres"
      ? ["truncate revisions cascade"]
      : [
          "insert or replace into revisions (plan_id, scenario_id, number, document, content_hash, change_name, operations, inverse, reason, author, created_at) select plan_id, scenario_id, number, '{}', content_hash, change_name, operations, inverse, reason, author, created_at from revisions where number = 1",
        ]),
  ])("is never rewritten: the database refuses %j", async (statement) => {
    const db = await withTwoLots(dialect);
    await save(db, { operations: [priceOf("north", "1.00")] });
    await expect(sql.raw(statement).execute(db)).rejects.toThrow("revisions never change");
  });
});
