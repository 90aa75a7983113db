import type { Evaluation } from "../../scenarios/model/evaluation";
import { buildCapacityTable } from "../reports/capacity-years";
import { buildContractsTable } from "../reports/contracts";
import { buildContributionYearsTable } from "../reports/contribution-years";
import { buildCoverageMatrixTable } from "../reports/coverage-matrix";
import { buildFundingMatrixTable } from "../reports/funding-matrix";
import { buildMonthlyCostsTable } from "../reports/monthly-costs";
import { checksSheet } from "./checks-sheet";
import { coverLines } from "./cover-sheet";
import { renderWorkbook } from "./render-workbook";
import type { Sheet } from "./sheet";
import { summarySheet } from "./summary-sheet";
import { tableSheet } from "./table-sheet";

export type WorkbookOptions = {
  /** When the workbook is made: the caller has the clock. */
  readonly createdAt: Date;
  readonly revision?: number;
  /** The name of the plan that the scenario belongs to. */
  readonly plan?: string;
};

/** The finance workbook of an evaluated scenario, as the bytes of an .xlsx file. */
export async function writeWorkbook(evaluation: Evaluation, options: WorkbookOptions): Promise<Buffer> {
  const sheets = buildSheets(evaluation);
  return renderWorkbook({
    title: evaluation.scenario.name,
    subject:
      evaluation.scenario.synthetic === true ? "Finance workbook, synthetic money" : "Finance workbook",
    createdAt: options.createdAt,
    cover: coverLines(evaluation, sheets, options),
    sheets,
  });
}

/** Every sheet but the Cover, in the order of the workbook. */
export function buildSheets(evaluation: Evaluation): readonly Sheet[] {
  const tables = [
    summarySheet(evaluation),
    tableSheet("Contracts", buildContractsTable(evaluation)),
    tableSheet("Monthly", buildMonthlyCostsTable(evaluation)),
    tableSheet("Funding", buildFundingMatrixTable(evaluation), 2),
    tableSheet("Contributions", buildContributionYearsTable(evaluation), 3),
    tableSheet("Coverage", buildCoverageMatrixTable(evaluation), 2),
    tableSheet("Capacity", buildCapacityTable(evaluation), 4),
  ];
  return [...tables, checksSheet(evaluation, tables)];
}
