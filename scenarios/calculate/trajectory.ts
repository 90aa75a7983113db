import type { Quantity } from "../model/quantity";

/** A list to be brought down: who waits at the start, who comes each month, what part of those waiting leaves. */
export type ListToClear = {
  readonly waiting: Quantity;
  readonly arrivals: readonly Quantity[];
  /** Of those waiting, a month, 0 to 1. */
  readonly leavingShare: number;
};

/**
 * The constant monthly capacity, from the first of the arrivals on, that has cleared the list by the end of month
 * `by` (1 is the first) (rules §7, improvement trajectory).
 *
 * Example: 30 waiting, 40 a month: 45 clears by month 6, 42.5 by month 12.
 */
export function capacityToClear(list: ListToClear, by: number): Quantity {
  return leastCapacity(list, by, 0);
}

/**
 * The least constant monthly capacity with which the wait at the end of every month from `from` (1 is the first) on is
 * at most `waitMonths`: waiting ÷ capacity ≤ limit (rules §7).
 */
export function capacityToKeepWaitWithin(list: ListToClear, waitMonths: Quantity, from = 1): Quantity {
  let capacity = 0;
  for (let month = from; month <= list.arrivals.length; month++) {
    capacity = Math.max(capacity, leastCapacity(list, month, waitMonths));
  }
  return capacity;
}

/**
 * The waiting at the end of a month is the largest, over all months in which the list may last have been empty, of what
 * came since minus what was served since (each shrunk by those who left); so the least capacity is a maximum of quotients.
 */
function leastCapacity(
  { waiting, arrivals, leavingShare }: ListToClear,
  by: number,
  waitMonths: Quantity,
): Quantity {
  const stay = 1 - leavingShare;
  let capacity = 0;
  let came = 0;
  let months = 0;
  let weight = 1;
  for (let month = by - 1; month >= 0; month--) {
    came += weight * (arrivals[month] ?? 0);
    months += weight;
    capacity = Math.max(capacity, came / (months + waitMonths));
    weight *= stay;
  }
  return Math.max(capacity, (came + weight * waiting) / (months + waitMonths));
}
