import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { migrate } from "../../db/migrate";
import { auditHead, verifyAudit } from "../../db/repositories/audit";
import { saveChange } from "../../db/repositories/changes";
import { createPlan, listPlans } from "../../db/repositories/plans";
import { listScenarios, loadScenario } from "../../db/repositories/scenarios";
import { seedSample } from "../../db/seed";
import { validateScenario } from "../../scenarios/validate-scenario";
import { DIALECTS, freshDatabase, freshPlace, open } from "./support/databases";
import { NOW } from "./support/documents";

const SAMPLE = {
  "llr-2015": ["llr-2015-s0", "llr-2015-s1", "llr-2015-s2", "llr-2015-s3", "llr-2015-s4"],
  "durham-2020": ["durham-2020-100", "durham-2020-95", "durham-2020-90", "durham-2020-80"],
  "derby-2015": ["derby-2015"],
};

describe.each(DIALECTS)("the sample on %s", (dialect) => {
  test("is the three partnerships with their scenarios, exactly as the example files say", async () => {
    const { db } = await freshDatabase(dialect);
    expect(await seedSample(db, NOW)).toBe(true);
    const plans = await listPlans(db);
    expect(plans.map(({ name }) => name)).toEqual([
      "Leicester, Leicestershire and Rutland 2015",
      "Durham 2020 budget prioritisation",
      "Derby 2015 capacity",
    ]);
    for (const [plan, ids] of Object.entries(SAMPLE)) {
      expect((await listScenarios(db, plan)).map(({ id }) => id)).toEqual(ids);
      for (const scenario of ids) {
        const stored = await loadScenario(db, { plan, scenario });
        expect(stored?.document).toEqual(
          JSON.parse(readFileSync(`scenarios/examples/${scenario}.json`, "utf8")),
        );
        expect(stored?.document.synthetic, "invented money says so").toBe(true);
      }
    }
    expect(await verifyAudit(db)).toBeNull();
  });

  test("can be edited at once: the model takes every one of its scenarios as valid", async () => {
    const { db } = await freshDatabase(dialect);
    await seedSample(db, NOW);
    for (const [plan, ids] of Object.entries(SAMPLE)) {
      for (const scenario of ids) {
        const change = {
          name: "Renamed",
          operations: [{ op: "replace", path: "/name", value: "Ours" } as const],
        };
        const edit = { plan, scenario, baseRevision: 1, change, author: "Ann", now: NOW };
        expect(await saveChange(db, edit, validateScenario)).toMatchObject({ outcome: "saved", revision: 2 });
      }
    }
  });

  test("is put in once: later starts find it there", async () => {
    const { db } = await freshDatabase(dialect);
    await seedSample(db, NOW);
    const head = await auditHead(db);
    expect(await seedSample(db, NOW)).toBe(false);
    expect(await auditHead(db)).toEqual(head);
  });

  test("does not come into a database that somebody works in", async () => {
    const { db } = await freshDatabase(dialect);
    await createPlan(db, { id: "own", name: "Our own", author: "Ann", now: NOW });
    expect(await seedSample(db, NOW)).toBe(false);
    expect((await listPlans(db)).map(({ id }) => id)).toEqual(["own"]);
  });
});

test("two instances that start at once on one PostgreSQL put the sample in once", async () => {
  const place = await freshPlace("postgres");
  const [first, second] = [open(place), open(place)];
  await migrate(first);
  const seeded = await Promise.all([seedSample(first.db, NOW), seedSample(second.db, NOW)]);
  expect(seeded.sort()).toEqual([false, true]);
  expect(await listPlans(first.db)).toHaveLength(3);
});
