import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SaveAnswer } from "../../../app/forms/save-answer";
import { action as saveChanges } from "../../../app/routes/plans.$plan.scenarios.$scenario.changes";
import { loader as loadDocument } from "../../../app/routes/plans.$plan.scenarios.$scenario.document";
import { loader as loadLots } from "../../../app/routes/plans.$plan.scenarios.$scenario.lots";
import {
  loader as loadProvision,
  action as saveProvision,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.lots_.$provision";
import type { Scenario } from "../../../scenarios/model/scenario";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeEach(async () => {
  planner = await openPlanner();
});
afterEach(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const PRICE = "/provisions/joint/price/annual";
const END = "/provisions/joint/end";

type Fields = Readonly<Record<string, string>>;
const posted = (fields: Fields, params: Fields = S1) =>
  planner.ask(params, sentForm({ baseRevision: "1", ...fields }));
const change = (fields: Fields) => saveChanges(posted(fields));
const answerOf = async (response: Response): Promise<SaveAnswer> => (await response.json()) as SaveAnswer;
const stored = async (): Promise<Scenario> => found(await planner.services.loadScenario(S1)).scenario;
const joint = async () => found((await stored()).provisions.find(({ id }) => id === "joint"));
const history = async () => found(await planner.services.loadHistory(S1));

describe("the form of a provision", () => {
  const PARAMS = { ...S1, provision: "joint" };
  const save = (fields: Fields) => saveProvision(posted(fields, PARAMS));

  test("shows every figure of the lot as people write it", async () => {
    const { element, lists, revision } = await loadProvision(planner.ask(PARAMS));
    const { groups } = element;
    expect(revision).toBe(1);
    const shown = Object.fromEntries(
      groups.flatMap(({ fields }) => fields).map(({ label, value }) => [label, value]),
    );
    expect(shown).toMatchObject({ Start: "1 October 2015", "Annual price at start": "1,380,000.00" });
    const rows = lists.map(({ table }) => table.rows.map(({ cells }) => cells.map(({ text }) => text)));
    expect(rows[0]?.[2]?.slice(0, 7)).toEqual(["Advocacy", "–", "15", "20", "13", "954.6", "12"]);
    expect(rows[1]).toEqual([["Mobilisation and transfer", "£45,000.00", "17 August 2015"]]);
    expect(rows[2]?.map((row) => row.slice(0, 3))).toEqual([
      ["City Council base budget", "33.00%", "–"],
      ["County Council base budget", "20.00%", "–"],
      ["Rutland base budget", "–", "£46,000.00"],
      ["OPCC commissioning budget", "–", "–"],
    ]);
  });

  test("saved, it leads back to the lots, and the change is in the history with its reason", async () => {
    const { groups } = (await loadProvision(planner.ask(PARAMS))).element;
    const whole = Object.fromEntries(
      groups.flatMap(({ fields }) => fields).map(({ name, value }) => [name, value]),
    );
    const response = await save({
      ...whole,
      [PRICE]: "£1,400,000",
      [END]: "31/3/2018",
      reason: "The tender came in higher",
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toBe("/plans/llr-2015/scenarios/llr-2015-s1/lots?saved=2");
    expect(await joint()).toMatchObject({ end: "2018-03-31", price: { annual: "1400000.00", index: "cpi" } });
    expect((await history())[0]).toMatchObject({
      number: 2,
      changeName: "End, Annual price at start: Joint sexual violence and domestic abuse support for adults",
      reason: "The tender came in higher",
      operations: [
        { op: "replace", path: END, value: "2018-03-31" },
        { op: "replace", path: PRICE, value: "1400000.00" },
      ],
    });
  });

  test("sent as it was shown, it stores nothing and says so", async () => {
    const { groups } = (await loadProvision(planner.ask(PARAMS))).element;
    const whole = Object.fromEntries(
      groups.flatMap(({ fields }) => fields).map(({ name, value }) => [name, value]),
    );
    const response = await save(whole);
    expect(response.headers.get("Location")).toBe("/plans/llr-2015/scenarios/llr-2015-s1/lots?saved=nothing");
    expect(await history()).toHaveLength(1);
  });

  test("with values that cannot be read it says which, and keeps what was typed", async () => {
    const response = await save({ [PRICE]: "1,4 million", [END]: "31/3/2018" });
    expect(response.status).toBe(400);
    expect(await answerOf(response)).toEqual({
      outcome: "refused",
      errors: { [PRICE]: "Annual price at start is “1,4 million”: write pounds, such as 1,234.50." },
      elsewhere: [],
      values: { [PRICE]: "1,4 million", [END]: "31/3/2018" },
      baseRevision: 1,
    });
    expect(await history()).toHaveLength(1);
  });

  test("with an end before the start it names field, value and remedy, and stores nothing", async () => {
    const answer = await answerOf(await save({ [END]: "1 January 2015" }));
    if (answer.outcome !== "refused") throw new Error(answer.outcome);
    expect(answer.errors[END]).toMatch(/^End of provision "joint" is "2015-01-01".*;/);
    expect((await joint()).end).toBe("2018-09-30");
  });

  test("a fault that the change makes elsewhere is named too", async () => {
    const response = await save({
      "/provisions/joint/price/firstUplift": "",
      "/provisions/joint/start": "1 October 2013",
    });
    const answer = await answerOf(response);
    if (answer.outcome !== "refused") throw new Error(answer.outcome);
    expect(answer.errors).toEqual({});
    expect(answer.elsewhere[0]?.text).toMatch(/2014\/15/);
  });

  test("there is no form for a provision that is not there", async () => {
    expect((await thrownBy(loadProvision(planner.ask({ ...S1, provision: "none" })))).status).toBe(404);
  });
});

describe("an edit from a grid", () => {
  test("is answered with its revision", async () => {
    const response = await change({ [PRICE]: "1,400,000" });
    expect(response.status).toBe(200);
    expect(await answerOf(response)).toEqual({ outcome: "saved", revision: 2 });
  });

  test("edits of different fields on one revision both stand", async () => {
    await change({ [PRICE]: "1,400,000" });
    expect(await answerOf(await change({ [END]: "31/3/2018" }))).toEqual({ outcome: "saved", revision: 3 });
    expect(await joint()).toMatchObject({ end: "2018-03-31", price: { annual: "1400000.00" } });
  });

  test("an edit of a field that someone else has changed shows both values and who was first, and stores nothing", async () => {
    await change({ [PRICE]: "1,400,000" });
    const response = await change({ [PRICE]: "1,500,000", [END]: "31/3/2018" });
    expect(response.status).toBe(409);
    expect(await answerOf(response)).toEqual({
      outcome: "conflict",
      clashes: [
        {
          name: PRICE,
          label: "Annual price at start, Joint sexual violence and domestic abuse support for adults",
          yours: "1,500,000",
          theirs: "1,400,000.00",
          by: "Casey Sample",
          at: "1 April 2015 at 10:00",
        },
      ],
      values: { [PRICE]: "1,500,000", [END]: "31/3/2018" },
      baseRevision: 2,
    });
    expect(await joint()).toMatchObject({ end: "2018-09-30", price: { annual: "1400000.00" } });
  });

  test("after a conflict the person's own value may stand, or the other's with the rest of the edit", async () => {
    await change({ [PRICE]: "1,400,000" });
    const again = { [PRICE]: "1,500,000", [END]: "31/3/2018", baseRevision: "2" };
    await change({ ...again, [`resolve:${PRICE}`]: "theirs" });
    expect(await joint()).toMatchObject({ end: "2018-03-31", price: { annual: "1400000.00" } });
    await change({ ...again, baseRevision: "3", [`resolve:${PRICE}`]: "mine" });
    expect(await joint()).toMatchObject({ price: { annual: "1500000.00" } });
  });

  test("sent twice because the answer was lost, it is saved once", async () => {
    await change({ [PRICE]: "1,400,000" });
    expect(await answerOf(await change({ [PRICE]: "1,400,000" }))).toEqual({ outcome: "unchanged" });
    expect(await history()).toHaveLength(2);
  });

  test.each([
    ["a field that nothing edits", { "/id": "x" }],
    ["a path into nowhere", { "/provisions/joint/__proto__/x": "1" }],
    ["no revision", { baseRevision: "", [PRICE]: "1" }],
    ["a revision that does not exist", { baseRevision: "99", [PRICE]: "1" }],
  ])("with %s it is refused whole", async (_what, fields) => {
    expect((await thrownBy(change(fields))).status).toBe(400);
    expect(await history()).toHaveLength(1);
  });

  test("for a provision that is not in the scenario it is refused, and nothing is stored", async () => {
    expect((await change({ "/provisions/none/start": "1/4/2015" })).status).toBe(400);
    expect(await history()).toHaveLength(1);
  });

  test("a body that is no form, and a scenario that is not there, are answered clearly", async () => {
    const body = new Request("http://127.0.0.1:3000/", {
      method: "POST",
      body: "{",
      headers: { "Content-Type": "application/json" },
    });
    expect((await thrownBy(saveChanges(planner.ask(S1, body)))).status).toBe(400);
    expect((await thrownBy(saveChanges(posted({ [PRICE]: "1" }, { ...S1, scenario: "none" })))).status).toBe(
      404,
    );
  });
});

describe("the document for the engine in the browser", () => {
  const documentAt = (search: string) =>
    loadDocument(planner.ask(S1, new Request(`http://127.0.0.1:3000/document${search}`)));

  test("is that of the revision that the page shows, also when somebody has saved another", async () => {
    await change({ [PRICE]: "1,400,000" });
    const before = (await (await documentAt("?revision=1")).json()) as Scenario;
    expect(found(before.provisions.find(({ id }) => id === "joint")).price).toMatchObject({
      annual: "1380000.00",
    });
    expect(await (await documentAt("?revision=2")).json()).toEqual(await stored());
  });

  test.each(["", "?revision=9", "?revision=one"])("is not found at %s", async (search) => {
    expect((await thrownBy(documentAt(search))).status).toBe(404);
  });
});

test("the page of lots has a row for each contract and a field behind each cell that can be edited", async () => {
  const { list, shown } = await loadLots(planner.ask(S1));
  const { contracts, figures } = shown;
  expect(contracts.table.rows).toHaveLength(18);
  expect(Object.keys(list.cells["joint"] ?? {})).toEqual([
    ...["provision", "kind", "lead", "provider", "activities", "areas"],
    ...["start", "end", "certainty", "annual", "premium", "index"],
  ]);
  expect(Object.keys(list.cells["p360"] ?? {})).not.toContain("annual");
  expect(list.headings["annual"]).toBe("Annual price at start (£)");
  expect(figures.map(({ id }) => id)).toEqual(["total-cost", "contributions", "unfunded", "gaps"]);
});
