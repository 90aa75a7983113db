import { afterAll, beforeAll, expect, test } from "vitest";
import { loader } from "../../../app/routes/plans.$plan.scenarios.$scenario.lot-structure";
import { action as choose } from "../../../app/routes/plans.$plan.scenarios.$scenario.lot-structure_.choose";
import { action as edit } from "../../../app/routes/plans.$plan.scenarios.$scenario.lot-structure_.edit";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };

test("the page has every pattern as a table and a picture, with the reasons beside", async () => {
  const page = await loader(planner.ask(S1));
  if (!page.isBegun) throw new Error("S1 has a lot structure");
  const { picture, leftOut, reasons } = page;
  expect(picture.table.rows).toHaveLength(5);
  expect(leftOut).toBe(0);
  expect(picture.downloadHref).toBe("/plans/llr-2015/scenarios/llr-2015-s1/download/csv/lot-patterns");
  expect(picture.svg).toContain("Each further lot takes £60,000.00");
  expect(reasons.againstDividing).toHaveLength(3);
});

const post = (fields: Readonly<Record<string, string>>): Request => sentForm(fields);

async function structureOf(where: typeof S1) {
  const { scenario, revision } = found(await planner.services.loadScenario(where));
  return { structure: scenario.lotStructure, revision };
}

test("the lots are chosen service by service with a reason, as one change that the history names", async () => {
  const { revision } = await structureOf(S1);
  const choice = { "option:lot-dv": "2", "option:lot-sv": "1", "option:lot-therapy": "2" };
  const why = { "/lotStructure/chosenReason": "Two specialist providers" };
  const saved = await choose(planner.ask(S1, post({ baseRevision: `${revision}`, ...choice, ...why })));
  expect(saved.headers.get("Location")).toContain("/lot-structure?saved=");
  const { structure } = await structureOf(S1);
  expect(structure?.chosen).toEqual([["sv"], ["dv", "therapy"]]);
  const page = await loader(planner.ask(S1));
  if (!page.isBegun) throw new Error("S1 has a lot structure");
  expect(page.reasons.chosen).toContain("The scenario procures 2 lots");
  expect(page.reasons.why).toBe("Two specialist providers");
  const [last] = found(await planner.services.loadHistory(S1));
  expect(last?.changeName).toBe("Why these lots, Lots procured: Lot structure");
});

test("a service in no lot is refused with what was chosen kept", async () => {
  const { revision } = await structureOf(S1);
  const choice = { "option:lot-dv": "1", "option:lot-sv": "1", "option:lot-therapy": "" };
  const refused = await choose(planner.ask(S1, post({ baseRevision: `${revision}`, ...choice })));
  const answer = (await refused.json()) as { elsewhere: { text: string }[]; values: object };
  expect(refused.status).toBe(400);
  expect(answer.elsewhere[0]?.text).toContain("leaves out");
  expect(answer.values).toMatchObject(choice);
});

test("another service makes the choice open again; the parts of the users have to sum to 100", async () => {
  const { revision } = await structureOf(S1);
  const typed = { baseRevision: `${revision}`, "/lotStructure/blocks/-/name": "Stalking" };
  const wrong = await edit(planner.ask(S1, post({ ...typed, "/lotStructure/needs/0/percent": "50" })));
  expect(await wrong.text()).toContain("make the percents sum to 100");
  const saved = await edit(planner.ask(S1, post(typed)));
  expect(saved.status).toBe(303);
  const { structure } = await structureOf(S1);
  expect(structure?.blocks.at(-1)).toEqual({ id: "stalking", name: "Stalking" });
  expect([structure?.chosen, structure?.chosenReason]).toEqual([undefined, undefined]);
});

test("where there is no lot structure one is begun in a form; what is missing is named", async () => {
  const where = { plan: "derby-2015", scenario: "derby-2015" };
  const { revision } = await structureOf(where);
  const empty = await edit(planner.ask(where, post({ baseRevision: `${revision}` })));
  expect(empty.status).toBe(400);
  const { errors } = (await empty.json()) as { errors: Readonly<Record<string, string>> };
  expect(Object.keys(errors)).toEqual([
    "/lotStructure/envelope",
    "/lotStructure/overheadPerLot",
    "/lotStructure/costPerFte",
    "/lotStructure/blocks/-/name",
    "/lotStructure/blocks/-1/name",
  ]);
  const typed = {
    ...{ "/lotStructure/envelope": "£900,000", "/lotStructure/overheadPerLot": "60,000" },
    ...{ "/lotStructure/costPerFte": "42000", "/lotStructure/blocks/-/name": "Helpline" },
    "/lotStructure/blocks/-1/name": "Refuge",
  };
  const saved = await edit(planner.ask(where, post({ baseRevision: `${revision}`, ...typed })));
  expect(saved.status).toBe(303);
  expect((await structureOf(where)).structure).toEqual({
    ...{ envelope: "900000.00", overheadPerLot: "60000.00", costPerFte: "42000.00" },
    blocks: [
      { id: "helpline", name: "Helpline" },
      { id: "refuge", name: "Refuge" },
    ],
    needs: [{ blocks: ["helpline", "refuge"], percent: "100" }],
  });
});

test("a scenario without a lot structure says what to enter", async () => {
  const durham = { plan: "durham-2020", scenario: "durham-2020-100" };
  expect((await loader(planner.ask(durham))).isBegun).toBe(false);
});

test("a scenario that is not there is not found", async () => {
  expect((await thrownBy(loader(planner.ask({ ...S1, scenario: "none" })))).status).toBe(404);
});
