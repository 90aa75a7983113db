import type { Priorities, PriorityLevel, PriorityLine, Scenario } from "../../scenarios/model/scenario";
import { levelName } from "../reports/priorities";
import type { FieldGroup, FieldTable } from "./field-group";
import { showField } from "./fields";
import { endsWords } from "./lists/priority-groups";

/** What the levels of a line cost, their points and the people that they reach: a row each, a column for each level. */
export function levelsForm(scenario: Scenario, { id, levels }: PriorityLine): readonly FieldGroup[] {
  const { priorities } = scenario;
  if (priorities === undefined) return [];
  const fieldOf = (level: PriorityLevel, key: string) =>
    showField(scenario, `/priorities/lines/${id}/levels/${level.id}/${key}`);
  const isOnly = levels.length === 1;
  const rows = rowsOf(priorities, levels).map(({ has = () => true, ...row }) => ({
    ...row,
    cells: levels.map((level) => (has(level) ? fieldOf(level, row.id) : null)),
  }));
  const instead = levels.filter((level) => level.benefit === undefined);
  return [
    {
      id: "costs-and-points",
      legend: isOnly ? "Cost and points" : "Costs and points of its levels",
      note: `Points go from 0 to 100.${priorities.budgets.length > 1 ? " Where a cost is empty, nothing is drawn from that budget." : ""}`,
      table: {
        corner: "Figure",
        columns: levels.map((level) => ({ id: level.id, name: isOnly ? "The line" : levelName(level) })),
        rows,
        explained: scalesOf(priorities),
      },
      fields: rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null)),
    },
    ...(instead.length === 0
      ? []
      : [
          {
            id: "given-benefit",
            legend: "A benefit instead of points",
            note: "Only where the benefit was worked out elsewhere: the points do not count then.",
            isExtra: true,
            isCompact: true as const,
            fields: instead.map((level) => fieldOf(level, "benefit")),
          },
        ]),
  ];
}

type FigureRow = Omit<FieldTable["rows"][number], "cells"> & {
  /** Whether a level has such a figure; each has one unless said. */
  readonly has?: (level: PriorityLevel) => boolean;
};

function rowsOf({ criteria, budgets, benefit }: Priorities, levels: readonly PriorityLevel[]): FigureRow[] {
  const isGiven = (level: PriorityLevel): boolean => level.benefit !== undefined;
  const isScored = (level: PriorityLevel): boolean => !isGiven(level) || level.scores !== undefined;
  return [
    ...(levels.length === 1 ? [] : [{ id: "name", name: "Name of the level" }]),
    ...budgets.map(({ id, name }) => ({
      id: `costs/${id}`,
      name: budgets.length === 1 ? "Cost" : `Cost from ${name}`,
    })),
    ...(levels.some(isScored) ? criteria : []).map(({ id, name, weight }) => ({
      ...{ id: `scores/${id}`, name, remark: `Weight ${weight}` },
      has: isScored,
    })),
    ...(levels.some(isGiven) ? [{ id: "benefit", name: "Benefit, instead of points", has: isGiven }] : []),
    {
      id: "people",
      name: "People in a year",
      remark: benefit === "score-times-people" ? "The benefit counts them" : "Shown, not counted",
    },
  ];
}

/** What both ends of each scale mean; null where none is said. */
function scalesOf({ criteria }: Priorities): FieldTable["explained"] {
  const terms = criteria.map((one) => ({ name: one.name, words: endsWords(one) }));
  const said = terms.filter(({ words }) => words !== "");
  return said.length === 0 ? null : { summary: "What 0 and 100 points mean", terms: said };
}
