import { type Block, blocksOf, type CurveAt, type Laid, layOut, type Need, withinReach } from "./blocks";
import { lossWith } from "./loss-curve";
import { atPrices, type Option, type Priced } from "./priced";

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

/**
 * The lines of each budget chosen so that they lose least, whatever those of others do. They are looked for among the
 * choices that lose little, which are few, and further off only where there is none so near. Null where no choice keeps
 * the budgets. A budget that lines of others draw on is left to its price.
 */
function chooseByBudget(
  priced: Priced,
  budgets: number,
  before: ReadonlyMap<number, number>,
): Relaxed | null {
  const blocks = blocksOf(priced, budgets, Infinity);
  const reaches = blocks.map(({ row }) => before.get(row) ?? 1);
  for (;;) {
    const near = blocks.map((block, at) => {
      const reach = reaches[at] as number;
      const row = block.isShared ? -1 : block.row;
      return { ...block, row, reach, lines: block.lines.map(withinReach(reach)) };
    });
    const laid = layOut(priced, near, budgets);
    const tooNear = reaches.map((reach, at) => laid === null || (laid.needs[at] as Need).loss > reach);
    if (laid !== null && !tooNear.includes(true)) return relaxedBy(laid, priced, blocks);
    if (reaches.every((reach, at) => !tooNear[at] || reach > priced.bound)) return null;
    tooNear.forEach((isTooNear, at) => {
      if (isTooNear) reaches[at] = (reaches[at] as number) * 4;
    });
  }
}

function relaxedBy(laid: Laid, priced: Priced, blocks: readonly Block[]): Relaxed {
  const spare = [...laid.limits];
  for (const option of chosenOf(laid))
    for (const [row, value] of option.values) spare[row] = (spare[row] as number) - value;
  const losses = laid.needs.map(({ loss }) => loss);
  return {
    priced,
    bound: losses.reduce((bound, loss) => bound - loss, priced.bound),
    spare,
    reaches: new Map(blocks.map(({ row }, at) => [row, 1 + 1.5 * (losses[at] as number)])),
  };
}

/** By line the option that loses least with the best choice of the lines after it, given what is left of its budget. */
function chosenOf({ order, curves, needs }: Laid): Option[] {
  let left = 0;
  return order.map((line, at) => {
    const { row, curve, block } = curves[at] as CurveAt;
    if (curves[at - 1]?.block !== block) left = needs[block]?.left ?? 0;
    const loses = (option: Option): number =>
      option.shortfall + lossWith(curve, left - (option.values.get(row) ?? 0));
    const chosen = line.reduce((least, option) => (loses(option) < loses(least) ? option : least));
    left -= chosen.values.get(row) ?? 0;
    return chosen;
  });
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
