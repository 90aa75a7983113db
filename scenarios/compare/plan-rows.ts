import { formatMoney, sumPence } from "../model/money";
import { formatQuantity } from "../model/quantity";
import { approximate } from "../model/rational";
import type { DecimalText, Priorities } from "../model/scenario";
import type { Plan, Selection } from "../optimise/plan";
import { sumOfBudgets } from "../optimise/problem";
import { MILLIONTHS, type Measure } from "./measure";

/** A scenario's priorities with the plan that follows from them. */
export type FoundPlan = { readonly priorities: Priorities; readonly plan: Plan };

/** The rows of prioritisation, each of which is explained by steps from one plan to another. */
export const PLAN_FIGURES = [
  "plan-budget",
  "plan-cost",
  "plan-lines",
  "plan-benefit",
  "plan-benefit-people",
] as const;
export type PlanFigure = (typeof PLAN_FIGURES)[number];

export const isPlanFigure = (id: string): id is PlanFigure => PLAN_FIGURES.some((figure) => figure === id);

/** A figure of a plan in the units of its steps: pence, or millionths of what is counted. */
export function figureOfPlan(
  figure: PlanFigure,
  { priorities, plan }: { readonly priorities: Priorities; readonly plan: Selection },
): bigint {
  switch (figure) {
    case "plan-budget":
      return sumOfBudgets(priorities);
    case "plan-cost":
      return sumPence([...plan.costs.values()]);
    case "plan-lines":
      return BigInt(plan.chosen.length * MILLIONTHS);
    case "plan-benefit":
    case "plan-benefit-people":
      return BigInt(Math.round(approximate(plan.benefit) * MILLIONTHS));
  }
}

type Row = Omit<Measure, "values"> & { readonly figure: (found: FoundPlan) => DecimalText | null };

const GROUP = { group: "priorities", betterWhen: null } as const;

const ROWS: readonly Row[] = [
  {
    ...{ ...GROUP, id: "plan-budget", name: "Budget to choose within", unit: "£" },
    figure: ({ priorities }) => formatMoney(sumOfBudgets(priorities)),
  },
  {
    ...{ ...GROUP, id: "plan-cost", name: "Cost of the best plan", unit: "£" },
    figure: ({ plan }) => (fits(plan) ? formatMoney(sumPence([...plan.costs.values()])) : null),
  },
  {
    ...{ ...GROUP, id: "plan-lines", name: "Lines funded", unit: "lines" },
    figure: ({ plan }) => (fits(plan) ? String(plan.chosen.length) : null),
  },
  benefitRow("score", { id: "plan-benefit", unit: "points of score" }),
  benefitRow("score-times-people", { id: "plan-benefit-people", unit: "points of score × people" }),
];

/** Points are not added to, nor compared with, points times people. */
function benefitRow(
  kind: NonNullable<Priorities["benefit"]>,
  { id, unit }: { readonly id: string; readonly unit: string },
): Row {
  return {
    ...{ id, group: "priorities", name: "Benefit of the best plan", unit, betterWhen: "higher" },
    figure: ({ priorities, plan }) =>
      fits(plan) && (priorities.benefit ?? "score") === kind
        ? formatQuantity(approximate(plan.benefit))
        : null,
  };
}

const fits = ({ status }: Plan): boolean => status !== "infeasible";

/**
 * The rows of prioritisation (rules §9): the budgets, and what the plan shown costs, funds and brings. By place of the
 * scenario; null where it sets no priorities, or its plan is not known yet. Where no plan obeys the rules, only its budget
 * has a figure. Money in pounds, benefit to six decimals.
 */
export function measurePlans(plans: readonly (FoundPlan | null)[]): Measure[] {
  return ROWS.map(
    ({ figure, ...row }): Measure => ({
      ...row,
      values: plans.map((found) => (found === null ? null : figure(found))),
    }),
  ).filter(({ values }) => values.some((value) => value !== null));
}
