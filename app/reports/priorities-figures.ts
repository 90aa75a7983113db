import { parseMoney, sumPence } from "../../scenarios/model/money";
import { approximate, type Rational } from "../../scenarios/model/rational";
import type { Selection } from "../../scenarios/optimise/plan";
import { formatPounds } from "./format-table";
import { capitalised, joinWords } from "./names";
import {
  benefitCell,
  benefitUnit,
  choiceIn,
  costOf,
  formatBenefit,
  linesWords,
  type Prioritised,
} from "./priorities";
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

/** What is shown and how sure it is. */
export function planSentences({ plan, priorities }: Prioritised): readonly string[] {
  const limit = priorities.budgets.length === 1 ? "the budget" : "the budgets";
  if (plan.status === "infeasible") {
    return ["No plan obeys all the rules. It is proved: this is no failure to find one."];
  }
  if (plan.noMoreThan !== null) {
    return [
      `This is the best plan that was found. It is not proved to be the best that ${limit} and the rules allow: the comparison ended before all plans had been looked at.`,
      `${noMoreWords(plan, plan.noMoreThan)} Whether others bring just as much is not known either.`,
      leftOutWords(priorities, plan),
    ];
  }
  const proof =
    plan.proof === "enumeration"
      ? "every plan that could bring more was compared, exactly and to the penny"
      : "the solver showed that no plan can bring more, and cost and rules were confirmed exactly, to the penny";
  return [
    `This is the best plan that ${limit} and the rules allow. It is proved: ${proof}.`,
    leftOutWords(priorities, plan),
    plan.ties
      ? "Other plans bring just as much. Shown is the cheapest of them; of equally cheap ones the one with the fewest lines, then the first by the ids of its lines."
      : "No other plan brings as much.",
  ];
}

/** How far the plan can be from the best one. */
function noMoreWords({ benefit }: Selection, noMoreThan: Rational): string {
  const gap = noMoreThan.sub(benefit);
  if (gap.equals(0n)) return "It is proved that no plan brings more, but not that none as good is cheaper.";
  const thousandths = Math.ceil((approximate(gap) / approximate(noMoreThan)) * 100_000);
  return `It is proved that no plan brings more than ${formatBenefit(noMoreThan)}: this one brings at most ${formatBenefit(gap)} less than the best, or ${thousandths / 1000} %.`;
}

function leftOutWords({ lines }: Prioritised["priorities"], plan: Selection): string {
  const out = lines.filter(({ id }) => choiceIn(plan, id) === undefined);
  if (out.length === 0) return "Every line is funded.";
  const named =
    out.length > 6 ? `${linesWords(out.length)}, below with why` : joinWords(out.map(({ name }) => name));
  return `Left out: ${named}.`;
}
