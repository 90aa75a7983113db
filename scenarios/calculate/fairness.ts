import type { Pence } from "../model/money";
import { type Rational, rational, ZERO } from "../model/rational";

/** Three answers to "what is fair?", as information beside the share that was agreed (rules §4). Exact pence. */
export type Fairness = {
  /** What the member would cost on its own. */
  readonly standAlone: Pence;
  /** What the whole would cost less without it. */
  readonly incremental: Pence;
  /** Its Shapley value: what it adds, averaged over every order in which the members could join. */
  readonly shapley: Rational;
};

/**
 * Fairness lines of a cost game: `costOf` gives the cost of serving some members (places, ascending), 0 for nobody.
 * At most 12 members, because every group of them is priced.
 *
 * Example: two members that cost 70 and 40 alone and 90 together have Shapley values 60 and 30.
 */
export function fairnessOf(members: number, costOf: (group: readonly number[]) => Pence): Fairness[] {
  if (members > 12) throw new Error(`fairness lines are for at most 12 members, not ${members}`);
  const costs = Array.from({ length: 2 ** members }, (_, group) => costOf(membersOf(group, members)));
  const everybody = costs.length - 1;
  return Array.from({ length: members }, (_, member) => {
    const own = 1 << member;
    return {
      standAlone: costs[own] as Pence,
      incremental: (costs[everybody] as Pence) - (costs[everybody & ~own] as Pence),
      shapley: shapleyValue(costs, member, members),
    };
  });
}

function shapleyValue(costs: readonly Pence[], member: number, members: number): Rational {
  const own = 1 << member;
  const orders = factorial(members);
  let value = ZERO;
  for (let group = 0; group < costs.length; group++) {
    if ((group & own) !== 0) continue;
    const before = membersOf(group, members).length;
    const weight = rational(factorial(before) * factorial(members - before - 1), orders);
    value = value.add(weight.mul(rational((costs[group | own] as Pence) - (costs[group] as Pence))));
  }
  return value;
}

function membersOf(group: number, members: number): number[] {
  return Array.from({ length: members }, (_, member) => member).filter(
    (member) => (group & (1 << member)) !== 0,
  );
}

function factorial(of: number): bigint {
  return of <= 1 ? 1n : BigInt(of) * factorial(of - 1);
}
