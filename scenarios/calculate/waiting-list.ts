import { parseQuantity, type Quantity } from "../model/quantity";
import type { Demand, RiskLevel } from "../model/scenario";
import type { Timeline } from "../model/timeline";
import { monthlyDemand } from "./demand";

/** High before medium before standard; entries without a risk last (rules §7). */
const ORDER_OF_SERVICE: readonly (RiskLevel | undefined)[] = ["high", "medium", "standard", undefined];

/** One month of a list: what came of those who waited and those who came. */
export type ListMonth = {
  readonly served: Quantity;
  readonly left: Quantity;
  readonly waiting: Quantity;
  readonly turnedAway: Quantity;
};

type Entry = {
  readonly arrivals: Float64Array;
  readonly leavingShare: number;
  readonly serviceClass: number;
  waiting: Quantity;
  /** Waiting after leaving, and the new demand of the month: what there is to serve. */
  holds: Quantity;
};

/**
 * The waiting list of one activity in one area: its entries of demand, month after month.
 *
 * Q' = Q·(1 − leaving) + arrivals − served. Turn-away activities keep no list: what is not served is turned away.
 * Call {@link open} with the month, decide on the capacity, then {@link close}. Its state is private to one evaluation.
 */
export class WaitingList {
  readonly #entries: readonly Entry[];
  readonly #turnAway: boolean;
  #left: Quantity = 0;

  constructor(demands: readonly Demand[], turnAway: boolean, timeline: Timeline) {
    this.#turnAway = turnAway;
    this.#entries = demands.map((demand) => ({
      arrivals: monthlyDemand(demand, timeline),
      leavingShare: parseQuantity(demand.leavingPercent ?? "0") / 100,
      serviceClass: ORDER_OF_SERVICE.indexOf(demand.risk),
      waiting: turnAway ? 0 : parseQuantity(demand.waitingAtStart ?? "0"),
      holds: 0,
    }));
  }

  /** New demand of a month of the horizon. */
  arrivals(month: number): Quantity {
    return this.#entries.reduce((sum, { arrivals }) => sum + (arrivals[month] as number), 0);
  }

  /** Begins a month: some leave the list, new demand comes; returns all that there is to serve. */
  open(month: number): Quantity {
    let toServe = 0;
    this.#left = 0;
    for (const entry of this.#entries) {
      const leaving = entry.waiting * entry.leavingShare;
      this.#left += leaving;
      entry.holds = entry.waiting - leaving + (entry.arrivals[month] as number);
      toServe += entry.holds;
    }
    return toServe;
  }

  /** Ends a month: serves by risk, entries of one class in proportion to what they hold (rules §7). */
  close(capacity: Quantity): ListMonth {
    let unused = capacity;
    let served = 0;
    let unserved = 0;
    for (let serviceClass = 0; serviceClass < ORDER_OF_SERVICE.length; serviceClass++) {
      const holds = this.#entries.reduce(
        (sum, entry) => (entry.serviceClass === serviceClass ? sum + entry.holds : sum),
        0,
      );
      const now = Math.min(holds, unused);
      for (const entry of this.#entries) {
        if (entry.serviceClass !== serviceClass) continue;
        const rest = holds > 0 ? Math.max(0, entry.holds - (entry.holds * now) / holds) : 0;
        entry.waiting = this.#turnAway ? 0 : rest;
        unserved += rest;
      }
      unused -= now;
      served += now;
    }
    return {
      served,
      left: this.#left,
      waiting: this.#turnAway ? 0 : unserved,
      turnedAway: this.#turnAway ? unserved : 0,
    };
  }
}
