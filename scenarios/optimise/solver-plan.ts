import { total } from "./compare-plans";
import { confirmPlan, type Picks } from "./evaluate-plan";
import type { BestPlan, OpenProblem } from "./open-problem";
import type { Goal } from "./solver";

/**
 * The best plan in the order of §9 as HiGHS proves it: one question after the other (most benefit, another that brings
 * as much, least cost, fewest lines, first by ids), each answer confirmed exactly and then held as a limit for the
 * next, in whole numbers: an answer that a rounding error let through would have to be off by half a unit.
 */
export function planBySolver(opened: OpenProblem): BestPlan {
  const { problem } = opened;
  const best = ask(opened, { sense: "most", weights: problem.pairs.map((pair) => pair.units) });
  return best === null
    ? { picks: null, ties: false, proof: "solver", noMoreThan: null }
    : amongEquals(opened, best);
}

/** Should a question find a plan that brings more, the answer before was not the best, and all is asked again of it. */
function amongEquals(opened: OpenProblem, best: Picks): BestPlan {
  const { problem, program, open } = opened;
  const benefit = (picks: Picks): number => total(problem, picks, (pair) => pair.units);
  open.limitRow(program.benefitRow, benefit(best), Infinity);
  const other = leastAlike(opened, best);
  const ties = !isSame(best, other);
  const picks = ties && benefit(other) === benefit(best) ? firstOfEquals(opened, best) : other;
  for (const row of [program.benefitRow, program.costRow, program.linesRow])
    open.limitRow(row, -Infinity, Infinity);
  return benefit(picks) > benefit(best)
    ? amongEquals(opened, picks)
    : { picks, ties, proof: "solver", noMoreThan: null };
}

/** Of the plans that bring as much the cheapest, of these the one with the fewest lines, of these the first by ids. */
function firstOfEquals(opened: OpenProblem, best: Picks): Picks {
  const { problem, program, open } = opened;
  const cost = problem.pairs.map((pair) => pair.totalPence);
  const cheapest = askFrom(opened, best, { sense: "least", weights: cost });
  open.limitRow(
    program.costRow,
    -Infinity,
    total(problem, cheapest, (pair) => pair.totalPence),
  );
  const fewest = askFrom(opened, cheapest, { sense: "least", weights: problem.pairs.map(() => 1) });
  open.limitRow(program.linesRow, -Infinity, fewest.length);
  return isSame(fewest, leastAlike(opened, fewest)) ? fewest : firstByIds(opened, fewest);
}

/** A plan that obeys the rules in force and is best for a goal; null when there is none. */
function ask({ problem, open }: OpenProblem, goal: Goal): Picks | null {
  const picks = open.solve(goal);
  return picks === null ? null : confirmPlan(problem, picks);
}

/** {@link ask} where a plan is known: no answer would be the solver's mistake. */
function askFrom(opened: OpenProblem, known: Picks, goal: Goal): Picks {
  opened.open.startFrom(known);
  const picks = ask(opened, goal);
  if (picks === null) throw new Error(`the solver lost the plan ${known.join(", ")}`);
  return picks;
}

/** Benefit weighs so much more than a difference that the solver keeps its eye on it. */
const BENEFIT_OVER_DIFFERENCE = 16;

/** Of the plans within the limits in force the one that differs most from a plan: itself only where there is no other. */
function leastAlike(opened: OpenProblem, picks: Picks): Picks {
  const isPlan = new Set(picks);
  const weights = opened.problem.pairs.map(
    ({ units, place }) => units * BENEFIT_OVER_DIFFERENCE + (isPlan.has(place) ? -1 : 1),
  );
  return askFrom(opened, picks, { sense: "most", weights });
}

/** So many pairs at once that the weights 2^n of their order stay far below what the solver can tell apart. */
const BLOCK = 16;

/** Of the plans within the limits in force the first by ids: block by block of the pairs in the order of their ids. */
function firstByIds(opened: OpenProblem, known: Picks): Picks {
  const { problem, open } = opened;
  const ordered = [...problem.pairs].sort((a, b) => a.order - b.order);
  let picks = known;
  for (let from = 0; from < ordered.length; from += BLOCK) {
    const block = ordered.slice(from, from + BLOCK).map((pair) => pair.place);
    const weights = problem.pairs.map(({ place }) =>
      block.includes(place) ? 2 ** (BLOCK - 1 - block.indexOf(place)) : 0,
    );
    picks = askFrom(opened, picks, { sense: "most", weights });
    for (const place of block) open.holdColumn(place, picks.includes(place) ? 1 : 0);
  }
  for (const { place } of ordered) open.holdColumn(place, null);
  return picks;
}

function isSame(a: Picks, b: Picks): boolean {
  return a.length === b.length && a.every((place) => b.includes(place));
}
