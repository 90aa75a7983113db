import { describe, expect, it } from "vitest";
import { firstSteps, prioritySteps } from "../../../app/lib/first-steps";
import type { Scenario } from "../../../scenarios/model/scenario";
import { exampleScenario } from "../../support/evaluated-example";

const EMPTY: Scenario = {
  ...exampleScenario("llr-2015-s1.json"),
  ...{ organisations: [], areas: [], activities: [], provisions: [], requirements: [] },
  ...{ fundingSources: [], contributions: [] },
};
const enteredIn = (scenario: Scenario) => firstSteps(scenario)?.map(({ entered }) => entered);

describe("the first steps of an empty scenario", () => {
  it("are all to do where nothing is entered", () => {
    expect(enteredIn(EMPTY)).toEqual([null, null, null, null, null]);
  });

  it("say what is entered already", () => {
    const { organisations, areas, activities } = exampleScenario("durham-2020-100.json");
    expect(enteredIn({ ...EMPTY, organisations, areas: areas.slice(0, 1), activities })).toEqual([
      "3 organisations, 1 area",
      ...[null, null, null, null],
    ]);
  });

  it("are over once there is a contract, a lot or a prioritisation", () => {
    expect(firstSteps(exampleScenario("llr-2015-s1.json"))).toBeNull();
    expect(firstSteps(exampleScenario("durham-2020-100.json"))).toBeNull();
  });
});

describe("the first steps of a prioritisation", () => {
  const begun = {
    criteria: [{ id: "score", name: "Score", weight: "100" }],
    budgets: [{ id: "budget", name: "Budget", amount: "0.00" }],
    lines: [],
  };

  it("are to do where there is only what every prioritisation begins with", () => {
    expect(prioritySteps(begun).map(({ entered }) => entered)).toEqual([null, null, null, null]);
  });

  it("say how much money there is, and how many criteria are agreed", () => {
    const entered = prioritySteps({
      ...begun,
      budgets: [
        { id: "one", name: "One", amount: "100000.50" },
        { id: "two", name: "Two", amount: "0.50" },
      ],
      criteria: [{ id: "score", name: "Safety", weight: "100", low: "no link", high: "keeps people alive" }],
    }).map((step) => step.entered);
    expect(entered.slice(0, 2)).toEqual(["£100,001.00", "1 criterion"]);
  });
});
