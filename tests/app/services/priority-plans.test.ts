import { afterEach, expect, test } from "vitest";
import { keepPriorityPlans, type PriorityPlans } from "../../../app/services/priority-plans.server";
import { WorkStopped } from "../../../app/services/long-works.server";
import type { Scenario } from "../../../scenarios/model/scenario";
import { workOutFrontier } from "../../../scenarios/optimise/budget-frontier";
import { formatPlan } from "../../../scenarios/optimise/format-plan";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { loadSolver } from "../../../scenarios/optimise/solver";
import { exampleScenario } from "../../support/evaluated-example";

let plans: PriorityPlans | null = null;
afterEach(() => plans?.stop());

/** Two budgets, so that it is worked out beside the server. */
function inTwoBudgets(amount: string): Scenario {
  const scenario = exampleScenario("durham-2020-90.json");
  if (scenario.priorities === undefined) throw new Error("no priorities");
  const budgets = [
    { id: "envelope", name: "Envelope", amount },
    { id: "grant", name: "Grant", amount: "1000.00" },
  ];
  return { ...scenario, priorities: { ...scenario.priorities, budgets } };
}

test.each(["1035000.00", "400000.00"])(
  "a plan that another process worked out for £%s is the same to the last figure",
  async (amount) => {
    plans = keepPriorityPlans(2);
    const scenario = inTwoBudgets(amount);
    expect(formatPlan(await plans.plans.of("content", scenario))).toEqual(
      formatPlan(await prioritise(scenario)),
    );
  },
);

test("a frontier that another process worked out is the same to the last figure", async () => {
  plans = keepPriorityPlans(2);
  const scenario = inTwoBudgets("1035000.00");
  if (scenario.priorities === undefined) throw new Error("no priorities");
  const task = { kind: "frontier", scenario, budget: "envelope" } as const;
  const work = workOutFrontier(scenario.priorities, "envelope", await loadSolver());
  let step = work.next();
  while (step.done !== true) step = work.next();
  expect(step.value.frontier.length).toBeGreaterThan(10);
  expect(await plans.frontiers.of("content", task)).toEqual(step.value);
}, 60_000);

test("what follows from a content is worked out once", async () => {
  plans = keepPriorityPlans(2);
  const scenario = exampleScenario("durham-2020-90.json");
  const first = plans.plans.of("content", scenario);
  expect(plans.plans.of("content", scenario)).toBe(first);
  await first;
});

test("a plan that is stopped stays stopped until it is begun again", async () => {
  plans = keepPriorityPlans(2);
  const stopped = plans.plans.of("content", inTwoBudgets("1035000.00"));
  expect(plans.plans.stateOf("content")).toMatchObject({ state: "working", progress: { done: 0 } });
  plans.plans.stop("content");
  await expect(stopped).rejects.toThrow(WorkStopped);
  await expect(plans.plans.of("content", inTwoBudgets("1035000.00"))).rejects.toThrow(WorkStopped);
  plans.plans.restart("content");
  expect((await plans.plans.of("content", inTwoBudgets("1035000.00"))).status).toBe("optimal");
  expect(plans.plans.stateOf("content")?.state).toBe("ready");
});
