import type { PriorityLevel, Scenario } from "../../../scenarios/model/scenario";
import type { JsonObject } from "../../../scenarios/changes/json";
import type { ListRule } from "../list-rule";
import { buildLevelsTable, levelColumns } from "../../reports/priorities-levels";
import { levelGroups } from "./priority-groups";

/** A level starts at no cost and no points on every criterion. */
const blankLevel = ({ priorities }: Scenario): JsonObject => ({
  costs: Object.fromEntries((priorities?.budgets ?? []).slice(0, 1).map(({ id }) => [id, "0.00"])),
  scores: Object.fromEntries((priorities?.criteria ?? []).map(({ id }) => [id, "0"])),
});

/** Weights sum to 100 only all together, so criteria come as a whole: before there are lines with points on them. */
function withoutCriteria(scenario: Scenario): Scenario | null {
  const { priorities } = scenario;
  if (priorities === undefined || priorities.lines.length > 0) return null;
  return { ...scenario, priorities: { ...priorities, criteria: [] } };
}

/** Lines with their levels, budgets, criteria and rules of fairness. */
export const PRIORITY_LISTS: readonly ListRule[] = [
  {
    pattern: "/priorities/lines/*",
    one: "line",
    page: "priorities/lines",
    fields: () => [
      "name",
      "objective",
      "areas",
      "mustFund",
      "mustFundReason",
      "mustNot",
      "requires",
      "excludes",
      "lagMonths",
    ],
    // A line has at least one level, with points on every criterion: they are filled in on the form of the line.
    blank: (scenario) => ({ levels: [{ id: "whole", ...blankLevel(scenario) }] }),
    grid: {
      id: "edit-priority-lines",
      title: "Lines",
      note: "A new line starts at no cost and no points: open it to enter its cost, its points and the people that it reaches.",
      empty: "No line is entered. Enter what could be funded; each line then gets its cost and its points.",
    },
  },
  {
    pattern: "/priorities/budgets/*",
    one: "budget",
    page: "priorities/budgets",
    fields: () => ["name", "amount"],
    blank: () => ({ amount: "0.00" }),
    grid: {
      id: "edit-priority-budgets",
      title: "Budgets",
      note: "A line draws on a budget once a cost is entered for it on the form of the line.",
      empty: "No budget is entered, so no line can be paid for. Enter the money that there is.",
    },
  },
  {
    pattern: "/priorities/equity/#",
    one: "rule of fairness",
    page: "priorities/budgets",
    fields: () => ["areas", "minimumLines", "minimumBenefit"],
    blank: () => ({ areas: [] }),
    grid: {
      id: "edit-priority-equity",
      title: "Fairness between areas",
      note: "At least so many lines, or so much benefit, for some areas together. A line counts, in full, when one of its areas is among them.",
      empty:
        "No area is promised anything. Enter a rule where every plan has to do at least so much for some areas.",
    },
  },
  {
    pattern: "/priorities/lines/*/levels/*",
    one: "level",
    page: "priorities/lines/{id}",
    fields: () => ["name"],
    groups: (scenario, element) => levelGroups(scenario, element as PriorityLevel | undefined),
    blank: blankLevel,
    grid: {
      id: "edit-priority-scores",
      page: "priorities/scores",
      one: "line",
      title: "Costs and points",
      note: "Each level of each line: what it costs, and from 0 to 100 how far it meets each criterion. The score is the sum of weight × points ÷ 100.",
      empty:
        "No line is entered. Enter what could be funded with its cost and points, or paste all lines from a spreadsheet.",
      keys: ["line", "level"],
      report: {
        build: ({ scenario }) => buildLevelsTable(scenario),
        fields: levelColumns,
      },
      outer: { line: "name" },
    },
  },
  {
    pattern: "/priorities/criteria/*",
    one: "criterion",
    page: "priorities/criteria",
    fields: () => ["name", "weight", "low", "high"],
    grid: {
      id: "edit-priority-criteria",
      title: "Criteria and weights",
      note: "What 0 and 100 points mean on each, and how much the step between them counts: the weights sum to 100.",
      empty: "No criterion is entered. Enter what every line is scored on.",
      replaces: withoutCriteria,
    },
  },
];
