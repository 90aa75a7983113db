import { afterAll, beforeAll, expect, test } from "vitest";
import { loader } from "../../../app/routes/plans.$plan.scenarios.$scenario.lot-structure";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };

test("the page has every pattern as a table and a picture, with the reasons beside", async () => {
  const { picture, leftOut, reasons } = found(await loader(planner.ask(S1)));
  expect(picture.table.rows).toHaveLength(5);
  expect(leftOut).toBe(0);
  expect(picture.downloadHref).toBe("/plans/llr-2015/scenarios/llr-2015-s1/download/csv/lot-patterns");
  expect(picture.svg).toContain("Each further lot takes £60,000.00");
  expect(reasons.againstDividing).toHaveLength(3);
});

test("a scenario without a lot structure says what to enter", async () => {
  const [plan] = (await planner.services.listPlans()).filter(({ id }) => id.startsWith("derby"));
  const { id } = found(plan);
  expect(await loader(planner.ask({ plan: id, scenario: "derby-2015" }))).toBeNull();
});

test("a scenario that is not there is not found", async () => {
  expect((await thrownBy(loader(planner.ask({ ...S1, scenario: "none" })))).status).toBe(404);
});
