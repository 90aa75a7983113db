import { financialYearOf, formatFinancialYear, formatMonth, marchOf } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { checkWords } from "../reports/checks";
import { namesOf } from "../reports/names";
import { LIVE } from "./balances-sheet";
import { cashChecks } from "./cash-checks";
import { inputChecks } from "./input-checks";
import { OPEN_IN_PLANNER, STATE } from "./planner-state";
import { plannerChecks } from "./planner-checks";
import { priorityChecks } from "./priority-checks";
import { shareChecks } from "./share-checks";
import { type Places, placesOf, type Sheet, type SheetCell, type SheetName, type SheetRow } from "./sheet";
import type { WorkbookCheck, WorkbookPlaces } from "./workbook-check";

/** Checks of the workbook itself, each TRUE or FALSE by a formula, then those of the planner's ledger. */
export function checksSheet(evaluation: Evaluation, sheets: readonly Sheet[]): Sheet {
  const at = placesByName(sheets);
  const live = [
    ...costChecks(at),
    ...yearChecks(evaluation, at),
    ...shareChecks(evaluation, at),
    ...fundingChecks(at),
    ...cashChecks(at),
    ...priorityChecks(evaluation, at),
    ...inputChecks(evaluation, at),
    ...plannerChecks(evaluation, at, sheets),
  ];
  const rows = [
    ...live.map((check, place) => liveRow(check, place)),
    matchingRow(live.length, at("Balances")),
    ...plannerRows(live.length + 1, sheets),
    ...ledgerRows(evaluation),
  ];
  return {
    name: "Checks",
    title: "Checks",
    note: "Each line counts the same pounds two ways. Holds is TRUE when the difference is less than half a penny.",
    columns: [
      { id: "check", label: "Check", format: "text" },
      { id: "holds", label: "Holds", format: "truth" },
      { id: "difference", label: "Difference", format: "money" },
      { id: "where", label: "Where", format: "text" },
    ],
    rows,
    frozenColumns: 1,
  };
}

function placesByName(sheets: readonly Sheet[]): WorkbookPlaces {
  const places = new Map(sheets.map((sheet) => [sheet.name, placesOf(sheet)]));
  return (name) => {
    const own = places.get(name);
    if (own === undefined) throw new Error(`the workbook has no sheet ${name}`);
    return own;
  };
}

function liveRow({ id, about, formula, where, counts }: WorkbookCheck, at: number): SheetRow {
  const difference: SheetCell = {
    value: 0,
    formula: `ROUND(${formula},2)`,
    ...(counts === true ? { format: "whole" } : {}),
  };
  return {
    id,
    cells: [
      { value: about },
      { value: true, formula: `ABS(C${at + 2})<0.005`, tone: "good" },
      difference,
      { value: where },
    ],
  };
}

function costChecks(at: WorkbookPlaces): WorkbookCheck[] {
  const [monthly, summary, contracts, vat] = [at("Monthly"), at("Summary"), at("Contracts"), at("VAT")];
  const [months, cost] = [monthly.cell("total", "total"), summary.cell("cost", "total")];
  return [
    {
      id: "months-years",
      about: "Months sum to the years of the Summary",
      formula: `${months}-${cost}`,
      where: "Monthly, Summary",
    },
    {
      id: "months-contracts",
      about: "Months sum to the costs of the contracts",
      formula: `${months}-${contracts.cell("total", "cost")}`,
      where: "Monthly, Contracts",
    },
    {
      id: "vat",
      about: "Before VAT, VAT not recovered and VAT recovered sum to the cost with all VAT",
      formula: `${["before", "lost", "recovered"].map((column) => vat.cell("total", column)).join("+")}-${vat.cell("total", "with")}`,
      where: "VAT",
    },
    {
      id: "vat-cost",
      about: "The cost with all VAT, less what is recovered, is the cost",
      formula: `${vat.cell("total", "with")}-${vat.cell("total", "recovered")}-${months}`,
      where: "VAT, Monthly",
    },
    {
      id: "cost-paid",
      about: "The cost is what is paid, less contributions beyond it, and what is unfunded",
      formula: `${summary.cell("paid", "total")}-${cost}`,
      where: "Summary",
    },
    {
      id: "certainty",
      about: "Confirmed, indicative, at risk and unfunded sum to the cost",
      formula: `${["confirmed", "indicative", "at-risk", "unfunded"].map((row) => summary.cell(row, "total")).join("+")}-${cost}`,
      where: "Summary",
    },
  ];
}

/** Each year's months come to the prices for the months in service, rounded once a year. */
function yearChecks({ scenario, timeline }: Evaluation, at: WorkbookPlaces): WorkbookCheck[] {
  const [first, last] = [scenario.provisions[0]?.id, scenario.provisions.at(-1)?.id];
  if (first === undefined || last === undefined) return [];
  const [prices, service] = [at("Prices"), at("Service")];
  const horizon = timeline.months[0] ?? 0;
  return timeline.years.map((year) => {
    const text = formatFinancialYear(year);
    const due = (month: string): string =>
      `SUMPRODUCT(ROUND(${prices.range(text, first, last)}*${service.range(month, first, last)}/12,2))`;
    const ends = Math.min(marchOf(year), timeline.months.at(-1) ?? 0);
    const before = formatMonth(horizon - 1);
    const isCut = financialYearOf(horizon) === year && service.hasColumn(before);
    const expected = `${due(formatMonth(ends))}${isCut ? `-${due(before)}` : ""}`;
    return {
      id: `year-${text}`,
      about: `${text}: the months come to the prices for the months in service`,
      formula: `${expected}-${at("Summary").cell("recurring", text)}`,
      where: "Prices, Service, Monthly",
    };
  });
}

function fundingChecks(at: WorkbookPlaces): WorkbookCheck[] {
  const [funding, summary, contributions, balances] = [
    at("Funding"),
    at("Summary"),
    at("Contributions"),
    at("Balances"),
  ];
  const paid = ["contributions", "sources", "unfunded"].map((row) => summary.cell(row, "total")).join("-");
  return [
    {
      id: "funding-used",
      about: "What the money pays for is what is paid and unfunded",
      formula: `${funding.cell("total", "used")}-${paid}`,
      where: "Funding, Summary",
    },
    {
      id: "no-overspending",
      about: "No source pays more than it has",
      formula: `MIN(0,MIN(${funding.column("unused")}))`,
      where: "Funding",
    },
    {
      id: "balances-cost",
      about: "The costs of the balances are those of the months",
      formula: `SUM(${balances.column("cost")})-${at("Monthly").cell("total", "total")}`,
      where: "Balances, Monthly",
    },
    {
      id: "contributions-funding",
      about: "What districts and funders contribute is what Funding counts",
      formula: `${contributions.cell("total", "pays")}-SUMIFS(${funding.column("used")},${funding.column("kind")},"Contribution")`,
      where: "Contributions, Funding",
    },
  ];
}

/** The match of money to what is unpaid is the planner's alone: a change that touches it says where to look. */
function matchingRow(at: number, balances: Places): SheetRow {
  const states = balances.column("state");
  return {
    id: "matching",
    cells: [
      { value: "What is unpaid is matched to what sources have left" },
      { value: true, formula: `IF(C${at + 2}=0,TRUE(),"${OPEN_IN_PLANNER}")`, tone: "good" },
      { value: 0, formula: `COUNTIF(${states},"${OPEN_IN_PLANNER}")`, format: "whole" },
      { value: `Balances: each line says "${LIVE}" or "${OPEN_IN_PLANNER}"` },
    ],
  };
}

/** What else is the planner's alone, sheet by sheet. */
const OF_THE_PLANNER: Readonly<Partial<Record<SheetName, string>>> = {
  Options: "Shares if others decline are the planner's",
  Capacity: "Demand, capacity and waits are the planner's",
  Priorities: "The plan of the priorities is the planner's",
  Frontier: "What other budgets would buy is the planner's",
  Savings: "What less money would lose is the planner's",
  Compare: "The comparison is the planner's",
  Risks: "The risks that the figures raise are the planner's",
  Data: "The data for pivot tables is the planner's",
};

function plannerRows(first: number, sheets: readonly Sheet[]): SheetRow[] {
  const stated = sheets.filter(({ name, columns }) => {
    return OF_THE_PLANNER[name] !== undefined && columns.some(({ id }) => id === STATE);
  });
  return stated.map((sheet, at): SheetRow => {
    const state = placesOf(sheet).column(STATE);
    return {
      id: `planner-${sheet.name}`,
      cells: [
        { value: OF_THE_PLANNER[sheet.name] ?? sheet.name },
        { value: true, formula: `IF(C${first + at + 2}=0,TRUE(),"${OPEN_IN_PLANNER}")`, tone: "good" },
        { value: 0, formula: `COUNTIF(${state},"${OPEN_IN_PLANNER}")`, format: "whole" },
        { value: sheet.name },
      ],
    };
  });
}

function ledgerRows({ checks, scenario }: Evaluation): SheetRow[] {
  const names = namesOf(scenario);
  return checks.map((check) => ({
    id: check.id,
    cells: [
      { value: checkWords(check, names) },
      { value: check.ok, tone: check.ok ? "good" : "bad" },
      { value: Number(check.difference) / 100 },
      { value: "Planner, when the workbook was made" },
    ],
  }));
}
