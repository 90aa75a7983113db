import { parseMoney, sumPence } from "../../scenarios/model/money";
import type { Selection } from "../../scenarios/optimise/plan";
import { formatPounds } from "./format-table";
import { capitalised } from "./names";
import { benefitCell, benefitUnit, costOf, formatBenefit, linesWords, type Prioritised } from "./priorities";
import { headingAddress } from "./explain/headings";
import type { KeyFigure } from "./report-table";

/** The best plan at a glance. */
export function buildPrioritiesFigures(view: Prioritised): readonly KeyFigure[] {
  const { plan, priorities } = view;
  const amount = sumPence(priorities.budgets.map((budget) => parseMoney(budget.amount)));
  const of =
    priorities.budgets.length === 1 ? "the budget" : `${priorities.budgets.length} budgets, together`;
  if (plan.status === "infeasible") {
    return [
      {
        id: "budget",
        label: "Budget",
        value: amount,
        kind: "money",
        explains: headingAddress("priorities-budgets", "amount"),
        note: `${capitalised(of)}: no plan fits.`,
      },
    ];
  }
  const cost = costOf(plan);
  const must = priorities.lines.filter(({ mustFund }) => mustFund === true).length;
  return [
    {
      id: "lines",
      label: "Lines funded",
      value: { value: plan.chosen.length, words: `${plan.chosen.length} of ${priorities.lines.length}` },
      kind: "whole",
      explains: headingAddress("priorities-rankings", "lines"),
      note: must === 0 ? "None has to be funded." : `${linesWords(must)} must be funded.`,
    },
    {
      id: "cost",
      label: "Cost",
      value: cost,
      kind: "money",
      explains: headingAddress("priorities-budgets", "cost"),
      note: `Of ${formatPounds(amount)} in ${of}.`,
    },
    {
      id: "left",
      label: "Left",
      value: amount - cost,
      kind: "money",
      explains: headingAddress("priorities-budgets", "left"),
      note: plan.status === "optimal" ? "No plan uses it to bring more." : "Another plan may use it.",
    },
    {
      id: "benefit",
      label: `Benefit (${benefitUnit(priorities)})`,
      value: benefitCell(plan.benefit),
      kind: "quantity",
      explains: headingAddress("priorities-rankings", "benefit"),
      note: `${moreThan(plan, plan.rankByScore)} by score; ${moreThan(plan, plan.rankByValue)} by value for money.`,
      tone: "good",
    },
  ];
}

function moreThan(plan: Selection, ranking: Selection): string {
  const more = plan.benefit.sub(ranking.benefit);
  if (more.equals(0n)) return "As much as";
  return `${formatBenefit(more.abs())} ${more.compare(0n) > 0 ? "more" : "less"} than`;
}
