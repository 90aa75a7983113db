import { type Pence, sumPence } from "../model/money";
import { type Rational, sumRationals } from "../model/rational";
import type { Selection } from "./plan";
import type { Pair, Problem, Rule } from "./problem";

/** A plan: places of the chosen pairs in `Problem.pairs`. */
export type Picks = readonly number[];

/**
 * What a plan brings and costs, exactly, from the pairs themselves and nothing that a solver said (rules §9).
 * Example: {training £25,000, hospital £48,000} brings 50.50 + 58.00 as the table of §9 scores them, for £73,000.00.
 */
export function evaluatePlan(problem: Problem, picks: Picks): Selection {
  const chosen = pairsOf(problem, picks);
  return {
    chosen: chosen.map(({ choice }) => choice),
    benefit: benefitOf(chosen),
    costs: new Map(problem.budgets.map(({ id }, budget) => [id, spentFrom(chosen, budget)])),
  };
}

/** The rules that a plan breaks, exactly, in the order of the file; none when it obeys all (rules §9). */
export function brokenRules(problem: Problem, picks: Picks): Rule[] {
  const chosen = pairsOf(problem, picks);
  const lines = new Set(chosen.map((pair) => pair.line));
  return problem.rules.filter((rule) => !obeys({ problem, chosen, lines, rule }));
}

/**
 * The gate behind every solver: returns the plan when it is one and obeys every rule, throws with the rules that it
 * breaks otherwise. Nothing that does not pass is ever shown.
 */
export function confirmPlan(problem: Problem, picks: Picks): Picks {
  const lines = picks.map((place) => problem.pairs[place]?.line);
  if (lines.includes(undefined) || new Set(lines).size !== lines.length)
    throw new Error(
      `not a plan: pairs ${picks.join(", ")} of ${problem.pairs.length}, one level of a line at most`,
    );
  const broken = brokenRules(problem, picks);
  if (broken.length > 0) {
    const chosen = pairsOf(problem, picks).map(({ lineId, level }) => `${lineId} ${level}`);
    throw new Error(`a plan breaks ${broken.map((rule) => rule.path).join(", ")}: ${chosen.join(", ")}`);
  }
  return picks;
}

/** The chosen pairs in the order of the file. */
export function pairsOf(problem: Problem, picks: Picks): Pair[] {
  return [...picks].sort((a, b) => a - b).map((place) => problem.pairs[place] as Pair);
}

function obeys(input: {
  readonly problem: Problem;
  readonly chosen: readonly Pair[];
  readonly lines: ReadonlySet<number>;
  readonly rule: Rule;
}): boolean {
  const { problem, chosen, lines, rule } = input;
  switch (rule.kind) {
    case "budget":
      return spentFrom(chosen, rule.budget) <= (problem.budgets[rule.budget]?.amount ?? 0n);
    case "must-fund":
      return lines.has(rule.line);
    case "must-not":
      return !lines.has(rule.line);
    case "requires":
      return !lines.has(rule.line) || lines.has(rule.other);
    case "excludes":
      return !lines.has(rule.line) || !lines.has(rule.other);
    case "equity": {
      const counted = chosen.filter((pair) => rule.lines.includes(pair.line));
      const enoughLines = rule.minimumLines === null || counted.length >= rule.minimumLines;
      return enoughLines && (rule.minimumBenefit === null || benefitOf(counted).gte(rule.minimumBenefit));
    }
  }
}

function benefitOf(pairs: readonly Pair[]): Rational {
  return sumRationals(pairs.map((pair) => pair.benefit));
}

function spentFrom(pairs: readonly Pair[], budget: number): Pence {
  return sumPence(pairs.map((pair) => pair.costs[budget] ?? 0n));
}
