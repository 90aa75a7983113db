import { parts } from "../model/rational";
import { greatestCommonDivisor } from "./compare-plans";
import type { Pair, Problem, Rule } from "./problem";
import type { Program, Row } from "./solver";

/** A problem as the solver gets it: one 0-1 column a pair, and rows that are found again. */
export type PlanProgram = {
  readonly program: Program;
  /** For each rule of the problem its rows, with the bounds that enforce it. */
  readonly ruleRows: readonly (readonly { readonly place: number; readonly row: Row }[])[];
  /** Open rows over all columns: benefit in units, cost over all budgets in pence, and the number of lines. */
  readonly benefitRow: number;
  readonly costRow: number;
  readonly linesRow: number;
};

/** Everything in whole numbers: money in pence, benefit in units; each row divided by what its figures share. */
export function buildProgram(problem: Problem): PlanProgram {
  const rows: Row[] = problem.lines
    .filter((line) => line.pairs.length > 1)
    .map((line) => ({ lower: -Infinity, upper: 1, columns: line.pairs, values: line.pairs.map(() => 1) }));
  const ruleRows = problem.rules.map((rule) =>
    rowsOf(problem, rule).map((row) => ({ place: rows.push(row) - 1, row })),
  );
  const open = (weigh: (pair: Pair) => number): number =>
    rows.push(rowOver(problem.pairs, weigh, { lower: -Infinity, upper: Infinity })) - 1;
  const benefitRow = open((pair) => pair.units);
  const costRow = open((pair) => pair.totalPence);
  const linesRow = open(() => 1);
  return { program: { columns: problem.pairs.length, rows }, ruleRows, benefitRow, costRow, linesRow };
}

/** The rows that enforce a rule. */
function rowsOf(problem: Problem, rule: Rule): Row[] {
  const ofLine =
    (line: number): ((pair: Pair) => number) =>
    (pair) =>
      pair.line === line ? 1 : 0;
  const over = (weigh: (pair: Pair) => number, lower: number, upper: number): Row[] => [
    rowOver(pairsOf(problem, rule), weigh, { lower, upper }),
  ];
  switch (rule.kind) {
    case "budget":
      return [budgetRow(problem, rule.budget)];
    case "must-fund":
      return over(ofLine(rule.line), 1, Infinity);
    case "must-not":
      return over(ofLine(rule.line), -Infinity, 0);
    case "requires":
      return over((pair) => ofLine(rule.line)(pair) - ofLine(rule.other)(pair), -Infinity, 0);
    case "excludes":
      return over((pair) => ofLine(rule.line)(pair) + ofLine(rule.other)(pair), -Infinity, 1);
    case "equity": {
      const { minimumLines, minimumUnits } = equityMinimum(problem, rule);
      return [
        ...(minimumLines === null ? [] : over(() => 1, minimumLines, Infinity)),
        ...(minimumUnits === null ? [] : over((pair) => pair.units, minimumUnits, Infinity)),
      ];
    }
  }
}

/** Of the lines that a rule is about. */
function pairsOf({ pairs, lines }: Problem, rule: Rule): readonly Pair[] {
  if (rule.kind === "budget") return pairs;
  const about = "lines" in rule ? rule.lines : "other" in rule ? [rule.line, rule.other] : [rule.line];
  const places = [...new Set(about)].sort((a, b) => a - b).flatMap((line) => lines[line]?.pairs ?? []);
  return places.map((place) => pairs[place] as Pair);
}

/** What an equity rule asks for, its benefit in whole units: benefits are whole, so a part of one asks for the next. */
export function equityMinimum(
  problem: Problem,
  rule: Rule & { readonly kind: "equity" },
): { readonly minimumLines: number | null; readonly minimumUnits: number | null } {
  const { minimumLines, minimumBenefit } = rule;
  const units =
    minimumBenefit === null ? null : Number(parts(minimumBenefit.div(problem.unit).ceil()).numerator);
  return { minimumLines, minimumUnits: units };
}

function budgetRow(problem: Problem, budget: number): Row {
  const row = rowOver(problem.pairs, (pair) => pair.pence[budget] as number, { lower: -Infinity, upper: 0 });
  const shared = sharedBy(row.values);
  const amount = problem.budgets[budget]?.amount ?? 0n;
  return {
    ...row,
    upper: Number(floorDivide(amount, BigInt(shared))),
    values: row.values.map((value) => value / shared),
  };
}

/** What the row of each budget is limited to at some amounts, as {@link buildProgram} counts it. */
export function limitsAt(problem: Problem): (budgets: Problem["budgets"]) => number[] {
  const shared = sharedPence(problem).map(BigInt);
  return (budgets) => budgets.map(({ amount }, budget) => Number(floorDivide(amount, shared[budget] ?? 1n)));
}

/** By budget so many pence are one of what its row counts. */
export const sharedPence = ({ budgets, pairs }: Problem): number[] =>
  budgets.map((_, budget) => sharedBy(pairs.map(({ pence }) => pence[budget] as number)));

const sharedBy = (pence: readonly number[]): number => pence.reduce(greatestCommonDivisor, 0) || 1;

function floorDivide(amount: bigint, by: bigint): bigint {
  return (amount - (((amount % by) + by) % by)) / by;
}

function rowOver(
  pairs: readonly Pair[],
  weigh: (pair: Pair) => number,
  bounds: { readonly lower: number; readonly upper: number },
): Row {
  const columns: number[] = [];
  const values: number[] = [];
  for (const pair of pairs) {
    const value = weigh(pair);
    if (value === 0) continue;
    columns.push(pair.place);
    values.push(value);
  }
  return { ...bounds, columns, values };
}
