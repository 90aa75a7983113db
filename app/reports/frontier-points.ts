import { shareOf } from "../../scenarios/optimise/what-moves";

/** The frontier as small numbers: sent to a page once, which then answers for any budget by itself. */
export type FrontierPoints = {
  readonly moves: WhatMoves;
  /** The levels that occur in a plan: their line, and their words. */
  readonly choices: readonly { readonly line: number; readonly name: string }[];
  readonly lines: readonly string[];
  /** From the cheapest plan to the best with no limit, or at the highest place that is looked at. */
  readonly points: readonly FrontierStep[];
  /** Places, both ends included, of which no plan is proved; from the lowest up. */
  readonly gaps: readonly FrontierHole[];
  readonly ceiling: CeilingLines;
  /** The highest place that is looked at, where something may change above it. */
  readonly upTo: number | null;
  /** The plan of the present amounts; null where no plan obeys the rules. */
  readonly now: Pick<FrontierStep, "benefit" | "chosen"> | null;
};

/**
 * What moves: the only budget, one by its name while the others are held, or all together. A place is an amount in whole
 * pence; of all together it is the share of each, in hundredths of a per cent.
 */
export type WhatMoves =
  | { readonly kind: "only" }
  | { readonly kind: "one"; readonly name: string }
  /** In whole pence, by budget. */
  | { readonly kind: "all"; readonly amounts: readonly number[] };

/** The plan from this place on, until the next. */
export type FrontierStep = {
  /** What is more than a number holds is refused before. */
  readonly at: number;
  /** What the plan draws from what moves, in whole pence. */
  readonly pence: number;
  readonly benefit: number;
  /** Places of `choices`. */
  readonly chosen: readonly number[];
};

/** No plan there brings more than `most`. */
export type FrontierHole = { readonly from: number; readonly to: number; readonly most: number };

/**
 * At a place no plan brings more than the least of the lines, `flat + rise × place`, from the steepest on; in units, each
 * of so much benefit, of which a plan has a whole number.
 */
export type CeilingLines = {
  readonly unit: number;
  readonly lines: readonly { readonly flat: number; readonly rise: number }[];
};

/** What comes in, goes out or changes its level between two plans. */
export type PlanChanges = {
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
  readonly changes: readonly string[];
};

/** The place among the points of the plan that is best somewhere, as far as it is proved; -1 where none is cheap enough. */
export function stepAt({ points }: Pick<FrontierPoints, "points">, at: number): number {
  return points.findLastIndex((point) => point.at <= at);
}

/** The gap in which a place lies; undefined where the plan is proved. */
export function holeAt({ gaps }: Pick<FrontierPoints, "gaps">, at: number): FrontierHole | undefined {
  return gaps.find(({ from, to }) => from <= at && at <= to);
}

/** What no plan at a place of a gap brings more than. */
export function mostAt({ ceiling }: Pick<FrontierPoints, "ceiling">, hole: FrontierHole, at: number): number {
  return Math.min(hole.most, Math.floor(heightAt(ceiling, at)) * ceiling.unit);
}

const heightAt = ({ lines }: CeilingLines, at: number): number =>
  lines.reduce((least, { flat, rise }) => Math.min(least, flat + rise * at), Infinity);

/** The same along the gap, for a drawing: straight from each place to the next. */
export function ceilingAlong(
  { ceiling }: Pick<FrontierPoints, "ceiling">,
  { from, to, most }: FrontierHole,
): readonly { readonly at: number; readonly benefit: number }[] {
  const { lines, unit } = ceiling;
  const bends = lines.flatMap(({ flat, rise }, place) => {
    const next = lines[place + 1];
    return [
      ...(next === undefined ? [] : [(next.flat - flat) / (rise - next.rise)]),
      (most / unit - flat) / rise,
    ];
  });
  const places = [from, ...bends.filter((at) => at > from && at < to), to].toSorted((a, b) => a - b);
  return places.map((at) => ({ at, benefit: Math.min(most, heightAt(ceiling, at) * unit) }));
}

/**
 * The nearest place above or below another at which something changes: a plan begins there, or a gap begins or ends;
 * below the first of them it is 0, above the last the place itself.
 */
export function changeBeside(
  { points, gaps }: Pick<FrontierPoints, "points" | "gaps">,
  at: number,
  side: "above" | "below",
): number {
  const places = [...points.map((point) => point.at), ...gaps.flatMap(({ from, to }) => [from, to + 1])];
  return side === "above"
    ? places.reduce(
        (nearest, place) => (place > at && (nearest === at || place < nearest) ? place : nearest),
        at,
      )
    : places.reduce((nearest, place) => (place < at && place > nearest ? place : nearest), 0);
}

/** The highest place of which anything is said. */
export const lastPlace = ({ points, gaps }: Pick<FrontierPoints, "points" | "gaps">): number =>
  Math.max(points.at(-1)?.at ?? 0, gaps.at(-1)?.to ?? 0);

/** What those that move come to at a place, in whole pence: of all budgets each is rounded down to a penny. */
export function comesTo(moves: WhatMoves, at: number): bigint {
  if (moves.kind !== "all") return BigInt(at);
  return moves.amounts.reduce((sum, amount) => sum + shareOf(BigInt(amount), BigInt(at)), 0n);
}

export function changesBetween(
  { choices, lines }: Pick<FrontierPoints, "choices" | "lines">,
  before: readonly number[],
  after: readonly number[],
): PlanChanges {
  const byLine = (chosen: readonly number[]): Map<number, number> =>
    new Map(chosen.map((place) => [choices[place]?.line ?? -1, place]));
  const [old, now] = [byLine(before), byLine(after)];
  const nameOf = (place: number): string => choices[place]?.name ?? "";
  return {
    enters: [...now].filter(([line]) => !old.has(line)).map(([, place]) => nameOf(place)),
    leaves: [...old].filter(([line]) => !now.has(line)).map(([line]) => lines[line] ?? ""),
    changes: [...now]
      .filter(([line, place]) => old.has(line) && old.get(line) !== place)
      .map(([, place]) => nameOf(place)),
  };
}
