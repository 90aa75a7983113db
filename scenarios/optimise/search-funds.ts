import { searchByBranches } from "./branch-search";
import { nearestOfFund, plansOfFund } from "./fund-plans";
import { fundsOf, isAlone } from "./funds";
import { goodPlan, searchBest, type Searched } from "./narrow-search";
import { boundOfFunds, fundsAsLines, priceFunds } from "./price-funds";
import type { Unpriced } from "./priced";
import type { Solver } from "./solver";
import { type Allowance, type Question, setOut, walk, type Walked } from "./walk";

/** Where no plan is known, the plans of funds that lose no more than this part of the bound are listed first. */
const FIRST = 2 ** -10;
const FURTHER = 4;
/** So many plans side by side before branches are tried. */
const WIDTHS = [512, 2048];

/**
 * The best plan where the lines of funds are chosen whole: each fund that no line of another draws on is listed by
 * itself, in all choices of its lines that lose little, and these become the options of one line of a smaller program,
 * in which the fund's own rows are gone. What a short walk does not prove, branches do. Where there is too much to list, a good plan is given with what no plan can
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
    const whole = withPlans(lists.map(({ plans }) => plans));
    if (known !== null) return searchNear(whole, { solver, allowance, known });
    const found = searchBest(whole, allowance);
    // What is not listed loses more than the slack.
    if (!found.proved) return { ...found, bound: Math.max(found.bound, Math.floor(bound - slack)) };
    if (found.best !== null) known = { columns: found.best, units: found.bound, ties: found.ties };
  }
  return null;
}

/** Where a good plan is known: a walk with few plans side by side betters it or proves it, and branches prove the rest. */
function searchNear(
  question: Question,
  so: { readonly solver: Solver; readonly allowance: Allowance; readonly known: NonNullable<Walked["best"]> },
): Searched {
  let best = so.known;
  for (const width of WIDTHS) {
    const walked = walk(setOut(question, best.units), { width, allowance: so.allowance });
    best = walked.best ?? best;
    if (walked.unseen < best.units)
      return { best: best.columns, ties: best.ties, proved: true, bound: best.units };
  }
  return searchByBranches(question, so.solver, { known: best, allowance: so.allowance });
}
