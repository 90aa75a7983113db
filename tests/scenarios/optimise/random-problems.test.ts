import { describe, expect, it } from "vitest";
import { evaluatePlan } from "../../../scenarios/optimise/evaluate-plan";
import { planBySearch } from "../../../scenarios/optimise/best-plan";
import { formatPlan, type PlanResult } from "../../../scenarios/optimise/format-plan";
import { type BestPlan, type OpenProblem, withOpenProblem } from "../../../scenarios/optimise/open-problem";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { buildProblem } from "../../../scenarios/optimise/problem";
import { loadSolver } from "../../../scenarios/optimise/solver";
import { planBySolver } from "../../../scenarios/optimise/solver-plan";
import { omit, scenarioWith } from "../../support/scenarios";
import { bruteForcePlan, type Documented } from "./brute-force";
import { randomPriorities, ringFencedPriorities, prioritiesByYear } from "./random-priorities";

const seeds = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Of a conflict only the size is fixed: several may be equally small. */
function comparable(plan: Documented): object {
  return { ...omit(plan, "conflict"), rulesInConflict: plan.conflict?.length ?? 0 };
}

function searched(opened: OpenProblem): BestPlan {
  const plan = planBySearch(opened, { plans: 1_000_000 });
  if (plan.noMoreThan !== null) throw new Error("a small problem is not searched whole");
  return plan;
}

function documented(plan: PlanResult): Documented {
  const { status, ties, chosen, benefit, costs, rankByScore, rankByScoreSkipping, rankByValue } = plan;
  const { wouldEnterWith, frontier, conflict } = plan;
  return {
    ...{ status, ties, chosen, benefit, costs, rankByScore, rankByScoreSkipping, rankByValue },
    ...{ wouldEnterWith, frontier, ...(conflict === undefined ? {} : { conflict }) },
  };
}

const KINDS = [
  { kind: "budgets", prioritiesOf: randomPriorities },
  { kind: "funds by year", prioritiesOf: prioritiesByYear },
];

describe.each(KINDS)(
  "random prioritisations of up to 14 lines with $kind and all other rules",
  ({ prioritiesOf }) => {
    it("500 of them give what trying every plan gives: plan, ties, rank lists, frontier, size of the conflict", async () => {
      for (const seed of seeds(500)) {
        const priorities = prioritiesOf(seed);
        const plan = formatPlan(await prioritise(scenarioWith({ priorities })));
        expect({ seed, ...comparable(documented(plan)) }).toEqual({
          seed,
          ...comparable(bruteForcePlan(priorities)),
        });
        expect(plan.proof).toBe("enumeration");
      }
    }, 120_000);

    const ways = [
      { way: "HiGHS alone, asked question by question,", count: 60, plan: planBySolver },
      {
        way: "the search between the prices of HiGHS, whatever the number of budgets,",
        count: 500,
        plan: searched,
      },
    ];
    it.each(ways)(
      "$way gives the same plans and says the same of ties",
      async ({ count, plan }) => {
        const solver = await loadSolver();
        for (const seed of seeds(count)) {
          const priorities = prioritiesOf(seed);
          const problem = buildProblem(priorities);
          const { picks, ties } = withOpenProblem(problem, solver, plan);
          const expected = bruteForcePlan(priorities);
          const chosen = picks === null ? [] : evaluatePlan(problem, picks).chosen;
          expect({ seed, chosen, ties, found: picks !== null }).toEqual({
            seed,
            chosen: expected.chosen,
            ties: expected.ties,
            found: expected.status === "optimal",
          });
        }
      },
      120_000,
    );
  },
);

describe("random prioritisations", () => {
  it("of twenty lines from ring-fenced budgets the search finds what HiGHS alone finds, with its ties", async () => {
    const solver = await loadSolver();
    for (const seed of seeds(60)) {
      const problem = buildProblem(ringFencedPriorities(seed));
      const [ours, theirs] = [searched, planBySolver].map((plan) => {
        const { picks, ties } = withOpenProblem(problem, solver, plan);
        return { seed, chosen: picks === null ? null : evaluatePlan(problem, picks).chosen, ties };
      });
      expect(ours).toEqual(theirs);
    }
  }, 120_000);

  it("a search that ends early says that its plan is not proved, and what no plan brings more than", async () => {
    const solver = await loadSolver();
    const early = seeds(200).flatMap((seed) => {
      const problem = buildProblem(randomPriorities(seed));
      const { picks, noMoreThan } = withOpenProblem(problem, solver, (opened) =>
        planBySearch(opened, { plans: 1 }),
      );
      const best = withOpenProblem(problem, solver, planBySolver).picks;
      return noMoreThan === null || best === null ? [] : [{ seed, problem, picks, noMoreThan, best }];
    });
    expect(early.length).toBeGreaterThan(10);
    for (const { seed, problem, picks, noMoreThan, best } of early) {
      const [found, most] = [picks ?? [], best].map((plan) => evaluatePlan(problem, plan).benefit);
      expect({ seed, found: Number(found) <= Number(most) }).toEqual({ seed, found: true });
      expect({ seed, bound: problem.unit.mul(BigInt(noMoreThan)).gte(most ?? 0n) }).toEqual({
        seed,
        bound: true,
      });
    }
  });
});
