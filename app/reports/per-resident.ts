import Decimal from "decimal.js";
import type { Pence } from "../../scenarios/model/money";
import type { Area } from "../../scenarios/model/scenario";

/** Enough digits that a quotient of pence and people is rounded only once. */
const Precise = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** An amount for each resident of an area, half up to the penny; null where its population is not known. */
export function perResident(amount: Pence, area: Area | undefined): Pence | null {
  const population = area?.bases["population"];
  if (population === undefined || new Precise(population).lte(0)) return null;
  return BigInt(new Precise(amount.toString()).div(population).toFixed(0));
}

/** A part of a whole in percent; null where the whole is nothing. */
export function percentOf(part: Pence, whole: Pence): number | null {
  if (whole === 0n) return null;
  return new Precise(part.toString()).div(whole.toString()).times(100).toNumber();
}
