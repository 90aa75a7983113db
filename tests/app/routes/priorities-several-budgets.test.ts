import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loader as downloadCsv } from "../../../app/routes/plans.$plan.scenarios.$scenario.download.csv.$table";
import { loader } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities";
import { loader as workbookPage } from "../../../app/routes/plans.$plan.scenarios.$scenario.download.workbook";
import { loader as downloadWorkbook } from "../../../app/routes/plans.$plan.scenarios.$scenario.download.workbook[.]xlsx";
import { loader as loadRecord } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.record";
import { action as controlWork } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.work";
import { diffDocuments } from "../../../scenarios/changes/diff-documents";
import { asJson } from "../../../app/forms/apply-edits";
import { GENERAL_AND_GRANT } from "../../scenarios/optimise/general-and-grant";
import { type OpenPlanner, openPlanner } from "./support/open-planner";

const KEY = { plan: "durham-2020", scenario: "durham-2020-90" };
let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
  const loaded = await planner.services.loadScenario(KEY);
  if (loaded === null) throw new Error("no scenario");
  const two = { ...loaded.scenario, priorities: GENERAL_AND_GRANT };
  const operations = diffDocuments(asJson(loaded.scenario), asJson(two));
  const edit = {
    baseRevision: loaded.revision,
    change: { name: "A grant beside the general fund", operations },
  };
  const by = { author: "Finance", person: null, now: "2026-01-01T10:00:00.000Z" };
  expect(await planner.services.saveChange(KEY, edit, by)).toMatchObject({ outcome: "saved" });
});
afterAll(() => planner.close());

const page = (search: string) => loader(planner.ask(KEY, new Request(`http://x/${search}`)));

/** The page as it is once nothing is at work any more. */
async function shown(search: string) {
  for (;;) {
    const data = await page(search);
    if (data.notYet === null && data.moves?.underWay?.state !== "working") return data;
  }
}

test("the general fund moves first, and its frontier is worked out beside the server, once", async () => {
  const { moves, frontier, allLess } = await shown("");
  expect(moves).toMatchObject({ chosen: "general", underWay: null, why: null });
  expect(moves?.choices.map(({ text }) => text)).toEqual(["Grant", "General fund", "All budgets together"]);
  expect(frontier).toMatchObject({ of: "general", present: 8_000_000 });
  expect(frontier?.frontier.moves).toEqual({ kind: "one", name: "General fund" });
  expect(frontier?.frontier.benefits).toHaveLength(7);
  expect(allLess?.table.rows).toHaveLength(3);
}, 60_000);

test("work on a budget is stopped and begun again by itself: the plan stays", async () => {
  const { contentHash } = (await planner.services.loadScenario(KEY)) ?? { contentHash: "" };
  const asked = (what: string) => {
    const form = new FormData();
    const fields = { kind: "frontier", budget: "grant", do: what, page: "priorities" };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return controlWork(planner.ask(KEY, new Request("http://x/", { method: "POST", body: form })));
  };
  const first = page("?of=grant");
  await expect
    .poll(() => planner.services.longWork.frontier.stateOf(`${contentHash} grant`)?.state)
    .toBe("working");
  expect((await asked("stop")).headers.get("location")).toMatch(/priorities\?of=grant$/);
  await first.catch(() => undefined);
  const stopped = await shown("?of=grant");
  expect(stopped.moves?.underWay).toEqual({ state: "stopped", kind: "frontier", budget: "grant" });
  expect([stopped.lines?.table.rows.length, stopped.frontier]).toEqual([4, null]);
  await asked("restart");
}, 60_000);

test("another budget is chosen in the address, and its files are its own", async () => {
  const { frontier } = await shown("?of=grant&budget=50000");
  expect(frontier).toMatchObject({ of: "grant", lookedAt: 5_000_000 });
  const file = await downloadCsv(planner.ask({ ...KEY, table: "priorities-savings-grant" }));
  expect(await file.text()).toContain("20 % less");
}, 60_000);

test("all budgets together are chosen in the address, and a share is asked for in per cent", async () => {
  const { frontier, moves } = await shown("?of=_all&share=87.5");
  expect(moves).toMatchObject({ chosen: "_all", why: null });
  expect(frontier).toMatchObject({ of: "_all", present: 10_000, lookedAt: 8750, typed: "87.5", error: null });
  const file = await downloadCsv(planner.ask({ ...KEY, table: "priorities-frontier-_all" }));
  expect(await file.text()).toContain("87.5");
}, 60_000);

test.each([
  ["much", "The share is “much”: write a percentage, such as 2.5."],
  ["12.345", "The share is “12.345”: write at most two decimals."],
  ["-1", "The share is “-1”: write nothing below 0."],
  ["1001", "The share is “1001”: write at most 1,000."],
])(
  "a share of %s gets its error, and what was typed stays",
  async (typed, message) => {
    const { frontier } = await shown(`?of=_all&share=${typed}`);
    expect(frontier).toMatchObject({ error: message, typed, lookedAt: 10_000 });
  },
  60_000,
);

test("the workbook waits for the frontier on its page, then holds it, and says which budget moves", async () => {
  const asked = planner.ask(KEY);
  asked.request.headers.set("Sec-Fetch-Mode", "navigate");
  const answer = await downloadWorkbook(asked);
  expect([answer.status, answer.headers.get("Location")]).toEqual([
    303,
    "/plans/durham-2020/scenarios/durham-2020-90/download/workbook",
  ]);
  for (;;) {
    const data = await workbookPage(planner.ask(KEY));
    if (data.before === null && data.work.state === "ready") break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await (await downloadWorkbook(planner.ask(KEY))).arrayBuffer());
  const texts = (sheet: string, row: number) =>
    (workbook.getWorksheet(sheet)?.getRow(row).values as unknown[]).map(String);
  expect(texts("Frontier", 1)).toContain("From this amount on");
  expect(workbook.getWorksheet("Frontier")?.rowCount).toBe(8);
  expect(workbook.getWorksheet("Savings")?.rowCount).toBe(7);
  expect(texts("Priorities", 1)).toContain("Least more of General fund that brings it in");
}, 60_000);

test("the decision record waits for nothing but the plan: what more of the general fund brings in is added when it is known", async () => {
  const loaded = await planner.services.loadScenario(KEY);
  const operations = [{ op: "replace", path: "/name", value: "Never looked at before" }] as const;
  const edit = { baseRevision: loaded?.revision ?? 0, change: { name: "Renamed", operations } };
  const by = { author: "Finance", person: null, now: "2026-01-01T11:00:00.000Z" };
  expect(await planner.services.saveChange(KEY, edit, by)).toMatchObject({ outcome: "saved" });
  const before = await record();
  expect(before.underWay).toMatchObject({ kind: "frontier", budget: "general" });
  expect(before.record.notKnown).toContain("was not worked out yet");
  expect(JSON.stringify(before.record.leftOut)).not.toContain("Comes in with");
  for (;;) {
    const { underWay, record: now } = await record();
    if (underWay !== null) continue;
    expect(now.decision).toEqual(before.record.decision);
    expect(JSON.stringify(now.leftOut)).toContain("Comes in with £10,000.00 more of General fund");
    expect(now.notKnown).toBeNull();
    return;
  }
}, 60_000);

async function record() {
  for (;;) {
    const data = await loadRecord(planner.ask(KEY));
    if (data.notYet === null) return data;
  }
}
