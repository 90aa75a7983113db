import { approximate, type Rational } from "../../scenarios/model/rational";
import type { Plan, Selection } from "../../scenarios/optimise/plan";
import { sumOfBudgets } from "../../scenarios/optimise/problem";
import { formatPounds } from "./format-table";
import { joinWords } from "./names";
import { benefitUnit, choiceIn, costOf, formatBenefit, linesWords, type Prioritised } from "./priorities";
import type { WhatMoves } from "./frontier-points";
import { movingBudgets } from "./priorities-moving";

/** How sure a plan is: all that its names need. */
type Standing = Pick<Plan, "status">;

/** What the plan shown is called where it is named alone, in headings, columns and rows. */
export function planTitle({ status }: Standing): string {
  return status === "not-proved" ? "Best plan found, not proved" : "Best plan";
}

/** What the plan shown is called in a sentence: only what is proved is "the best plan". */
export function planName({ status }: Standing): string {
  return status === "not-proved" ? "the plan shown" : "the best plan";
}

/** The answer, then how sure it is, what is left out, and whether others are as good: what a board reads first. */
export function planSentences(view: Prioritised): readonly string[] {
  const { plan, priorities } = view;
  if (plan.status === "infeasible")
    return ["No plan obeys all the rules. It is proved: this is no failure to find one."];
  const limit = priorities.budgets.length === 1 ? "the budget" : "the budgets";
  return [
    ...(sumOfBudgets(view.priorities) === 0n ? [NO_MONEY] : []),
    answerSentence(view),
    ...(plan.noMoreThan === null
      ? [provedSentence(plan, limit)]
      : [
          `It is not proved to be the best that ${limit} and the rules allow: the comparison ended before all plans had been looked at. ${noMoreWords(plan, plan.noMoreThan)} Whether others bring just as much is not known either.`,
        ]),
    leftOutWords(view),
  ];
}

const NO_MONEY = "No money is entered yet: the amounts of the budgets stand under “Budgets and fairness”.";

/** "With £850,000.00 the best plan funds 12 of 15 lines for £848,000.00 and brings 700.25 points of score." */
function answerSentence(view: Prioritised): string {
  const { plan, priorities } = view;
  const { budgets, lines } = priorities;
  const amount = formatPounds(sumOfBudgets(priorities));
  const within = budgets.length === 1 ? amount : `${amount} in ${budgets.length} budgets`;
  const name = plan.noMoreThan === null ? planName(plan) : "the best plan that was found";
  return `With ${within} ${name} funds ${plan.chosen.length} of ${linesWords(lines.length)} for ${formatPounds(costOf(plan))} and brings ${formatBenefit(plan.benefit)} ${benefitUnit(priorities)}.`;
}

function provedSentence({ proof, ties }: Plan, limit: string): string {
  const how =
    proof === "enumeration"
      ? "every plan that could was compared, exactly and to the penny"
      : "the solver showed it, and cost and rules were confirmed exactly, to the penny";
  const others = ties
    ? "Others bring just as much: shown is the cheapest of them, then the one with the fewest lines, then the first by the ids of its lines."
    : "No other plan brings as much.";
  return `It is proved that no plan within ${limit} and the rules brings more: ${how}. ${others}`;
}

/** How far the plan can be from the best one. */
function noMoreWords({ benefit }: Selection, noMoreThan: Rational): string {
  const gap = noMoreThan.sub(benefit);
  if (gap.equals(0n)) return "It is proved that no plan brings more, but not that none as good is cheaper.";
  const thousandths = Math.ceil((approximate(gap) / approximate(noMoreThan)) * 100_000);
  return `It is proved that no plan brings more than ${formatBenefit(noMoreThan)}: this one brings at most ${formatBenefit(gap)} less than the best, or ${thousandths / 1000} %.`;
}

/** So many lines left out are named with what would bring them in; of more, only how many they are. */
const MOST_NAMED = 6;

function leftOutWords(view: Prioritised): string {
  const out = view.priorities.lines.filter(({ id }) => choiceIn(view.plan, id) === undefined);
  if (out.length === 0) return "Every line is funded.";
  if (out.length > MOST_NAMED) return `Left out: ${linesWords(out.length)}, below with why.`;
  const moving = movingBudgets(view);
  const named = out.map(({ id, name, mustNot }) => {
    const extra = view.plan.wouldEnterWith.get(id);
    if (mustNot === true) return `${name} (must not be funded)`;
    if (moving === null || extra === undefined) return name;
    return `${name} (comes in with ${formatPounds(extra)} more${ofWhat(moving.what)})`;
  });
  return `Left out: ${joinWords(named)}.`;
}

function ofWhat(moves: WhatMoves): string {
  if (moves.kind === "only") return "";
  return moves.kind === "one" ? ` of ${moves.name}` : ", all budgets together";
}

/** In a few words, what is known of the plans that are not shown. */
export function proofWords({ noMoreThan }: Pick<Plan, "noMoreThan">): string {
  return noMoreThan === null
    ? "Proved: no plan brings more."
    : `Not proved: no plan brings more than ${formatBenefit(noMoreThan)}.`;
}

/** Why a line is not in a plan, where no rule stands in its way. */
export function leftOutReason({ status }: Standing): string {
  return status === "not-proved"
    ? "The plan shown brings more with others; another plan may have it."
    : "Within these budgets other lines bring more.";
}

/** What a history says of a plan that is handed over. */
export function takenOver(plan: Standing & Pick<Selection, "chosen">, from: string) {
  const count = plan.chosen.length;
  const [title, reason] =
    plan.status === "not-proved"
      ? ["The best plan found, not proved,", `Best plan found, not proved, for the budgets of ${from}`]
      : ["The best plan", `Proved best for the budgets of ${from}`];
  return {
    name: `${title} taken over: ${count === 1 ? "1 line as a provision" : `${count} lines as provisions`}`,
    reason,
  };
}
