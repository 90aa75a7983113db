import { afterAll, beforeAll, expect, test } from "vitest";
import { loader as loadRisks } from "../../../app/routes/plans.$plan.scenarios.$scenario.risks";
import { loader as loadStrategy } from "../../../app/routes/plans.$plan.scenarios.$scenario.strategy";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const HREF = "/plans/llr-2015/scenarios/llr-2015-s4";
const S4 = { plan: "llr-2015", scenario: "llr-2015-s4" };

test("every risk that the figures raise leads to the page that shows its cause", async () => {
  const { raised, causes, lists } = await loadRisks(planner.ask(S4));
  expect(lists[0]?.downloadHref).toBe(`${HREF}/download/csv/risks`);
  expect(raised.table.rows.map(({ id }) => id)).toEqual(Object.keys(causes));
  expect(causes["price-of-ot1"]).toBe(`${HREF}/lots/ot1`);
  expect(causes["money-at-risk"]).toBe(`${HREF}/funding#funding-certainty`);
  expect(causes["largest-holder"]).toBe(`${HREF}/lots`);
  const gap = found(raised.table.rows[0]).id;
  expect(causes[gap]).toMatch(/\/transition\?activity=[a-z-]+#gaps$/);
});

test("the strategy shows the aims, the promises and where each table can be had as a file", async () => {
  const { reports, lists, sentences } = await loadStrategy(planner.ask(S4));
  expect(reports.map(({ table }) => table.rows.length)).toEqual([4, 4]);
  expect(lists.map(({ table }) => table.rows.length)).toEqual([4, 4]);
  expect(reports[1]?.downloadHref).toBe(`${HREF}/download/csv/commitments`);
  expect(sentences).not.toEqual([]);
});

test("neither is there for a scenario that is not", async () => {
  const none = { plan: "llr-2015", scenario: "none" };
  expect((await thrownBy(loadRisks(planner.ask(none)))).status).toBe(404);
  expect((await thrownBy(loadStrategy(planner.ask(none)))).status).toBe(404);
});
