import { describe, expect, it } from "vitest";
import type { Priorities } from "../../../scenarios/model/scenario";
import {
  type BudgetFrontier,
  generalBudget,
  withFrontier,
  workOutFrontier,
} from "../../../scenarios/optimise/budget-frontier";
import { formatPlan, type PlanResult } from "../../../scenarios/optimise/format-plan";
import type { FrontierLimits, FrontierProgress } from "../../../scenarios/optimise/frontier-walk";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { loadSolver } from "../../../scenarios/optimise/solver";
import { ALL_BUDGETS } from "../../../scenarios/optimise/what-moves";
import { scenarioWith } from "../../support/scenarios";
import { bruteForceFrontier, bruteForceTogether } from "./brute-force";
import { GENERAL_AND_GRANT } from "./general-and-grant";
import { randomPriorities } from "./random-priorities";

type Worked = {
  readonly moved: BudgetFrontier;
  readonly progress: readonly FrontierProgress[];
  /** What was known at each of them. */
  readonly told: readonly ReturnType<FrontierProgress["soFar"]>[];
};

async function workedOut(priorities: Priorities, moves: string, limits?: FrontierLimits): Promise<Worked> {
  const work = workOutFrontier(priorities, moves, await loadSolver(), limits);
  const progress: FrontierProgress[] = [];
  const told: Worked["told"][number][] = [];
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return { moved: step.value, progress, told };
    progress.push(step.value);
    told.push(step.value.soFar());
  }
}

async function planMoving(
  priorities: Priorities,
  moves: string,
  limits?: FrontierLimits,
): Promise<PlanResult> {
  const plan = await prioritise(scenarioWith({ priorities }));
  return formatPlan(withFrontier(plan, priorities, (await workedOut(priorities, moves, limits)).moved));
}

const pointsOf = ({ frontier }: Pick<PlanResult, "frontier">): string[] =>
  frontier.map(
    ({ share, budget, benefit, chosen }) =>
      `${share === undefined ? "" : `${share} % `}${budget} ${benefit} ${chosen.map((choice) => choice.line).join("+")}`,
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
    const parts = progress.map(({ done, of }) => done / of);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect([parts.length > 6, parts.at(-1)]).toEqual([true, 1]);
  });

  it("knows on the way some of its points, each as it is in the end, and gaps for all others", async () => {
    const { moved, told } = await workedOut(GENERAL_AND_GRANT, "general");
    let before = 0;
    for (const { points, gaps } of told) {
      const isInGap = (at: bigint): boolean => gaps.some(({ from, to }) => from <= at && at <= to);
      expect(points).toEqual(moved.frontier.filter(({ at }) => !isInGap(at)));
      expect(points.length).toBeGreaterThanOrEqual(before);
      before = points.length;
    }
    const some = told.filter(({ points }) => points.length > 0 && points.length < moved.frontier.length);
    expect(some.length).toBeGreaterThan(0);
  });

  it("says before the first plan what no plan can bring more than, and which amounts are too small for any", async () => {
    const lines = GENERAL_AND_GRANT.lines.map((one) =>
      one.id === "refuge" ? { ...one, mustFund: true } : one,
    );
    const work = workOutFrontier({ ...GENERAL_AND_GRANT, lines }, "general", await loadSolver());
    const { value, done } = work.next();
    if (done === true) throw new Error("nothing was told");
    const { points, gaps } = value.soFar();
    expect([value.done, points]).toEqual([0, []]);
    expect(gaps.map(({ to, noMoreThan }) => [to, Number(noMoreThan)])).toEqual([[10_000_000n, 24]]);
    // Refuge needs £60,000: it is seen to a few pounds.
    const from = Number(gaps[0]?.from);
    expect([from <= 6_000_000, from > 5_990_000]).toEqual([true, true]);
  });

  it("has no point where no amount of it lets a plan obey the rules", async () => {
    const [refuge, ...others] = GENERAL_AND_GRANT.lines;
    const housing = others.map((one) => (one.id === "housing" ? { ...one, mustFund: true } : one));
    const { moved } = await workedOut(
      { ...GENERAL_AND_GRANT, lines: [refuge, ...housing].flatMap((one) => one ?? []) },
      "general",
    );
    expect([moved.frontier, moved.gaps]).toEqual([[], []]);
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
});

describe("all budgets together, each at the same share", () => {
  it("has a point at each hundredth of a per cent at which the best plan changes, up to where everything fits", async () => {
    const plan = await planMoving(GENERAL_AND_GRANT, ALL_BUDGETS);
    expect(pointsOf(plan)).toEqual([
      "0.00 % 0.00 0 ",
      "37.50 % 45000.00 6 helpline",
      "50.00 % 60000.00 11 helpline+advice",
      "87.50 % 105000.00 15 refuge+advice",
      "112.50 % 135000.00 16 refuge+helpline",
      "125.00 % 150000.00 25 refuge+helpline+housing",
      "175.00 % 210000.00 30 refuge+helpline+housing+advice",
    ]);
    expect([plan.moving, plan.frontierComplete]).toEqual(["_all", true]);
    expect(plan.wouldEnterWith).toEqual({ helpline: "15000.00", housing: "30000.00" });
  });

  it("rounds each budget down to whole pence: a share that lacks a penny does not do", async () => {
    const [first] = GENERAL_AND_GRANT.lines;
    if (first === undefined) throw new Error("no line");
    const priorities: Priorities = {
      criteria: [],
      budgets: [
        { id: "general", name: "General", amount: "0.03" },
        { id: "none", name: "None", amount: "0.00" },
      ],
      lines: [
        { ...first, levels: [{ id: "whole", costs: { general: "0.01" }, benefit: "1" }] },
        { ...first, id: "other", levels: [{ id: "whole", costs: { none: "0.01" }, benefit: "1" }] },
      ],
    };
    expect(pointsOf(await planMoving(priorities, ALL_BUDGETS))).toEqual([
      "0.00 % 0.00 0 ",
      "33.34 % 0.01 1 refuge",
    ]);
  });

  it("is what trying every plan at every share gives, for random problems with all kinds of rules", async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const priorities = randomPriorities(seed);
      const { frontier } = await planMoving(priorities, ALL_BUDGETS);
      expect({ seed, frontier }).toEqual({ seed, frontier: bruteForceTogether(priorities) });
    }
  }, 240_000);
});

describe("a frontier that is too long or too hard to work out whole", () => {
  const whole = { points: 1500, plans: 400_000, inAll: 100_000_000 };
  const atOf = ({ share, budget }: PlanResult["frontier"][number]): number => Number(share ?? budget);

  it.each([
    ["more points than are worked out one by one", { ...whole, points: 3 }],
    ["so many partial plans to look at in all", { ...whole, inAll: 40 }],
    ["points whose proof takes too long", { ...whole, plans: 12 }],
    ["nothing that is proved", { ...whole, plans: 0 }],
  ])(
    "with %s has points that are all true, and says where others may be",
    async (_, limits) => {
      for (let seed = 1; seed <= 12; seed++) {
        const priorities = randomPriorities(seed);
        for (const moves of [...priorities.budgets.map(({ id }) => id), ALL_BUDGETS]) {
          const [all, some] = [
            await planMoving(priorities, moves),
            await planMoving(priorities, moves, limits),
          ];
          const gaps = (some.frontierGaps ?? []).map(({ from, to }) => [Number(from), Number(to)] as const);
          const inGap = (point: PlanResult["frontier"][number]): boolean =>
            gaps.some(([from, to]) => from <= atOf(point) && atOf(point) <= to);
          expect({ seed, moves, points: some.frontier }).toEqual({
            ...{ seed, moves },
            points: all.frontier.filter((point) => !inGap(point)),
          });
          expect(some.frontierComplete).toBe(gaps.length === 0);
          for (const { from, to, noMoreThan } of some.frontierGaps ?? []) {
            const best = all.frontier.findLast((point) => atOf(point) <= Number(to));
            expect(Number(from)).toBeLessThanOrEqual(Number(to));
            expect(Number(best?.benefit ?? -Infinity)).toBeLessThanOrEqual(Number(noMoreThan));
          }
          for (const [line, extra] of Object.entries(some.wouldEnterWith))
            expect(extra).toBe(all.wouldEnterWith[line]);
        }
      }
    },
    240_000,
  );

  it("knows first what is near the present amounts", async () => {
    const { frontier, frontierGaps } = await planMoving(GENERAL_AND_GRANT, "general", {
      ...whole,
      points: 3,
    });
    expect(frontier.map(({ budget }) => budget)).toEqual(["40000.00", "70000.00", "90000.00"]);
    expect(frontierGaps).toEqual([
      { from: "0.00", to: "39999.99", noMoreThan: "11" },
      { from: "88000.01", to: "89999.99", noMoreThan: "16" },
      { from: "90000.01", to: "100000.00", noMoreThan: "24" },
    ]);
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
