import { total } from "./compare-plans";
import { confirmPlan, type Picks } from "./evaluate-plan";
import type { BestPlan, OpenProblem } from "./open-problem";
import type { Goal } from "./solver";

/**
 * The best plan in the order of §9 as HiGHS proves it: one question after the other (most benefit, least cost, fewest
 * lines, first by ids), each answer confirmed exactly and then held as a limit for the next, in whole numbers: an
 * answer that a rounding error let through would have to be off by half a unit.
 */
export function planBySolver(opened: OpenProblem): BestPlan {
  const { problem, program, open } = opened;
  const most = ask(opened, { sense: "most", weights: problem.pairs.map((pair) => pair.units) });
  if (most === null) return { picks: null, ties: false, proof: "solver" };
  const cheapest = cheapestOfBest(opened, most);
  open.limitRow(
    program.costRow,
    -Infinity,
    total(problem, cheapest, (pair) => pair.totalPence),
  );
  const fewest = askFrom(opened, cheapest, { sense: "least", weights: problem.pairs.map(() => 1) });
  open.limitRow(program.linesRow, -Infinity, fewest.length);
  const picks = hasOther(opened, fewest) ? firstByIds(opened, fewest) : fewest;
  open.limitRow(program.linesRow, -Infinity, Infinity);
  open.limitRow(program.costRow, -Infinity, Infinity);
  const ties = [most, cheapest, fewest].some((plan) => !isSame(plan, picks)) || hasOther(opened, picks);
  open.limitRow(program.benefitRow, -Infinity, Infinity);
  return { picks, ties, proof: "solver" };
}

/** The cheapest plan that brings as much; should it bring more, the answer before was not the best, and it is asked again. */
function cheapestOfBest(opened: OpenProblem, best: Picks): Picks {
  const { problem, program, open } = opened;
  const benefit = (picks: Picks): number => total(problem, picks, (pair) => pair.units);
  open.limitRow(program.benefitRow, benefit(best), Infinity);
  const cheapest = askFrom(opened, best, {
    sense: "least",
    weights: problem.pairs.map((pair) => pair.totalPence),
  });
  return benefit(cheapest) > benefit(best) ? cheapestOfBest(opened, cheapest) : cheapest;
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

/** Whether any plan within the limits in force is not this one. */
function hasOther(opened: OpenProblem, picks: Picks): boolean {
  const { problem, open } = opened;
  const isPlan = new Set(picks);
  const columns = problem.pairs.map((pair) => pair.place);
  const values = columns.map((column) => (isPlan.has(column) ? 1 : -1));
  const row = open.addRow({ lower: -Infinity, upper: picks.length - 1, columns, values });
  const other = ask(opened, { sense: "least", weights: columns.map(() => 0) });
  open.limitRow(row, -Infinity, Infinity);
  return other !== null;
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
