import { type IdOrder, planOrder, withoutBettered } from "./dominance";
import {
  columnsOf,
  type Costs,
  nothingDecided,
  only,
  type PartialPlans,
  withNextLine,
} from "./partial-plans";
import type { Priced } from "./priced";
import { type Walk, walkThrough } from "./stages";

/** Partial plans that may still be gone on from, shared by walks that belong together. A count, not a time: results are the same everywhere. */
export type Allowance = { plans: number };

export type Question = {
  readonly priced: Priced;
  /** So many rows, the first, are budgets. */
  readonly budgets: number;
  readonly costs: Costs;
  readonly ids: IdOrder;
};

/** Where less than this part of the plans is bettered by others, the next few lines go without asking which are. */
const FEW = 0.05;
const REST = 4;

/** What a walk found, and what is worth more than anything that it left aside. */
export type Walked = {
  readonly best: {
    readonly columns: readonly number[];
    readonly units: number;
    readonly ties: boolean;
  } | null;
  /** No plan that was not looked at brings more; `-Infinity` when all were. */
  readonly unseen: number;
};

/** A search for the plans that bring at least so much, set out: it may be walked with more and more room. */
export type Course = {
  readonly question: Question;
  readonly least: number;
  readonly reach: number;
  /** Null where no plan brings so much. */
  readonly lines: Walk | null;
};

export function setOut(question: Question, least: number): Course {
  const { priced, budgets } = question;
  const reach = priced.bound + priced.margin - least;
  return { question, least, reach, lines: reach < 0 ? null : walkThrough(priced, budgets, reach) };
}

/**
 * Walks through the lines one by one with at most `width` plans side by side, those that have to lose least (a beam
 * search). When none was left aside for want of room, what is found is proved; when the allowance ends on the way,
 * nothing is found.
 */
export function walk(course: Course, room: Room): Walked {
  const { question, reach, lines } = course;
  const { priced } = question;
  if (lines === null) return { best: null, unseen: -Infinity };
  const end = walkToEnd(lines, question, { ...room, reach });
  if (end === null) return { best: null, unseen: Infinity };
  return {
    best: bestOf(end.plans, settledColumns(lines), question),
    unseen: end.leastLeft === Infinity ? -Infinity : Math.floor(priced.bound + priced.margin - end.leastLeft),
  };
}

/** So many plans side by side, and so many in all. */
export type Room = { readonly width: number; readonly allowance: Allowance };

/** The plans at the end of a walk, and what those that were left aside must lose at least. */
export type AtEnd = { readonly plans: PartialPlans; readonly leastLeft: number };

/** All plans that lose no more than `reach`, but for those that others better and those left aside; null when the allowance ends on the way. */
export function walkToEnd(
  lines: Walk,
  { costs, ids }: Pick<Question, "costs" | "ids">,
  { width, allowance, reach }: Room & { readonly reach: number },
): AtEnd | null {
  let plans = nothingDecided(lines, costs);
  let leastLeft = Infinity;
  let rest = 0;
  for (const stage of lines.stages) {
    if (allowance.plans <= 0) return null;
    const next = withNextLine(plans, stage, { costs, reach });
    allowance.plans -= next.count;
    const kept = rest > 0 && stage !== lines.stages.at(-1) ? next : withoutBettered(next, ids);
    rest = rest > 0 ? rest - 1 : next.count - kept.count < next.count * FEW ? REST : 0;
    const narrowed = narrow(kept, width);
    plans = narrowed.plans;
    leastLeft = Math.min(leastLeft, narrowed.leastLeft);
  }
  return { plans, leastLeft };
}

export const settledColumns = ({ settled }: Walk): number[] => settled.flatMap((option) => option.columns);

function bestOf(plans: PartialPlans, settled: readonly number[], { ids }: Question): Walked["best"] {
  if (plans.count === 0) return null;
  let best = 0;
  for (let place = 1; place < plans.count; place++) if (planOrder(plans, ids, place, best) < 0) best = place;
  const units = plans.units[best] as number;
  return {
    columns: [...settled, ...columnsOf(plans, best)].sort((a, b) => a - b),
    units,
    ties: plans.units.subarray(0, plans.count).some((other, place) => place !== best && other === units),
  };
}

/** The plans that have to lose least, and what the others have to lose at least. */
function narrow(
  plans: PartialPlans,
  width: number,
): { readonly plans: PartialPlans; readonly leastLeft: number } {
  if (plans.count <= width) return { plans, leastLeft: Infinity };
  const losses = plans.mustLose.slice(0, plans.count).sort();
  const leastLeft = losses[width] as number;
  const kept: number[] = [];
  let alike = losses.subarray(0, width).reduce((count, loss) => count + (loss === leastLeft ? 1 : 0), 0);
  for (let place = 0; place < plans.count; place++) {
    const loss = plans.mustLose[place] as number;
    if (loss < leastLeft || (loss === leastLeft && alike-- > 0)) kept.push(place);
  }
  return { plans: only(plans, Int32Array.from(kept)), leastLeft };
}
