import { afterEach, beforeEach, expect, test } from "vitest";
import { action as createScenario } from "../../../app/routes/plans.$plan.new";
import { action as createPlan } from "../../../app/routes/plans.new";
import { action as edit } from "../../../app/routes/plans.$plan.scenarios.$scenario.edit.$";
import {
  action as remove,
  loader as askFirst,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.delete.$";
import { action as paste } from "../../../app/routes/plans.$plan.scenarios.$scenario.paste.$list";
import { formatCell } from "../../../app/reports/format-table";
import { buildKeyFigures } from "../../../app/reports/key-figures";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm } from "./support/open-planner";

let planner: OpenPlanner;
beforeEach(async () => {
  planner = await openPlanner();
});
afterEach(() => planner.close());

type Fields = Readonly<Record<string, string>>;
const posted = (params: Fields, fields: Fields) => planner.ask(params, sentForm(fields));
const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const stored = async (key = S1) => found(await planner.services.loadScenario(key)).scenario;

test("a plan is made, then an empty scenario in it, and there the first organisation", async () => {
  const made = await createPlan(posted({}, { name: "Derby 2016", about: "" }));
  expect((made as Response).headers.get("Location")).toBe("/plans/derby-2016/new");
  const empty = { name: "Baseline", from: "", start: "April 2016", end: "3/2019" };
  const opened = await createScenario(posted({ plan: "derby-2016" }, empty));
  expect((opened as Response).headers.get("Location")).toBe("/plans/derby-2016/scenarios/baseline");
  const key = { plan: "derby-2016", scenario: "baseline" };
  expect(await stored(key)).toMatchObject({ horizon: { start: "2016-04", end: "2019-03" }, provisions: [] });
  const saved = await edit(
    posted(
      { ...key, "*": "organisations/-" },
      {
        baseRevision: "1",
        create: "/organisations/-",
        "/organisations/-/name": "Derby City Council",
        "/organisations/-/kind": "commissioner",
      },
    ),
  );
  expect(saved.headers.get("Location")).toBe("/plans/derby-2016/scenarios/baseline/data?saved=2");
  expect((await stored(key)).organisations).toEqual([
    { id: "derby-city-council", name: "Derby City Council", kind: "commissioner" },
  ]);
});

test("a scenario whose last month lies before its first is refused with what was typed", async () => {
  const answer = await createScenario(
    posted({ plan: "llr-2015" }, { name: "Backwards", from: "", start: "April 2016", end: "March 2016" }),
  );
  expect((answer as Response).status).toBe(400);
});

test("a new scenario may start as a copy", async () => {
  const fields = { name: "S1 again", from: "llr-2015-s1", start: "", end: "" };
  await createScenario(posted({ plan: "llr-2015" }, fields));
  const copy = await stored({ plan: "llr-2015", scenario: "s1-again" });
  expect(copy.basedOn?.id).toBe("llr-2015-s1");
  expect(copy.provisions).toEqual((await stored()).provisions);
});

test("what others refer to is not deleted until the person says so; then all of it is one change", async () => {
  const params = { ...S1, "*": "provisions/joint" };
  const refused = await remove(posted(params, { baseRevision: "1" }));
  expect((refused as Response).status).toBe(400);
  expect((await stored()).provisions.some(({ id }) => id === "joint")).toBe(true);
  await remove(posted(params, { baseRevision: "1", along: "yes" }));
  expect((await stored()).provisions.some(({ id }) => id === "joint")).toBe(false);
  expect((await stored()).contributions).toEqual([]);
  expect(found(await planner.services.loadHistory(S1))[0]).toMatchObject({
    number: 2,
    changeName: "Contract or lot deleted: Joint sexual violence and domestic abuse support for adults",
  });
});

test("before something is deleted its page says what that does to the figures, which is what it then does", async () => {
  const params = { ...S1, "*": "provisions/joint" };
  const { effects } = await askFirst(planner.ask(params));
  const cost = found(found(effects).figures.find(({ id }) => id === "total-cost"));
  expect(cost).toMatchObject({ before: "£6,768,942.06", after: "£2,514,510.81" });
  expect(found(effects).appears.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^No service/));
  await remove(posted(params, { baseRevision: "1", along: "yes" }));
  const { evaluation } = found(await planner.services.loadScenario(S1));
  const total = found(buildKeyFigures(evaluation).find(({ id }) => id === "total-cost"));
  expect(formatCell(total.value, total.kind)).toBe(cost.after);
});

test("what the plan cannot be without is not offered to be deleted, and the page says why", async () => {
  const params = { plan: "llr-2015", scenario: "llr-2015-s3", "*": "activities/face-to-face" };
  const { effects, refusals } = await askFirst(planner.ask(params));
  expect(effects).toBeNull();
  expect(refusals).toEqual([expect.stringMatching(/a member takes option A; add the activity/)]);
});

test("a pasted block with a bad cell names it and stores nothing; corrected it is one change", async () => {
  const params = { ...S1, list: "risks" };
  const block = (likelihood: string) =>
    `Risk\tLikelihood (1 to 5)\tImpact (1 to 5)\nThe provider leaves\t${likelihood}\t4\nStaff are not found\t3\t3`;
  const bad = await paste(posted(params, { block: block("often"), step: "save" }));
  expect(bad.status).toBe(400);
  expect(await bad.json()).toMatchObject({
    faults: ["Row 1: Likelihood (1 to 5) is “often”: write a whole number, such as 6."],
  });
  expect((await stored()).risks).toHaveLength(5);
  const good = await paste(posted(params, { block: block("2"), step: "save" }));
  expect(good.headers.get("Location")).toBe("/plans/llr-2015/scenarios/llr-2015-s1/risks?saved=2");
  expect((await stored()).risks).toHaveLength(7);
});
