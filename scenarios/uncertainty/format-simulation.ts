import { formatMoney } from "../model/money";
import { formatQuantity } from "../model/quantity";
import type { Simulation, Spread } from "./simulate";

/** A simulation as its public JSON: money in pounds, rounded to the penny; those who wait by activity. */
export function formatSimulation({ seed, trials, totalCost, unfunded, waitingAtEnd }: Simulation) {
  const money = (pence: number): string => formatMoney(BigInt(Math.round(pence)));
  return {
    seed,
    trials,
    totalCost: formatSpread(totalCost, money),
    unfunded: formatSpread(unfunded, money),
    waitingAtEnd: Object.fromEntries(
      [...waitingAtEnd].map(([id, spread]) => [id, formatSpread(spread, formatQuantity)]),
    ),
  };
}

function formatSpread({ p10, p50, p90, mean }: Spread, format: (figure: number) => string) {
  return { p10: format(p10), p50: format(p50), p90: format(p90), mean: format(mean) };
}
