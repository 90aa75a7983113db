import { afterAll, beforeAll, expect, test } from "vitest";
import type { SaveAnswer } from "../../../app/forms/save-answer";
import { action as saveChanges } from "../../../app/routes/plans.$plan.scenarios.$scenario.changes";
import {
  action as begin,
  loader as loadPriorities,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities";
import { action as move } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.order";
import { loader as loadLines } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.lines._index";
import { type OpenPlanner, openPlanner, sentForm, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const S0 = { plan: "llr-2015", scenario: "llr-2015-s0" };

const scenarioNow = async () => {
  const loaded = await planner.services.loadScenario(S0);
  if (loaded === null) throw new Error("no scenario");
  return loaded;
};

async function save(fields: Readonly<Record<string, string>>): Promise<SaveAnswer> {
  const { revision } = await scenarioNow();
  const answer = await saveChanges(planner.ask(S0, sentForm({ ...fields, baseRevision: String(revision) })));
  return (await answer.json()) as SaveAnswer;
}

test("where there are no priorities there are no lines to show, until somebody begins", async () => {
  expect((await thrownBy(loadLines(planner.ask(S0)))).status).toBe(404);
  const answer = await begin(planner.ask(S0, sentForm({})));
  expect(answer.headers.get("location")).toBe("/plans/llr-2015/scenarios/llr-2015-s0/priorities");
  const { lists } = await loadLines(planner.ask(S0));
  expect(lists.map(({ table }) => table.title)).toEqual(["Lines"]);
  const { revision } = await scenarioNow();
  await begin(planner.ask(S0, sentForm({})));
  expect((await scenarioNow()).revision).toBe(revision);
});

test("lines are added with a budget and points, and the best plan is found among them", async () => {
  expect(await save({ "/priorities/budgets/budget/amount": "100000" })).toMatchObject({ outcome: "saved" });
  for (const name of ["Refuge", "Helpline"])
    expect(await save({ "/priorities/lines/-/name": name })).toMatchObject({ outcome: "saved" });
  const level = (line: string) => `/priorities/lines/${line}/levels/whole`;
  const filled = await save({
    [`${level("refuge")}/costs/budget`]: "80,000",
    [`${level("refuge")}/scores/score`]: "90",
    [`${level("helpline")}/costs/budget`]: "30,000",
    [`${level("helpline")}/scores/score`]: "60",
  });
  expect(filled).toMatchObject({ outcome: "saved" });
  const page = await loadPriorities(planner.ask(S0));
  if (page.notYet !== null) throw new Error(page.notYet.state);
  expect(page.figures.find(({ id }) => id === "lines")?.value).toBe("1 of 2");
  expect(page.figures.find(({ id }) => id === "cost")?.value).toBe("£80,000.00");
});

test("lines are tied to each other by their names", async () => {
  const tied = await save({ "/priorities/lines/refuge/requires": "Helpline" });
  expect(tied).toMatchObject({ outcome: "saved" });
  const page = await loadPriorities(planner.ask(S0));
  if (page.notYet !== null) throw new Error(page.notYet.state);
  expect(page.figures.find(({ id }) => id === "cost")?.value).toBe("£30,000.00");
  const refused = await save({ "/priorities/lines/refuge/excludes": "Nobody" });
  expect(refused).toMatchObject({ outcome: "refused" });
});

test("a line is moved up in one change, which one undo takes back", async () => {
  const order = async () => (await scenarioNow()).scenario.priorities?.lines.map(({ id }) => id);
  expect((await loadLines(planner.ask(S0))).order?.list).toBe("/priorities/lines");
  const before = await order();
  const moved = await move(
    planner.ask(S0, sentForm({ list: "/priorities/lines", part: "helpline", to: "up" })),
  );
  expect(moved.headers.get("location")).toMatch(/priorities\/lines\?saved=\d+#order-lines-helpline$/);
  expect([before, await order()]).toEqual([
    ["refuge", "helpline"],
    ["helpline", "refuge"],
  ]);
  const { revision } = await scenarioNow();
  const by = { author: "Casey Sample", person: "sample-commissioner", now: new Date().toISOString() };
  const step = { direction: "undo", change: revision } as const;
  expect(await planner.services.takeStep(S0, step, by)).toMatchObject({ outcome: "saved" });
  expect(await order()).toEqual(before);
});

test("a line is moved down, or to a place; the last has none below it, and what is no place changes nothing", async () => {
  const order = async () => (await scenarioNow()).scenario.priorities?.lines.map(({ id }) => id);
  expect(await save({ "/priorities/lines/-/name": "Outreach" })).toMatchObject({ outcome: "saved" });
  const moving = async (part: string, asked: Readonly<Record<string, string>>) => {
    await move(planner.ask(S0, sentForm({ list: "/priorities/lines", part, ...asked })));
    return order();
  };
  expect(await moving("refuge", { to: "down" })).toEqual(["helpline", "refuge", "outreach"]);
  expect(await moving("outreach", { to: "down" })).toEqual(["helpline", "refuge", "outreach"]);
  expect(await moving("outreach", { place: "1" })).toEqual(["outreach", "helpline", "refuge"]);
  expect(await moving("outreach", { place: "first" })).toEqual(["outreach", "helpline", "refuge"]);
  expect(await moving("outreach", { place: "99" })).toEqual(["helpline", "refuge", "outreach"]);
});

test("a line of the same name is refused", async () => {
  const twin = await save({ "/priorities/lines/-/name": "refuge" });
  expect(twin).toMatchObject({ outcome: "refused" });
});
