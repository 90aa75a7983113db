import { describe, expect, it } from "vitest";
import { bestPlan, planBySearch } from "../../../../scenarios/optimise/best-plan";
import { searchBest } from "../../../../scenarios/optimise/search/narrow-search";
import { type OpenProblem, withOpenProblem } from "../../../../scenarios/optimise/open-problem";
import { priceProblem } from "../../../../scenarios/optimise/price-problem";
import type { Priced } from "../../../../scenarios/optimise/search/priced";
import { buildProblem } from "../../../../scenarios/optimise/problem";
import { sharpenPrices } from "../../../../scenarios/optimise/search/sharpen-prices";
import { loadSolver } from "../../../../scenarios/optimise/solver";
import { mustLoseAtLeast } from "../../../../scenarios/optimise/search/stages";
import { largePriorities } from "../../../bench/large-priorities";
import { typicalPriorities } from "../../../bench/typical-priorities";
import { triedProgram } from "./tried-programs";

const solver = await loadSolver();
const ROUNDING = 1e-6;

/** What the prices say that no plan brings more than, with what each budget must lose. */
function boundOf(priced: Priced, budgets: number): number {
  const reach = priced.bound * 2 ** -7;
  return priced.bound - (mustLoseAtLeast(priced, budgets, reach) ?? reach);
}

function withLarge<Answer>(
  so: { readonly lines: number; readonly budgets: number; readonly seed: number },
  work: (opened: OpenProblem) => Answer,
): Answer {
  return withOpenProblem(buildProblem(largePriorities(so)), solver, work);
}

describe("sharpened prices", () => {
  it("bound every plan there is, from whatever prices they began", () => {
    let moved = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const { priced, budgets, plans } = triedProgram(seed);
      // Steps of half a unit and less are not made: as if each unit were a thousand.
      const fine = times(priced, 1000);
      const sharp = sharpenPrices(fine, budgets);
      if (sharp !== fine) moved++;
      const most = Math.max(-Infinity, ...plans.map(({ units }) => units * 1000));
      expect({ seed, bounds: sharp.bound + sharp.margin >= most - ROUNDING }).toEqual({ seed, bounds: true });
    }
    expect(moved).toBeGreaterThan(100);
  });

  it("find the same best plan as any other prices", () => {
    for (let seed = 1; seed <= 400; seed++) {
      const { priced, budgets, plans } = triedProgram(seed);
      const order = Array.from({ length: 30 }, (_, column) => column);
      const { best, proved } = searchBest(
        { priced: sharpenPrices(times(priced, 1000), budgets), budgets, costs: order, ids: order },
        { plans: 1e6 },
      );
      const columns = new Set(best);
      const units = best === null ? null : (plans.find((plan) => same(plan.columns, columns))?.units ?? NaN);
      const most = plans.length === 0 ? null : Math.max(...plans.map((plan) => plan.units));
      expect({ seed, proved, units }).toEqual({ seed, proved: true, units: most });
    }
  });

  it("know of ring-fenced budgets much better than those of the relaxation what no plan can bring more than", () => {
    withLarge({ lines: 200, budgets: 10, seed: 5 }, (opened) => {
      const priced = priceProblem(opened);
      const best = bestPlan(opened).picks ?? [];
      const most = best.reduce((sum, place) => sum + (opened.problem.pairs[place]?.units ?? 0), 0);
      const [before, after] = [boundOf(priced, 10), boundOf(sharpenPrices(priced, 10), 10)];
      expect(after).toBeGreaterThan(most - 1);
      expect(after - most).toBeLessThan((before - most) / 3);
    });
  });

  it("prove the best of 200 lines with few plans side by side, all money ring-fenced or most in one general budget", () => {
    const used = [largePriorities, typicalPriorities].flatMap((prioritiesOf) =>
      [5, 8, 10].map((budgets) => {
        const problem = buildProblem(prioritiesOf({ lines: 200, budgets, seed: 200 + budgets }));
        const allowance = { plans: 100_000 };
        const found = withOpenProblem(problem, solver, (opened) => planBySearch(opened, allowance));
        expect(found.noMoreThan).toBeNull();
        return 100_000 - allowance.plans;
      }),
    );
    for (const plans of used) {
      expect(plans).toBeGreaterThan(0);
      expect(plans).toBeLessThan(25_000);
    }
  });

  it("that cannot be used for want of plans say what no plan brings more than: less, the more may be looked at", () => {
    withLarge({ lines: 200, budgets: 10, seed: 5 }, (opened) => {
      const picks = bestPlan(opened).picks ?? [];
      const most = picks.reduce((sum, place) => sum + (opened.problem.pairs[place]?.units ?? 0), 0);
      const bounds = [20, 200, 1000].map((plans) => planBySearch(opened, { plans }).noMoreThan ?? NaN);
      expect(bounds).toEqual([...bounds].sort((a, b) => b - a));
      for (const bound of bounds) expect(bound).toBeGreaterThanOrEqual(most);
      expect(bounds.at(-1)).toBeLessThan(most * 1.001);
    });
  });
});

/** The program with every benefit and price so many times as large. */
function times(priced: Priced, factor: number): Priced {
  return {
    ...priced,
    groups: priced.groups.map((options) =>
      options.map((option) => ({
        ...option,
        weight: option.weight * factor,
        shortfall: option.shortfall * factor,
      })),
    ),
    prices: priced.prices.map((price) => price * factor),
    bound: priced.bound * factor,
    margin: priced.margin * factor,
  };
}

function same(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
