import type { Pence } from "../model/money";
import { settleSplit } from "./settle-split";

/** What sources have left, what provisions still need, and which source may pay for which: one financial year. */
export type FundingProblem = {
  /** In the order in which they are to be used. */
  readonly available: readonly Pence[];
  /** In the order in which they are to be paid. */
  readonly needed: readonly Pence[];
  /** `mayPay[source][provision]` */
  readonly mayPay: readonly (readonly boolean[])[];
};

export type FundingMatch = {
  /** `paid[source][provision]` */
  readonly paid: readonly (readonly Pence[])[];
  readonly unfunded: readonly Pence[];
  /** Places of the provisions of the bottleneck, ascending; empty when nothing is unfunded. */
  readonly bottleneck: readonly number[];
};

/**
 * Matches money to needs as a maximum flow (rules §8): as much as possible is paid in all; each source in turn is used
 * as far as a maximum flow allows; then each provision in turn is paid as far as that allows. Whole pence.
 *
 * Sources one after another along augmenting paths give the first: a path never takes back what an earlier source
 * gives. With each source then limited to what it gives, provisions one after another give the second. Who pays whom
 * within these sums is then settled in the same order, so that the answer does not depend on how it was found.
 *
 * Example: MoJ 120 (helpline, outreach, therapy), Part 4 150 (refuge), CSP 10 (Melton), base 90 (anything) against
 * refuge 130, helpline 60, outreach 100, therapy 40, Melton 25: 5 is unfunded and 20 cannot be spent.
 */
export function matchFunding({ available, needed, mayPay }: FundingProblem): FundingMatch {
  const reach = reachOf(mayPay, needed.length);
  const used = usedBySource(available, needed, reach);
  const paid = available.map(() => needed.map(() => 0n));
  const left = [...used];
  const unfunded = [...needed];
  needed.forEach((_, provision) => {
    while ((unfunded[provision] as Pence) > 0n) {
      const path = pathToSource(provision, left, paid, reach);
      if (path === null) return;
      const amount = capacityOfPath(path, left[path.end] as Pence, unfunded[provision] as Pence, paid);
      pay(path, amount, paid);
      left[path.end] = (left[path.end] as Pence) - amount;
      unfunded[provision] = (unfunded[provision] as Pence) - amount;
    }
  });
  settleSplit(paid, mayPay);
  return { paid, unfunded, bottleneck: bottleneckOf(unfunded, paid, reach) };
}

/**
 * A way along which money can move: `steps` are pairs in which a source pays a provision, each but the first after
 * taking that money back from the pair between them (the step's source from the provision before).
 */
type Path = {
  readonly steps: readonly { readonly source: number; readonly provision: number }[];
  readonly end: number;
};

/** Who may pay whom, as lists of places: by source its provisions, by provision its sources. */
type Reach = { readonly bySource: readonly (readonly number[])[]; readonly byProvision: readonly number[][] };

function reachOf(mayPay: FundingProblem["mayPay"], provisions: number): Reach {
  const bySource = mayPay.map((): number[] => []);
  const byProvision = Array.from({ length: provisions }, (): number[] => []);
  mayPay.forEach((ofSource, source) =>
    ofSource.forEach((may, provision) => {
      if (!may) return;
      bySource[source]?.push(provision);
      byProvision[provision]?.push(source);
    }),
  );
  return { bySource, byProvision };
}

/** How much each source gives when sources are used one after another, each as far as a maximum flow allows. */
function usedBySource(available: readonly Pence[], needed: readonly Pence[], reach: Reach): Pence[] {
  const paid = available.map(() => needed.map(() => 0n));
  const unpaid = [...needed];
  return available.map((amount, source) => {
    let left = amount;
    while (left > 0n) {
      const path = pathToProvision(source, unpaid, paid, reach);
      if (path === null) break;
      const moved = capacityOfPath(path, unpaid[path.end] as Pence, left, paid);
      pay(path, moved, paid);
      unpaid[path.end] = (unpaid[path.end] as Pence) - moved;
      left -= moved;
    }
    return amount - left;
  });
}

/** In an Int32Array of what a search has reached: not yet, and where it began. */
const NOT_REACHED = -2;
const START = -1;

/** Breadth first from a source to a provision that is not fully paid, most often straight; null where there is no way. */
function pathToProvision(
  start: number,
  unpaid: readonly Pence[],
  paid: readonly (readonly Pence[])[],
  { bySource, byProvision }: Reach,
): Path | null {
  const straight = (bySource[start] as readonly number[]).find(
    (provision) => (unpaid[provision] as Pence) > 0n,
  );
  if (straight !== undefined) return { steps: [{ source: start, provision: straight }], end: straight };
  const paidBy = new Int32Array(byProvision.length).fill(NOT_REACHED); // provision → the source that would pay it
  const freedAt = new Int32Array(bySource.length).fill(NOT_REACHED); // source → the provision whose money it gets back
  freedAt[start] = START;
  const queue = [start];
  for (const source of queue) {
    for (const provision of bySource[source] as readonly number[]) {
      if (paidBy[provision] !== NOT_REACHED) continue;
      paidBy[provision] = source;
      if ((unpaid[provision] as Pence) > 0n)
        return { steps: stepsBack(provision, paidBy, freedAt), end: provision };
      for (const other of byProvision[provision] as readonly number[]) {
        if (freedAt[other] !== NOT_REACHED || paid[other]?.[provision] === 0n) continue;
        freedAt[other] = provision;
        queue.push(other);
      }
    }
  }
  return null;
}

function stepsBack(end: number, paidBy: Int32Array, freedAt: Int32Array): Path["steps"] {
  const steps: { source: number; provision: number }[] = [];
  for (let provision = end; provision !== START; ) {
    const source = paidBy[provision] as number;
    steps.push({ source, provision });
    provision = freedAt[source] as number;
  }
  return steps.reverse();
}

/** Breadth first from a provision back to a source with money left, most often straight; null where there is no way. */
function pathToSource(
  start: number,
  left: readonly Pence[],
  paid: readonly (readonly Pence[])[],
  { bySource, byProvision }: Reach,
): Path | null {
  const straight = (byProvision[start] as readonly number[]).find((source) => (left[source] as Pence) > 0n);
  if (straight !== undefined) return { steps: [{ source: straight, provision: start }], end: straight };
  const paysFor = new Int32Array(bySource.length).fill(NOT_REACHED); // source → the provision that it would pay
  const freedBy = new Int32Array(byProvision.length).fill(NOT_REACHED); // provision → the source that would stop paying it
  freedBy[start] = START;
  const queue = [start];
  for (const provision of queue) {
    for (const source of byProvision[provision] as readonly number[]) {
      if (paysFor[source] !== NOT_REACHED) continue;
      paysFor[source] = provision;
      if ((left[source] as Pence) > 0n) return { steps: stepsForward(source, paysFor, freedBy), end: source };
      for (const other of bySource[source] as readonly number[]) {
        if (freedBy[other] !== NOT_REACHED || paid[source]?.[other] === 0n) continue;
        freedBy[other] = source;
        queue.push(other);
      }
    }
  }
  return null;
}

function stepsForward(end: number, paysFor: Int32Array, freedBy: Int32Array): Path["steps"] {
  const steps: { source: number; provision: number }[] = [];
  for (let source = end; source !== START; ) {
    const provision = paysFor[source] as number;
    steps.push({ source, provision });
    source = freedBy[provision] as number;
  }
  return steps;
}

/** The most that can move: what both ends allow and what every payment on the way that is taken back amounts to. */
function capacityOfPath(path: Path, one: Pence, other: Pence, paid: readonly (readonly Pence[])[]): Pence {
  let most = one < other ? one : other;
  forEachTakenBack(path, (source, provision) => {
    const amount = (paid[source] as readonly Pence[])[provision] as Pence;
    if (amount < most) most = amount;
  });
  return most;
}

function pay(path: Path, amount: Pence, paid: readonly Pence[][]): void {
  for (const { source, provision } of path.steps) add(paid, source, provision, amount);
  forEachTakenBack(path, (source, provision) => add(paid, source, provision, -amount));
}

/** Between two steps the later step's source stops paying the earlier step's provision. */
function forEachTakenBack({ steps }: Path, visit: (source: number, provision: number) => void): void {
  for (let step = 1; step < steps.length; step++) {
    visit((steps[step] as { source: number }).source, (steps[step - 1] as { provision: number }).provision);
  }
}

function add(paid: readonly Pence[][], source: number, provision: number, amount: Pence): void {
  const ofSource = paid[source] as Pence[];
  ofSource[provision] = (ofSource[provision] as Pence) + amount;
}

/**
 * The smallest set of provisions with the largest excess of need over everything that may pay for it: the unfunded ones,
 * and whatever else is paid by a source that may pay for one of the set (its money could be moved there).
 */
function bottleneckOf(
  unfunded: readonly Pence[],
  paid: readonly (readonly Pence[])[],
  { byProvision, bySource }: Reach,
): number[] {
  const inside = new Set(unfunded.flatMap((amount, provision) => (amount > 0n ? [provision] : [])));
  const drained = new Set<number>();
  // What is put into a set while it is gone through comes in its turn.
  for (const provision of inside) {
    for (const source of byProvision[provision] as readonly number[]) {
      if (drained.has(source)) continue;
      drained.add(source);
      for (const other of bySource[source] as readonly number[]) {
        if (paid[source]?.[other] !== 0n) inside.add(other);
      }
    }
  }
  return [...inside].sort((first, second) => first - second);
}
