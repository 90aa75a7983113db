import { afterAll, beforeAll, expect, test } from "vitest";
import type { PastePreview } from "../../../app/lib/paste-page";
import {
  action as paste,
  loader as loadPaste,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.paste.$list";
import { action as begin } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities";
import { loader as loadCriteria } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.criteria";
import { type OpenPlanner, openPlanner, sentForm, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
  await begin(planner.ask(S0, sentForm({})));
});
afterAll(() => planner.close());

const S0 = { plan: "llr-2015", scenario: "llr-2015-s0" };
const LIST = { ...S0, list: "edit-priority-criteria" };
const HEAD = ["Name", "Weight", "What 0 points mean", "What 100 points mean"];
const block = (...rows: readonly (readonly string[])[]): string =>
  [HEAD, ...rows].map((row) => row.join("\t")).join("\n");
const send = (text: string, step: "look" | "save") =>
  paste(planner.ask(LIST, sentForm({ block: text, step })));
const criteriaNow = async () =>
  (await planner.services.loadScenario(S0))?.scenario.priorities?.criteria.map(({ id, weight }) => [
    id,
    weight,
  ]);

test("weights that do not sum to 100 are refused, and nothing is saved", async () => {
  const answer = await send(block(["Safety", "60", "", ""], ["Reach", "60", "", ""]), "save");
  expect(answer.status).toBe(400);
  const { faults } = (await answer.json()) as PastePreview;
  expect(faults.join(" ")).toContain("120");
  expect(await criteriaNow()).toEqual([["score", "100"]]);
});

test("the criteria of a spreadsheet take the place of the first one in one change, also a second time", async () => {
  const rows = [
    ["Safety", "60", "no link to safety", "keeps people alive"],
    ["Reach", "40", "", ""],
  ];
  const seen = (await (await send(block(...rows), "look")).json()) as PastePreview;
  expect(seen.rows.map(({ isNew, cells }) => [isNew, cells[0]?.text])).toEqual([
    [true, "Safety"],
    [true, "Reach"],
  ]);
  const saved = await send(block(...rows), "save");
  expect(saved.headers.get("location")).toMatch(/priorities\/criteria\?saved=\d+$/);
  expect(await criteriaNow()).toEqual([
    ["safety", "60"],
    ["reach", "40"],
  ]);
  await send(block(["Reach", "30", "", ""], ["Safety", "70", "", ""]), "save");
  expect(await criteriaNow()).toEqual([
    ["reach", "30"],
    ["safety", "70"],
  ]);
});

test("once there are lines with points on them, criteria are no longer pasted", async () => {
  const durham = { plan: "durham-2020", scenario: "durham-2020-90" };
  expect((await loadCriteria(planner.ask(S0))).pasteHref).toMatch(/paste\/edit-priority-criteria$/);
  expect((await loadCriteria(planner.ask(durham))).pasteHref).toBeNull();
  const refused = await thrownBy(loadPaste(planner.ask({ ...durham, list: LIST.list })));
  expect(refused.status).toBe(404);
});
