import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loader as loadPlans } from "../../../app/routes/plans._index";
import { loader as loadPlan } from "../../../app/routes/plans.$plan._index";
import { action } from "../../../app/routes/plans.$plan.import";
import { loader as loadLayout } from "../../../app/routes/plans.$plan.scenarios.$scenario";
import { loader as loadOverview } from "../../../app/routes/plans.$plan.scenarios.$scenario._index";
import { type OpenPlanner, openPlanner, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };

async function countScenarios(): Promise<number> {
  return (await planner.services.listPlans()).flatMap(({ scenarios }) => scenarios).length;
}

test("the plans show each scenario as a card with its cost, what is unfunded, its gaps and its last change", async () => {
  const { plans } = await loadPlans(planner.ask({}));
  const card = plans.flatMap(({ cards }) => cards).find(({ id }) => id === S1.scenario);
  expect(card).toMatchObject({ title: "One joint lot, all districts in B", state: { text: "Consultation" } });
  expect(card?.facts.map(({ label }) => label)).toEqual([
    "Total cost",
    "Unfunded",
    "Months with a gap in a service",
    "Last change",
  ]);
  expect(card?.facts[1]?.text).toBe("£18,962.50");
});

test("a scenario's page says that its money is invented", async () => {
  expect(await loadLayout(planner.ask(S1))).toMatchObject({ isSynthetic: true, state: "Consultation" });
});

test("the overview leads with the figures and names what to look at", async () => {
  const { figures, warnings } = await loadOverview(planner.ask({ ...S1, scenario: "llr-2015-s4" }));
  expect(figures.find(({ id }) => id === "unfunded")?.value).toBe("£18,962.50");
  expect(warnings[0]?.text).toMatch(/^No service: /);
});

test("the address of a plan leads to its scenarios; one that is not there is not found", async () => {
  const answer = await loadPlan(planner.ask({ plan: "llr-2015" }));
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toBe("/plans#llr-2015");
  expect((await thrownBy(loadPlan(planner.ask({ plan: "none" })))).status).toBe(404);
});

test.each([
  { plan: "none", scenario: "llr-2015-s1" },
  { plan: "llr-2015", scenario: "none" },
  { plan: "", scenario: "" },
])("there is no scenario at %o", async (params) => {
  expect((await thrownBy(loadLayout(planner.ask(params)))).status).toBe(404);
});

describe("a file to import", () => {
  const importing = (content: string | null, plan = S1.plan) => {
    const form = new FormData();
    if (content !== null) form.set("file", new File([content], "scenario.json"));
    return action(planner.ask({ plan }, new Request("http://x/", { method: "POST", body: form })));
  };

  test("becomes a new scenario beside the others, and its page opens", async () => {
    const before = await countScenarios();
    const answer = await importing(
      readFileSync("scenarios/examples/small/s01-half-penny-months.json", "utf8"),
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toMatch(/^\/plans\/llr-2015\/scenarios\/[a-z0-9-]+$/);
    expect(await countScenarios()).toBe(before + 1);
  });

  const example = (name: string): string => readFileSync(`scenarios/examples/invalid/${name}.json`, "utf8");
  test.each([
    ["is missing", null, "Choose a scenario file to import."],
    ["is empty", "", "Choose a scenario file to import."],
    ["is not JSON", example("i27-not-json"), "JSON"],
    ["is of another format", example("i28-another-format"), "commissioning-scenario/1"],
    ["is of a newer version", example("i02-newer-format"), "commissioning-scenario/"],
    ["is a list", example("i29-a-list"), "choose a scenario file"],
    ["is a picture", "\u0089PNG\r\n\u001a\n\u0000\u0000", "JSON"],
    ["names things that are not there", example("i05-unknown-ids"), "is not known"],
  ])("that %s gets a clear answer, and nothing is stored", async (_what, content, words) => {
    const before = await countScenarios();
    const answer = await importing(content);
    expect(answer.status).toBe(400);
    const { faults } = (await answer.json()) as { faults: { text: string }[] };
    expect(faults.map(({ text }) => text).join("\n")).toContain(words);
    expect(await countScenarios()).toBe(before);
  });

  test("cannot go to a plan that does not exist", async () => {
    expect((await thrownBy(importing("{}", "none"))).status).toBe(404);
  });

  test("has to come from a form", async () => {
    const request = new Request("http://x/", { method: "POST", body: "no form" });
    expect((await action(planner.ask({ plan: S1.plan }, request))).status).toBe(400);
  });
});
