import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "../../db/repositories/audit";
import { loadWithBase, takeOverBase } from "../../db/repositories/bases";
import { duplicateScenario, loadScenario } from "../../db/repositories/scenarios";
import { type Direction, loadSteps, takeStep } from "../../db/repositories/undo";
import type { Database } from "../../db/schema";
import { applyOperations } from "../../scenarios/changes/apply-operations";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import { DIALECTS, freshPlace, open } from "./support/databases";
import { LATER, NOW, TWO_LOTS } from "./support/documents";
import { addTwoLots, KEY, save, validate } from "./support/edits";
import { migrate } from "../../db/migrate";
import { type Choice, PlainModel, type Person, PEOPLE } from "./support/plain-model";

const COPY = { plan: "llr", scenario: "copy" };
const FIELDS = [
  "/provisions/north/price/annual",
  "/provisions/north/name",
  "/provisions/south/price/annual",
  "/provisions/south/name",
];

type Deed =
  | {
      readonly do: "edit";
      readonly by: Person;
      readonly field: string;
      readonly value: string;
      readonly behind: number;
    }
  | { readonly do: Direction; readonly by: Person; readonly choice: Choice }
  | { readonly do: "edit-base"; readonly field: string; readonly value: string }
  | { readonly do: "take-over"; readonly by: Person; readonly choice: Choice }
  | { readonly do: "reload" };

const by = fc.constantFrom(...PEOPLE);
const field = fc.constantFrom(...FIELDS);
const value = fc.constantFrom("1.00", "2.00", "3.00");
const choice = fc.constantFrom<Choice>("mine", "theirs", "leave");
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("edit" as const), by, field, value, behind: fc.nat(3) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("undo" as const), by, choice }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("redo" as const), by, choice }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("edit-base" as const), field, value }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("take-over" as const), by, choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reload" as const) }) },
);

/** Does to the planner what the model has just been done. */
async function perform(db: Database, model: PlainModel, step: Deed): Promise<void> {
  if (step.do === "edit") {
    const baseRevision = Math.max(1, model.revision - step.behind);
    const operations = [{ op: "replace" as const, path: step.field, value: step.value }];
    const expected = model.edit(step, baseRevision);
    const outcome = await save(db, { ...COPY, author: step.by, baseRevision, operations });
    expect(outcome.outcome).toBe(expected);
  } else if (step.do === "edit-base") {
    const operations = [{ op: "replace" as const, path: step.field, value: step.value }];
    model.editBase(step.field, step.value);
    const { revision = 0 } = (await loadScenario(db, KEY)) ?? {};
    await save(db, { baseRevision: revision, operations });
  } else if (step.do === "take-over") await performTakeOver(db, model, step);
  else if (step.do !== "reload") await performStep(db, model, step);
}

async function performStep(
  db: Database,
  model: PlainModel,
  { do: direction, by: author, choice: chosen }: Extract<Deed, { readonly do: Direction }>,
): Promise<void> {
  const expected = model.step(direction, author, chosen);
  const next = (await loadSteps(db, COPY, { author }))[direction];
  const request = { ...COPY, author, now: LATER, direction, change: next?.change ?? 0 };
  const outcome = await takeStep(db, request, validate);
  expect(outcome.outcome).toBe(expected);
  if (outcome.outcome !== "conflict" || chosen === "leave") return;
  const paths = outcome.clashes.map(({ path }) => path);
  const [mine, theirs] = chosen === "mine" ? [paths, []] : [[], paths];
  const decided = { revision: outcome.revision, mine, theirs };
  expect((await takeStep(db, { ...request, decided }, validate)).outcome).toBe("saved");
}

async function performTakeOver(
  db: Database,
  model: PlainModel,
  { by: author, choice: chosen }: { readonly by: Person; readonly choice: Choice },
): Promise<void> {
  const expected = model.takeOver(author, chosen);
  const sides = await loadWithBase(db, COPY);
  const seen = { baseRevision: sides?.mine.number ?? 0, upTo: sides?.now.number ?? 0 };
  const request = { ...COPY, author, now: LATER, ...seen };
  const outcome = await takeOverBase(db, { ...request, chosen: {} }, validate);
  expect(outcome.outcome).toBe(expected);
  if (outcome.outcome !== "undecided" || chosen === "leave") return;
  const choices = Object.fromEntries(outcome.conflicts.map(({ path }) => [path, chosen] as const));
  expect((await takeOverBase(db, { ...request, chosen: choices }, validate)).outcome).toBe("saved");
}

/** The scenario of two lots with the values of a plain record. */
function documentWith(values: ReadonlyMap<string, string>, own: object): unknown {
  const operations = [...values].map(([path, text]) => ({ op: "replace" as const, path, value: text }));
  const applied = applyOperations({ ...TWO_LOTS }, operations);
  return applied.ok && { ...(applied.document as object), ...own };
}

describe.each(DIALECTS)("200 edits, undos, redos, take-overs and reloads in any order on %s", (dialect) => {
  test("end in the document in which a plain record of the same steps ends", async () => {
    const deeds = fc.array(deed, { minLength: 200, maxLength: 200 });
    const property = fc.asyncProperty(deeds, async (steps) => {
      const place = await freshPlace(dialect);
      let { db, close } = open(place);
      await migrate({ db, dialect });
      await addTwoLots(db);
      await duplicateScenario(db, { ...KEY, copy: { id: "copy", name: "Copy" }, author: "Ann", now: NOW });
      const model = new PlainModel(
        new Map(
          FIELDS.map((path) => [path, String(valueAt(TWO_LOTS, resolvePointer(TWO_LOTS, path) ?? []))]),
        ),
      );
      for (const step of steps) {
        if (step.do === "reload") {
          await close();
          ({ db, close } = open(place));
        } else await perform(db, model, step);
      }
      const copy = await loadScenario(db, COPY);
      const own = {
        id: "copy",
        name: "Copy",
        status: "draft",
        basedOn: { id: KEY.scenario, name: TWO_LOTS.name },
      };
      expect(copy?.document).toEqual(documentWith(model.values, own));
      expect(copy?.revision).toBe(model.revision);
      expect((await loadScenario(db, KEY))?.document).toEqual(documentWith(model.base, {}));
      expect(await verifyAudit(db)).toBeNull();
    });
    await fc.assert(property, { seed: 2015, numRuns: dialect === "sqlite" ? 10 : 2, endOnFailure: true });
  });
});
