import { describe, expect, test } from "vitest";
import type { Dialect } from "../../db/open-database";
import { listAudit, verifyAudit } from "../../db/repositories/audit";
import { askPanel, closePanel, loadPanel, saveLineScores } from "../../db/repositories/panels";
import { seedSamplePeople } from "../../db/seed-people";
import { DIALECTS, freshDatabase } from "./support/databases";
import { LATER, NOW, TWO_LOTS } from "./support/documents";
import { addTwoLots } from "./support/edits";

const KEY = { plan: "llr", scenario: TWO_LOTS.id };
const BY = { author: "Ann", now: NOW };
const CASEY = "sample-commissioner";
const VIVIAN = "sample-viewer";

async function withPeople(dialect: Dialect) {
  const { db } = await freshDatabase(dialect);
  await addTwoLots(db);
  await seedSamplePeople(db, NOW);
  return db;
}

describe.each(DIALECTS)("a panel on %s", (dialect) => {
  test("is asked once each, scores while it is open, and keeps earlier rounds", async () => {
    const db = await withPeople(dialect);
    expect(await loadPanel(db, KEY)).toBeNull();
    expect(await askPanel(db, { ...KEY, ...BY, people: [CASEY] })).toBe(1);
    expect(await askPanel(db, { ...KEY, ...BY, people: [CASEY, VIVIAN] })).toBe(1);
    const scores = { points: { "keep/safety": "80" }, interest: "" };
    const save = (person: string, line = "refuge") =>
      saveLineScores(db, { ...KEY, ...BY, now: LATER, person, line, scores });
    expect(await save(CASEY)).toBe("saved");
    expect(await save(CASEY, "helpline")).toBe("saved");
    expect(await save("sample-finance")).toBe("not-asked");
    expect(await closePanel(db, { ...KEY, ...BY, now: LATER })).toBe(true);
    expect(await closePanel(db, { ...KEY, ...BY, now: LATER })).toBe(false);
    expect(await save(CASEY)).toBe("closed");
    expect(await loadPanel(db, KEY)).toMatchObject({
      ...{ number: 1, closedAt: LATER, closedBy: "Ann" },
      members: [
        { person: CASEY, sheet: { refuge: scores, helpline: scores }, savedAt: LATER },
        { person: VIVIAN, sheet: {}, savedAt: null },
      ],
    });
    expect(await askPanel(db, { ...KEY, ...BY, people: [VIVIAN] })).toBe(1);
    expect(await loadPanel(db, KEY)).toMatchObject({ number: 2, members: [{ person: VIVIAN, sheet: {} }] });
  });

  test("leaves each deed in the audit log, interests by their words and scores only by their number", async () => {
    const db = await withPeople(dialect);
    await askPanel(db, { ...KEY, ...BY, people: [CASEY] });
    const say = (scores: { points: Record<string, string>; interest: string }) =>
      saveLineScores(db, { ...KEY, ...BY, person: CASEY, line: "refuge", scores });
    await say({ points: { "keep/safety": "83" }, interest: "" });
    await say({ points: {}, interest: "I chair it" });
    await closePanel(db, { ...KEY, ...BY });
    const log = await listAudit(db, { subject: `plans/llr/scenarios/${TWO_LOTS.id}`, most: 4 });
    expect(log.map(({ action, detail }) => [action, detail])).toEqual([
      ["panel-closed", { round: 1 }],
      ["panel-scored", { round: 1, line: "refuge", scores: 0, interest: "I chair it" }],
      ["panel-scored", { round: 1, line: "refuge", scores: 1, interest: null }],
      ["panel-opened", { round: 1, people: CASEY }],
    ]);
    expect(await verifyAudit(db)).toBeNull();
  });
});
