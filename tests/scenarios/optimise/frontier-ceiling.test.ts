import { describe, expect, it } from "vitest";
import { parseMoney } from "../../../scenarios/model/money";
import { parseDecimal, parts } from "../../../scenarios/model/rational";
import type { Priorities } from "../../../scenarios/model/scenario";
import { ceilingAt, frontierCeiling, noneUpTo } from "../../../scenarios/optimise/frontier-ceiling";
import type { Ceiling } from "../../../scenarios/optimise/plan";
import { withOpenProblem } from "../../../scenarios/optimise/open-problem";
import { buildProblem, type Problem } from "../../../scenarios/optimise/problem";
import { loadSolver } from "../../../scenarios/optimise/solver";
import { ALL_BUDGETS, type Mover, type Moves, moverOf } from "../../../scenarios/optimise/what-moves";
import { bruteForceFrontier, bruteForceTogether } from "./brute-force";
import { GENERAL_AND_GRANT } from "./general-and-grant";
import { prioritiesByYear, randomPriorities } from "./random-priorities";

type Ceiled = { readonly problem: Problem; readonly mover: Mover; readonly ceiling: Ceiling };

async function ceilingOf(priorities: Priorities, moves: Moves): Promise<Ceiled> {
  const problem = buildProblem(priorities);
  const mover = moverOf(problem, moves);
  const none = { ...problem, budgets: mover.at(0n) };
  const ceiling = withOpenProblem(none, await loadSolver(), (opened) => frontierCeiling(opened, mover));
  return { problem, mover, ceiling };
}

/** Whole units of a benefit that a plan has. */
const unitsOf = ({ unit }: Problem, benefit: string): number =>
  Number(parts(parseDecimal(benefit).div(unit)).numerator);

/** The best plan of every place at which it changes, and of the place below, by trying every plan. */
function triedPlaces(priorities: Priorities, moves: Moves): { place: bigint; benefit: string | null }[] {
  const together = moves === ALL_BUDGETS;
  const points = together ? bruteForceTogether(priorities) : bruteForceFrontier(priorities, moves);
  return points.flatMap(({ share, budget, benefit }, at) => {
    const place = parseMoney(together ? (share ?? "0") : budget);
    const before = points[at - 1]?.benefit ?? null;
    return [{ place, benefit }, ...(place === 0n ? [] : [{ place: place - 1n, benefit: before }])];
  });
}

const tried = (seeds: number): { seed: number; priorities: Priorities; moves: Moves }[] =>
  Array.from({ length: seeds }, (_, at) => at + 1).flatMap((seed) =>
    [randomPriorities(seed), prioritiesByYear(seed)].flatMap((priorities) =>
      [...priorities.budgets.map(({ id }) => id), ALL_BUDGETS].map((moves) => ({ seed, priorities, moves })),
    ),
  );

describe("what no plan can bring more than along a frontier", () => {
  it("never lies below the best plan of any amount of one budget, or any share of all, with all kinds of rules", async () => {
    for (const { seed, priorities, moves } of tried(20)) {
      const { problem, ceiling } = await ceilingOf(priorities, moves);
      for (const { place, benefit } of triedPlaces(priorities, moves)) {
        if (benefit === null) continue;
        const most = ceilingAt(ceiling, place);
        expect({ seed, moves, place, most: most >= unitsOf(problem, benefit) }).toEqual({
          ...{ seed, moves, place },
          most: true,
        });
      }
    }
  }, 240_000);

  it("says of no place that none obeys the rules where a plan does, and of most places where none does that none does", async () => {
    let [told, none] = [0n, 0n];
    for (const { priorities, moves } of tried(20)) {
      const { ceiling } = await ceilingOf(priorities, moves);
      const [first] = triedPlaces(priorities, moves);
      if (first === undefined) continue;
      const upTo = noneUpTo(ceiling, 0);
      expect(upTo).toBeLessThan(first.place);
      told += upTo + 1n;
      none += first.place;
    }
    expect(told * 2n).toBeGreaterThan(none);
  }, 240_000);

  it("is what money in the order of its value would bring where a line may be paid for in part", async () => {
    const { ceiling } = await ceilingOf(GENERAL_AND_GRANT, "general");
    // The grant pays four fifths of housing (7.2). Then £30,000 bring 6, £60,000 bring 10, and at last £10,000 for advice,
    // which takes £20,000 of the grant from housing, 5 less 3.6.
    const places = [0, 10_000, 25_000, 40_000, 70_000, 100_000];
    expect(places.map((pounds) => ceilingAt(ceiling, BigInt(pounds) * 100n))).toEqual([7, 9, 12, 14, 19, 24]);
  });

  it("is one line where nothing that moves is drawn on", async () => {
    const budgets = [...GENERAL_AND_GRANT.budgets, { id: "reserve", name: "Reserve", amount: "5.00" }];
    const { ceiling } = await ceilingOf({ ...GENERAL_AND_GRANT, budgets }, "reserve");
    expect([ceiling.length, ceiling[0]?.rise]).toEqual([1, 0]);
  });
});
