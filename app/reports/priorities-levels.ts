import { approximate, parseDecimal } from "../../scenarios/model/rational";
import { parseMoney } from "../../scenarios/model/money";
import type { Priorities, PriorityLevel, Scenario } from "../../scenarios/model/scenario";
import { buildProblem } from "../../scenarios/optimise/problem";
import { benefitCell } from "./priorities";
import type { Cell, ReportColumn, ReportTable } from "./report-table";

/** The field of a level behind each column in which something is entered, by the id of the column. */
export function levelColumns({ priorities }: Scenario): Readonly<Record<string, string>> {
  const { budgets = [], criteria = [] } = priorities ?? {};
  return {
    level: "name",
    ...Object.fromEntries(budgets.map(({ id }) => [`cost-${id}`, `costs/${id}`])),
    ...Object.fromEntries(criteria.map(({ id }) => [`score-${id}`, `scores/${id}`])),
    people: "people",
    ...(hasGiven(priorities) ? { given: "benefit" } : {}),
  };
}

const hasGiven = (priorities: Priorities | undefined): boolean =>
  priorities?.lines.some(({ levels }) => levels.some(({ benefit }) => benefit !== undefined)) === true;

/** Every level of every line with what is entered of it, and the score that follows: what the grid shows. */
export function buildLevelsTable({ priorities }: Scenario): ReportTable {
  const { budgets = [], criteria = [], lines = [] } = priorities ?? {};
  const isGiven = hasGiven(priorities);
  const pairs = priorities === undefined ? [] : buildProblem(priorities).pairs;
  const rows = lines.flatMap((line) =>
    line.levels.map((level) => {
      const pair = pairs.find((one) => one.lineId === line.id && one.level === level.id);
      const score = level.scores === undefined || pair === undefined ? null : benefitCell(pair.score);
      return {
        id: `${line.id}/levels/${level.id}`,
        cells: [
          line.name,
          level.name ?? null,
          ...budgets.map(({ id }) => costCell(level, id)),
          ...criteria.map(({ id }) => decimalCell(level.scores?.[id])),
          decimalCell(level.people),
          ...(isGiven ? [decimalCell(level.benefit)] : []),
          score,
        ],
      };
    }),
  );
  return {
    id: "edit-priority-scores",
    title: "Costs and points",
    note: "Each level of each line: what it costs, and from 0 to 100 how far it meets each criterion. The score is the sum of weight × points ÷ 100.",
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "level", label: "Level", kind: "text" },
      ...budgets.map(
        ({ id, name }): ReportColumn => ({
          ...{ id: `cost-${id}`, kind: "money" },
          label: budgets.length > 1 ? `Cost: ${name}` : "Cost",
        }),
      ),
      ...criteria.map(({ id, name }): ReportColumn => ({ id: `score-${id}`, label: name, kind: "quantity" })),
      { id: "people", label: "People", kind: "quantity" },
      ...(isGiven
        ? [{ id: "given", label: "Benefit instead of points", kind: "quantity" } satisfies ReportColumn]
        : []),
      { id: "score", label: "Total score", kind: "quantity" },
    ],
    rows,
  };
}

function costCell({ costs }: PriorityLevel, budget: string): Cell {
  const cost = costs[budget];
  return cost === undefined ? null : parseMoney(cost);
}

function decimalCell(text: string | undefined): Cell {
  return text === undefined ? null : approximate(parseDecimal(text));
}
