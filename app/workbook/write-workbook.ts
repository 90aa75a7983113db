import type { Evaluation } from "../../scenarios/model/evaluation";
import { buildCapacityTable } from "../reports/capacity-years";
import { buildCoverageMatrixTable } from "../reports/coverage-matrix";
import { balancesSheet } from "./balances-sheet";
import { checksSheet } from "./checks-sheet";
import { contractsSheet } from "./contracts-sheet";
import { contributionsSheet } from "./contributions-sheet";
import { coverLines } from "./cover-sheet";
import { fundingSheet, fundingTable } from "./funding-sheet";
import { type InputPlaces, inputsSheet } from "./inputs-sheet";
import { linesSheet } from "./lines-sheet";
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
  const contributions = contributionsSheet(evaluation, {
    inputs,
    prices: placesOf(prices),
    service: placesOf(service),
  });
  const money = fundingSheets(evaluation, { inputs, service, monthly, contributions });
  const costs = { inputs, monthly: placesOf(monthly), prices: placesOf(prices) };
  const tables = [
    inputs.sheet,
    prices,
    service,
    monthly,
    contributions,
    ...money,
    contractsSheet(evaluation, costs),
    summarySheet(evaluation, { ...costs, money: moneyPlaces(contributions, money) }),
    tableSheet("Coverage", buildCoverageMatrixTable(evaluation), 2),
    tableSheet("Capacity", buildCapacityTable(evaluation), 4),
  ];
  const all = [...tables, checksSheet(evaluation, tables)];
  return SHEET_NAMES.flatMap((name) => all.filter((sheet) => sheet.name === name));
}

/** Lines, balances and money refer to each other's cells: where those are is laid out first. */
function fundingSheets(
  evaluation: Evaluation,
  { inputs, service, monthly, contributions }: FundingInput,
): readonly [lines: Sheet, balances: Sheet, funding: Sheet] {
  const places = {
    inputs,
    service: placesOf(service),
    monthly: placesOf(monthly),
    contributions: placesOf(contributions),
    lines: placesOf(linesSheet(evaluation, null)),
    balances: placesOf(balancesSheet(evaluation, null)),
    funding: placesOf(fundingTable(evaluation)),
  };
  return [
    linesSheet(evaluation, places),
    balancesSheet(evaluation, places),
    fundingSheet(evaluation, places),
  ];
}

type FundingInput = {
  readonly inputs: InputPlaces;
  readonly service: Sheet;
  readonly monthly: Sheet;
  readonly contributions: Sheet;
};

function moneyPlaces(contributions: Sheet, [, balances, funding]: ReturnType<typeof fundingSheets>) {
  return { contributions: placesOf(contributions), balances: placesOf(balances), funding: placesOf(funding) };
}
