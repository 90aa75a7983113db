import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { migrate } from "../../db/migrate";
import { verifyAudit } from "../../db/repositories/audit";
import { loadWithBase, takeOverBase } from "../../db/repositories/bases";
import { restoreRevision } from "../../db/repositories/changes";
import { duplicateScenario, loadScenario } from "../../db/repositories/scenarios";
import { loadSteps, takeStep } from "../../db/repositories/undo";
import type { Database } from "../../db/schema";
import { isList, isObject, type Json } from "../../scenarios/changes/json";
import type { Operation } from "../../scenarios/changes/operation";
import { segmentOf } from "../../scenarios/changes/pointer";
import type { Scenario } from "../../scenarios/model/scenario";
import { DIALECTS, freshPlace, open } from "./support/databases";
import { LATER, NOW, TWO_LOTS } from "./support/documents";
import { addTwoLots, KEY, save, validate } from "./support/edits";
import {
  below,
  type Choice,
  type Deed,
  type Direction,
  PEOPLE,
  type Person,
  PlainModel,
} from "./support/plain-model";

const COPY = { plan: "llr", scenario: "copy" };

const [NORTH, SOUTH] = TWO_LOTS.provisions as [
  Scenario["provisions"][number],
  Scenario["provisions"][number],
];
const THIRD = { ...NORTH, id: "third", name: "Outreach, west", activities: ["outreach", "advice"] };
const MEMBER = { organisation: "melton", area: "blaby", choice: "undecided", maximum: "1.00" };
/** Two lots, one with a list of ids that has more than one, and a round with a member. */
const START: Scenario = {
  ...TWO_LOTS,
  provisions: [{ ...NORTH, activities: ["outreach", "advice"] }, SOUTH],
  contributions: [
    {
      ...{ id: "round", name: "Round", provision: "north", from: "2015-10-01", to: "2018-09-30" },
      members: [{ ...MEMBER, organisation: "blaby" }],
    },
  ] as unknown as NonNullable<Scenario["contributions"]>,
};

/** Elements that come and go, with what they come with: a lot, activities of lots (also of the one that goes), members. */
const ELEMENTS: Readonly<Record<string, Json>> = {
  "/provisions/third": THIRD,
  "/contributions/round/members/melton": MEMBER,
  "/provisions/north/activities/advice": "advice",
  "/provisions/third/activities/advice": "advice",
};
const FIELDS = [
  ...["north", "south", "third"].flatMap((lot) => [
    `/provisions/${lot}/price/annual`,
    `/provisions/${lot}/name`,
  ]),
  ...["blaby", "melton"].map((member) => `/contributions/round/members/${member}/maximum`),
];

/** A document as its single values by their pointers. */
function valuesOf(value: Json, path = "", name = ""): [string, string][] {
  if (isList(value))
    return value.flatMap((one, place) => valuesOf(one, `${path}/${segmentOf(name, value, place)}`));
  if (isObject(value))
    return Object.entries(value).flatMap(([key, one]) => valuesOf(one, `${path}/${key}`, key));
  return [[path, String(value)]];
}
const asValues = (document: unknown) => new Map(valuesOf(document as Json));
/** What two scenarios share however each is called. */
const PLANNED = (document: unknown) =>
  new Map([...asValues(document)].filter(([path]) => /^\/(provisions|contributions)\//.test(path)));

type Step =
  | { readonly do: "edit"; readonly by: Person; readonly what: Wanted; readonly behind: number }
  | { readonly do: Direction; readonly by: Person; readonly choice: Choice }
  | { readonly do: "edit-base"; readonly what: Wanted }
  | { readonly do: "take-over"; readonly by: Person; readonly choice: Choice }
  | { readonly do: "restore"; readonly by: Person; readonly back: number; readonly behind: number }
  | { readonly do: "reload" };
type Wanted = { readonly path: string; readonly value: string };

const by = fc.constantFrom(...PEOPLE);
const choice = fc.constantFrom<Choice>("mine", "theirs", "leave");
const what = fc.record({
  path: fc.oneof(fc.constantFrom(...FIELDS), fc.constantFrom(...Object.keys(ELEMENTS))),
  value: fc.constantFrom("1.00", "2.00", "3.00"),
});
const behind = fc.nat(3);
const is = <Name extends string>(name: Name) => fc.constant(name);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ do: is("edit"), by, what, behind }) },
  { weight: 5, arbitrary: fc.record({ do: is("undo"), by, choice }) },
  { weight: 3, arbitrary: fc.record({ do: is("redo"), by, choice }) },
  { weight: 3, arbitrary: fc.record({ do: is("edit-base"), what }) },
  { weight: 2, arbitrary: fc.record({ do: is("take-over"), by, choice }) },
  { weight: 1, arbitrary: fc.record({ do: is("restore"), by, back: fc.nat(12), behind }) },
  { weight: 1, arbitrary: fc.record({ do: is("reload") }) },
);

/** What somebody does who sees some values: an element that is there goes, one that is not comes; a value is set. */
function deedOn(seen: ReadonlyMap<string, string>, { path, value }: Wanted): Deed | null {
  const element = ELEMENTS[path];
  const isThere = below(seen, path).size > 0;
  if (element === undefined) return isThere ? { do: "set", path, part: new Map([["", value]]) } : null;
  if (isThere) return { do: "remove", path };
  const outer = /^\/provisions\/[^/]+/.exec(path)?.[0] ?? "";
  if (outer !== path && below(seen, outer).size === 0 && path.includes("/activities/")) return null;
  return { do: "insert", path, part: asValues(element) };
}

function operationOf(deed: Deed): Operation {
  if (deed.do === "remove") return { op: "remove", path: deed.path };
  if (deed.do === "set") return { op: "replace", path: deed.path, value: deed.part.get("") ?? "" };
  return { op: "add", path: deed.path, value: ELEMENTS[deed.path] ?? null };
}

/** Does to the planner what is done to the model, and holds what comes of the one against the other. */
async function perform(db: Database, model: PlainModel, one: Step): Promise<void> {
  if (one.do === "edit") {
    const baseRevision = Math.max(1, model.revision - one.behind);
    const deed = deedOn(model.at(baseRevision), one.what);
    if (deed === null) return;
    const expected = model.edit(one.by, deed, baseRevision);
    const edit = { ...COPY, author: one.by, baseRevision, operations: [operationOf(deed)] };
    expect((await save(db, edit)).outcome).toBe(expected);
  } else if (one.do === "edit-base") {
    const deed = deedOn(model.base, one.what);
    if (deed === null) return;
    model.editBase(deed);
    const { revision = 0 } = (await loadScenario(db, KEY)) ?? {};
    await save(db, { baseRevision: revision, operations: [operationOf(deed)] });
  } else if (one.do === "restore") {
    const baseRevision = Math.max(1, model.revision - one.behind);
    const revision = Math.max(1, model.revision - one.back);
    const expected = model.restore(one.by, revision, baseRevision);
    const request = { ...COPY, author: one.by, now: LATER, revision, baseRevision };
    expect((await restoreRevision(db, request, validate)).outcome).toBe(expected);
  } else if (one.do === "take-over") await performTakeOver(db, model, one);
  else if (one.do !== "reload") await performStep(db, model, one);
}

async function performStep(
  db: Database,
  model: PlainModel,
  { do: direction, by: author, choice: chosen }: Extract<Step, { readonly do: Direction }>,
): Promise<void> {
  const [first, second] = model.step(direction, author, chosen);
  const next = (await loadSteps(db, COPY, { author }))[direction];
  const request = { ...COPY, author, now: LATER, direction, change: next?.change ?? 0 };
  const outcome = await takeStep(db, request, validate);
  expect(outcome.outcome).toBe(first);
  if (outcome.outcome !== "conflict" || second === undefined) return;
  const paths = outcome.clashes.map(({ path }) => path);
  const [mine, theirs] = chosen === "mine" ? [paths, []] : [[], paths];
  const decided = { revision: outcome.revision, mine, theirs };
  expect((await takeStep(db, { ...request, decided }, validate)).outcome).toBe(second);
}

async function performTakeOver(
  db: Database,
  model: PlainModel,
  { by: author, choice: chosen }: { readonly by: Person; readonly choice: Choice },
): Promise<void> {
  const [first, second] = model.takeOver(author, chosen);
  const sides = await loadWithBase(db, COPY);
  const seen = { baseRevision: sides?.mine.number ?? 0, upTo: sides?.now.number ?? 0 };
  const request = { ...COPY, author, now: LATER, ...seen };
  const outcome = await takeOverBase(db, { ...request, chosen: {} }, validate);
  expect(outcome.outcome).toBe(first);
  if (outcome.outcome !== "undecided" || second === undefined || chosen === "leave") return;
  const choices = Object.fromEntries(outcome.conflicts.map(({ path }) => [path, chosen] as const));
  expect((await takeOverBase(db, { ...request, chosen: choices }, validate)).outcome).toBe(second);
}

describe.each(DIALECTS)(
  "200 edits, undos, redos, take-overs, restores and reloads in any order on %s",
  (dialect) => {
    test("end in the document in which a plain record of the same steps ends", {
      timeout: 240_000,
    }, async () => {
      const steps = fc.array(step, { minLength: 200, maxLength: 200 });
      const property = fc.asyncProperty(steps, async (all) => {
        const place = await freshPlace(dialect);
        let { db, close } = open(place);
        await migrate({ db, dialect });
        await addTwoLots(db, START);
        await duplicateScenario(db, { ...KEY, copy: { id: "copy", name: "Copy" }, author: "Ann", now: NOW });
        const model = new PlainModel(PLANNED(START), Object.keys(ELEMENTS));
        for (const one of all) {
          if (one.do === "reload") {
            await close();
            ({ db, close } = open(place));
          } else await perform(db, model, one);
        }
        const copy = await loadScenario(db, COPY);
        expect(copy?.revision).toBe(model.revision);
        expect(PLANNED(copy?.document)).toEqual(model.values);
        expect(PLANNED((await loadScenario(db, KEY))?.document)).toEqual(model.base);
        expect(await verifyAudit(db)).toBeNull();
      });
      await fc.assert(property, { seed: 2015, numRuns: dialect === "sqlite" ? 8 : 2, endOnFailure: true });
    });
  },
);
