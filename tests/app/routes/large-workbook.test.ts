import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  action as control,
  loader as progressPage,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.download.workbook";
import { loader as downloadWorkbook } from "../../../app/routes/plans.$plan.scenarios.$scenario.download.workbook[.]xlsx";
import { serialiseScenario } from "../../../scenarios/document/serialise-scenario";
import { largePlan } from "../../support/large-plan";
import { type OpenPlanner, openPlanner } from "./support/open-planner";

const PLAN = { plan: "llr-2015", scenario: "large-plan" };

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
  const by = { author: "Test", person: null, now: "2015-01-05T09:30:00.000Z" };
  const imported = await planner.services.importScenario(PLAN.plan, serialiseScenario(largePlan()), by);
  expect(imported).toEqual({ outcome: "created", scenario: PLAN.scenario });
});
afterAll(() => planner.close());

async function workNow() {
  const page = await progressPage(planner.ask(PLAN));
  if (page.before !== null) throw new Error("a plan without priorities waits for nothing");
  return page.work;
}

test("a browser that asks for the workbook of a large plan is shown how far it is", async () => {
  const asked = planner.ask(PLAN);
  asked.request.headers.set("Sec-Fetch-Mode", "navigate");
  const answer = await downloadWorkbook(asked);
  expect(answer.status).toBe(303);
  expect(answer.headers.get("Location")).toBe("/plans/llr-2015/scenarios/large-plan/download/workbook");
});

test("the page shows progress, other requests are answered meanwhile, and then the workbook is there", async () => {
  const states: string[] = [];
  const parts: number[] = [];
  let others = 0;
  for (let asked = 0; asked < 5000 && states.at(-1) !== "ready"; asked++) {
    const { state, done, of } = await workNow();
    states.push(state);
    parts.push(done / of);
    await new Promise(setImmediate);
    if (state === "working") others++;
  }
  expect(states[0]).toBe("working");
  expect(states.at(-1)).toBe("ready");
  expect(others).toBeGreaterThan(5);
  expect(parts.some((part) => part > 0 && part < 1)).toBe(true);
  const answer = await downloadWorkbook(planner.ask(PLAN));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  expect(workbook.getWorksheet("Data")?.rowCount).toBeGreaterThan(5000);
}, 120_000);

test("what is being made can be stopped, stays so whoever looks, and begins again when it is asked for", async () => {
  // What was made before was of another revision.
  const change = { name: "Name", operations: [{ op: "replace" as const, path: "/name", value: "Another" }] };
  const by = { author: "Test", person: null, now: "2015-01-05T09:31:00.000Z" };
  const saved = await planner.services.saveChange(PLAN, { baseRevision: 1, change }, by);
  expect(saved.outcome).toBe("saved");
  const page = async () => (await workNow()).state;
  expect(await page()).toBe("working");
  const asked = (what: string) =>
    planner.ask(
      PLAN,
      new Request("http://127.0.0.1:3000/made", { method: "POST", body: new URLSearchParams({ do: what }) }),
    );
  const answer = await control(asked("stop"));
  expect(answer.headers.get("Location")).toBe("/made");
  expect([await page(), await page()]).toEqual(["stopped", "stopped"]);
  await control(asked("restart"));
  expect(await page()).toBe("working");
  await control(asked("stop"));
});

test("whatever is not a browser gets the rows as they are written", async () => {
  const answer = await downloadWorkbook(planner.ask(PLAN));
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="large-plan.xlsx"');
  const content = Buffer.from(await answer.arrayBuffer());
  expect(content.subarray(0, 2).toString()).toBe("PK");
}, 120_000);
