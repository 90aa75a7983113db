import type { Option } from "./priced";

/**
 * The least that the last lines of a budget must lose, by what is left of it for them: steps of what they use, in
 * ascending order, with Σ shortfall − price × use of the best choice that uses no more. Too many steps are drawn
 * together so that the curve stays below the true one: it may promise too little loss, never too much.
 */
export type LossCurve = {
  readonly price: number;
  readonly uses: Float64Array;
  readonly losses: Float64Array;
};

const STEPS = 4096;

export const noLines = (price: number): LossCurve => ({
  price,
  uses: Float64Array.of(0),
  losses: Float64Array.of(0),
});

/** What must be lost when so much is left. */
export function lossWith({ price, uses, losses }: LossCurve, left: number): number {
  let [low, high] = [0, uses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((uses[middle] as number) <= left) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? Infinity : Math.max(0, price * left + (losses[low - 1] as number));
}

/** The least that must be lost when between `least` and `most` is left. */
export function leastLoss(curve: LossCurve, least: number, most: number): number {
  const turns = curve.uses.filter((use) => use > least && use < most);
  return [least, most, ...turns].reduce((lowest, left) => Math.min(lowest, lossWith(curve, left)), Infinity);
}

/** The curve with one more line before it; what uses more than `most` or loses more than `reach` is of no interest. */
export function withLine(
  curve: LossCurve,
  line: {
    readonly options: readonly Option[];
    readonly row: number;
    readonly most: number;
    readonly reach: number;
  },
): LossCurve {
  const { price } = curve;
  const nothing = { price, uses: new Float64Array(0), losses: new Float64Array(0) };
  return together(
    line.options.reduce((lowest: LossCurve, option) => {
      const use = option.values.get(line.row) ?? 0;
      return lower(lowest, { curve, use, loss: option.shortfall - price * use }, line);
    }, nothing),
  );
}

/** The lower of two curves at every use; in the second an option of the line adds to every use and loss. */
function lower(
  one: LossCurve,
  other: { readonly curve: LossCurve; readonly use: number; readonly loss: number },
  { most, reach }: { readonly most: number; readonly reach: number },
): LossCurve {
  const { price, uses: ofOne, losses: lossOfOne } = one;
  const { uses: ofOther, losses: lossOfOther } = other.curve;
  const uses = new Float64Array(ofOne.length + ofOther.length);
  const losses = new Float64Array(uses.length);
  let [a, b, size, lowest] = [0, 0, 0, Infinity];
  let next = ofOne.length > 0 ? (ofOne[0] as number) : Infinity;
  let nextOther = ofOther.length > 0 ? (ofOther[0] as number) + other.use : Infinity;
  while (next !== Infinity || nextOther !== Infinity) {
    let use = next;
    let loss = 0;
    if (next <= nextOther) {
      loss = lossOfOne[a++] as number;
      next = a < ofOne.length ? (ofOne[a] as number) : Infinity;
    } else {
      use = nextOther;
      loss = (lossOfOther[b++] as number) + other.loss;
      nextOther = b < ofOther.length ? (ofOther[b] as number) + other.use : Infinity;
    }
    if (use > most) break;
    if (loss >= lowest || loss + price * use > reach) continue;
    if (size > 0 && use === uses[size - 1]) size--;
    uses[size] = use;
    losses[size++] = lowest = loss;
  }
  return { price, uses: uses.subarray(0, size), losses: losses.subarray(0, size) };
}

/** Neighbours become one step: the least use with the least loss. */
function together(curve: LossCurve): LossCurve {
  const { uses, losses } = curve;
  const size = Math.ceil(uses.length / STEPS);
  if (size <= 1) return curve;
  const last = uses.length - 1;
  const length = Math.ceil(uses.length / size);
  return {
    price: curve.price,
    uses: Float64Array.from({ length }, (_, step) => uses[step * size] as number),
    losses: Float64Array.from(
      { length },
      (_, step) => losses[Math.min(last, step * size + size - 1)] as number,
    ),
  };
}
