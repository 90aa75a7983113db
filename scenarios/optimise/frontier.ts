import { compareByIds } from "./compare-plans";
import type { Picks } from "./evaluate-plan";
import { type LineStep, lineSteps, type OpenState } from "./line-steps";
import type { Pair, Problem } from "./problem";
import { type CompareByIds, merge, nothingChosen, picksOf, type Staircase } from "./staircase";

/** The best plan at a budget of just its cost. */
export type Stair = {
  readonly cost: number;
  readonly units: number;
  readonly picks: Picks;
  /** What the cheapest other plan with the same benefit costs; infinite when there is none. */
  readonly otherCost: number;
};

/** More plans than this side by side are too many to keep and to read. */
const STAIRS = 1_500_000;

/**
 * Every plan that is best at some amount of the one budget, cheapest first, the amount of the budget itself put aside
 * (rules §9): empty when no plan obeys the other rules, null when there are too many to list.
 *
 * The lines are taken one by one. Of the plans that agree on all that later lines can still ask about (is a line
 * chosen that another requires or excludes, how much does an equity rule lack) only those are kept that no other
 * betters: whatever is added later is added to both. So none is left out that could be best, and all is counted in
 * whole numbers.
 *
 * Example: with £60,000 schools and £25,000 training alone: nothing at 0.00, training at 25,000.00, schools at
 * 60,000.00 if they bring more, both at 85,000.00.
 */
export function frontierStairs(problem: Problem): Stair[] | null {
  const { start, steps } = lineSteps(problem);
  const byIds: CompareByIds = (a, b) => compareByIds(problem, a, b);
  let states: readonly State[] = [{ open: start, stairs: nothingChosen }];
  for (const step of steps) {
    states = afterLine({ states, step, byIds });
    if (states.reduce((sum, { stairs }) => sum + stairs.costs.length, 0) > STAIRS) return null;
  }
  const stairs = states.find(({ open }) => open.lacks.every((lack) => lack <= 0))?.stairs;
  if (stairs === undefined) return [];
  return stairs.costs.map((cost, at) => ({
    cost,
    units: stairs.units[at] as number,
    picks: picksOf(stairs.paths[at] ?? null),
    otherCost: stairs.others[at] as number,
  }));
}

/** Plans that agree on what later lines can still ask about. */
type State = { readonly open: OpenState; readonly stairs: Staircase };

function afterLine(input: {
  readonly states: readonly State[];
  readonly step: LineStep;
  readonly byIds: CompareByIds;
}): State[] {
  const after = new Map<string, State>();
  for (const { open, stairs } of input.states) {
    for (const option of input.step.options) {
      const next = input.step.after(open, option);
      if (next === null) continue;
      const key = `${next.chosen} ${next.lacks.join(" ")}`;
      const kept = after.get(key)?.stairs ?? NONE;
      after.set(key, {
        open: next,
        stairs: merge(kept, { to: stairs, step: addition(option) }, input.byIds),
      });
    }
  }
  return [...after.values()];
}

const NONE: Staircase = { costs: [], units: [], lines: [], others: [], paths: [] };

function addition(option: Pair | null): { pair: number; cost: number; units: number } | null {
  return option === null ? null : { pair: option.place, cost: option.totalPence, units: option.units };
}
