import type { Picks } from "./evaluate-plan";

/** Chosen pairs, last first; parts are shared between plans. */
export type Path = { readonly pair: number; readonly before: Path | null };

/**
 * Plans of which none is bettered by another: costs rise, and benefits with them. Of plans with equal benefit the
 * cheapest stands there, of equal cost and benefit the first in the order of §9.
 */
export type Staircase = {
  readonly costs: number[];
  readonly units: number[];
  readonly lines: number[];
  /** What the cheapest other plan with the same benefit costs; infinite when there is none. */
  readonly others: number[];
  readonly paths: (Path | null)[];
};

/** What is added to every plan of a staircase: a pair, or nothing. */
export type Step = { readonly pair: number; readonly cost: number; readonly units: number } | null;

export const nothingChosen: Staircase = {
  costs: [0],
  units: [0],
  lines: [0],
  others: [Infinity],
  paths: [null],
};

/** The pairs of a plan. */
export function picksOf(path: Path | null): Picks {
  const picks: number[] = [];
  for (let at = path; at !== null; at = at.before) picks.push(at.pair);
  return picks.sort((a, b) => a - b);
}

/** Tells which of two plans of equal benefit, cost and number of lines comes first: negative for the first. */
export type CompareByIds = (a: Picks, b: Picks) => number;

/**
 * The plans of one staircase and those of another with a step added, without those that are bettered.
 * Both are walked once, in the order of cost.
 */
export function merge(
  kept: Staircase,
  added: { readonly to: Staircase; readonly step: Step },
  compareByIds: CompareByIds,
): Staircase {
  const merged: Staircase = { costs: [], units: [], lines: [], others: [], paths: [] };
  const left = { stairs: kept, at: 0, step: null };
  const right = { stairs: added.to, at: 0, step: added.step };
  while (hasMore(left) || hasMore(right)) {
    const next = !hasMore(right) || (hasMore(left) && comesBefore(left, right, compareByIds)) ? left : right;
    append(merged, next);
    next.at++;
  }
  return merged;
}

type Walker = { readonly stairs: Staircase; at: number; readonly step: Step };

function hasMore(walker: Walker): boolean {
  return walker.at < walker.stairs.costs.length;
}

function costAt({ stairs, at, step }: Walker): number {
  return (stairs.costs[at] as number) + (step?.cost ?? 0);
}

function unitsAt({ stairs, at, step }: Walker): number {
  return (stairs.units[at] as number) + (step?.units ?? 0);
}

function linesAt({ stairs, at, step }: Walker): number {
  return (stairs.lines[at] as number) + (step === null ? 0 : 1);
}

function pathAt({ stairs, at, step }: Walker): Path | null {
  const path = stairs.paths[at] as Path | null;
  return step === null ? path : { pair: step.pair, before: path };
}

function comesBefore(left: Walker, right: Walker, compareByIds: CompareByIds): boolean {
  const difference =
    costAt(left) - costAt(right) || unitsAt(right) - unitsAt(left) || linesAt(left) - linesAt(right);
  return (difference || compareByIds(picksOf(pathAt(left)), picksOf(pathAt(right)))) <= 0;
}

/** Appends a plan unless one that is there betters it; one that brings as much for more is remembered as another. */
function append(stairs: Staircase, walker: Walker): void {
  const last = stairs.costs.length - 1;
  const [cost, units] = [costAt(walker), unitsAt(walker)];
  if (last >= 0 && units <= (stairs.units[last] as number)) {
    if (units === stairs.units[last]) stairs.others[last] = Math.min(stairs.others[last] as number, cost);
    return;
  }
  stairs.costs.push(cost);
  stairs.units.push(units);
  stairs.lines.push(linesAt(walker));
  stairs.others.push((walker.stairs.others[walker.at] as number) + (walker.step?.cost ?? 0));
  stairs.paths.push(pathAt(walker));
}
