import type { Pence } from "../model/money";
import { rational } from "../model/rational";
import { evaluatePlan, type Picks } from "./evaluate-plan";
import type { Selection } from "./plan";
import type { Pair, Problem } from "./problem";

/** The three lists that the best plan is shown beside (rules §9). */
export type RankLists = {
  /** By score, stopping at the first pair that does not fit. */
  readonly rankByScore: Selection;
  /** By score, passing over what does not fit. */
  readonly rankByScoreSkipping: Selection;
  /** By benefit ÷ cost over all budgets, passing over what does not fit. */
  readonly rankByValue: Selection;
};

/**
 * Ranks (line, level) pairs: lines that must be funded first, then by score, or by benefit ÷ cost over all budgets
 * (no cost: first), ties by line id, then level id; then takes them in turn while they fit every budget. A pair of a
 * line already taken, or against `mustNot`, `requires` or `excludes`, is passed over; equity is ignored (rules §9).
 *
 * Example: of the table of §9 at £850,000, by score and stop brings 278.00, skip and go on 386.50, by value 417.25
 * beyond the two that must be funded.
 */
export function rankLists(problem: Problem): RankLists {
  const byScore = ranked(problem, (a, b) => b.score.compare(a.score));
  const byValue = ranked(problem, compareValue);
  return {
    rankByScore: evaluatePlan(problem, take(problem, { pairs: byScore, stopWhenFull: true })),
    rankByScoreSkipping: evaluatePlan(problem, take(problem, { pairs: byScore, stopWhenFull: false })),
    rankByValue: evaluatePlan(problem, take(problem, { pairs: byValue, stopWhenFull: false })),
  };
}

function ranked(problem: Problem, compare: (a: Pair, b: Pair) => number): Pair[] {
  const must = new Set(problem.rules.flatMap((rule) => (rule.kind === "must-fund" ? [rule.line] : [])));
  const last = (pair: Pair): number => (must.has(pair.line) ? 0 : 1);
  return [...problem.pairs].sort((a, b) => last(a) - last(b) || compare(a, b) || a.order - b.order);
}

/** More benefit for each penny first, by cross-multiplication; what costs nothing before all else. */
function compareValue(a: Pair, b: Pair): number {
  if (a.cost <= 0n || b.cost <= 0n) return (a.cost <= 0n ? 0 : 1) - (b.cost <= 0n ? 0 : 1);
  return b.benefit.mul(rational(a.cost)).compare(a.benefit.mul(rational(b.cost)));
}

function take(
  problem: Problem,
  list: { readonly pairs: readonly Pair[]; readonly stopWhenFull: boolean },
): Picks {
  const taken: number[] = [];
  const lines = new Set<number>();
  const left = problem.budgets.map(({ amount }) => amount);
  for (const pair of list.pairs) {
    if (lines.has(pair.line) || againstRules({ problem, pair, lines })) continue;
    const fits = left.every((amount, budget) => (pair.costs[budget] as Pence) <= amount);
    if (!fits && list.stopWhenFull) break;
    if (!fits) continue;
    taken.push(pair.place);
    lines.add(pair.line);
    pair.costs.forEach((cost, budget) => {
      left[budget] = (left[budget] as Pence) - cost;
    });
  }
  return taken;
}

function againstRules(input: {
  readonly problem: Problem;
  readonly pair: Pair;
  readonly lines: ReadonlySet<number>;
}): boolean {
  const { problem, pair, lines } = input;
  return problem.rules.some((rule) => {
    if (rule.kind === "must-not") return rule.line === pair.line;
    if (rule.kind === "requires") {
      return rule.line === pair.line && rule.other !== pair.line && !lines.has(rule.other);
    }
    if (rule.kind !== "excludes") return false;
    const both = (one: number, other: number): boolean =>
      one === pair.line && (other === pair.line || lines.has(other));
    return both(rule.line, rule.other) || both(rule.other, rule.line);
  });
}
