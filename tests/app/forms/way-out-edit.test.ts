import { describe, expect, test } from "vitest";
import { editFields } from "../../../app/forms/edit-fields";
import { wayOutEdit } from "../../../app/forms/way-out-edit";
import { prioritised } from "../../../app/reports/priorities";
import { applyOperations } from "../../../scenarios/changes/apply-operations";
import type { PriorityLine, Priorities, Scenario } from "../../../scenarios/model/scenario";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { validateScenario } from "../../../scenarios/validate-scenario";
import { exampleScenario } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const BASE: Scenario = {
  ...exampleScenario("durham-2020-90.json"),
  areas: [{ id: "north", name: "North", bases: {} }],
};

/** A scenario of one pot and lines, each of 23.49865 points. */
function scenarioWith(
  amount: string,
  lines: readonly (Pick<PriorityLine, "id"> & Partial<PriorityLine> & { readonly cost: number })[],
  more: Partial<Priorities> = {},
): Scenario {
  const document = {
    ...BASE,
    priorities: {
      criteria: [
        { id: "need", name: "Need", weight: "33.33" },
        { id: "reach", name: "Reach", weight: "66.67" },
      ],
      budgets: [{ id: "pot", name: "Grant", amount }],
      lines: lines.map(({ id, cost, ...line }) => ({
        id,
        name: `Line ${id.toUpperCase()}`,
        levels: [{ id: "all", costs: { pot: `${cost}.00` }, scores: { need: "50.5", reach: "10" } }],
        ...line,
      })),
      ...more,
    },
  };
  const checked = validateScenario(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

/** Every way out that a button offers, with the scenario after it. */
async function waysOut(scenario: Scenario) {
  const plan = await prioritise(scenario);
  expect(plan.status).toBe("infeasible");
  return plan.waysOut.flatMap((wayOut) => {
    const taken = wayOutEdit(prioritised(scenario, plan), wayOut);
    if (taken === null) return [];
    const edited = editFields({ seen: scenario, now: scenario }, taken.fields);
    if (!edited.ok) throw new Error(JSON.stringify(edited.errors));
    const applied = applyOperations(scenario, edited.operations);
    if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
    const checked = validateScenario(applied.document);
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    return [{ ...taken, after: checked.scenario }];
  });
}

const CONFLICTS: Readonly<
  Record<string, { readonly scenario: Scenario; readonly buttons: readonly string[] }>
> = {
  "a budget too small for what must be funded": {
    scenario: scenarioWith("100.00", [
      { id: "a", cost: 60, mustFund: true },
      { id: "b", cost: 70, mustFund: true },
    ]),
    buttons: [
      "Raise “Grant” to £130.00",
      "Take “must be funded” off “Line A”",
      "Take “must be funded” off “Line B”",
    ],
  },
  "one that must be funded and requires one that must not": {
    scenario: scenarioWith("100.00", [
      { id: "a", cost: 1, mustFund: true, requires: ["c", "b"] },
      { id: "b", cost: 1, mustNot: true },
      { id: "c", cost: 1 },
    ]),
    buttons: [
      "Take “must be funded” off “Line A”",
      "Let “Line A” be funded without “Line B”",
      "Take “must not be funded” off “Line B”",
    ],
  },
  "two that must be funded and exclude each other, as both of them say": {
    scenario: scenarioWith("100.00", [
      { id: "a", cost: 1, mustFund: true, excludes: ["b", "c"] },
      { id: "b", cost: 1, mustFund: true, excludes: ["a"] },
      { id: "c", cost: 1 },
    ]),
    buttons: [
      "Take “must be funded” off “Line A”",
      "Let “Line A” and “Line B” be funded together",
      "Take “must be funded” off “Line B”",
    ],
  },
  "more for an area than the budget reaches": {
    scenario: scenarioWith(
      "100.00",
      ["a", "b", "c"].map((id) => ({ id, cost: 40, areas: ["north"] })),
      { equity: [{ areas: ["north"], minimumLines: 3, minimumBenefit: "70" }] },
    ),
    buttons: [
      "Raise “Grant” to £120.00",
      "Ask for 2 lines and a benefit of 46.99 for North, not 3 lines and a benefit of 70.00",
    ],
  },
};

describe("a way out of rules that conflict is a button", () => {
  test.each(Object.entries(CONFLICTS))("of %s", async (_, { scenario, buttons }) => {
    const offered = await waysOut(scenario);
    expect(offered.map(({ button }) => button)).toEqual(buttons);
    for (const { after } of offered) expect((await prioritise(after)).status).toBe("optimal");
  });

  test("only where a change of that rule alone is enough", async () => {
    const twice = scenarioWith("100.00", [
      { id: "a", cost: 1, mustFund: true, requires: ["b"] },
      { id: "b", cost: 1, mustNot: true },
      { id: "c", cost: 1, mustFund: true, requires: ["d"] },
      { id: "d", cost: 1, mustNot: true },
    ]);
    expect(await waysOut(twice)).toEqual([]);
  });

  test("what two lines exclude goes from both, and other exclusions stay", async () => {
    const { scenario } = found(
      CONFLICTS["two that must be funded and exclude each other, as both of them say"],
    );
    const together = found((await waysOut(scenario)).find(({ button }) => button.startsWith("Let ")));
    expect(together.change).toBe("May be funded together with Line B, so that a plan fits: Line A");
    expect(together.after.priorities?.lines.map(({ excludes }) => excludes ?? [])).toEqual([["c"], [], []]);
  });
});
