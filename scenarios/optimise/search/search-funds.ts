import { type Known, searchByBranches } from "./branch-search";
import { nearestOfFund, plansOfFund } from "./fund-plans";
import { fundsOf, isAlone } from "./funds";
import { goodPlan, searchBest, type Searched } from "./narrow-search";
import { atOwnPrices, boundOfFunds, fundsAsLines, priceFunds } from "./price-funds";
import type { Unpriced } from "./priced";
import type { Solver } from "../solver";
import { type Allowance, type Question, setOut, walk, type Walked } from "./walk";

/** Where no plan is known, the plans of funds that lose no more than this part of the bound are listed first. */
const FIRST = 2 ** -10;
const FURTHER = 4;
/** So many plans side by side before branches are tried. */
const WIDTHS = [512, 2048];

/**
 * The best plan where the lines of funds are chosen whole: each fund that no line of another draws on is listed by
 * itself, in all choices of its lines that lose little, and these become the options of one line of a smaller program,
 * in which the fund's own rows are gone. A fund with too much to list is searched line by line. Null where no fund has
 * several budgets, as a source of money for several years has, or no such plan was found: these problems are searched
 * line by line.
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
    const lists = funds.map((fund, at) =>
      plansOfFund({ ...question, priced: priced.priced }, fund, (priced.least[at] as number) + slack),
    );
    const listed = funds.filter((_, at) => lists[at] !== null);
    const plans = lists.flatMap((list) => (list === null ? [] : [list.plans]));
    if (listed.length < funds.length && known === null) return null;
    const whole = { ...question, priced: fundsAsLines(priced.priced, listed, plans) };
    if (known !== null) {
      const found =
        listed.length < funds.length
          ? searchBest({ ...whole, priced: atOwnPrices(whole.priced, solver) }, allowance, known)
          : searchNear(whole, { solver, allowance, known });
      return { ...found, bound: Math.min(found.bound, Math.floor(bound)) };
    }
    const found = searchBest(whole, allowance);
    // What is not listed loses more than the slack.
    if (!found.proved) return { ...found, bound: Math.max(found.bound, Math.floor(bound - slack)) };
    if (found.best !== null) known = { columns: found.best, units: found.bound, ties: found.ties };
  }
  return null;
}

/**
 * Where a good plan is known: walks with few plans side by side better it or prove it. Most of what they leave open
 * branches prove; where half of the allowance is not enough for them, there are more plans side by side.
 */
function searchNear(
  question: Question,
  so: { readonly solver: Solver; readonly allowance: Allowance; readonly known: Known },
): Searched {
  const { solver, allowance } = so;
  let { known } = so;
  const proves = ({ best, unseen }: Walked): boolean => {
    known = best ?? known;
    return unseen < known.units;
  };
  const proved = (): Searched => ({
    best: known.columns,
    ties: known.ties,
    proved: true,
    bound: known.units,
  });
  for (const width of WIDTHS)
    if (proves(walk(setOut(question, known.units), { width, allowance }))) return proved();
  const rest = Math.floor(allowance.plans / 2);
  const half = { plans: allowance.plans - rest };
  const branched = searchByBranches(question, solver, { known, allowance: half });
  allowance.plans = half.plans + rest;
  if (proves(branched)) return proved();
  const found = searchBest(question, allowance, known);
  return { ...found, bound: Math.min(found.bound, branched.unseen) };
}
