import type { Quantity } from "../model/quantity";

/**
 * Erlang C: the chance that a caller waits when nobody hangs up (rules §6). `load` is the offered load in erlangs (calls
 * an hour × hours a call), which has to be below the number of agents; otherwise the line never clears and it is 1.
 *
 * Example: load 2 with 3 agents is 4/9, with 4 agents 4/23.
 */
export function erlangC(load: Quantity, agents: number): number {
  if (load <= 0) return 0;
  if (agents <= load) return 1;
  const blocked = erlangB(load, agents);
  return blocked / (1 - (load / agents) * (1 - blocked));
}

/** Erlang B: the chance that all agents are busy when callers who find them so go away. */
export function erlangB(load: Quantity, agents: number): number {
  let blocked = 1;
  for (let agent = 1; agent <= agents; agent++) blocked = (load * blocked) / (agent + load * blocked);
  return blocked;
}

/**
 * Erlang A: callers who wait hang up after a patience that is exponential with mean `patience` (in mean call lengths).
 * Gives the chance that a caller has to wait and the chance that a caller hangs up. Never unstable.
 *
 * Example: load 2, 3 agents: with endless patience the chance to wait tends to Erlang C's 4/9.
 */
export function erlangA(
  load: Quantity,
  agents: number,
  patience: Quantity,
): { readonly waits: number; readonly abandons: number } {
  if (load <= 0) return { waits: 0, abandons: 0 };
  // The number of callers is a birth-death chain: deaths at rate n up to the agents, then + waiting ÷ patience.
  // State weights relative to "all agents busy, nobody waits"; the tail is summed until it no longer counts.
  let below = 0;
  let weight = 1;
  for (let callers = agents; callers > 0; callers--) {
    weight *= callers / load;
    below += weight;
  }
  let busy = 1;
  let waiting = 0;
  weight = 1;
  for (let queue = 1; weight > 1e-16 * busy; queue++) {
    weight *= load / (agents + queue / patience);
    busy += weight;
    waiting += queue * weight;
  }
  const all = below + busy;
  return { waits: busy / all, abandons: waiting / patience / load / all };
}

/** What callers meet at a line with so many seats: chances of 0 to 1, and a mean wait in mean call lengths. */
export type LineWaits = {
  readonly waits: number;
  readonly abandons: number;
  /** Over all callers, those who do not wait among them; infinite where the line never clears. */
  readonly meanWait: number;
};

/**
 * What callers meet (rules §6): by Erlang A where they hang up after a mean patience, in mean call lengths, by Erlang C
 * where it is null and nobody does. The mean wait is what hang up × the patience, or the chance to wait ÷ (agents −
 * load).
 *
 * Example: load 2 with 3 agents and endless patience: 4/9 wait, 4/9 of a call length on average.
 */
export function lineWaits(load: Quantity, agents: number, patience: Quantity | null): LineWaits {
  if (patience !== null) {
    const { waits, abandons } = erlangA(load, agents, patience);
    return { waits, abandons, meanWait: abandons * patience };
  }
  const waits = erlangC(load, agents);
  const meanWait = load <= 0 ? 0 : agents <= load ? Infinity : waits / (agents - load);
  return { waits, abandons: 0, meanWait };
}

/** FTE that one seat staffed at all hours takes: 8,760 hours ÷ productive hours of an FTE. 1,591: 5.506. */
export function ftePerSeat(productiveHoursPerFte: Quantity, hoursOpen: Quantity = 8_760): Quantity {
  return hoursOpen / productiveHoursPerFte;
}
