import type { Evaluation } from "../../scenarios/model/evaluation";
import { type Pence, sumPence } from "../../scenarios/model/money";
import { rational } from "../../scenarios/model/rational";
import type { Provision } from "../../scenarios/model/scenario";

/** Who holds the largest part of the money: a provider with all its contracts, or one contract whose provider is not named. */
export type Holder = {
  readonly provider: string | null;
  readonly provisions: readonly Provision[];
  readonly cost: Pence;
  /** Of the known cost of the period. */
  readonly percent: number;
};

/** The holder of the largest part of the known cost of the period; null when nothing costs anything. */
export function largestHolder({ scenario, costs }: Evaluation): Holder | null {
  const costOf = ({ id }: Provision): Pence => costs.get(id)?.total ?? 0n;
  const all = sumPence(scenario.provisions.map(costOf));
  if (all <= 0n) return null;
  const keys = [...new Set(scenario.provisions.map(holderKey))];
  const holders = keys.map((key): Holder => {
    const provisions = scenario.provisions.filter((provision) => holderKey(provision) === key);
    const cost = sumPence(provisions.map(costOf));
    const provider = provisions[0]?.provider?.trim() ?? null;
    return { provider, provisions, cost, percent: rational(cost * 100n, all).valueOf() };
  });
  return holders.reduce((largest, one) => (one.cost > largest.cost ? one : largest));
}

/** A contract whose provider is not known yet will have one: it stands for itself. */
function holderKey({ id, provider }: Provision): string {
  return provider === undefined ? `provision ${id}` : `provider ${provider.trim()}`;
}
