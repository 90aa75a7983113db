import type { Sensitivity } from "../../scenarios/optimise/sensitivity";
import type { Prioritised } from "./priorities";
import { buildFrontierTable } from "./priorities-frontier";
import { buildPlanLinesTable, buildValueTable } from "./priorities-lines";
import { buildBudgetsTable, buildEquityTable, buildObjectivesTable } from "./priorities-money";
import { buildMustTable } from "./priorities-must";
import { movingBudgets } from "./priorities-moving";
import { buildRankingsTable } from "./priorities-rankings";
import { buildConflictTable, buildLineRulesTable } from "./priorities-rules";
import { buildAllLessTable, buildSavingsTable } from "./priorities-savings";
import { buildCriteriaTable, buildScoresTable } from "./priorities-scores";
import { buildRobustnessTable, buildWeightRangesTable, SENSITIVITY_TABLES } from "./priorities-sensitivity";
import type { ReportTable } from "./report-table";

/** Every table of a prioritisation, in the order of its page. */
export function prioritiesTables(view: Prioritised): readonly ReportTable[] {
  const isPlan = view.plan.status !== "infeasible";
  const tables: readonly (ReportTable | null)[] = [
    buildBudgetsTable(view),
    isPlan ? null : buildConflictTable(view),
    isPlan ? buildPlanLinesTable(view) : null,
    buildRankingsTable(view),
    movingBudgets(view) === null ? null : buildFrontierTable(view),
    buildSavingsTable(view),
    buildAllLessTable(view),
    buildValueTable(view),
    isPlan ? buildObjectivesTable(view) : null,
    isPlan ? buildMustTable(view) : null,
    isPlan ? buildEquityTable(view) : null,
    buildCriteriaTable(view),
    buildScoresTable(view),
    buildLineRulesTable(view),
  ];
  return tables.filter((table) => table !== null);
}

/** The ids of the tables begin alike, so that a page knows whose they are. */
export const isPrioritiesTable = (id: string): boolean => id.startsWith("priorities-");

/** The tables that rest on many plans, not on one. */
export const sensitivityTables = (view: Prioritised, sensitivity: Sensitivity): readonly ReportTable[] => [
  buildRobustnessTable(view, sensitivity),
  buildWeightRangesTable(view, sensitivity),
];

export const isSensitivityTable = (id: string): boolean => SENSITIVITY_TABLES.includes(id);
