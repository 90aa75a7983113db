import { formatPounds } from "./format-table";
import {
  changesBetween,
  comesTo,
  type FrontierPoints,
  holeAt,
  mostAt,
  stepAt,
  type WhatMoves,
} from "./frontier-points";

const TWO_DECIMALS = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A benefit as it is said: "438.25". */
export const benefitWords = (benefit: number): string => TWO_DECIMALS.format(benefit).replace("-", "−");

/** A share of every budget, from hundredths of a per cent: "87.50%". */
export const shareWords = (share: number): string => `${TWO_DECIMALS.format(share / 100)}%`;

/** A place alone: "£40,000.00", "87.50%". */
export const placeWords = (moves: WhatMoves, at: number): string =>
  moves.kind === "all" ? shareWords(at) : formatPounds(BigInt(at));

/** A place with what it is of: "£40,000.00", "£40,000.00 of Grant", "87.50% of every budget". */
export function amountWords(moves: WhatMoves, at: number): string {
  const words = placeWords(moves, at);
  if (moves.kind === "only") return words;
  return moves.kind === "one" ? `${words} of ${moves.name}` : `${words} of every budget`;
}

/** The same with the money: "87.50% of every budget, £105,000.00 together,". */
export const moneyWords = (moves: WhatMoves, at: number): string =>
  moves.kind === "all"
    ? `${amountWords(moves, at)}, ${formatPounds(comesTo(moves, at))} together,`
    : amountWords(moves, at);

/** What a plan draws: "for £97,000.00", "draws £40,000.00 from it". */
export const drawnWords = (moves: WhatMoves, pence: number): string =>
  moves.kind === "one"
    ? `, draws ${formatPounds(BigInt(pence))} from it`
    : ` for ${formatPounds(BigInt(pence))}`;

/** Why a place has no plan to show: none obeys the rules, or none is proved. */
export function nothingWords(frontier: FrontierPoints, at: number): string {
  const { moves, points } = frontier;
  const hole = holeAt(frontier, at);
  if (hole === undefined)
    return `With ${moneyWords(moves, at)} no plan obeys all the rules.${leastWords(frontier)}`;
  const below = points[stepAt(frontier, at)];
  const between = [
    ...(below === undefined ? [] : [`at least ${benefitWords(below.benefit)}`]),
    `at most ${benefitWords(mostAt(frontier, hole, at))}`,
  ];
  return `With ${moneyWords(moves, at)} it is not proved which plan is the best, nor anywhere from ${placeWords(moves, hole.from)} to ${placeWords(moves, hole.to)}. It brings ${between.join(" and ")}.`;
}

function leastWords({ moves, points, gaps }: FrontierPoints): string {
  const [first] = points;
  if (first === undefined || gaps.some(({ from }) => from < first.at)) return "";
  return ` The cheapest plan ${moves.kind === "only" ? "costs" : "needs"} ${amountWords(moves, first.at)}.`;
}

/** What comes next above a place that has a plan. */
export function aheadWords(frontier: FrontierPoints, at: number): string {
  const { moves, points, gaps, upTo } = frontier;
  const place = stepAt(frontier, at);
  const [point, next] = [points[place], points[place + 1]];
  const hole = gaps.find(({ from }) => from > at);
  if (hole !== undefined && (next === undefined || hole.from < next.at))
    return `From ${placeWords(moves, hole.from)} to ${placeWords(moves, hole.to)} it is not proved which plan is the best.`;
  if (point === undefined || next === undefined)
    return upTo === null
      ? "More money would change nothing."
      : `Nothing changes above that, up to ${placeWords(moves, upTo)}; what more would change was not looked at.`;
  const { enters, leaves, changes } = changesBetween(frontier, point.chosen, next.chosen);
  const words = [
    ...enters.map((name) => `${name} comes in`),
    ...leaves.map((name) => `${name} goes out`),
    ...changes.map((name) => `${name} instead of another level`),
  ];
  return `The next change is at ${placeWords(moves, next.at)}: ${words.join("; ")}.`;
}
