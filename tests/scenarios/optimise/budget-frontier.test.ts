import { describe, expect, it } from "vitest";
import type { Priorities } from "../../../scenarios/model/scenario";
import {
  type BudgetFrontier,
  type FrontierProgress,
  generalBudget,
  withFrontier,
  workOutFrontier,
} from "../../../scenarios/optimise/budget-frontier";
import { formatPlan, type PlanResult } from "../../../scenarios/optimise/format-plan";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { loadSolver } from "../../../scenarios/optimise/solver";
import { scenarioWith } from "../../support/scenarios";
import { bruteForceFrontier } from "./brute-force";
import { GENERAL_AND_GRANT } from "./general-and-grant";
import { randomPriorities } from "./random-priorities";

type Worked = { readonly moved: BudgetFrontier; readonly progress: readonly FrontierProgress[] };

async function workedOut(priorities: Priorities, budget: string): Promise<Worked> {
  const work = workOutFrontier(priorities, budget, await loadSolver());
  const progress: FrontierProgress[] = [];
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return { moved: step.value, progress };
    progress.push(step.value);
  }
}

async function planMoving(priorities: Priorities, budget: string): Promise<PlanResult> {
  const plan = await prioritise(scenarioWith({ priorities }));
  return formatPlan(withFrontier(plan, priorities, (await workedOut(priorities, budget)).moved));
}

const pointsOf = ({ frontier }: Pick<PlanResult, "frontier">): string[] =>
  frontier.map(
    ({ budget, benefit, chosen }) => `${budget} ${benefit} ${chosen.map((choice) => choice.line).join("+")}`,
  );

describe("one budget of several that moves, the others held", () => {
  it("has a point wherever the best plan changes, from the cheapest to the best with no limit", async () => {
    expect(pointsOf(await planMoving(GENERAL_AND_GRANT, "general"))).toEqual([
      "0.00 0 ",
      "10000.00 5 advice",
      "30000.00 6 helpline",
      "40000.00 11 helpline+advice",
      "70000.00 15 refuge+advice",
      "90000.00 16 refuge+helpline",
      "100000.00 21 refuge+helpline+advice",
    ]);
    expect(pointsOf(await planMoving(GENERAL_AND_GRANT, "grant"))).toEqual([
      "0.00 10 refuge",
      "20000.00 15 refuge+advice",
      "50000.00 19 refuge+housing",
      "70000.00 24 refuge+housing+advice",
    ]);
  });

  it("brings in a line left out with the least more of it; a line that another budget keeps out never enters", async () => {
    expect((await planMoving(GENERAL_AND_GRANT, "general")).wouldEnterWith).toEqual({ helpline: "10000.00" });
    expect((await planMoving(GENERAL_AND_GRANT, "grant")).wouldEnterWith).toEqual({ housing: "10000.00" });
  });

  it("is the general one first: the one that most lines draw on, of equals the first of the file", () => {
    expect(generalBudget(GENERAL_AND_GRANT)).toBe("general");
    expect(generalBudget({ ...GENERAL_AND_GRANT, lines: [] })).toBe("grant");
    expect(generalBudget({ ...GENERAL_AND_GRANT, budgets: [] })).toBeNull();
  });

  it("says on the way how much is done, which never falls", async () => {
    const { progress } = await workedOut(GENERAL_AND_GRANT, "general");
    expect(progress.map(({ done, of }) => done / of)).toEqual([0, 0.1, 0.3, 0.6, 0.7, 0.9, 1]);
  });

  it("has no point where no amount of it lets a plan obey the rules", async () => {
    const [refuge, ...others] = GENERAL_AND_GRANT.lines;
    const housing = others.map((one) => (one.id === "housing" ? { ...one, mustFund: true } : one));
    const { moved } = await workedOut(
      { ...GENERAL_AND_GRANT, lines: [refuge, ...housing].flatMap((one) => one ?? []) },
      "general",
    );
    expect([moved.frontier, moved.complete]).toEqual([[], true]);
  });

  it("is asked for by its id", async () => {
    await expect(workedOut(GENERAL_AND_GRANT, "reserve")).rejects.toThrow("no such budget: reserve");
  });

  it("is what trying every plan gives, for each budget of random problems with all kinds of rules", async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const priorities = randomPriorities(seed);
      for (const { id } of priorities.budgets) {
        const { frontier } = await planMoving(priorities, id);
        expect({ seed, id, frontier }).toEqual({ seed, id, frontier: bruteForceFrontier(priorities, id) });
      }
    }
  }, 240_000);

  it.each([
    ["more points than are worked out one by one", { points: 3, plans: 1_000_000 }],
    ["a point whose proof takes too long", { points: 100, plans: 1 }],
  ])("lists none where there are %s, and says that they are not all", async (_, limits) => {
    const work = workOutFrontier(GENERAL_AND_GRANT, "general", await loadSolver(), limits);
    let step = work.next();
    while (step.done !== true) step = work.next();
    expect([step.value.frontier, step.value.complete]).toEqual([[], false]);
  });
});

describe("all budgets cut alike", () => {
  it("lose what the best plan within the smaller amounts lacks", async () => {
    const { moved } = await workedOut(GENERAL_AND_GRANT, "general");
    expect(
      moved.less.map(({ percent, amount, plan, isProved }) => [
        percent,
        amount,
        Number(plan?.benefit),
        isProved,
      ]),
    ).toEqual([
      [5, 11_400_000n, 15, true],
      [10, 10_800_000n, 15, true],
      [20, 9_600_000n, 11, true],
    ]);
  });

  it("leave no plan where they are too small for what must be funded", async () => {
    const lines = GENERAL_AND_GRANT.lines.map((one) =>
      one.id === "refuge" || one.id === "advice" ? { ...one, mustFund: true } : one,
    );
    const { moved } = await workedOut({ ...GENERAL_AND_GRANT, lines }, "general");
    expect(moved.less.map(({ plan }) => plan?.chosen.length ?? null)).toEqual([2, 2, null]);
  });
});
