import { compareIds, type Id } from "../model/identifiers";
import type { Issue } from "../model/issue";
import { type Pence, parseMoney, sumPence } from "../model/money";
import { parseDecimal, parts, type Rational, rational, sumRationals, ZERO } from "../model/rational";
import type { DecimalText, Priorities, PriorityLevel, PriorityLine } from "../model/scenario";

/**
 * A budget prioritisation in exact numbers: which (line, level) pairs there are, and the rules that a plan obeys.
 * A plan is a list of places of `pairs`; choosing at most one level of a line is no rule but what a plan is.
 */
export type Problem = {
  readonly budgets: readonly { readonly id: Id; readonly amount: Pence }[];
  readonly lines: readonly ProblemLine[];
  /** In the order of the file. */
  readonly pairs: readonly Pair[];
  /** In the order of the file: budgets, then line by line, then equity. */
  readonly rules: readonly Rule[];
  /** Benefit of one unit of `Pair.units`: the largest of which every benefit is a whole multiple. */
  readonly unit: Rational;
};

export type ProblemLine = {
  readonly id: Id;
  readonly areas: readonly Id[];
  /** Places of its levels in `Problem.pairs`. */
  readonly pairs: readonly number[];
};

export type Pair = {
  readonly place: number;
  /** Place of its line. */
  readonly line: number;
  readonly lineId: Id;
  readonly level: Id;
  /** One value for all plans that choose it: of a thousand plans only their lists are kept and sent. */
  readonly choice: { readonly line: Id; readonly level: Id };
  readonly score: Rational;
  readonly benefit: Rational;
  /** By budget; 0 where the line does not draw on it. */
  readonly costs: readonly Pence[];
  /** Over all budgets. */
  readonly cost: Pence;
  /** The benefit in whole units, and the costs in pence, as numbers that are exact: all sums stay below 2^53. */
  readonly units: number;
  readonly pence: readonly number[];
  readonly totalPence: number;
  /** Place among all pairs by line id, then level id: the last tie-break. */
  readonly order: number;
};

/** A rule that a plan obeys, by its path in the scenario file; `line` and `other` are places of lines. */
export type Rule = { readonly path: string } & (
  | { readonly kind: "budget"; readonly budget: number }
  | { readonly kind: "must-fund" | "must-not"; readonly line: number }
  | { readonly kind: "requires" | "excludes"; readonly line: number; readonly other: number }
  | EquityRule
);

/** At least so many lines, or so much benefit, for a group of areas: a line counts in full when one of its areas is in it. */
export type EquityRule = {
  readonly path: string;
  readonly kind: "equity";
  readonly lines: readonly number[];
  readonly minimumLines: number | null;
  readonly minimumBenefit: Rational | null;
};

/** What all budgets come to, in pence: the money that a plan may cost at most. */
export const sumOfBudgets = ({ budgets }: Pick<Priorities, "budgets">): Pence =>
  sumPence(budgets.map(({ amount }) => parseMoney(amount)));

/**
 * The prioritisation of a scenario in exact numbers (rules §9), provided that {@link sizeIssue} has nothing to say.
 *
 * Example: with weights 60 and 40 and scores 50 and 100 a level has a score of 70, and brings 7,000 when benefit
 * is score × people and it reaches 100.
 */
export function buildProblem(priorities: Priorities): Problem {
  const drafts = priorities.lines.flatMap((line, place) =>
    line.levels.map((level) => draftPair({ priorities, line, place, level })),
  );
  const unit = commonUnit(drafts.map((draft) => draft.benefit));
  const order = orderByIds(drafts);
  const pairs = drafts.map((draft, place) => ({
    ...draft,
    place,
    choice: { line: draft.lineId, level: draft.level },
    units: Number(parts(draft.benefit.div(unit)).numerator),
    pence: draft.costs.map(Number),
    totalPence: Number(draft.cost),
    order: order[place] as number,
  }));
  const ofLine = priorities.lines.map((): number[] => []);
  for (const { line, place } of pairs) ofLine[line]?.push(place);
  const lines = priorities.lines.map((line, place) => ({
    id: line.id,
    areas: line.areas ?? [],
    pairs: ofLine[place] ?? [],
  }));
  const budgets = priorities.budgets.map(({ id, amount }) => ({ id, amount: parseMoney(amount) }));
  return { budgets, lines, pairs, rules: rulesOf(priorities), unit };
}

type Draft = Pick<Pair, "line" | "lineId" | "level" | "score" | "benefit" | "costs" | "cost">;

function draftPair(input: {
  readonly priorities: Priorities;
  readonly line: PriorityLine;
  readonly place: number;
  readonly level: PriorityLevel;
}): Draft {
  const { priorities, line, place, level } = input;
  const costs = priorities.budgets.map(({ id }) => parseMoney(level.costs[id] ?? "0"));
  const score = scoreOf(priorities, level);
  const timesPeople = priorities.benefit === "score-times-people" && level.benefit === undefined;
  const benefit = timesPeople ? score.mul(given(level.people, `people of ${line.id} ${level.id}`)) : score;
  return { line: place, lineId: line.id, level: level.id, score, benefit, costs, cost: sumPence(costs) };
}

/**
 * Score of a level: Σ weight × score ÷ 100 on the criteria; a given `benefit` is used as it is (rules §9).
 * Example: refuge support of the table of §9 has 0.35 × 95 + 0.20 × 35 + 0.20 × 30 + 0.15 × 80 + 0.10 × 90 = 67.25.
 */
export function scoreOf(priorities: Pick<Priorities, "criteria">, level: PriorityLevel): Rational {
  if (level.benefit !== undefined) return parseDecimal(level.benefit);
  return sumRationals(
    priorities.criteria.map(({ id, weight }) =>
      parseDecimal(weight)
        .mul(given(level.scores?.[id], `score of ${level.id} for ${id}`))
        .div(100n),
    ),
  );
}

/** The document has been checked: what is not given is not zero but a mistake. */
function given(text: DecimalText | undefined, what: string): Rational {
  if (text === undefined) throw new Error(`not given: ${what}`);
  return parseDecimal(text);
}

/** The largest rational of which every benefit is a whole multiple; 1 when all are 0. */
function commonUnit(benefits: readonly Rational[]): Rational {
  const unit = benefits.reduce((common, benefit) => common.gcd(benefit), ZERO);
  return unit.equals(ZERO) ? unit.add(1n) : unit.abs();
}

function orderByIds(drafts: readonly Draft[]): number[] {
  const sorted = drafts.map((draft, place) => ({ draft, place }));
  sorted.sort(
    (a, b) => compareIds(a.draft.lineId, b.draft.lineId) || compareIds(a.draft.level, b.draft.level),
  );
  const order = drafts.map(() => 0);
  sorted.forEach(({ place }, position) => {
    order[place] = position;
  });
  return order;
}

/** Sums below this are exact in every step of the optimiser, with room to spare; HiGHS takes no larger figures either. */
const EXACT = 10n ** 15n;

/** An issue where figures with very many digits would go beyond what is exact; null otherwise. */
export function sizeIssue({ pairs, unit }: Problem): Issue | null {
  const exact = (figures: readonly Rational[]): boolean =>
    sumRationals(figures.map((figure) => figure.abs())).lt(EXACT);
  const path = "/priorities/lines";
  if (!exact(pairs.map((pair) => pair.benefit.div(unit)))) {
    const message = `The benefits have too many digits to be added exactly (the smallest step is ${unit.toString(12)}). Give weights, scores and people with fewer decimals.`;
    return { path, code: "too-fine", message };
  }
  if (exact(pairs.flatMap((pair) => pair.costs.map((cost) => rational(cost))))) return null;
  const message = "The costs of all lines together pass £10 trillion. Correct the costs.";
  return { path, code: "too-large", message };
}

function rulesOf(priorities: Priorities): Rule[] {
  const placeOf = new Map(priorities.lines.map((line, place) => [line.id, place]));
  const known = (id: Id): number => {
    const place = placeOf.get(id);
    if (place === undefined) throw new Error(`no such line: ${JSON.stringify(id)}`);
    return place;
  };
  return [
    ...priorities.budgets.map(({ id }, budget) => ({
      path: `/priorities/budgets/${id}`,
      kind: "budget" as const,
      budget,
    })),
    ...priorities.lines.flatMap((line, place) => rulesOfLine({ line, place, known })),
    ...equityRules(priorities),
  ];
}

function rulesOfLine(input: {
  readonly line: PriorityLine;
  readonly place: number;
  readonly known: (id: Id) => number;
}): Rule[] {
  const { line, place, known } = input;
  const path = `/priorities/lines/${line.id}`;
  const rules: Rule[] = [];
  if (line.mustFund === true) rules.push({ path: `${path}/mustFund`, kind: "must-fund", line: place });
  if (line.mustNot === true) rules.push({ path: `${path}/mustNot`, kind: "must-not", line: place });
  for (const id of line.requires ?? [])
    rules.push({ path: `${path}/requires/${id}`, kind: "requires", line: place, other: known(id) });
  for (const id of line.excludes ?? [])
    rules.push({ path: `${path}/excludes/${id}`, kind: "excludes", line: place, other: known(id) });
  return rules;
}

function equityRules(priorities: Priorities): Rule[] {
  return (priorities.equity ?? []).map(({ areas, minimumLines, minimumBenefit }, place) => ({
    path: `/priorities/equity/${place}`,
    kind: "equity" as const,
    lines: priorities.lines.flatMap((line, at) =>
      (line.areas ?? []).some((area) => areas.includes(area)) ? [at] : [],
    ),
    minimumLines: minimumLines ?? null,
    minimumBenefit: minimumBenefit === undefined ? null : parseDecimal(minimumBenefit),
  }));
}
