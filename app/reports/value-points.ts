import type { Pair } from "../../scenarios/optimise/problem";
import { choiceIn, levelName, type Prioritised, pairOf, valueForMoney } from "./priorities";

/** One place in the picture of value against cost. */
export type ValuePoint = {
  readonly number: number;
  readonly name: string;
  readonly pair: Pair;
  readonly isIn: boolean;
};

/** Each line at its chosen level, at its cheapest where it is left out; numbered by value for money. Worked out once for all lines that ask. */
export function valuePoints(view: Prioritised): readonly ValuePoint[] {
  const known = KNOWN.get(view) ?? pointsOf(view);
  KNOWN.set(view, known);
  return known;
}

const KNOWN = new WeakMap<Prioritised, readonly ValuePoint[]>();

function pointsOf(view: Prioritised): readonly ValuePoint[] {
  const points = view.priorities.lines.map((line) => {
    const choice = choiceIn(view.plan, line.id);
    const pairs = line.levels.map(({ id: level }) => pairOf(view, { line: line.id, level }));
    const cheapest = pairs.toSorted((a, b) => a.totalPence - b.totalPence)[0];
    const pair = choice === undefined ? cheapest : pairOf(view, choice);
    if (pair === undefined) throw new Error(`${line.id} has no level`);
    const level = line.levels.find(({ id }) => id === pair.level);
    const name =
      line.levels.length === 1 || level === undefined ? line.name : `${line.name} (${levelName(level)})`;
    return { name, pair, isIn: choice !== undefined };
  });
  const worth = ({ pair }: { readonly pair: Pair }): number => valueForMoney(pair) ?? Number.MAX_VALUE;
  return points
    .toSorted((a, b) => worth(b) - worth(a))
    .map((point, place) => ({ ...point, number: place + 1 }));
}
