import type { Id } from "../../scenarios/model/identifiers";
import type { Pence } from "../../scenarios/model/money";
import { approximate, type Rational } from "../../scenarios/model/rational";
import type { Priorities, PriorityLevel, PriorityLine, Scenario } from "../../scenarios/model/scenario";
import type { Choice, Plan, Selection } from "../../scenarios/optimise/plan";
import { buildProblem, type Pair, type Problem } from "../../scenarios/optimise/problem";
import type { Address, Cell } from "./report-table";

/** A scenario's priorities with the plan that follows from them: what the tables of a prioritisation are made of. */
export type Prioritised = {
  readonly scenario: Scenario;
  readonly priorities: Priorities;
  readonly plan: Plan;
  readonly problem: Problem;
};

export function prioritised(scenario: Scenario, plan: Plan): Prioritised {
  const { priorities } = scenario;
  if (priorities === undefined) throw new Error(`${scenario.id} has no priorities`);
  return { scenario, priorities, plan, problem: buildProblem(priorities) };
}

/** The line with this id; ours to know that there is one. */
export function lineOf({ priorities }: Pick<Prioritised, "priorities">, id: Id): PriorityLine {
  const line = priorities.lines.find((one) => one.id === id);
  if (line === undefined) throw new Error(`no such line: ${id}`);
  return line;
}

export function lineName(view: Pick<Prioritised, "priorities">, id: Id): string {
  return lineOf(view, id).name;
}

export const levelName = ({ id, name }: Pick<PriorityLevel, "id" | "name">): string => name ?? id;

/** A line with its level, where it has more than one: "Tiered workforce training (Full)". */
export function choiceName(view: Pick<Prioritised, "priorities">, { line: id, level }: Choice): string {
  const line = lineOf(view, id);
  const found = line.levels.find((one) => one.id === level);
  if (found === undefined) throw new Error(`no such level: ${id} ${level}`);
  return line.levels.length === 1 ? line.name : `${line.name} (${levelName(found)})`;
}

export function pairOf({ problem }: Pick<Prioritised, "problem">, { line, level }: Choice): Pair {
  const pair = problem.pairs.find((one) => one.lineId === line && one.level === level);
  if (pair === undefined) throw new Error(`no such level: ${line} ${level}`);
  return pair;
}

export const picksOf = (
  view: Pick<Prioritised, "problem">,
  { chosen }: Pick<Selection, "chosen">,
): number[] => chosen.map((choice) => pairOf(view, choice).place);

/** {@link picksOf} for many plans of one problem. */
export function picksFinder({
  problem: { pairs },
}: Pick<Prioritised, "problem">): (selection: Pick<Selection, "chosen">) => number[] {
  const keyOf = ({ line, level }: Choice): string => `${line} ${level}`;
  const places = new Map(pairs.map(({ choice, place }) => [keyOf(choice), place]));
  return ({ chosen }) => chosen.map((choice) => places.get(keyOf(choice)) ?? -1);
}

export function choiceIn({ chosen }: Pick<Selection, "chosen">, line: Id): Choice | undefined {
  return chosen.find((choice) => choice.line === line);
}

/** "In: Reduce" where there are levels to choose from, "In" where there is one, "Out". */
export function inOrOut(selection: Pick<Selection, "chosen">, line: PriorityLine): string {
  const choice = choiceIn(selection, line.id);
  if (choice === undefined) return "Out";
  const level = line.levels.find(({ id }) => id === choice.level);
  return line.levels.length === 1 || level === undefined ? "In" : `In: ${levelName(level)}`;
}

/** What a selection costs over all budgets. */
export function costOf({ costs }: Pick<Selection, "costs">): Pence {
  return [...costs.values()].reduce((sum, cost) => sum + cost, 0n);
}

/** What benefit is counted in, for headings. */
export function benefitUnit({ benefit }: Priorities): string {
  return benefit === "score-times-people" ? "score × people" : "points of score";
}

const TWO_DECIMALS = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A score or a benefit as it is said: "438.25". */
export function formatBenefit(benefit: Rational | number): string {
  return TWO_DECIMALS.format(typeof benefit === "number" ? benefit : approximate(benefit)).replace("-", "−");
}

/** A score or a benefit in a table. */
export function benefitCell(benefit: Rational): Cell {
  return { value: approximate(benefit), words: formatBenefit(benefit) };
}

/** By column: the benefit of a line at a level is explained by its points and weights. */
export const explainBenefit = (
  { line, level }: Choice,
  columns: readonly string[],
): Readonly<Record<string, Address>> =>
  Object.fromEntries(columns.map((column) => [column, ["level", line, level]]));

/** Benefit for each £1,000; null where nothing is paid. */
export function valueForMoney({ benefit, cost }: Pick<Pair, "benefit" | "cost">): number | null {
  return cost <= 0n ? null : approximate(benefit.mul(100_000n).div(cost));
}

/** "1 line", "14 lines" */
export function linesWords(count: number): string {
  return `${count} ${count === 1 ? "line" : "lines"}`;
}
