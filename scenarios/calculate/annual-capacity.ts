import { parseQuantity, type Quantity } from "../model/quantity";
import type { CapacityForm } from "../model/scenario";

/**
 * Units a year of an entry of capacity, in the unit of its activity (rules §6).
 *
 * - staff: FTE × contact hours per FTE ÷ contact hours per case, and FTE × open cases × 52 ÷ weeks (Little's law: 20
 *   open for 13 weeks are 80 a year); with both, the lower binds
 * - refuge: units × 365 × occupancy ÷ stay in days (25 units, 92 %, 84 days: 99.94 households)
 * - groups: programmes × places × start % × complete % (6 × 10 × 85 % × 70 %: 35.7)
 */
export function annualUnits(form: CapacityForm): Quantity {
  if ("unitsPerYear" in form) return parseQuantity(form.unitsPerYear);
  if ("fte" in form) return parseQuantity(form.fte) * casesPerFte(form);
  if ("units" in form) {
    const nights = parseQuantity(form.units) * 365 * percent(form.occupancyPercent);
    return nights / parseQuantity(form.stayDays);
  }
  const started = parseQuantity(form.programmes) * parseQuantity(form.places) * percent(form.startPercent);
  return started * percent(form.completePercent);
}

/** Cases a year of one full-time equivalent: the lower of its hours and its open cases (rules §6). */
export function casesPerFte(form: Extract<CapacityForm, { fte: string }>): Quantity {
  const limits: Quantity[] = [];
  if (form.contactHours !== undefined && form.hoursPerCase !== undefined) {
    limits.push(parseQuantity(form.contactHours) / parseQuantity(form.hoursPerCase));
  }
  if (form.openCases !== undefined && form.weeks !== undefined) {
    limits.push((parseQuantity(form.openCases) * 52) / parseQuantity(form.weeks));
  }
  if (limits.length === 0) throw new Error("staff capacity needs hours or open cases");
  return Math.min(...limits);
}

function percent(text: string): number {
  return parseQuantity(text) / 100;
}
