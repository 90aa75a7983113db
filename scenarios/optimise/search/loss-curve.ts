import type { Option } from "./priced";

/**
 * The least that the last lines of a budget must lose, by what is left of it for them: steps of what they use, in
 * ascending order, with Σ shortfall − price × use of the best choice that uses no more. Too many steps are drawn
 * together so that the curve stays below the true one: it may promise too little loss, never too much.
 */
export type LossCurve = {
  readonly price: number;
  /** So much may be left at no loss. */
  readonly leeway: number;
  readonly uses: Float64Array;
  readonly losses: Float64Array;
};

const STEPS = 4096;

export const noLines = (price: number, leeway: number): LossCurve => ({
  price,
  leeway,
  uses: Float64Array.of(0),
  losses: Float64Array.of(0),
});

/** What must be lost when so much is left. */
export function lossWith({ price, leeway, uses, losses }: LossCurve, left: number): number {
  const step = stepAt(uses, left);
  return step < 0 ? Infinity : Math.max(0, price * (left - leeway) + (losses[step] as number));
}

/** Between `least` and `most`, how much left loses least. */
export function cheapestLeft(curve: LossCurve, least: number, most: number): number {
  const turns = curve.uses.filter((use) => use > least && use < most);
  return [most, ...turns].reduce(
    (best, left) => (lossWith(curve, left) < lossWith(curve, best) ? left : best),
    least,
  );
}

/** The curve with one more line before it, where between `least` and `most` may be left and no more than `reach` be lost. */
export function withLine(
  curve: LossCurve,
  line: {
    readonly options: readonly Option[];
    readonly row: number;
    readonly least: number;
    readonly most: number;
    readonly reach: number;
  },
): LossCurve {
  const { row, least, most, reach } = line;
  const { price, leeway, uses: before, losses: lossesBefore } = curve;
  const { added, lost } = waysOf(line.options, row, price);
  // Of what is used before anything is asked for only the last step counts.
  const at = Int32Array.from(added, (use) => Math.max(0, stepAt(before, least - use)));
  const next = Float64Array.from(added, (use, way) => useAt(before, at[way] as number) + use);
  const size = at.reduce((sum, step) => sum + before.length - step, 0);
  const uses = new Float64Array(size);
  const losses = new Float64Array(size);
  let [steps, lowest] = [0, Infinity];
  for (;;) {
    let way = 0;
    let use = next[0] as number;
    for (let other = 1; other < next.length; other++)
      if ((next[other] as number) < use) {
        way = other;
        use = next[other] as number;
      }
    if (use > most || use === Infinity) break;
    const step = at[way] as number;
    const loss = (lossesBefore[step] as number) + (lost[way] as number);
    at[way] = step + 1;
    next[way] = useAt(before, step + 1) + (added[way] as number);
    if (loss >= lowest || loss + price * Math.max(use, least - leeway) > reach) continue;
    if (steps > 0 && (use === uses[steps - 1] || use <= least)) steps--;
    uses[steps] = use;
    losses[steps++] = lowest = loss;
  }
  return together({ price, leeway, uses: uses.subarray(0, steps), losses: losses.subarray(0, steps) });
}

/** What the options of a line use and lose, those that use least first, without those that lose no less than one that uses no more. */
function waysOf(
  options: readonly Option[],
  row: number,
  price: number,
): { readonly added: Float64Array; readonly lost: Float64Array } {
  const all = options.map(({ values, shortfall }) => {
    const use = values.get(row) ?? 0;
    return { use, loss: shortfall - price * use };
  });
  all.sort((a, b) => a.use - b.use || a.loss - b.loss);
  let lowest = Infinity;
  const ways = all.filter(({ loss }) => {
    const isLess = loss < lowest;
    lowest = Math.min(lowest, loss);
    return isLess;
  });
  return {
    added: Float64Array.from(ways, ({ use }) => use),
    lost: Float64Array.from(ways, ({ loss }) => loss),
  };
}

/** The last step that uses no more than what is left; -1 where every step uses more. */
function stepAt(uses: Float64Array, left: number): number {
  let [low, high] = [0, uses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((uses[middle] as number) <= left) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const useAt = (uses: Float64Array, step: number): number =>
  step < uses.length ? (uses[step] as number) : Infinity;

/** Neighbours become one step: the least use with the least loss. */
function together(curve: LossCurve): LossCurve {
  const { uses, losses } = curve;
  const size = Math.ceil(uses.length / STEPS);
  if (size <= 1) return curve;
  const last = uses.length - 1;
  const length = Math.ceil(uses.length / size);
  return {
    price: curve.price,
    leeway: curve.leeway,
    uses: Float64Array.from({ length }, (_, step) => uses[step * size] as number),
    losses: Float64Array.from(
      { length },
      (_, step) => losses[Math.min(last, step * size + size - 1)] as number,
    ),
  };
}
