import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "../../db/repositories/audit";
import { createPlan } from "../../db/repositories/plans";
import { listRevisions } from "../../db/repositories/revisions";
import { createScenario, loadScenario } from "../../db/repositories/scenarios";
import type { Database } from "../../db/schema";
import { applyOperations } from "../../scenarios/changes/apply-operations";
import type { Json } from "../../scenarios/changes/json";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import { DIALECTS, freshDatabase } from "./support/databases";
import { NOW, TWO_LOTS } from "./support/documents";
import { save } from "./support/edits";

const FIELDS = [
  "/name",
  "/provisions/north/price/annual",
  "/provisions/north/end",
  "/provisions/south/price/annual",
  "/provisions/south/name",
];

type Typed = {
  readonly person: string;
  readonly field: string;
  readonly value: string;
  /** How many revisions have passed since this person last looked. */
  readonly behind: number;
};
const typed: fc.Arbitrary<Typed> = fc.record({
  person: fc.constantFrom("Ann", "Ben", "Cara"),
  field: fc.constantFrom(...FIELDS),
  value: fc.constantFrom("1.00", "2.00", "3.00"),
  behind: fc.nat(4),
});

/** What ought to happen, by the plainest means: who set which field to what at which revision. */
class PlainModel {
  readonly values = new Map<string, string>();
  #set: { readonly field: string; readonly value: string; readonly revision: number }[] = [];
  revision = 1;

  type({ field, value, behind }: Typed): "saved" | "conflict" {
    const base = Math.max(1, this.revision - behind);
    const meanwhile = this.#set.filter((change) => change.field === field && change.revision > base);
    if (meanwhile.some((change) => change.value !== value)) return "conflict";
    if (meanwhile.length === 0 && this.values.get(field) !== value) {
      this.revision++;
      this.#set.push({ field, value, revision: this.revision });
      this.values.set(field, value);
    }
    return "saved";
  }
}

async function play(db: Database, scenario: string, edits: readonly Typed[]): Promise<PlainModel> {
  await createScenario(db, { plan: "llr", document: { ...TWO_LOTS, id: scenario }, author: "Ann", now: NOW });
  const model = new PlainModel();
  for (const edit of edits) {
    const { field: path, value, person: author } = edit;
    const baseRevision = Math.max(1, model.revision - edit.behind);
    const expected = model.type(edit);
    const outcome = await save(db, {
      ...{ scenario, baseRevision, author },
      operations: [{ op: "replace", path, value }],
    });
    expect(outcome).toMatchObject({ outcome: expected, revision: model.revision });
    if (outcome.outcome === "conflict") {
      expect(outcome.clashes).toMatchObject([{ path, yours: value, theirs: model.values.get(path) }]);
    }
  }
  return model;
}

describe.each(DIALECTS)("three people who type at once, each some revisions behind, on %s", (dialect) => {
  test("end with what a plain record of their edits says, and with a history that leads there", async () => {
    const { db } = await freshDatabase(dialect);
    await createPlan(db, { id: "llr", name: "Leicestershire", author: "Ann", now: NOW });
    let runs = 0;
    const property = fc.asyncProperty(fc.array(typed, { minLength: 5, maxLength: 25 }), async (edits) => {
      const scenario = `run-${++runs}`;
      const model = await play(db, scenario, edits);

      const stored = await loadScenario(db, { plan: "llr", scenario });
      for (const [field, value] of model.values) {
        expect(valueAt(stored?.document, resolvePointer(stored?.document, field) ?? [])).toBe(value);
      }
      let replayed: Json = { ...TWO_LOTS, id: scenario };
      for (const { operations } of (await listRevisions(db, { plan: "llr", scenario })).toReversed()) {
        const applied = applyOperations(replayed, operations);
        if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
        replayed = applied.document;
      }
      expect(replayed).toEqual(stored?.document);
    });
    await fc.assert(property, { seed: 2015, numRuns: dialect === "sqlite" ? 30 : 10, endOnFailure: true });
    expect(await verifyAudit(db)).toBeNull();
  });
});
