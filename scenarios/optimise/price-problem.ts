import type { OpenProblem } from "./open-problem";
import { atPrices, type Priced, priceOptions } from "./search/priced";
import { aboveAllBenefit } from "./search/relaxed";

/**
 * The problem with a price for each rule, so that what benefits bring and prices cost bounds every plan. The rows of
 * the budgets come first. Where rules contradict each other, the contradiction is priced so many `times` above all benefit.
 */
export function priceProblem({ problem, program, open }: OpenProblem, times = 4): Priced {
  const weights = problem.pairs.map((pair) => pair.units);
  const ruleRows = program.ruleRows.flat();
  const rows = ruleRows.map(({ row }) => row);
  const groups = problem.lines.map((line) => line.pairs);
  const { possible, prices: all } = open.price(weights);
  const prices = ruleRows.map(({ place }) => all[place] ?? 0);
  const priced = priceOptions({ rows, groups, weights, prices });
  return possible ? priced : atPrices(priced, aboveAllBenefit(priced, priced.prices, times));
}
