import { describe, expect, it } from "vitest";
import { planBySearch } from "../../../../scenarios/optimise/best-plan";
import { total } from "../../../../scenarios/optimise/compare-plans";
import { fundsOf, isAlone } from "../../../../scenarios/optimise/search/funds";
import { type OpenProblem, withOpenProblem } from "../../../../scenarios/optimise/open-problem";
import { possibleOnly } from "../../../../scenarios/optimise/search/possible";
import { priceProblem } from "../../../../scenarios/optimise/price-problem";
import { buildProblem } from "../../../../scenarios/optimise/problem";
import { searchFunds } from "../../../../scenarios/optimise/search/search-funds";
import { loadSolver } from "../../../../scenarios/optimise/solver";
import { planBySolver } from "../../../../scenarios/optimise/solver-plan";
import type { Question } from "../../../../scenarios/optimise/search/walk";
import { yearlyPriorities } from "../../../bench/yearly-priorities";
import { prioritiesByYear } from "../random-priorities";
import { takes, triedProgram } from "./tried-programs";

const solver = await loadSolver();

function questionOf(opened: OpenProblem): Question {
  const { budgets, pairs } = opened.problem;
  return {
    ...{ priced: priceProblem(opened), budgets: budgets.length },
    ...{ costs: pairs.map(({ totalPence }) => totalPence), ids: pairs.map(({ order }) => order) },
  };
}

const withYearly = <Answer>(
  so: { readonly lines: number; readonly budgets: number; readonly seed: number },
  work: (opened: OpenProblem) => Answer,
): Answer => withOpenProblem(buildProblem(yearlyPriorities(so)), solver, work);

describe("funds whose money is given by year", () => {
  it("are found by the lines that draw on their years: the general one, which others draw on too, and each grant", () => {
    withYearly({ lines: 200, budgets: 5, seed: 1 }, (opened) => {
      const funds = fundsOf(questionOf(opened).priced, 25);
      expect(funds.map(({ budgets }) => budgets)).toEqual(
        [0, 5, 10, 15, 20].map((first) => [0, 1, 2, 3, 4].map((year) => first + year)),
      );
      expect(funds.map(isAlone)).toEqual([false, true, true, true, true]);
    });
  });

  it("are searched where they are given: the plan is the one that HiGHS alone proves, with its ties", () => {
    let searched = 0;
    for (let seed = 1; seed <= 6; seed++)
      withYearly({ lines: 30, budgets: 4, seed }, (opened) => {
        const found = searchFunds(questionOf(opened), solver, { plans: 1_000_000 });
        if (found === null) return;
        searched++;
        const { picks, ties } = planBySolver(opened);
        expect({ seed, ...found }).toMatchObject({ seed, best: picks, ties, proved: true });
      });
    expect(searched).toBeGreaterThan(4);
  });

  it("take part in most small problems by year that are tried out whole", () => {
    const found = Array.from({ length: 100 }, (_, seed) =>
      withOpenProblem(buildProblem(prioritiesByYear(seed)), solver, (opened) =>
        searchFunds(questionOf(opened), solver, { plans: 100_000 }),
      ),
    );
    expect(found.filter((each) => each !== null).length).toBeGreaterThan(30);
  });

  it("of two hundred lines are proved with few plans side by side", () => {
    const found = withYearly({ lines: 200, budgets: 10, seed: 210 }, (opened) =>
      searchFunds(questionOf(opened), solver, { plans: 400_000 }),
    );
    expect(found).toMatchObject({ proved: true, bound: 42_931 });
  });

  it("of a thousand lines, with too many choices of a fund to list, have a plan that is near to what none brings more than", () => {
    withYearly({ lines: 1000, budgets: 5, seed: 1005 }, (opened) => {
      const { picks, noMoreThan } = planBySearch(opened, { plans: 2_000_000 });
      const units = total(opened.problem, picks ?? [], (pair) => pair.units);
      expect(noMoreThan).toBeGreaterThan(units);
      expect(((noMoreThan ?? Infinity) - units) / units).toBeLessThan(0.0005);
    });
  });

  it("searched with too little room say what no plan brings more than", () => {
    withYearly({ lines: 50, budgets: 5, seed: 55 }, (opened) => {
      const found = searchFunds(questionOf(opened), solver, { plans: 500 });
      expect(found?.proved).toBe(false);
      expect(found?.bound).toBeGreaterThanOrEqual(9_459);
      expect(found?.bound).toBeLessThan(9_482);
    });
  });
});

describe("what a plan can take", () => {
  it("is never given up: of every plan that keeps the rows all options are left", () => {
    let fewer = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const { priced, plans } = triedProgram(seed);
      const possible = possibleOnly(priced);
      if (possible === null) {
        expect({ seed, plans: plans.length }).toEqual({ seed, plans: 0 });
        continue;
      }
      if (possible.groups.flat().length < priced.groups.flat().length) fewer++;
      for (const [line, options] of priced.groups.entries()) {
        const left = possible.groups[line]?.map(({ columns }) => columns.join());
        const gone = options.filter(({ columns }) => !left?.includes(columns.join()));
        expect(gone.some((option) => plans.some((plan) => takes(plan, option, options)))).toBe(false);
      }
    }
    expect(fewer).toBeGreaterThan(40);
  });
});
