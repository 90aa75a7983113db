import type { OpenProblem } from "./open-problem";
import type { Ceiling, CeilingLine } from "./plan";
import { lineAlong, type PriceCurve, priceCurve } from "./price-curve";
import { priceProblem } from "./price-problem";
import { limitsAt, sharedPence } from "./program";
import type { Mover } from "./what-moves";

/** More lines than these change nothing that could be seen. */
const LINES = 32;
/** Nor do others where they lower it by less than this part of all benefit. */
const FINE = 1 / 1000;
/** Prices at which the rules contradict each other are raised until they outweigh so many times all benefit. */
const OUTWEIGH = 2 ** 16;
/** Questions to the relaxation about the least place at which a plan may obey the rules. */
const LEAST_ASKED = 10;

/**
 * The ceiling of a frontier (rules §9.1), for a problem that is open with its budgets at place 0. Whatever prices are put
 * on the money and on the other rules, a plan brings at most what the limits are worth at them and what each line's best
 * level brings beyond its own price (weak duality); of this only the worth of the money that moves changes from place to
 * place, and evenly. So the prices of the linear relaxation at one place bound every other one too, and they do so with
 * the price of the money that moves raised or lowered as well: a few questions to the relaxation are enough for all places.
 *
 * Where no plan obeys the rules the ceiling may be below zero.
 *
 * Example: £60,000 bring 10 and £30,000 bring 6: the first £30,000 bring at most 6/30,000 a pound, the next £60,000
 * 10/60,000 a pound, in all no more than 16.
 */
export function frontierCeiling(opened: OpenProblem, mover: Mover): Ceiling {
  const all = opened.problem.pairs.reduce((sum, { units }) => sum + Math.abs(units), 1);
  const tangentAt = lowestOf(curvesOf(opened, mover, FINE * all));
  const first = tangentAt(0n);
  if (mover.most === 0n) return [first];
  const touching = [first, tangentAt(mover.most)];
  while (touching.length < LINES) {
    const spans = touching.slice(1).map((high, at) => spanOf(touching[at] as Tangent, high));
    const widest = spans.reduce((a, b) => (b.above > a.above ? b : a));
    if (widest.above <= FINE * all) break;
    touching.splice(spans.indexOf(widest) + 1, 0, tangentAt(widest.at));
  }
  return touching.map(({ flat, rise }) => ({ flat, rise }));
}

/** What no plan brings more than at a place, in whole units of benefit. */
export const ceilingAt = (ceiling: Ceiling, place: bigint): number =>
  Math.floor(ceiling.reduce((least, line) => Math.min(least, heightOf(line, place)), Infinity));

/** The highest place at which every plan would have to bring less than the `worst` does: none obeys the rules; -1 where there is none. */
export function noneUpTo(ceiling: Ceiling, worst: number): bigint {
  const crossings = ceiling.map(({ flat, rise }) => (flat < worst && rise > 0 ? (worst - flat) / rise : 0));
  const place = BigInt(Math.ceil(Math.max(...crossings))) - 1n;
  return place >= 0n && ceilingAt(ceiling, place) < worst ? place : -1n;
}

const heightOf = ({ flat, rise }: CeilingLine, place: bigint): number => flat + rise * Number(place);

/**
 * What the prices of some places say of all: of the least place at which a plan may obey the rules, of the present one,
 * and, where that one lowers what was known, of one halfway below and one halfway above it.
 */
function curvesOf(opened: OpenProblem, mover: Mover, fine: number): PriceCurve[] {
  const curveAt = curvesBy(opened, mover);
  const curves = [curveAt(0n)];
  const known = (place: bigint): number => heightOf(lowestOf(curves)(place), place);
  let least = 0n;
  for (let asked = 1; asked < LEAST_ASKED && known(least) < 0; asked++) {
    const { flat, rise } = lowestOf(curves)(least);
    if (flat + rise * Number(mover.most) < 0) return curves;
    least = BigInt(Math.ceil(-flat / rise));
    curves.push(curveAt(least));
  }
  const ask = (place: bigint): boolean => {
    const before = known(place);
    curves.push(curveAt(place));
    return before - known(place) > fine;
  };
  const present = mover.present < mover.most ? mover.present : mover.most;
  if (present <= least || ask(present)) {
    ask(least + (present - least) / 8n);
    ask((least + present) / 2n);
    ask((present + mover.most) / 2n);
  }
  return curves;
}

/** The curve at the prices that the relaxation has at a place. */
function curvesBy(opened: OpenProblem, mover: Mover): (place: bigint) => PriceCurve {
  const { problem, program, open } = opened;
  const limits = limitsAt(problem);
  const shared = sharedPence(problem);
  const rises = mover.rises.map((pence, budget) => pence / (shared[budget] as number));
  return (place) => {
    const upper = limits(mover.at(place));
    for (const [budget, rise] of rises.entries())
      if (rise !== 0) open.limitRow(program.ruleRows[budget]?.[0]?.place ?? 0, -Infinity, upper[budget] ?? 0);
    return priceCurve(priceProblem(opened, OUTWEIGH), rises);
  };
}

/** A line, and the place at which it is the lowest known. */
type Tangent = CeilingLine & { readonly at: bigint };

/** The lowest line at a place, of all curves. */
const lowestOf =
  (curves: readonly PriceCurve[]) =>
  (at: bigint): Tangent => {
    const lines = curves.map((curve) => lineAlong(curve, Number(at)));
    const lowest = lines.reduce((a, b) => (heightOf(b, at) < heightOf(a, at) ? b : a));
    return { at, ...lowest };
  };

/** Between two lines the place where they cross, and how far above what is known they can be there: that is concave. */
function spanOf(low: Tangent, high: Tangent): { readonly at: bigint; readonly above: number } {
  const nowhere = { at: low.at, above: 0 };
  if (low.rise <= high.rise) return nowhere;
  const at = BigInt(Math.ceil((high.flat - low.flat) / (low.rise - high.rise)));
  if (at <= low.at || at >= high.at) return nowhere;
  const [from, to] = [Math.max(0, heightOf(low, low.at)), heightOf(high, high.at)];
  const chord = from + ((to - from) * Number(at - low.at)) / Number(high.at - low.at);
  return { at, above: Math.min(heightOf(low, at), heightOf(high, at)) - chord };
}
