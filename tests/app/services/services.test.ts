import { freeId, idFromName } from "../../../scenarios/model/identifiers";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServices } from "../../../app/services/create-services.server";
import { keepEvaluations } from "../../../app/services/evaluations.server";
import type { Services } from "../../../app/services/services";
import type { Scenario } from "../../../scenarios/model/scenario";
import { found, inPounds, scenarioWith } from "../../support/scenarios";

const BY = { author: "Test", person: null, now: "2026-11-23T12:00:00.000Z" };
const S2 = { plan: "llr-2015", scenario: "llr-2015-s2" };
const folder = mkdtempSync(join(tmpdir(), "planner-services-"));
let services: Services;

beforeAll(async () => {
  services = await createServices({ PLANNER_DATA: folder }, BY.now);
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true });
});

describe("a new planner", () => {
  it("opens on the sample partnership with its five scenarios, all of them evaluated", async () => {
    const [plan] = await services.listPlans();
    expect(found(plan).scenarios.map(({ id }) => id)).toEqual(
      [0, 1, 2, 3, 4].map((number) => `llr-2015-s${number}`),
    );
    expect(found(plan).scenarios.every(({ evaluation }) => evaluation !== null)).toBe(true);
  });

  it("knows nothing of other plans and scenarios", async () => {
    expect(await services.loadPlan("nowhere")).toBeNull();
    expect(await services.loadScenario({ ...S2, scenario: "nothing" })).toBeNull();
    expect(await services.loadHistory({ ...S2, scenario: "nothing" })).toBeNull();
  });
});

describe("a change", () => {
  const path = "/contributions/districts/members/charnwood/choice";

  it("of one district from B to declined moves shares, shortfall and the unfunded line, and is in the history", async () => {
    const before = found(await services.loadScenario(S2));
    const change = {
      name: "Charnwood declines, shares stay fixed",
      operations: [
        { op: "replace" as const, path, value: [] },
        {
          op: "replace" as const,
          path: "/contributions/districts/whenSomeDecline",
          value: { rule: "fixed-share" },
        },
      ],
    };
    const saved = await services.saveChange(S2, { baseRevision: before.revision, change }, BY);
    expect(saved).toMatchObject({ outcome: "saved", revision: before.revision + 1 });
    const after = found(await services.loadScenario(S2));
    const shortfall = (loaded: typeof after) =>
      inPounds(found(loaded.evaluation.contributions.get("districts")).shortfall);
    expect(shortfall(before)).toEqual(["0.00", "0.00", "0.00", "0.00", "0.00"]);
    expect(shortfall(after)).not.toEqual(shortfall(before));
    const [latest] = found(await services.loadHistory(S2));
    expect(latest).toMatchObject({ changeName: change.name, author: "Test" });
  });

  it("that leaves the scenario with issues is refused with their paths, and nothing is stored", async () => {
    const before = found(await services.loadScenario(S2));
    const operations = [{ op: "replace" as const, path: "/horizon/end", value: "2014-12" }];
    const saved = await services.saveChange(
      S2,
      { baseRevision: before.revision, change: { name: "Horizon", operations } },
      BY,
    );
    expect(saved).toMatchObject({ outcome: "refused" });
    expect(found(await services.loadScenario(S2)).revision).toBe(before.revision);
  });
});

describe("an import", () => {
  const text = readFileSync(new URL("../../../scenarios/examples/derby-2015.json", import.meta.url), "utf8");

  it("of a file whose id is taken gets the next free one; its name and figures stay", async () => {
    expect(await services.importScenario("derby-2015", text, BY)).toEqual({
      outcome: "created",
      scenario: "derby-2015-2",
    });
    const imported = found(await services.loadScenario({ plan: "derby-2015", scenario: "derby-2015-2" }));
    const original = found(await services.loadScenario({ plan: "derby-2015", scenario: "derby-2015" }));
    expect(imported.scenario.name).toBe(original.scenario.name);
    expect(imported.evaluation.funding).toEqual(original.evaluation.funding);
  });

  it("of what is no scenario says why, and stores nothing", async () => {
    const before = found(await services.loadPlan("derby-2015")).scenarios.length;
    expect(await services.importScenario("derby-2015", "{", BY)).toMatchObject({ outcome: "refused" });
    expect(await services.importScenario("nowhere", text, BY)).toEqual({ outcome: "missing" });
    expect(found(await services.loadPlan("derby-2015")).scenarios.length).toBe(before);
  });

  it("and a copy stand side by side with the original under ids of their own", async () => {
    const key = { plan: "derby-2015", scenario: "derby-2015" };
    const copied = await services.duplicateScenario(key, "What if demand grows?", BY);
    expect(copied).toEqual({ outcome: "created", scenario: "what-if-demand-grows" });
    const copy = found(await services.loadScenario({ ...key, scenario: "what-if-demand-grows" }));
    expect(copy.scenario.basedOn).toMatchObject({ id: "derby-2015" });
  });
});

describe("ids", () => {
  it("come from names in any writing, and never clash", () => {
    expect(["S2, three decline", "Müller & Søn", "…", "x".repeat(90)].map(idFromName)).toEqual([
      ...["s2-three-decline", "muller-s-n", "scenario", "x".repeat(60)],
    ]);
    expect(freeId("s2", ["s2", "s2-2"])).toBe("s2-3");
  });
});

describe("evaluations", () => {
  it("are worked out once for each content, and forgotten oldest first", async () => {
    const loads: string[] = [];
    const kept = keepEvaluations(2);
    const ask = (hash: string, scenario: Scenario = scenarioWith()) =>
      kept.of(hash, () => {
        loads.push(hash);
        return Promise.resolve(scenario);
      });
    for (const hash of ["a", "b", "a", "c", "a", "b"]) expect(await ask(hash)).not.toBeNull();
    expect(loads).toEqual(["a", "b", "c", "b"]);
  });

  it("of a stored document with issues are none, instead of a fault", async () => {
    const faulty = scenarioWith({ horizon: { start: "2016-04", end: "2015-04" } });
    expect(await keepEvaluations(1).of("x", () => Promise.resolve(faulty))).toBeNull();
  });
});
