import { parseQuantity, type Quantity } from "../model/quantity";
import type { Demand, RiskLevel } from "../model/scenario";
import type { Timeline } from "../model/timeline";
import { monthlyDemand } from "./demand";

/** High before medium before standard; entries without a risk last (rules §7). */
const ORDER_OF_SERVICE: readonly (RiskLevel | undefined)[] = ["high", "medium", "standard", undefined];

type Entry = {
  readonly arrivals: Float64Array;
  readonly leavingShare: number;
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
  /** The same entries by the order in which they are served; classes without an entry are left out. */
  readonly #byClass: readonly (readonly Entry[])[];
  readonly #turnAway: boolean;
  /** Of the month that was last closed: what came of those who waited and those who came. */
  served: Quantity = 0;
  left: Quantity = 0;
  waiting: Quantity = 0;
  turnedAway: Quantity = 0;

  constructor(demands: readonly Demand[], turnAway: boolean, timeline: Timeline) {
    this.#turnAway = turnAway;
    this.#entries = demands.map((demand) => ({
      arrivals: monthlyDemand(demand, timeline),
      leavingShare: parseQuantity(demand.leavingPercent ?? "0") / 100,
      waiting: turnAway ? 0 : parseQuantity(demand.waitingAtStart ?? "0"),
      holds: 0,
    }));
    this.#byClass = ORDER_OF_SERVICE.map((risk) =>
      this.#entries.filter((_, place) => demands[place]?.risk === risk),
    ).filter((entries) => entries.length > 0);
  }

  /** New demand of a month of the horizon. */
  arrivals(month: number): Quantity {
    let sum = 0;
    for (const { arrivals } of this.#entries) sum += arrivals[month] as number;
    return sum;
  }

  /** Begins a month: some leave the list, new demand comes; returns all that there is to serve. */
  open(month: number): Quantity {
    let toServe = 0;
    this.left = 0;
    for (const entry of this.#entries) {
      const leaving = entry.waiting * entry.leavingShare;
      this.left += leaving;
      entry.holds = entry.waiting - leaving + (entry.arrivals[month] as number);
      toServe += entry.holds;
    }
    return toServe;
  }

  /** Ends a month: serves by risk, entries of one class in proportion to what they hold (rules §7). */
  close(capacity: Quantity): void {
    let unused = capacity;
    let unserved = 0;
    for (const entries of this.#byClass) {
      let holds = 0;
      for (const entry of entries) holds += entry.holds;
      const now = Math.min(holds, unused);
      unused -= now;
      for (const entry of entries) {
        const rest = holds > 0 ? Math.max(0, entry.holds - (entry.holds * now) / holds) : 0;
        entry.waiting = this.#turnAway ? 0 : rest;
        unserved += rest;
      }
    }
    this.served = capacity - unused;
    this.waiting = this.#turnAway ? 0 : unserved;
    this.turnedAway = this.#turnAway ? unserved : 0;
  }
}
