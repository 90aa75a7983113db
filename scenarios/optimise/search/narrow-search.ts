import type { Priced } from "./priced";
import { mustLoseAtLeast } from "./stages";
import { type Allowance, type Course, type Question, setOut, walk, type Walked } from "./walk";

/** The best plan as far as it is known, with what no plan can bring more than. */
export type Searched = {
  readonly best: readonly number[] | null;
  readonly ties: boolean;
  /** False where the allowance ran out before. */
  readonly proved: boolean;
  readonly bound: number;
};

/** Plans within this part of the bound are looked for first, with so many side by side. */
const NEAR = 2 ** -14;
const FIRST_WIDTH = 128;
const WIDER = 4;

/** First looks: so far below the bound, with so many plans side by side, where this part of the lines is open. */
const LOOKS = [
  { far: 4, width: 2048, open: 0.12 },
  { far: 4, width: 2048, open: 0.25 },
  { far: 16, width: 512, open: 0.4 },
  { far: 16, width: 512, open: 0.6 },
  { far: 64, width: 512, open: 0.8 },
] as const;

/**
 * The best plan, and whether another brings as much. At first only what brings nearly as much as the bound allows is
 * looked at, with few plans side by side. Where no plan is found so near, a good one is looked for where only the lines
 * whose choice is least clear at the prices are open (the core of the problem: Balas and Zemel 1980, Operations
 * Research 28; Pisinger 1995, European Journal of Operational Research 83, for several levels). All that could bring as
 * much is looked at then, with more and more plans side by side: the better the plan that is known, the fewer lines are
 * open.
 */
export function searchBest(question: Question, allowance: Allowance, known: Walked["best"] = null): Searched {
  const { priced } = question;
  const { near, lowest } = scaleOf(priced);
  let bound = boundOfBudgets(question, { near, lowest });
  const nearest = bound;
  let [best, looked] = [known, known !== null || bound < lowest];
  let [reach, width] = [near, best === null ? FIRST_WIDTH : FIRST_WIDTH * WIDER];
  let course: Course | null = null;
  while (allowance.plans > 0) {
    const least: number = best?.units ?? Math.max(lowest, Math.ceil(nearest - reach));
    if (course?.least !== least) course = setOut(question, least);
    const found = walk(course, { width, allowance });
    bound = Math.min(bound, Math.max(found.unseen, found.best?.units ?? least - 1));
    best = found.best !== null && (best === null || found.best.units >= best.units) ? found.best : best;
    if (best !== null && found.unseen < best.units)
      return { best: best.columns, ties: best.ties, proved: true, bound: best.units };
    if (best === null && found.unseen < least && least === lowest)
      return { best: null, ties: false, proved: true, bound };
    if (!looked && best === null && (found.unseen >= least || reach > near * WIDER)) {
      best = firstLook(question, { near, lowest, bound: nearest, allowance });
      looked = true;
    }
    if (best === null && least > lowest) reach *= WIDER;
    else width *= WIDER;
  }
  return { best: best?.columns ?? null, ties: false, proved: false, bound };
}

/** A good plan, quickly found; null where none was. */
export function goodPlan(question: Question, allowance: Allowance): Walked["best"] {
  const scale = scaleOf(question.priced);
  const bound = boundOfBudgets(question, scale);
  return bound < scale.lowest ? null : firstLook(question, { ...scale, bound, allowance });
}

function scaleOf({ groups, bound }: Priced): { readonly near: number; readonly lowest: number } {
  const lowest = groups.reduce((sum, options) => sum + Math.min(...options.map((each) => each.weight)), 0);
  return { near: Math.max(1, Math.abs(bound) * NEAR), lowest };
}

/**
 * What no plan can bring more than: the bound of the prices, less what each budget must lose of it for itself. The
 * loss is worked out for plans close to what budgets lose that are chosen whole; where there are none, for plans
 * further off.
 */
function boundOfBudgets(
  { priced, budgets }: Question,
  { near, lowest }: { readonly near: number; readonly lowest: number },
): number {
  const ceiling = priced.bound + priced.margin;
  for (let more = near; ; more *= 2) {
    const loss = mustLoseAtLeast(priced, budgets, Math.min(more, ceiling - lowest));
    if (loss !== null) return Math.floor(ceiling - loss);
    if (more >= ceiling - lowest) return lowest - 1;
  }
}

/**
 * A good plan for a beginning, found where the choices that are clear at the prices are taken as made, fewer and fewer
 * of them, until one more look betters nothing; perhaps none.
 */
function firstLook(
  question: Question,
  so: {
    readonly near: number;
    readonly lowest: number;
    readonly bound: number;
    readonly allowance: Allowance;
  },
): Walked["best"] {
  let best: Walked["best"] = null;
  for (const { far, width, open } of LOOKS) {
    const least: number =
      best === null ? Math.max(so.lowest, Math.ceil(so.bound - so.near * far)) : best.units + 1;
    const course = setOut({ ...question, priced: coreOf(question.priced, open) }, least);
    const found = walk(course, { width, allowance: so.allowance }).best;
    if (found === null && best !== null) break;
    best = found;
  }
  return best;
}

/** The problem with fewer choices: each falls short no further than the second best of so large a part of the lines. */
function coreOf(priced: Priced, open: number): Priced {
  const seconds = priced.groups.map((options) => options[1]?.shortfall ?? 0).sort((a, b) => a - b);
  const most = seconds[Math.floor(seconds.length * open)] ?? Infinity;
  const groups = priced.groups.map((options) =>
    options.filter((option, rank) => rank === 0 || option.shortfall <= most),
  );
  return { ...priced, groups };
}
