import { approximate, parseDecimal, sumRationals } from "../../scenarios/model/rational";
import type { PriorityLevel, PriorityLine } from "../../scenarios/model/scenario";
import { benefitCell, benefitUnit, choiceName, explainBenefit, type Prioritised, pairOf } from "./priorities";
import type { Cell, ReportRow, ReportTable } from "./report-table";

/** The criteria with their weights, and what 0 and 100 points mean. */
export function buildCriteriaTable({ priorities }: Prioritised): ReportTable {
  const weights = priorities.criteria.map(({ weight }) => parseDecimal(weight));
  return {
    id: "priorities-criteria",
    title: "Criteria and weights",
    note: "Scores go from 0 to 100 on scales whose ends are described. A weight says how much the whole step from 0 to 100 counts; the weights sum to 100.",
    columns: [
      { id: "criterion", label: "Criterion", kind: "text" },
      { id: "weight", label: "Weight", kind: "quantity" },
      { id: "low", label: "0 points", kind: "text" },
      { id: "high", label: "100 points", kind: "text" },
    ],
    rows: priorities.criteria.map(({ id, name, low, high }, place) => ({
      id,
      cells: [name, approximate(weights[place] ?? parseDecimal("0")), low ?? null, high ?? null],
    })),
    total: { id: "total", cells: ["Sum", approximate(sumRationals(weights)), null, null] },
  };
}

/** What each level of each line costs, how it scores on each criterion, and what that comes to. */
export function buildScoresTable(view: Prioritised): ReportTable {
  const { priorities } = view;
  const timesPeople = priorities.benefit === "score-times-people";
  const anyPeople = timesPeople || priorities.lines.some(({ levels }) => levels.some(hasPeople));
  return {
    id: "priorities-scores",
    title: "Scores",
    note: `Score = the sum of weight × points ÷ 100. Benefit is counted in ${benefitUnit(priorities)}. A line opens its form.`,
    columns: [
      { id: "line", label: "Line and level", kind: "text" },
      ...priorities.budgets.map(({ id, name }) => ({
        id: `cost-${id}`,
        label: `Cost: ${name}`,
        kind: "money" as const,
      })),
      ...priorities.criteria.map(({ id, name, weight }) => ({
        id: `score-${id}`,
        label: `${name} (weight ${weight})`,
        kind: "quantity" as const,
      })),
      { id: "score", label: "Total score", kind: "quantity" },
      ...(anyPeople ? [{ id: "people", label: "People", kind: "quantity" as const }] : []),
      { id: "benefit", label: "Benefit", kind: "quantity" },
    ],
    rows: priorities.lines.flatMap((line) =>
      line.levels.map((level) => scoreRow(view, { line, level, anyPeople })),
    ),
  };
}

const hasPeople = ({ people }: PriorityLevel): boolean => people !== undefined;

function scoreRow(
  view: Prioritised,
  {
    line,
    level,
    anyPeople,
  }: { readonly line: PriorityLine; readonly level: PriorityLevel; readonly anyPeople: boolean },
): ReportRow {
  const { criteria, budgets } = view.priorities;
  const choice = { line: line.id, level: level.id };
  const pair = pairOf(view, choice);
  const given = level.benefit === undefined ? null : "Benefit is given";
  return {
    id: `${line.id}/${level.id}`,
    cells: [
      choiceName(view, choice),
      ...budgets.map((_, place) => pair.costs[place] ?? 0n),
      ...criteria.map(({ id }) => decimalCell(level.scores?.[id])),
      given === null ? benefitCell(pair.score) : { value: null, words: given },
      ...(anyPeople ? [decimalCell(level.people)] : []),
      benefitCell(pair.benefit),
    ],
    explains: explainBenefit(choice, ["score", "benefit"]),
  };
}

function decimalCell(text: string | undefined): Cell {
  return text === undefined ? null : approximate(parseDecimal(text));
}
