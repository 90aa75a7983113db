import type { Pence } from "../model/money";

/** A payment that goes up (the first) or down (the second) so that every sum stays as it is. */
type Exchange = { readonly up: Pair[]; readonly down: Pair[] };
type Pair = { readonly source: number; readonly provision: number };

/**
 * Settles who pays whom (rules §8) when several splits give every source and every provision the same sums: each
 * source in turn pays each provision in turn as much as the sums allow. Moves `paid` in place; rows and columns keep
 * their sums.
 *
 * Example: sources 40 and 60 for two needs of 50 that both may pay: 40 and 0, then 10 and 50.
 */
export function settleSplit(paid: readonly Pence[][], mayPay: readonly (readonly boolean[])[]): void {
  for (const [source, ofSource] of mayPay.entries()) {
    for (const [provision, may] of ofSource.entries()) {
      const pair = { source, provision };
      if (!may || !mayGain(pair, paid)) continue;
      for (
        let exchange = findExchange(pair, paid, mayPay);
        exchange !== null;
        exchange = findExchange(pair, paid, mayPay)
      ) {
        carryOut(exchange, paid);
      }
    }
  }
}

/** What came before a pair is settled and stays: a later source has to pay the provision, and the source a later provision. */
function mayGain(pair: Pair, paid: readonly (readonly Pence[])[]): boolean {
  return (
    paid.some((ofSource, source) => source > pair.source && (ofSource[pair.provision] as Pence) > 0n) &&
    (paid[pair.source] as readonly Pence[]).some(
      (amount, provision) => provision > pair.provision && amount > 0n,
    )
  );
}

/**
 * Breadth first for a way to pay more on a pair: another source stops paying its provision and pays a second one instead,
 * and so on, until a provision is reached from which the pair's own source can take its money.
 */
function findExchange(
  pair: Pair,
  paid: readonly (readonly Pence[])[],
  mayPay: readonly (readonly boolean[])[],
): Exchange | null {
  const amount = (source: number, provision: number): Pence =>
    (paid[source] as readonly Pence[])[provision] as Pence;
  const sourceBefore = new Map<number, number>(); // provision → the source that would pay it instead
  const provisionBefore = new Map<number, number>(); // source → the provision that it would stop paying
  const queue = [pair.provision];
  for (let freed = queue.shift(); freed !== undefined; freed = queue.shift()) {
    if (freed > pair.provision && amount(pair.source, freed) > 0n) {
      return traceBack(pair, freed, sourceBefore, provisionBefore);
    }
    for (let other = pair.source + 1; other < paid.length; other++) {
      if (provisionBefore.has(other) || amount(other, freed) === 0n) continue;
      provisionBefore.set(other, freed);
      (mayPay[other] as readonly boolean[]).forEach((may, next) => {
        if (!may || next === pair.provision || sourceBefore.has(next)) return;
        sourceBefore.set(next, other);
        queue.push(next);
      });
    }
  }
  return null;
}

function traceBack(
  pair: Pair,
  end: number,
  sourceBefore: ReadonlyMap<number, number>,
  provisionBefore: ReadonlyMap<number, number>,
): Exchange {
  const up: Pair[] = [pair];
  const down: Pair[] = [{ source: pair.source, provision: end }];
  for (let provision = end; provision !== pair.provision; ) {
    const source = sourceBefore.get(provision) as number;
    const before = provisionBefore.get(source) as number;
    up.push({ source, provision });
    down.push({ source, provision: before });
    provision = before;
  }
  return { up, down };
}

function carryOut({ up, down }: Exchange, paid: readonly Pence[][]): void {
  const amounts = down.map(({ source, provision }) => (paid[source] as Pence[])[provision] as Pence);
  const moved = amounts.reduce((least, amount) => (amount < least ? amount : least));
  const change = ({ source, provision }: Pair, by: Pence): void => {
    const ofSource = paid[source] as Pence[];
    ofSource[provision] = (ofSource[provision] as Pence) + by;
  };
  for (const pair of up) change(pair, moved);
  for (const pair of down) change(pair, -moved);
}
