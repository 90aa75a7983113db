import { describe, expect, it } from "vitest";
import { totalCost } from "../../../scenarios/compare/money-rows";
import { sumPence } from "../../../scenarios/model/money";
import type { Scenario } from "../../../scenarios/model/scenario";
import { handOverPlan } from "../../../scenarios/optimise/hand-over";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { validateScenario } from "../../../scenarios/validate-scenario";
import { deepFreeze } from "../../support/deep-freeze";
import { exampleScenario } from "../../support/evaluated-example";
import { evaluated, found, provisionWith, scenarioWith } from "../../support/scenarios";
import { tableOfSection9 } from "./table-of-section-9";

async function handedOver(scenario: Scenario) {
  const plan = await prioritise(scenario);
  const handOver = handOverPlan(deepFreeze(scenario), plan);
  const checked = validateScenario(handOver.scenario);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return { plan, ...handOver, evaluation: evaluated(checked.scenario) };
}

describe("a plan handed over as a scenario", () => {
  it.each(["durham-2020-100.json", "durham-2020-90.json", "durham-2020-80.json"])(
    "costs in %s what the plan costs, to the penny, and its budget pays for all of it",
    async (file) => {
      const { plan, added, evaluation } = await handedOver(exampleScenario(file));
      const cost = sumPence(plan.costs.values());
      expect(totalCost(evaluation)).toBe(cost);
      expect(sumPence(added.map((one) => one.cost))).toBe(cost);
      expect(evaluation.funding.unfunded).toEqual(evaluation.timeline.years.map(() => 0n));
    },
  );

  it("names each new provision after its line, with its level where there are several, in the areas of the line", async () => {
    const { scenario } = await handedOver(exampleScenario("durham-2020-90.json"));
    const service = found(scenario.provisions.find(({ id }) => id === "specialist-service"));
    expect(service.name).toBe("Specialist domestic abuse service (Reduce)");
    expect(service.areas).toEqual(["county-durham", "darlington"]);
    expect([service.start, service.end]).toEqual(["2021-04-01", "2022-03-31"]);
    const line = scenario.priorities?.lines.find(({ id }) => id === "specialist-service");
    expect(line?.provision).toBe("specialist-service");
  });

  it("keeps the provision that a line names, and takes out that of a line left out with all that refers to it", async () => {
    const table = tableOfSection9(850);
    const lines = table.lines.map((line) =>
      line.id === "helpline" || line.id === "outreach" ? { ...line, provision: `${line.id}-now` } : line,
    );
    const scenario = scenarioWith({
      provisions: ["helpline-now", "outreach-now"].map((id) =>
        provisionWith({ id, price: { annual: "1000.00" } }),
      ),
      provenance: [{ path: "/provisions/outreach-now/price/annual", note: "estimate" }],
      priorities: { ...table, lines },
    });
    const { kept, removed, added, scenario: after } = await handedOver(scenario);
    expect(kept).toEqual([{ line: "helpline", provision: "helpline-now" }]);
    expect(removed.map(({ line, provision }) => [line, provision])).toEqual([["outreach", "outreach-now"]]);
    expect(after.provisions.map(({ id }) => id)).not.toContain("outreach-now");
    expect(after.provisions.find(({ id }) => id === "helpline-now")?.price).toEqual({ annual: "1000.00" });
    expect(added.map(({ line }) => line)).not.toContain("helpline");
    expect(after.provenance ?? []).toEqual([]);
    expect(after.priorities?.lines.find(({ id }) => id === "outreach")?.provision).toBeUndefined();
  });

  it("puts the money of a budget that is named after a year in that year, any other by the months of the years", async () => {
    const level = { id: "whole", costs: { first: "100.00", both: "100.00" }, benefit: "1" };
    const scenario = scenarioWith({
      horizon: { start: "2015-10", end: "2017-03" },
      priorities: {
        criteria: [],
        budgets: [
          { id: "first", name: "Grant 2016/17", amount: "100.00" },
          { id: "both", name: "Reserve", amount: "100.00" },
        ],
        lines: [{ id: "helpline", name: "Helpline", levels: [level] }],
      },
    });
    const { scenario: after, evaluation } = await handedOver(scenario);
    expect(after.provisions[0]?.price).toEqual({ schedule: { "2015/16": "33.33", "2016/17": "166.67" } });
    expect(after.fundingSources?.map(({ id, amounts }) => [id, amounts])).toEqual([
      ["first", { "2015/16": "0.00", "2016/17": "100.00" }],
      ["both", { "2015/16": "33.33", "2016/17": "66.67" }],
    ]);
    expect(sumPence(evaluation.funding.unfunded)).toBe(0n);
  });

  it("gives a new provision another id where its line's is taken", async () => {
    const scenario = scenarioWith({
      provisions: [provisionWith({ id: "refuge" })],
      priorities: tableOfSection9(850),
    });
    const { added } = await handedOver(scenario);
    expect(added.find(({ line }) => line === "refuge")?.provision).toBe("refuge-2");
  });
});
