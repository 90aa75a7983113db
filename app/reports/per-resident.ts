import Decimal from "decimal.js";
import type { Pence } from "../../scenarios/model/money";
import type { Area } from "../../scenarios/model/scenario";

/** Enough digits that a quotient of pence and people is rounded only once. */
const Precise = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** An amount for each resident of an area, half up to the penny; null where its population is not known. */
export function perResident(amount: Pence, area: Area | undefined): Pence | null {
  return area === undefined ? null : perHead(amount, [area], "population");
}

/** An amount for each of those whom a basis of several areas counts, half up to the penny; null where one is not known. */
export function perHead(amount: Pence, areas: readonly Area[], basis: string): Pence | null {
  const counts = areas.map(({ bases }) => bases[basis]);
  if (counts.length === 0 || counts.includes(undefined)) return null;
  const heads = counts.reduce((sum, count) => sum.plus(count as string), new Precise(0));
  return heads.lte(0) ? null : BigInt(new Precise(amount.toString()).div(heads).toFixed(0));
}

/** A part of a whole in percent; null where the whole is nothing. */
export function percentOf(part: Pence, whole: Pence): number | null {
  if (whole === 0n) return null;
  return new Precise(part.toString()).div(whole.toString()).times(100).toNumber();
}
