import type { Writable } from "node:stream";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Plan as BudgetPlan } from "../../scenarios/optimise/plan";
import { buildCapacityTable } from "../reports/capacity-years";
import { balancesSheet } from "./balances-sheet";
import { cashSheet } from "./cash-sheet";
import { changesSheet, type Revision } from "./changes-sheet";
import { checksSheet } from "./checks-sheet";
import { compareSheet, type Reference } from "./compare-sheet";
import { contractsSheet } from "./contracts-sheet";
import { contributionsSheet } from "./contributions-sheet";
import { type CoverOptions, coverLines } from "./cover-sheet";
import { coverageSheet } from "./coverage-sheet";
import { dataSheet } from "./data-sheet";
import { frontierSheets } from "./frontier-sheets";
import { fundingSheet, fundingTable } from "./funding-sheet";
import { inputsSheet } from "./inputs-sheet";
import type { InputPlaces } from "./inputs";
import { linesSheet } from "./lines-sheet";
import { monthlySheet } from "./monthly-sheet";
import { optionsSheet } from "./options-sheet";
import { orNone, withPlannerState } from "./planner-state";
import { pricesSheet } from "./prices-sheet";
import type { PanelResult } from "../reports/panel-findings";
import { prioritiesSheet } from "./priorities-sheet";
import { type Progress, renderWorkbook, streamWorkbook, type WorkbookContent } from "./render-workbook";
import { risksSheet } from "./risks-sheet";
import { serviceSheet } from "./service-sheet";
import { placesOf, SHEET_NAMES, type Sheet } from "./sheet";
import { summarySheet } from "./summary-sheet";
import { supplySheet } from "./supply-sheet";
import { tableSheet } from "./table-sheet";
import { valuesSheet } from "./values-sheet";
import { vatSheet } from "./vat-sheet";

export type WorkbookOptions = CoverOptions & SheetOptions;

/** What the sheets show beside what follows from the scenario. */
export type SheetOptions = {
  /** The revisions, newest first. */
  readonly history?: readonly Revision[];
  /** The best plan of a scenario with priorities; with several budgets it has the frontier of what the page moves first. */
  readonly budgetPlan?: BudgetPlan | null;
  /** What a panel said of the lines, once its round is closed. */
  readonly panel?: PanelResult | null;
  /** The scenario that this one is set against. */
  readonly reference?: Reference | null;
};

/** The finance workbook of an evaluated scenario, as the bytes of an .xlsx file. */
export function writeWorkbook(evaluation: Evaluation, options: WorkbookOptions): Promise<Buffer> {
  return renderWorkbook(contentOf(evaluation, buildSheets(evaluation, options), options));
}

/** {@link writeWorkbook} into a stream, for a large plan: others have their turn between sheets and between rows. */
export async function streamFinanceWorkbook(
  evaluation: Evaluation,
  options: WorkbookOptions,
  stream: Writable,
  progress?: Progress,
): Promise<void> {
  const building = buildInTurns(evaluation, options);
  let step = building.next();
  while (step.done !== true) {
    progress?.(0, 0);
    await new Promise(setImmediate);
    step = building.next();
  }
  await streamWorkbook(contentOf(evaluation, step.value, options), stream, progress);
}

function contentOf(
  evaluation: Evaluation,
  sheets: readonly Sheet[],
  options: WorkbookOptions,
): WorkbookContent {
  return {
    title: evaluation.scenario.name,
    subject:
      evaluation.scenario.synthetic === true ? "Finance workbook, synthetic money" : "Finance workbook",
    createdAt: options.createdAt,
    cover: coverLines(evaluation, sheets, options),
    sheets,
  };
}

/** Every sheet but the Cover, in the order of the workbook: from the assumptions to the figures to the checks. */
export function buildSheets(evaluation: Evaluation, options: SheetOptions = {}): readonly Sheet[] {
  const building = buildInTurns(evaluation, options);
  let step = building.next();
  while (step.done !== true) step = building.next();
  return step.value;
}

/** {@link buildSheets}, pausing where somebody else may have a turn. */
function* buildInTurns(
  evaluation: Evaluation,
  { history = [], budgetPlan = null, panel = null, reference = null }: SheetOptions,
): Generator<undefined, readonly Sheet[]> {
  const inputs = inputsSheet(evaluation, history);
  const prices = pricesSheet(evaluation, inputs);
  const service = serviceSheet(evaluation, inputs);
  yield;
  const shares = { inputs, prices: placesOf(prices), service: placesOf(service) };
  const monthly = monthlySheet(evaluation, shares);
  yield;
  const contributions = contributionsSheet(evaluation, shares);
  yield;
  const money = fundingSheets(evaluation, { inputs, service, monthly, contributions });
  yield;
  const costs = { inputs, monthly: placesOf(monthly), prices: placesOf(prices) };
  const summary = summarySheet(evaluation, { ...costs, money: moneyPlaces(contributions, money) });
  const cash = cashSheet(evaluation, {
    inputs,
    monthly: placesOf(monthly),
    summary: placesOf(summary),
    balances: placesOf(money[1]),
  });
  yield;
  const supply = supplySheet(evaluation, shares.service);
  const served = [supply, coverageSheet(evaluation, placesOf(supply)), capacitySheet(evaluation, inputs)];
  yield;
  const compare = compareSheet(evaluation, reference, { inputs, summary: placesOf(summary) });
  yield;
  const data = dataSheet(evaluation, inputs);
  yield;
  const tables = [
    ...[inputs.sheet, prices, service, monthly, contributions, ...money, summary, cash, ...served],
    contractsSheet(evaluation, costs),
    vatSheet(evaluation, costs),
    valuesSheet(evaluation, costs),
    optionsSheet(evaluation, { ...shares, contributions: placesOf(contributions) }),
    prioritiesSheet(evaluation.scenario, { plan: budgetPlan, panel }, inputs),
    ...frontierSheets({ scenario: evaluation.scenario, plan: budgetPlan }, inputs),
    compare,
    risksSheet(evaluation, inputs),
    changesSheet(history),
    data,
  ];
  const all = [...tables, checksSheet(evaluation, tables)];
  return SHEET_NAMES.flatMap((name) => all.filter((sheet) => sheet.name === name));
}

/** Demand, capacity and waits go from month to month and from area to area: only the planner works them out. */
function capacitySheet(evaluation: Evaluation, inputs: InputPlaces): Sheet {
  const capacity = tableSheet("Capacity", buildCapacityTable(evaluation), 4);
  return withPlannerState(orNone(capacity, "There is no demand"), inputs, CAPACITY_PARTS);
}

/** The capacity of a round goes by its shares, and those by rates, bases, pots and choices. */
const CAPACITY_PARTS = ["Rates", "Bases", "Dates", "Contributions"] as const;

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
