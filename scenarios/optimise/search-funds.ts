import { nearestOfFund, plansOfFund } from "./fund-plans";
import { fundsOf, isAlone } from "./funds";
import { goodPlan, searchBest, type Searched } from "./narrow-search";
import { boundOfFunds, fundsAsLines, priceFunds } from "./price-funds";
import type { Unpriced } from "./priced";
import type { Solver } from "./solver";
import type { Allowance, Question } from "./walk";

/** Where no plan is known, the plans of funds that lose no more than this part of the bound are listed first. */
const FIRST = 2 ** -10;
const FURTHER = 4;

/**
 * The best plan where the lines of funds are chosen whole: each fund that no line of another draws on is listed by
 * itself, in all choices of its lines that lose little, and these become the options of one line of a smaller program,
 * in which the fund's own rows are gone. Where there is too much to list, a good plan is given with what no plan can
 * bring more than. Null where no fund has several budgets, as a source of money for several years has, or no such plan
 * was found: these problems are searched line by line.
 */
export function searchFunds(question: Question, solver: Solver, allowance: Allowance): Searched | null {
  const all = fundsOf(question.priced, question.budgets);
  if (all.length === question.budgets) return null;
  const funds = all.filter(isAlone).filter((fund) => nearestOfFund(question, fund, 0) !== null);
  const priced = funds.length === 0 ? null : priceFunds(question, funds, solver);
  if (priced === null) return null;
  const withPlans = (plans: readonly (readonly Unpriced[])[]): Question => ({
    ...question,
    priced: fundsAsLines(priced.priced, funds, plans),
  });
  const bound = boundOfFunds(priced) + priced.priced.margin;
  let known = goodPlan(withPlans(priced.plans), allowance);
  for (let wider = FIRST; wider <= 1; wider *= FURTHER) {
    const slack = known === null ? Math.abs(bound) * wider : bound - known.units;
    const lists = funds.flatMap(
      (fund, at) =>
        plansOfFund({ ...question, priced: priced.priced }, fund, (priced.least[at] as number) + slack) ?? [],
    );
    if (lists.length < funds.length)
      return known && { best: known.columns, ties: false, proved: false, bound: Math.floor(bound) };
    const found = searchBest(withPlans(lists.map(({ plans }) => plans)), allowance, known);
    if (known !== null) return found;
    // What is not listed loses more than the slack.
    if (!found.proved) return { ...found, bound: Math.max(found.bound, Math.floor(bound - slack)) };
    if (found.best !== null) known = { columns: found.best, units: found.bound, ties: found.ties };
  }
  return null;
}
