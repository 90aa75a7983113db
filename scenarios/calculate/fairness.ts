import type { Pence } from "../model/money";
import type { Rational } from "../model/rational";
import { shapleyValues } from "./shapley";

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
  const places = Array.from({ length: members }, (_, member) => member);
  const costs = Array.from({ length: 2 ** members }, (_, group) =>
    costOf(places.filter((member) => (group & (1 << member)) !== 0)),
  );
  const everybody = costs.length - 1;
  return shapleyValues(costs).map((shapley, member) => ({
    standAlone: costs[1 << member] as Pence,
    incremental: (costs[everybody] as Pence) - (costs[everybody & ~(1 << member)] as Pence),
    shapley,
  }));
}
