import type { Evaluation } from "../../scenarios/model/evaluation";
import { buildCapacityTable } from "../reports/capacity-years";
import { buildCoverageMatrixTable } from "../reports/coverage-matrix";
import { buildFundingMatrixTable } from "../reports/funding-matrix";
import { checksSheet } from "./checks-sheet";
import { contractsSheet } from "./contracts-sheet";
import { contributionsSheet } from "./contributions-sheet";
import { coverLines } from "./cover-sheet";
import { inputsSheet } from "./inputs-sheet";
import { monthlySheet } from "./monthly-sheet";
import { pricesSheet } from "./prices-sheet";
import { renderWorkbook } from "./render-workbook";
import { serviceSheet } from "./service-sheet";
import { placesOf, SHEET_NAMES, type Sheet } from "./sheet";
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

/** Every sheet but the Cover, in the order of the workbook: from the assumptions to the figures to the checks. */
export function buildSheets(evaluation: Evaluation): readonly Sheet[] {
  const inputs = inputsSheet(evaluation);
  const prices = pricesSheet(evaluation, inputs);
  const service = serviceSheet(evaluation, inputs);
  const monthly = monthlySheet(evaluation, { inputs, prices: placesOf(prices), service: placesOf(service) });
  const funding = tableSheet("Funding", buildFundingMatrixTable(evaluation), 2);
  const contributions = contributionsSheet(evaluation, {
    inputs,
    prices: placesOf(prices),
    service: placesOf(service),
  });
  const costs = { inputs, monthly: placesOf(monthly) };
  const tables = [
    inputs.sheet,
    prices,
    service,
    monthly,
    funding,
    contributions,
    contractsSheet(evaluation, costs),
    summarySheet(evaluation, costs),
    tableSheet("Coverage", buildCoverageMatrixTable(evaluation), 2),
    tableSheet("Capacity", buildCapacityTable(evaluation), 4),
  ];
  const all = [...tables, checksSheet(evaluation, tables)];
  return SHEET_NAMES.flatMap((name) => all.filter((sheet) => sheet.name === name));
}
