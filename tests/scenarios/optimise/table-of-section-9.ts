import type { Priorities } from "../../../scenarios/model/scenario";

const CRITERIA = [
  ["safety", "Safety", "35"],
  ["reach", "Reach", "20"],
  ["prevention", "Prevention", "20"],
  ["equity", "Equity", "15"],
  ["deliverability", "Deliverability", "10"],
] as const;

const LINES = [
  ["refuge", "Refuge support", 240, [95, 35, 30, 80, 90]],
  ["advocacy", "High-risk advocacy", 190, [95, 45, 40, 70, 85]],
  ["helpline", "24-hour helpline", 150, [60, 95, 55, 75, 90]],
  ["outreach", "Medium-risk outreach", 170, [65, 70, 75, 70, 80]],
  ["children", "Children and family", 130, [60, 50, 85, 65, 70]],
  ["therapy", "Therapeutic support", 95, [45, 35, 55, 60, 75]],
  ["perpetrators", "Perpetrator programme", 110, [55, 30, 80, 45, 55]],
  ["schools", "Schools and prevention", 60, [20, 80, 90, 55, 80]],
  ["training", "Risk-assessment training", 25, [40, 45, 60, 40, 95]],
  ["hospital", "Hospital advocacy", 48, [70, 35, 55, 60, 65]],
] as const;

/** The table of rules §9, with the budget in thousands of pounds. All figures are synthetic. */
export function tableOfSection9(
  budget: number,
  changes: { readonly mustFund?: readonly string[] } = {},
): Priorities {
  const mustFund = changes.mustFund ?? ["refuge", "advocacy"];
  return {
    criteria: CRITERIA.map(([id, name, weight]) => ({ id, name, weight })),
    budgets: [{ id: "envelope", name: "Envelope", amount: `${budget}000.00` }],
    lines: LINES.map(([id, name, cost, scores]) => ({
      id,
      name,
      ...(mustFund.includes(id) ? { mustFund: true, mustFundReason: "statutory" } : {}),
      levels: [
        {
          id: "whole",
          costs: { envelope: `${cost}000.00` },
          scores: Object.fromEntries(CRITERIA.map(([criterion], at) => [criterion, String(scores[at])])),
        },
      ],
    })),
  };
}
