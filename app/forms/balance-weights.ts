import { apportion } from "../../scenarios/calculate/apportion";

/**
 * Weights with one of them moved: the others keep their proportions and take up the rest, so that all still sum to 100.
 * In whole percents where all are whole, else in hundredths. Weights of nothing share the rest equally.
 *
 * Example: 50, 30, 20 with the first at 60 are 60, 24, 16.
 */
export function balanceWeights(percents: readonly number[], moved: number, percent: number): number[] {
  const unit = [...percents, percent].every(Number.isInteger) ? 1 : 100;
  const inUnits = (value: number): bigint => BigInt(Math.round(Math.max(0, value) * unit));
  const others = percents.map((value, place) => (place === moved ? 0n : inUnits(value)));
  const isEmpty = others.every((weight) => weight === 0n);
  const weights = isEmpty ? percents.map((_, place) => (place === moved ? 0n : 1n)) : others;
  if (weights.every((weight) => weight === 0n)) return [100]; // One weight alone.
  const rest = inUnits(100) - inUnits(Math.min(100, percent));
  const parts = apportion(rest, weights);
  return parts.map((part, place) => Number(place === moved ? inUnits(100) - rest : part) / unit);
}
