import { afterAll, beforeAll, expect, test } from "vitest";
import { loader as loadHistory } from "../../../app/routes/plans.$plan.scenarios.$scenario.history";
import {
  action as handOver,
  loader as loadHandOver,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.hand-over";
import { type OpenPlanner, openPlanner } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const D90 = { plan: "durham-2020", scenario: "durham-2020-90" };

function named(name: string): Request {
  const form = new FormData();
  form.set("name", name);
  return new Request("http://x/", { method: "POST", body: form });
}

test("the page shows what would become of each line of the plan", async () => {
  const page = await loadHandOver(planner.ask(D90));
  if (page.notYet !== null || page.table === null) throw new Error("no plan");
  expect(page.table.rows).toHaveLength(14);
  expect(page.suggested).toContain("the best plan");
  expect(page.ownerHref).toBeNull();
});

test("where no organisation is entered the page says that nobody would pay, and where to enter one", async () => {
  const key = { plan: "durham-2020", scenario: "durham-2020-100" };
  const loaded = await planner.services.loadScenario(key);
  const { organisations = [], areas = [] } = loaded?.scenario ?? {};
  const operations = [
    ...areas.map(({ id }) => ({ op: "remove" as const, path: `/areas/${id}/organisation` })),
    ...organisations.map(({ id }) => ({ op: "remove" as const, path: `/organisations/${id}` })),
  ];
  const saved = await planner.services.saveChange(
    key,
    { baseRevision: loaded?.revision ?? 0, change: { name: "No organisations", operations } },
    { author: "Casey Sample", person: "sample-commissioner", now: "2026-11-26T12:00:00.000Z" },
  );
  expect(saved.outcome).toBe("saved");
  const page = await loadHandOver(planner.ask(key));
  expect(page.notYet === null && page.ownerHref).toMatch(/durham-2020-100\/data#edit-organisations$/);
});

test("the plan becomes a new scenario, based on the old one, which its history explains", async () => {
  const answer = await handOver(planner.ask(D90, named("Durham 2021: what we fund")));
  expect(answer.headers.get("location")).toBe("/plans/durham-2020/scenarios/durham-2021-what-we-fund/lots");
  const key = { plan: "durham-2020", scenario: "durham-2021-what-we-fund" };
  const made = await planner.services.loadScenario(key);
  expect(made?.scenario.provisions).toHaveLength(14);
  expect(made?.scenario.basedOn?.id).toBe("durham-2020-90");
  expect(made?.evaluation.costs.get("encompass")?.total).toBeGreaterThan(0n);
  const history = await planner.services.loadHistory(key);
  expect(history?.map(({ changeName }) => changeName)).toEqual([
    "The best plan taken over: 14 lines as provisions",
    "Scenario created",
  ]);
  expect(history?.[0]?.reason).toContain("Proved best");
  await loadHistory(planner.ask(key));
});

test("a new scenario without a name is not made, and what was typed stays", async () => {
  const before = (await planner.services.loadPlan("durham-2020"))?.scenarios.length;
  const answer = await handOver(planner.ask(D90, named("  ")));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ faults: [{ href: "#name" }] });
  expect((await planner.services.loadPlan("durham-2020"))?.scenarios.length).toBe(before);
});

test("where there is nothing to prioritise the page says so", async () => {
  const page = await loadHandOver(planner.ask({ plan: "llr-2015", scenario: "llr-2015-s1" }));
  expect(page.notYet).toEqual({ state: "none", steps: null });
});
