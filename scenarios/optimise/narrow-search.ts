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
import { walkThrough } from "./stages";

/** Partial plans that may still be gone on from, shared by walks that belong together. A count, not a time: results are the same everywhere. */
export type Allowance = { plans: number };

export type Question = {
  readonly priced: Priced;
  /** So many rows, the first, are budgets. */
  readonly budgets: number;
  readonly costs: Costs;
  readonly ids: IdOrder;
};

/** What a walk found, and what is worth more than anything that it left aside. */
type Found = {
  readonly best: {
    readonly columns: readonly number[];
    readonly units: number;
    readonly ties: boolean;
  } | null;
  /** No plan that was not looked at brings more; `-Infinity` when all were. */
  readonly unseen: number;
};

/** The best plan as far as it is known, with what no plan can bring more than. */
export type Searched = {
  readonly best: readonly number[] | null;
  readonly ties: boolean;
  /** False where the allowance ran out before. */
  readonly proved: boolean;
  readonly bound: number;
};

/** What a first walk looks at lies within this part of the bound, and so many plans stand side by side in it. */
const FIRST_REACH = 2 ** -14;
const FIRST_WIDTH = 128;
const WIDER = 4;

/**
 * The best plan, and whether another brings as much. Walks close to the bound first, and further down as long as no
 * plan is found; then with more and more plans side by side, until all that could bring as much has been looked at.
 */
export function searchBest(question: Question, allowance: Allowance): Searched {
  const { priced } = question;
  const lowest = priced.groups.reduce(
    (sum, options) => sum + Math.min(...options.map((each) => each.weight)),
    0,
  );
  let [reach, width] = [Math.max(1, Math.abs(priced.bound) * FIRST_REACH), FIRST_WIDTH];
  let bound = Math.floor(priced.bound + priced.margin);
  let best: Found["best"] = null;
  while (allowance.plans > 0) {
    const least: number = best?.units ?? Math.max(lowest, Math.ceil(priced.bound - reach));
    const found = walk(question, { least, width, allowance });
    bound = Math.min(bound, Math.max(found.unseen, found.best?.units ?? least - 1));
    best = found.best !== null && (best === null || found.best.units >= best.units) ? found.best : best;
    if (best !== null && found.unseen < best.units)
      return { best: best.columns, ties: best.ties, proved: true, bound: best.units };
    if (best === null && found.unseen < least && least === lowest)
      return { best: null, ties: false, proved: true, bound };
    if (best === null && least > lowest) reach *= WIDER;
    else width *= WIDER;
  }
  return { best: best?.columns ?? null, ties: false, proved: false, bound };
}

/**
 * Walks through the lines one by one with at most `width` plans side by side, those that have to lose least. Plans
 * that bring less than `least` are of no interest. When none was left aside for want of room, what is found is proved;
 * when the allowance ends on the way, nothing is found.
 */
function walk(
  question: Question,
  so: { readonly least: number; readonly width: number; readonly allowance: Allowance },
): Found {
  const { least, width, allowance } = so;
  const { priced, costs, ids } = question;
  const ceiling = priced.bound + priced.margin;
  const reach = ceiling - least;
  const walked = reach < 0 ? null : walkThrough(priced, question.budgets, reach);
  if (walked === null) return { best: null, unseen: -Infinity };
  let plans = nothingDecided(walked, costs);
  let leastLeft = Infinity;
  for (const stage of walked.stages) {
    if (allowance.plans <= 0) return { best: null, unseen: Infinity };
    const next = withNextLine(plans, stage, { costs, reach });
    allowance.plans -= next.count;
    const narrowed = narrow(withoutBettered(next, ids), width);
    plans = narrowed.plans;
    leastLeft = Math.min(leastLeft, narrowed.leastLeft);
  }
  const settled = walked.settled.flatMap(({ column }) => (column === null ? [] : [column]));
  return {
    best: bestOf(plans, settled, question),
    unseen: leastLeft === Infinity ? -Infinity : Math.floor(ceiling - leastLeft),
  };
}

function bestOf(plans: PartialPlans, settled: readonly number[], { ids }: Question): Found["best"] {
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
