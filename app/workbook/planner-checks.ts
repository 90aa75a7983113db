import type { Evaluation } from "../../scenarios/model/evaluation";
import type { WorkbookCheck, WorkbookPlaces } from "./workbook-check";
import { monthsInState } from "./coverage-sheet";
import type { Sheet } from "./sheet";

/** Nothing has been changed and the figures are the planner's, or something has and they are the workbook's. */
export function plannerChecks(
  evaluation: Evaluation,
  at: WorkbookPlaces,
  sheets: readonly Sheet[],
): WorkbookCheck[] {
  const [inputs, summary] = [at("Inputs"), at("Summary")];
  const unchanged = `SUM(${inputs.column("changed")})=0`;
  const total = (amounts: readonly bigint[]): number =>
    Number(amounts.reduce((sum, amount) => sum + amount, 0n)) / 100;
  const figures = [
    ["cost", "cost", total([...evaluation.costs.values()].map((cost) => cost.total))],
    ["unfunded", "unfunded sum", total(evaluation.funding.unfunded)],
  ] as const;
  const coverage = sheets.find(({ name }) => name === "Coverage");
  const gaps = coverage === undefined ? null : monthsInState(coverage, "gap");
  return [
    ...figures.map(([row, words, figure]) => ({
      id: `planner-${row}`,
      about: `With the planner's assumptions the ${words} is the planner's`,
      formula: `IF(${unchanged},${summary.cell(row, "total")}-${figure},0)`,
      where: "Summary",
    })),
    ...(gaps === null
      ? []
      : [
          {
            id: "planner-gaps",
            about: "With the planner's assumptions the months with a gap are the planner's",
            formula: `IF(${unchanged},${gaps}-${evaluation.coverage.counts.gap},0)`,
            where: "Coverage",
            counts: true,
          },
        ]),
  ];
}
