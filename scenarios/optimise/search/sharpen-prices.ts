import { blocksOf } from "./blocks";
import { atPrices, type Priced } from "./priced";
import { chooseWhole } from "./whole-blocks";

const ROUNDS = 40;
/** A step is halved after so many rounds that gained less than a part of it, down to half a unit. The first is what the budgets must lose at the first prices. */
const PATIENCE = 3;
const GAIN = 0.02;
const LAST_STEP = 0.5;

/**
 * The program at prices with which it is known better what no plan can bring more than. The prices of a linear
 * relaxation take each budget as if lines could be funded in part. Here the lines of each budget are chosen whole, and
 * only what ties budgets together is left to prices: a budget that others draw on too, lines that need or exclude one
 * another, minimum numbers. The prices go step by step to where what is so chosen keeps these rules best (Lagrangean
 * relaxation by subgradients: Held, Wolfe and Crowder 1974, Mathematical Programming 6). Any prices bound every plan
 * (weak duality): how good they are decides how long a search takes, never what it finds.
 */
export function sharpenPrices(priced: Priced, budgets: number): Priced {
  const sizes = sizesOf(priced);
  let now = chooseByBudget(priced, budgets, new Map());
  let best = now;
  let [step, waited] = [now === null ? 0 : priced.bound - now.bound, 0];
  for (let round = 0; round < ROUNDS && step >= LAST_STEP && now !== null && best !== null; round++) {
    now = chooseByBudget(moved(now, sizes, step), budgets, now.reaches);
    if (now === null) break;
    waited = best.bound - now.bound < step * GAIN ? waited + 1 : 0;
    if (now.bound < best.bound) best = now;
    if (waited === PATIENCE) [now, step, waited] = [best, step / 2, 0];
  }
  return best?.priced ?? priced;
}

/** What is chosen budget by budget at some prices. */
type Relaxed = {
  readonly priced: Priced;
  /** No plan brings more, as far as it matters for the choice of prices. */
  readonly bound: number;
  /** What is left of each row; less than 0 where the choice breaks it. */
  readonly spare: readonly number[];
  /** By budget, so much its lines may lose: a little more than they lost here. */
  readonly reaches: ReadonlyMap<number, number>;
};

/** The lines of each budget chosen whole; null where no choice keeps the budgets. */
function chooseByBudget(
  priced: Priced,
  budgets: number,
  before: ReadonlyMap<number, number>,
): Relaxed | null {
  const spare = [...priced.limits];
  const reaches = new Map<number, number>();
  let { bound } = priced;
  for (const block of blocksOf(priced, budgets, Infinity)) {
    const whole = chooseWhole(priced, block, before.get(block.row) ?? 1);
    if (whole === null) return null;
    bound -= whole.loss;
    reaches.set(block.row, 1 + 1.5 * whole.loss);
    for (const { values } of whole.chosen)
      for (const [row, value] of values) spare[row] = (spare[row] as number) - value;
  }
  return { priced, bound, spare, reaches };
}

/**
 * The prices moved against what is left of each row, so far that the bound would fall by `step` if it fell evenly;
 * rows are compared by the size of what lines add to them.
 */
function moved({ priced, spare }: Relaxed, sizes: readonly number[], step: number): Priced {
  const { prices } = priced;
  const pull = spare.map((left, row) => (left > 0 && prices[row] === 0 ? 0 : left / (sizes[row] as number)));
  const strength = pull.reduce((sum, each) => sum + each * each, 0);
  if (strength === 0) return priced;
  const length = step / strength;
  return atPrices(
    priced,
    prices.map((price, row) =>
      Math.max(0, price - (length * (pull[row] as number)) / (sizes[row] as number)),
    ),
  );
}

/** By row what an option that adds to it adds on average, signs aside. */
function sizesOf({ groups, limits }: Priced): number[] {
  const sums = limits.map(() => 0);
  const counts = limits.map(() => 0);
  for (const options of groups)
    for (const { values } of options)
      for (const [row, value] of values) {
        sums[row] = (sums[row] as number) + Math.abs(value);
        counts[row] = (counts[row] as number) + 1;
      }
  return sums.map((sum, row) => (sum === 0 ? 1 : sum / (counts[row] as number)));
}
