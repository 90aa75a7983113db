import { describe, expect, it } from "vitest";
import { totalCost } from "../../../scenarios/compare/money-rows";
import type { Provenance, Scenario } from "../../../scenarios/model/scenario";
import { type Simulation, simulate } from "../../../scenarios/uncertainty/simulate";
import { drawScenario, uncertainInputsOf } from "../../../scenarios/uncertainty/uncertain-inputs";
import { deepFreeze } from "../../support/deep-freeze";
import { evaluatedExample, exampleScenario } from "../../support/evaluated-example";
import { evaluated, omit, provisionWith, scenarioWith } from "../../support/scenarios";

const PRICE = "/provisions/joint/price/annual";
const priced = (annual: string, provenance: readonly Provenance[]): Scenario =>
  scenarioWith({ provisions: [provisionWith({ price: { annual } })], provenance });

function simulated(scenario: Scenario, trials = 10_000, seed = 1): Simulation {
  const outcome = simulate(scenario, { trials, seed });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.simulation;
}

describe("a simulation", () => {
  const scenario = priced("100.00", [{ path: PRICE, low: "80.00", high: "150.00" }]);

  it("spreads a cost as its triangular price does (rules §11)", () => {
    const { totalCost: cost, unfunded } = simulated(scenario);
    // A percentile of 10,000 trials lies within about a pound of the distribution's own.
    for (const [found, exact] of [
      [cost.p10, 9183],
      [cost.p50, 10_817],
      [cost.p90, 13_129],
      [cost.mean, 11_000],
    ] as const) {
      expect(Math.abs(found - exact)).toBeLessThan(100);
    }
    expect(unfunded).toEqual(cost);
  });

  it("is the same for the same seed and another for another", () => {
    expect(simulated(scenario, 500, 5)).toEqual(simulated(scenario, 500, 5));
    expect(simulated(scenario, 500, 6).totalCost).not.toEqual(simulated(scenario, 500, 5).totalCost);
  });

  it("without ranges spreads nothing: every percentile is the evaluation's figure", () => {
    for (const file of ["llr-2015-s0.json", "small/s08-threshold-exactly.json"]) {
      const given = omit(exampleScenario(file), "provenance");
      const cost = Number(totalCost(evaluated(given)));
      expect(simulated(given, 3).totalCost).toEqual({ p10: cost, p50: cost, p90: cost, mean: cost });
    }
  });

  it("gives each trial the figures that its drawn scenario has when it is evaluated whole", () => {
    const given = deepFreeze(exampleScenario("llr-2015-s1.json"));
    const { inputs } = uncertainInputsOf(given);
    const drawn = drawScenario(given, inputs, { seed: 3, trial: 0 });
    const whole = evaluated(drawn);
    const { unfunded, waitingAtEnd } = simulated(given, 1, 3);
    expect(unfunded.mean).toBe(Number(whole.funding.unfunded.reduce((sum, year) => sum + year, 0n)));
    for (const [activity, { mean }] of waitingAtEnd) {
      const series = whole.capacity.filter((one) => one.activity === activity);
      expect(mean).toBeCloseTo(
        series.reduce((sum, { waiting }) => sum + (waiting.at(-1) ?? 0), 0),
        9,
      );
    }
    expect(drawn.contributions?.[0]?.pot?.annual).not.toBe(given.contributions?.[0]?.pot?.annual);
    expect(drawn.provisions).toBe(given.provisions);
  });

  it("counts those who wait by activity and keeps no list where people are turned away", () => {
    const { activities } = evaluatedExample("derby-2015.json").scenario;
    const lists = activities.filter(({ queue }) => queue !== "turn-away").map(({ id }) => id);
    const { waitingAtEnd } = simulated(exampleScenario("derby-2015.json"), 5);
    expect([...waitingAtEnd.keys()]).toEqual(lists);
  });
});

describe("what is drawn", () => {
  const grown = (growth: string, area: string) => ({
    id: `need-${area}`,
    area,
    activity: "support",
    annual: "100",
    baseYear: "2015/16",
    growthPercent: growth,
  });
  const growing = scenarioWith({
    areas: ["north", "south"].map((id) => ({ id, name: id, bases: { population: "100" } })),
    indexes: [{ id: "cpi", name: "Prices", rates: { "2016/17": "2", "2017/18": "2" } }],
    demand: [grown("2", "north"), grown("2", "south")],
    provenance: [
      { path: "/demand/need-north/growthPercent", low: "0", high: "4" },
      { path: "/demand/need-south/growthPercent", low: "0", high: "4" },
      { path: "/indexes/cpi/rates/2016/17", low: "1", high: "5" },
      { path: "/indexes/cpi/rates/2017/18", low: "1", high: "5" },
    ],
  });

  it("is growth once for all areas, and inflation once for all years, apart from each other", () => {
    const { inputs } = uncertainInputsOf(growing);
    const drawn = drawScenario(growing, inputs, { seed: 1, trial: 1 });
    const [north, south] = (drawn.demand ?? []).map(({ growthPercent }) => growthPercent);
    expect(north).toBe(south);
    expect(north).not.toBe("2");
    const rates = Object.values(drawn.indexes?.[0]?.rates ?? {});
    expect(rates[0]).toBe(rates[1]);
    expect(Number(rates[0])).not.toBeCloseTo(Number(north), 3);
  });

  it("does not move what another range draws", () => {
    const [price, stay] = [
      { path: PRICE, low: "80.00", high: "150.00" },
      { path: "/areas/north/bases/population", low: "50", high: "200" },
    ] as const;
    const alone = priced("100.00", [price]);
    const both = priced("100.00", [stay, price]);
    const drawnIn = (scenario: Scenario) =>
      drawScenario(scenario, uncertainInputsOf(scenario).inputs, { seed: 1, trial: 9 }).provisions[0]?.price;
    expect(drawnIn(both)).toEqual(drawnIn(alone));
  });

  it("stays within its range, in whole pence where it is money", () => {
    const scenario = priced("100.00", [{ path: PRICE, high: "150.00" }]);
    const { inputs } = uncertainInputsOf(scenario);
    for (let trial = 0; trial < 200; trial++) {
      const price = drawScenario(scenario, inputs, { seed: 2, trial }).provisions[0]?.price;
      const annual = price !== undefined && "annual" in price ? price.annual : "";
      expect(annual).toMatch(/^\d+\.\d\d$/);
      expect(Number(annual)).toBeGreaterThanOrEqual(100);
      expect(Number(annual)).toBeLessThanOrEqual(150);
    }
  });
});

describe("a simulation is refused", () => {
  const issuesOf = (scenario: Scenario) => {
    const outcome = simulate(scenario, { trials: 50, seed: 1 });
    return outcome.ok ? [] : outcome.issues;
  };

  it("when one of figures that have to sum to a whole has a range", () => {
    const s1 = exampleScenario("llr-2015-s1.json");
    const path = "/contributions/districts/share/weights/0/percent";
    const [issue] = issuesOf({ ...s1, provenance: [{ path, low: "40", high: "60" }] });
    expect(issue?.path).toBe("/provenance/0");
    expect(issue?.message).toContain(path);
  });

  it("when the scenario is not valid at an end of its ranges, and says at which", () => {
    const scenario = scenarioWith({
      demand: [{ id: "need", area: "north", activity: "support", annual: "10", baseYear: "2015/16" }],
      provisions: [
        provisionWith({
          capacity: [{ activity: "support", units: "5", occupancyPercent: "90", stayDays: "80" }],
        }),
      ],
      provenance: [{ path: "/provisions/joint/capacity/0/occupancyPercent", low: "80", high: "130" }],
    });
    expect(issuesOf(scenario)[0]?.message).toMatch(/^With every range at its high end: /);
  });
});
