import { smallerOf, sumRationals } from "../model/rational";
import { evaluatePlan, pairsOf } from "./evaluate-plan";
import { planObeying } from "./obey";
import type { OpenProblem } from "./open-problem";
import type { WayOut } from "./plan";
import type { EquityRule, Pair, Rule } from "./problem";

/**
 * For each rule of a conflict the least change of it that lets a plan obey all the others: how far a budget has to
 * rise, how far an equity minimum has to fall, or that dropping the rule is enough (rules §9, beside the conflict).
 *
 * Example: two lines of £60 and £70 that must be funded from £100: raise the budget to 130.00, by 30.00, or drop
 * either must-fund rule.
 */
export function waysOut(opened: OpenProblem, conflict: readonly number[]): WayOut[] {
  return conflict.map((place) => {
    const inForce = new Set(opened.problem.rules.keys());
    const rule = opened.problem.rules[place] as Rule;
    opened.problem.rules.forEach((other, at) => {
      if (at === place || isSaidBack(rule, other)) inForce.delete(at);
    });
    return wayOut({ opened, inForce, rule });
  });
}

/** Of two lines that exclude each other either may say so, or both: to drop it, it goes from both. */
export function isSaidBack(rule: Rule, other: Rule): boolean {
  return (
    rule.kind === "excludes" &&
    other.kind === "excludes" &&
    other.line === rule.other &&
    other.other === rule.line
  );
}

type Freed<Kind extends Rule> = {
  readonly opened: OpenProblem;
  readonly inForce: ReadonlySet<number>;
  readonly rule: Kind;
};

function wayOut({ opened, inForce, rule }: Freed<Rule>): WayOut {
  switch (rule.kind) {
    case "budget":
      return raise({ opened, inForce, rule });
    case "equity":
      return lower({ opened, inForce, rule });
    default:
      return planObeying(opened, { inForce }) === null
        ? { rule: rule.path, enough: false }
        : { rule: rule.path, enough: true, way: "drop" };
  }
}

function raise({ opened, inForce, rule }: Freed<Rule & { readonly kind: "budget" }>): WayOut {
  const cheapest = planObeying(opened, { inForce, most: (pair) => -(pair.pence[rule.budget] as number) });
  const budget = opened.problem.budgets[rule.budget];
  if (cheapest === null || budget === undefined) return { rule: rule.path, enough: false };
  const to = evaluatePlan(opened.problem, cheapest).costs.get(budget.id) ?? 0n;
  return { rule: rule.path, enough: true, way: "raise", to, by: to - budget.amount };
}

/** As many of its lines as can be, then as much of their benefit as can be with so many; never more than is asked for. */
function lower({ opened, inForce, rule }: Freed<EquityRule>): WayOut {
  const { problem, open } = opened;
  const counts = (pair: Pair): boolean => rule.lines.includes(pair.line);
  const mostLines = planObeying(opened, { inForce, most: (pair) => (counts(pair) ? 1 : 0) });
  if (mostLines === null) return { rule: rule.path, enough: false };
  const reached = pairsOf(problem, mostLines).filter(counts).length;
  const minimumLines = rule.minimumLines === null ? null : Math.min(rule.minimumLines, reached);
  const columns = problem.pairs.filter(counts).map((pair) => pair.place);
  const values = columns.map(() => 1);
  const row = open.addRow({ lower: minimumLines ?? 0, upper: Infinity, columns, values });
  const most = planObeying(opened, { inForce, most: (pair) => (counts(pair) ? pair.units : 0) });
  open.limitRow(row, -Infinity, Infinity);
  const benefit = sumRationals(
    pairsOf(problem, most ?? mostLines)
      .filter(counts)
      .map((pair) => pair.benefit),
  );
  const minimumBenefit = rule.minimumBenefit === null ? null : smallerOf(rule.minimumBenefit, benefit);
  return { rule: rule.path, enough: true, way: "lower", minimumLines, minimumBenefit };
}
