import { describe, expect, test } from "vitest";
import {
  mixPriorities,
  PLAN_PARTS,
  type PlanPart,
  planPartOfPath,
} from "../../../scenarios/compare/plan-parts";
import { figureOfPlan, type FoundPlan, PLAN_FIGURES } from "../../../scenarios/compare/plan-rows";
import { planSteps } from "../../../scenarios/compare/plan-steps";
import { diffDocuments } from "../../../scenarios/changes/diff-documents";
import type { Priorities } from "../../../scenarios/model/scenario";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { loadSolver } from "../../../scenarios/optimise/solver";
import { found, scenarioWith } from "../../support/scenarios";
import { bruteForcePlan } from "../optimise/brute-force";
import { prioritiesByYear, randomPriorities } from "../optimise/random-priorities";

async function planned(priorities: Priorities): Promise<FoundPlan> {
  return { priorities, plan: await prioritise(scenarioWith({ priorities })) };
}

/** Twenty lines more of two levels each than are searched. */
function large(cost: string): Priorities {
  const lines = Array.from({ length: 220 }, (_, at) => ({
    ...{ id: `l${at}`, name: `Line ${at}` },
    levels: ["low", "high"].map((id, level) => ({
      ...{ id, benefit: String(at + level + 1) },
      costs: { pot: at === 0 ? cost : `${100 + 7 * at + level}.00` },
    })),
  }));
  return { criteria: [], budgets: [{ id: "pot", name: "Pot", amount: "5000.00" }], lines };
}

describe("from one plan to another in steps", () => {
  test.each([
    ["with budgets and all other rules", randomPriorities],
    ["with funds by year", prioritiesByYear],
  ])(
    "%s, of random pairs: the steps end at the second plan, and each is the best on its way",
    async (_, prioritiesOf) => {
      let between = 0;
      for (let seed = 1; seed <= 30; seed++) {
        const [first, second] = [await planned(prioritiesOf(seed)), await planned(prioritiesOf(seed + 500))];
        if ([first, second].some(({ plan }) => plan.status !== "optimal")) continue;
        const steps = await planSteps(first, second);
        expect(steps.at(-1)?.plan, `${seed}`).toBe(second.plan);
        const parts = steps.flatMap((step) => step.parts);
        expect(parts).toHaveLength(new Set(parts).size);
        for (const { priorities, plan } of steps.slice(0, -1)) {
          between++;
          const { chosen, status } = bruteForcePlan(priorities);
          expect({ seed, chosen: plan.chosen }).toEqual({ seed, chosen });
          expect(status).toBe("optimal");
        }
      }
      expect(between).toBeGreaterThan(10);
    },
    60_000,
  );

  test("nothing is explained where nothing differs on which a plan depends", async () => {
    const first = await planned(randomPriorities(3));
    const renamed = {
      ...first.priorities,
      lines: first.priorities.lines.map((line) => ({
        ...line,
        name: "Another",
        mustFundReason: "As agreed",
      })),
    };
    expect(await planSteps(first, await planned(renamed))).toEqual([]);
  });

  test("with more levels than are searched in a moment, all that changed stands together", async () => {
    // What their plans are makes no difference: only whether a plan in between is looked for.
    const { plan } = await planned(randomPriorities(3));
    const raised = { ...large("1.00"), budgets: [{ id: "pot", name: "Pot", amount: "6000.00" }] };
    const steps = await planSteps({ priorities: large("100.00"), plan }, { priorities: raised, plan });
    expect(steps.map(({ parts }) => parts)).toEqual([["budgets", "costs"]]);
  });

  test("what no plan obeys on the way goes with the next: less money, with a line that need no longer be funded", async () => {
    const lines = (mustFund: boolean): Priorities["lines"] => [
      { id: "a", name: "A", mustFund, levels: [{ id: "all", costs: { pot: "60.00" }, benefit: "5" }] },
      { id: "b", name: "B", levels: [{ id: "all", costs: { pot: "30.00" }, benefit: "4" }] },
    ];
    const pot = (amount: string, all: Priorities["lines"]): Priorities => ({
      criteria: [],
      budgets: [{ id: "pot", name: "Pot", amount }],
      lines: all,
    });
    const [first, second] = await Promise.all([
      planned(pot("60.00", lines(true))),
      planned(pot("50.00", lines(false))),
    ]);
    const steps = await planSteps(first, second, await loadSolver());
    expect(steps.map(({ parts }) => parts)).toEqual([["budgets", "rules"]]);
  });
});

test("every change of a plan's figures is of the part that moves them", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const [first, second] = [randomPriorities(seed), randomPriorities(seed + 500)];
    for (const part of PLAN_PARTS) {
      // Where lines come or go, so do the rules that name them.
      if (part === "lines") continue;
      const others = new Set<PlanPart>(PLAN_PARTS.filter((one) => one !== part));
      const changes = diffDocuments(
        { priorities: mixPriorities(first, second, new Set()) },
        { priorities: mixPriorities(first, second, new Set([part])) },
      );
      for (const { path } of changes) expect(others.has(found(planPartOfPath(path)))).toBe(false);
    }
  }
});

test("the figures of a plan are whole pence or millionths", async () => {
  const priorities: Priorities = {
    ...{ criteria: [], budgets: [{ id: "pot", name: "Pot", amount: "100.00" }] },
    lines: [{ id: "a", name: "A", levels: [{ id: "all", costs: { pot: "60.50" }, benefit: "2.5" }] }],
  };
  const plan = await planned(priorities);
  expect(PLAN_FIGURES.map((figure) => figureOfPlan(figure, plan))).toEqual([
    10_000n,
    6_050n,
    1_000_000n,
    2_500_000n,
    2_500_000n,
  ]);
});
