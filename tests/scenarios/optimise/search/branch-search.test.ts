import { describe, expect, it } from "vitest";
import { planBySearch } from "../../../../scenarios/optimise/best-plan";
import { searchByBranches } from "../../../../scenarios/optimise/search/branch-search";
import { withOpenProblem } from "../../../../scenarios/optimise/open-problem";
import { buildProblem } from "../../../../scenarios/optimise/problem";
import { loadSolver } from "../../../../scenarios/optimise/solver";
import { yearlyPriorities } from "../../../bench/yearly-priorities";
import { type TriedPlan, triedProgram } from "./tried-programs";

const solver = await loadSolver();
const PLENTY = 1_000_000;
/** Few, so that nearly every line is held before the rest is tried. */
const FEW_TRIED = 2;
const COSTS = Array.from({ length: 30 }, (_, column) => 3 + ((column * 7) % 4));
const IDS = Array.from({ length: 30 }, (_, column) => (column * 11) % 30);

const sorted = (columns: Iterable<number>): number[] => [...columns].sort((a, b) => a - b);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The order of the rules (§9): most benefit, then the cheapest, then the fewest lines, then the first by ids. */
function inOrder(a: TriedPlan, b: TriedPlan): number {
  const figures = ({ columns, units }: TriedPlan): number[] => [
    -units,
    sum([...columns].map((column) => COSTS[column] as number)),
    columns.size,
    ...sorted([...columns].map((column) => IDS[column] as number)),
  ];
  const [ofA, ofB] = [figures(a), figures(b)];
  const at = ofA.findIndex((figure, place) => figure !== ofB[place]);
  return at < 0 ? 0 : (ofA[at] as number) - (ofB[at] as number);
}

/** Programs with any plan, searched from one that is known. */
function searched(plans: number): {
  readonly seed: number;
  readonly all: readonly TriedPlan[];
  readonly found: ReturnType<typeof searchByBranches>;
}[] {
  return Array.from({ length: 250 }, (_, at) => at + 1).flatMap((seed) => {
    const { priced, budgets, plans: tried } = triedProgram(seed);
    const all = [...tried].sort(inOrder);
    const known = all[seed % Math.max(1, all.length)];
    if (known === undefined) return [];
    const found = searchByBranches({ priced, budgets, costs: COSTS, ids: IDS }, solver, {
      known: { columns: sorted(known.columns), units: known.units, ties: false },
      ...{ allowance: { plans }, most: FEW_TRIED },
    });
    return [{ seed, all, found }];
  });
}

describe("a search by branches", () => {
  it("finds of all plans the first in the order of the rules, and whether another brings as much, whichever plan is known", () => {
    let ties = 0;
    for (const { seed, all, found } of searched(PLENTY)) {
      const [first, second] = all;
      const isTied = second?.units === first?.units;
      if (isTied) ties++;
      expect({ seed, ...found }).toEqual({
        ...{ seed, unseen: -Infinity },
        best: { columns: sorted(first?.columns ?? []), units: first?.units, ties: isTied },
      });
    }
    expect(ties).toBeGreaterThan(5);
  });

  it("that ends before it has tried all says what no plan brings more than", () => {
    let unproved = 0;
    for (const { seed, all, found } of searched(150)) {
      const most = all[0]?.units ?? NaN;
      expect({ seed, bounds: Math.max(found.unseen, found.best.units) >= most }).toEqual({
        seed,
        bounds: true,
      });
      if (found.unseen >= found.best.units) unproved++;
    }
    expect(unproved).toBeGreaterThan(25);
  });

  it("proves plans by year that no walk of four million plans proves: a hundred lines, five funds and five years", () => {
    const problem = buildProblem(yearlyPriorities({ lines: 100, budgets: 5, seed: 105 }));
    const { picks, noMoreThan } = withOpenProblem(problem, solver, (opened) =>
      planBySearch(opened, { plans: 600_000 }),
    );
    expect(noMoreThan).toBeNull();
    expect(sum((picks ?? []).map((place) => problem.pairs[place]?.units ?? 0))).toBe(21_145);
  });

  it("leaves a fund with too much to list to a search line by line: three hundred lines of one fund", () => {
    const problem = buildProblem(yearlyPriorities({ lines: 300, budgets: 1, seed: 301 }));
    const found = withOpenProblem(problem, solver, (opened) => planBySearch(opened, { plans: 2_000_000 }));
    expect(found.noMoreThan).toBeNull();
  });

  it.each([2, 3])("proves plans of a hundred lines whose money is in %d funds by year", (budgets) => {
    const problem = buildProblem(yearlyPriorities({ lines: 100, budgets, seed: 100 + budgets }));
    const found = withOpenProblem(problem, solver, (opened) => planBySearch(opened, { plans: 200_000 }));
    expect(found.noMoreThan).toBeNull();
  });
});
