import type { CeilingLine } from "./plan";
import type { Option, Priced } from "./search/priced";

/**
 * What no plan can bring more than along what moves, at the prices that all but the money that moves has at one place: its
 * own price is at every place the one that bounds most. Straight from corner to corner and concave, then flat.
 */
export type PriceCurve = {
  readonly start: number;
  /** From the steepest on; each in places and in units of benefit. */
  readonly steps: readonly Step[];
  /** More than rounding can have made it too low. */
  readonly margin: number;
};

type Step = { readonly length: number; readonly height: number };

/** For a problem priced with the money that moves at 0; `rises` says for the row of each budget what a place adds to it. */
export function priceCurve(priced: Priced, rises: readonly number[]): PriceCurve {
  const { limits, prices, margin } = priced;
  const isMoving = (row: number): boolean => (rises[row] ?? 0) !== 0;
  const worthOf = (row: number): number => (prices[row] as number) * (limits[row] as number);
  const a = rises.reduce((sum, rise, row) => sum + (prices[row] as number) * rise, 0);
  let start = limits.reduce(
    (sum, _, row) => (isMoving(row) || prices[row] === 0 ? sum : sum + worthOf(row)),
    0,
  );
  const steps: Step[] = [];
  for (const options of priced.groups) {
    const dots = options.map((option) => dotOf(option, prices, isMoving));
    const [first, ...others] = edgeOf(dots);
    start += first?.height ?? 0;
    let before = first;
    for (const next of others) {
      if (before !== undefined)
        steps.push({ length: (next.length - before.length) / a, height: next.height - before.height });
      before = next;
    }
  }
  return {
    start,
    steps: steps.sort((one, other) => other.height / other.length - one.height / one.length),
    margin,
  };
}

/** The line of a curve that is lowest at a place: no place has a plan above it. */
export function lineAlong({ start, steps, margin }: PriceCurve, place: number): CeilingLine {
  let [length, height] = [0, start];
  for (const step of steps) {
    if (length + step.length > place) {
      const rise = step.height / step.length;
      return { flat: height - rise * length + margin, rise };
    }
    length += step.length;
    height += step.height;
  }
  return { flat: height + margin, rise: 0 };
}

/** What an option draws of the money that moves, at its prices, and what it brings beyond the price of all else. */
function dotOf(
  { weight, values }: Option,
  prices: readonly number[],
  isMoving: (row: number) => boolean,
): Step {
  let [length, height] = [0, weight];
  for (const [row, value] of values) {
    const price = (prices[row] as number) * value;
    if (isMoving(row)) length += price;
    else height -= price;
  }
  return { length, height };
}

/** Of options those that bound what a part of one and a part of another can bring: each dearer than the one before, and less worth its money. */
function edgeOf(dots: readonly Step[]): Step[] {
  const edge: Step[] = [];
  for (const dot of dots.toSorted((a, b) => a.length - b.length || b.height - a.height)) {
    if (dot.height <= (edge.at(-1)?.height ?? -Infinity)) continue;
    while (edge.length > 1 && isBelow(edge.at(-2) as Step, edge.at(-1) as Step, dot)) edge.pop();
    edge.push(dot);
  }
  return edge;
}

const isBelow = (from: Step, dot: Step, to: Step): boolean =>
  (dot.height - from.height) * (to.length - from.length) <=
  (to.height - from.height) * (dot.length - from.length);
