import { planBySearch } from "./best-plan";
import { evaluatePlan } from "./evaluate-plan";
import { ceilingAt, frontierCeiling, noneUpTo } from "./frontier-ceiling";
import { planStretch } from "./frontier-stretch";
import { type BestPlan, withOpenProblem } from "./open-problem";
import type { Ceiling, FrontierGap, FrontierPoint } from "./plan";
import type { Problem } from "./problem";
import type { Solver } from "./solver";
import type { Mover } from "./what-moves";

/** Of a whole of unknown length the share that is done, and what is known so far: all of it proved, the rest in gaps. */
export type FrontierProgress = {
  readonly done: number;
  readonly of: number;
  readonly soFar: () => WalkedFrontier;
};

/** What is worked out: so many points, each with a search of so many partial plans, and so many of these in all. */
export type FrontierLimits = { readonly points: number; readonly plans: number; readonly inAll: number };

/** Points, and the places between them of which no plan is proved, both from the lowest place up; and what bounds all. */
export type WalkedFrontier = {
  readonly points: readonly FrontierPoint[];
  readonly gaps: readonly FrontierGap[];
  readonly ceiling: Ceiling;
};

/**
 * The walk goes from the present amounts down and up, in so many strips each way: what is near them is known first. Half
 * of what is worked out may be anywhere, of the other half a twentieth in each strip: where there is more, some is known
 * everywhere.
 */
const STRIPS = 10n;
/** After a plan that is not proved, the next is looked for a fifth of a strip lower. */
const TRIES_A_STRIP = 5n;
/** The plan of the present amounts is shown beside: it may take so many times as long to prove as any other. */
const PRESENT_TIMES = 10;

/**
 * Every place at which the best plan changes. The plan of a place is the one that §9 shows there. It stays the one
 * shown down to the least place that allows it; one place below another is, which is asked for next: so the points of
 * a strip are found from its top down, each proved, and none is missed. A place where nothing is proved, or that is
 * not come to within the limits, is in a gap; what is proved beside it stays proved. The first that is told, before any
 * point, is what no plan can bring more than anywhere.
 */
export function* walkFrontier(input: {
  readonly problem: Problem;
  readonly mover: Mover;
  readonly solver: Solver;
  readonly limits: FrontierLimits;
}): Generator<FrontierProgress, WalkedFrontier> {
  const { most } = input.mover;
  const start = startOf(input.mover);
  const seen = nothingSeen(input);
  yield { done: 0, of: Number(most + 1n), soFar: () => walkedBy(input.problem, seen, most) };
  const all = input.problem.pairs.reduce((sum, { units }) => sum + Math.abs(units), 1);
  const first = (): Stride => ({ places: most / FIRST_STRETCHES + 1n, reach: all * FIRST_REACH });
  const [down, up] = [first(), first()];
  let low = start;
  for (let strip = 1n; strip <= STRIPS; strip++) {
    const room = (walks: bigint): Room => {
      const part = (1 + Number(walks) / Number(2n * STRIPS)) / 2;
      return {
        points: Math.ceil(input.limits.points * part),
        leave: Math.floor(input.limits.inAll * (1 - part)),
      };
    };
    const floor = strip === STRIPS ? 0n : start - (start * strip) / STRIPS;
    const lower = { from: low, to: floor, counted: 0n, ...room(2n * strip - 1n) };
    low = yield* walkDown({ ...input, seen, ...lower, stride: down });
    const edge = (of: bigint): bigint => start + ((most - start) * of) / STRIPS;
    const above = edge(strip - 1n) + 1n;
    const upper = { from: edge(strip), to: above, counted: above, ...room(2n * strip) };
    yield* walkDown({ ...input, seen, ...upper, stride: up });
  }
  return walkedBy(input.problem, seen, most);
}

function walkedBy(problem: Problem, seen: Seen, most: bigint): WalkedFrontier {
  const points = [...seen.points.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  return { points, gaps: gapsOf(problem, seen, most), ceiling: seen.ceiling };
}

/** Before the first step: the ceiling, which also shows up to where no plan obeys the rules. */
function nothingSeen(input: Pick<Walking, "problem" | "mover" | "solver" | "limits">): Seen {
  const { problem, mover, solver, limits } = input;
  const ceiling = withOpenProblem({ ...problem, budgets: mover.at(0n) }, solver, (opened) =>
    frontierCeiling(opened, mover),
  );
  const none = noneUpTo(ceiling, worstOf(problem));
  return {
    ...{ points: new Map(), known: none < 0n ? [] : [{ from: 0n, to: none }], bounds: [], ceiling },
    ...{ none, walked: 0n, plans: limits.inAll },
  };
}

/** What a plan brings at least, whatever the rules say: a benefit may be below zero. */
function worstOf({ lines, pairs }: Problem): number {
  return lines.reduce(
    (sum, line) => sum + Math.min(0, ...line.pairs.map((pair) => pairs[pair]?.units ?? 0)),
    0,
  );
}

/** The present amounts, or where the plan is the same as with them. */
const startOf = ({ present, most }: Mover): bigint => (present < most ? present : most);

/** What is found out on the way. */
type Seen = {
  readonly points: Map<bigint, FrontierPoint>;
  /** From a place to another one plan is proved, or that there is none. */
  readonly known: { readonly from: bigint; readonly to: bigint }[];
  /** At a place, and so below it, no plan brings more units of benefit. */
  readonly bounds: { readonly at: bigint; readonly units: number }[];
  readonly ceiling: Ceiling;
  /** Up to here no plan obeys the rules. */
  none: bigint;
  walked: bigint;
  /** Partial plans that may still be looked at. */
  plans: number;
};

/** So many points may be known in the end, and so many partial plans are left to others. */
type Room = { readonly points: number; readonly leave: number };

/** How far a stretch goes at once, and how far below the bound its plans are looked for first: learnt on the way. */
type Stride = { places: bigint; reach: number };

/** Partial plans beyond which a stretch is to be shorter, and below which it may be longer. */
const [MANY_PLANS, FEW_PLANS] = [200_000, 50_000];
/** A stretch may take so many times as long to prove as a place. */
const STRETCH_TIMES = 10;
/** The next stretch is looked into as far as the last asked for, and this part further. */
const FURTHER = 1.05;
/** The first is a hundredth of the whole, its plans within this part of all benefit. */
const [FIRST_STRETCHES, FIRST_REACH] = [100n, 2 ** -9];

type Walking = Room & {
  readonly problem: Problem;
  readonly mover: Mover;
  readonly solver: Solver;
  readonly limits: FrontierLimits;
  readonly seen: Seen;
  readonly from: bigint;
  readonly to: bigint;
  /** Down to here the way is part of the whole: below another walk counts it. */
  readonly counted: bigint;
  readonly stride: Stride;
};

/** From one place down to another; gives the place to go on from, which is lower still where a plan reaches further down. */
function* walkDown(input: Walking): Generator<FrontierProgress, bigint> {
  const { problem, mover, points, leave, seen, to, counted } = input;
  const step = (input.from - to) / TRIES_A_STRIP + 1n;
  let place = input.from;
  while (place >= to && place > seen.none && seen.points.size < points && seen.plans > leave) {
    const next = stretchFrom(input, place) ?? plainFrom(input, place) ?? place - step;
    seen.walked += place - (next < counted - 1n ? counted - 1n : next);
    place = next;
    yield {
      done: Number(seen.walked),
      of: Number(mover.most + 1n),
      soFar: () => walkedBy(problem, seen, mover.most),
    };
  }
  if (place < to) return place;
  seen.walked += place - to + 1n;
  return to - 1n;
}

/** Where the stretch below a place is proved in part, goes on from there; null where nothing is. */
function stretchFrom(input: Walking, place: bigint): bigint | null {
  const { problem, mover, solver, limits, seen, to, points, leave, stride } = input;
  const lowest = place - stride.places;
  const allowance = { plans: Math.min(limits.plans * STRETCH_TIMES, seen.plans - leave) };
  const given = allowance.plans;
  const { plans, isWhole, wanted } = planStretch({
    ...{ problem, mover, solver, allowance, reach: stride.reach },
    ...{ from: place, to: lowest < to ? to : lowest },
  });
  const looked = given - allowance.plans;
  seen.plans -= looked;
  let next: bigint = place;
  for (const picks of plans.slice(0, points - seen.points.size)) {
    const found = { picks, ties: false, proof: "enumeration", noMoreThan: null } as const;
    next = note({ problem, mover, seen, found, place: next }) ?? next;
  }
  if (wanted !== null) stride.reach = wanted * FURTHER;
  if (!isWhole || looked > MANY_PLANS) stride.places = stride.places / 2n + 1n;
  else if (looked < FEW_PLANS) stride.places *= 2n;
  return next === place ? null : next;
}

/** The plan of one place; null where it is not proved. */
function plainFrom(input: Walking, place: bigint): bigint | null {
  return note({ ...input, found: planAt(input, place), place });
}

/** The plan of a place, as far as it is found within the limits. */
function planAt({ problem, mover, solver, limits, seen, leave }: Walking, place: bigint): BestPlan {
  const times = place === startOf(mover) ? PRESENT_TIMES : 1;
  const allowance = { plans: Math.min(limits.plans * times, Math.max(0, seen.plans - leave)) };
  const before = allowance.plans;
  const found = planOf({ ...problem, budgets: mover.at(place) }, solver, allowance);
  seen.plans -= before - allowance.plans;
  return found;
}

/** The plan that §9 shows, as far as the allowance reaches. */
export function planOf(problem: Problem, solver: Solver, allowance: { plans: number }): BestPlan {
  return withOpenProblem(problem, solver, (opened) => planBySearch(opened, allowance));
}

/** Keeps what was found at a place; gives the place below all of which then is known, null where it is not proved. */
function note(input: {
  readonly problem: Problem;
  readonly mover: Mover;
  readonly seen: Seen;
  readonly found: BestPlan;
  readonly place: bigint;
}): bigint | null {
  const { problem, mover, seen, found, place } = input;
  if (found.noMoreThan !== null) {
    seen.bounds.push({ at: place, units: found.noMoreThan });
    return null;
  }
  if (found.picks === null) {
    seen.none = place;
    seen.known.push({ from: 0n, to: place });
    return -1n;
  }
  const { benefit, chosen, costs } = evaluatePlan(problem, found.picks);
  const drawn = problem.budgets.map(({ id }) => costs.get(id) ?? 0n);
  const at = mover.needs(drawn);
  const units = found.picks.reduce((sum, pair) => sum + (problem.pairs[pair]?.units ?? 0), 0);
  seen.bounds.push({ at: place, units });
  seen.known.push({ from: at, to: place });
  const cost = drawn.reduce((sum, each) => sum + each, 0n);
  seen.points.set(at, { at, budget: mover.comesTo(at), cost, benefit, chosen });
  return at - 1n;
}

/** Where nothing is known, with what no plan there can bring more than. */
function gapsOf(problem: Problem, { known, bounds, ceiling }: Seen, most: bigint): FrontierGap[] {
  const gaps: FrontierGap[] = [];
  const add = (from: bigint, to: bigint): void => {
    if (from > to) return;
    const above = bounds.filter(({ at }) => at >= to).map(({ units }) => units);
    const noMoreThan = Math.min(ceilingAt(ceiling, to), ...above);
    gaps.push({ from, to, noMoreThan: problem.unit.mul(BigInt(noMoreThan)) });
  };
  let next = 0n;
  for (const { from, to } of known.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    add(next, from - 1n);
    if (to >= next) next = to + 1n;
  }
  add(next, most);
  return gaps;
}
