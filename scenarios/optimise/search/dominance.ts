import { only, type PartialPlans } from "./partial-plans";

/** By column, its place among all pairs by their ids. */
export type IdOrder = readonly number[];

/**
 * The plans that can still become the best one, or one that brings as much. Another plan betters one when it holds no
 * more of any row and comes before it in the order of §9: whatever is added later is added to both. A plan goes when
 * one that brings more betters it, or two that bring as much: of the ties one beside the best is enough to say so.
 */
export function withoutBettered(plans: PartialPlans, ids: IdOrder): PartialPlans {
  const { stage } = plans;
  if (stage === null) return plans;
  const [one, other] = stage.budgets.map((place) => plans.used[stage.kept.indexOf(place)] ?? NONE);
  const [first, second] = [one ?? NONE, other ?? NONE];
  const like = likeness(plans);
  const inOrder = (a: number, b: number): number => planOrder(plans, ids, a, b);
  const sorted = Int32Array.from({ length: plans.count }, (_, place) => place).sort(
    (a, b) =>
      (like[a] as number) - (like[b] as number) ||
      (first[a] ?? 0) - (first[b] ?? 0) ||
      (second[a] ?? 0) - (second[b] ?? 0) ||
      inOrder(a, b),
  );
  const kept: number[] = [];
  let group = -1;
  let [best, equals] = [emptyFront(), emptyFront()];
  for (const place of sorted) {
    if (like[place] !== group) {
      group = like[place] as number;
      [best, equals] = [emptyFront(), emptyFront()];
    }
    const use = second[place] ?? 0;
    const better = enter(best, { place, use, inOrder });
    if (better !== null) {
      if ((plans.units[better] as number) > (plans.units[place] as number)) continue;
      if (enter(equals, { place, use, inOrder }) !== null) continue;
    }
    kept.push(place);
  }
  return only(plans, Int32Array.from(kept).sort());
}

const NONE = new Float64Array(0);

/** Most benefit, then the cheapest, then the fewest lines, then the first by ids (rules §9): negative for the first. */
export function planOrder(plans: PartialPlans, ids: IdOrder, a: number, b: number): number {
  return (
    (plans.units[b] as number) - (plans.units[a] as number) ||
    (plans.pence[a] as number) - (plans.pence[b] as number) ||
    (plans.lines[a] as number) - (plans.lines[b] as number) ||
    compareByIds(plans, ids, a, b)
  );
}

/** The plan is first that holds the smallest ids in which the two differ; back to where they went on from the same one. */
function compareByIds(plans: PartialPlans, ids: IdOrder, a: number, b: number): number {
  let [atA, atB, ofA, ofB] = [a, b, Infinity, Infinity];
  for (let now = plans; atA !== atB && now.before !== null && now.stage !== null; now = now.before) {
    const [one, other] = [now.option[atA] as number, now.option[atB] as number];
    if (one !== other) {
      const [first, second] = [
        now.stage.options[one]?.columns ?? [],
        now.stage.options[other]?.columns ?? [],
      ];
      ofA = firstId(ids, { of: first, without: second, before: ofA });
      ofB = firstId(ids, { of: second, without: first, before: ofB });
    }
    atA = now.from[atA] as number;
    atB = now.from[atB] as number;
  }
  return ofA === ofB ? 0 : ofA - ofB;
}

function firstId(
  ids: IdOrder,
  so: { readonly of: readonly number[]; readonly without: readonly number[]; readonly before: number },
): number {
  let first = so.before;
  for (const column of so.of)
    if ((ids[column] as number) < first && !so.without.includes(column)) first = ids[column] as number;
  return first;
}

/** A number by plan, the same for plans that hold as much of every row other than the two budgets. */
function likeness(plans: PartialPlans): Float64Array {
  const like = new Float64Array(plans.count);
  const { stage } = plans;
  for (const row of stage?.others ?? []) {
    const used = plans.used[stage?.kept.indexOf(row) ?? -1] ?? NONE;
    const numbers = new Map<number, Map<number, number>>();
    let count = 0;
    for (let place = 0; place < plans.count; place++) {
      const value = used[place] as number;
      let byValue = numbers.get(like[place] as number);
      if (byValue === undefined) numbers.set(like[place] as number, (byValue = new Map<number, number>()));
      let number = byValue.get(value);
      if (number === undefined) byValue.set(value, (number = count++));
      like[place] = number;
    }
  }
  return like;
}

/** Plans of which none betters another by use of the second budget: later ones use more, and come before in order. */
type Front = { readonly uses: number[]; readonly places: number[] };

const emptyFront = (): Front => ({ uses: [], places: [] });

/** Puts a plan into a front; answers instead the best plan that betters it where there is one. */
function enter(
  front: Front,
  plan: {
    readonly place: number;
    readonly use: number;
    readonly inOrder: (a: number, b: number) => number;
  },
): number | null {
  let [low, high] = [0, front.uses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((front.uses[middle] as number) <= plan.use) low = middle + 1;
    else high = middle;
  }
  const better = front.places[low - 1];
  if (better !== undefined && plan.inOrder(better, plan.place) < 0) return better;
  let bettered = low;
  while (bettered < front.places.length && plan.inOrder(plan.place, front.places[bettered] as number) < 0)
    bettered++;
  // A plan of the same use that comes later in order goes too.
  const from = better !== undefined && front.uses[low - 1] === plan.use ? low - 1 : low;
  front.uses.splice(from, bettered - from, plan.use);
  front.places.splice(from, bettered - from, plan.place);
  return null;
}
