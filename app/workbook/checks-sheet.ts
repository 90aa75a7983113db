import type { Evaluation } from "../../scenarios/model/evaluation";
import { checkWords } from "../reports/checks";
import { namesOf } from "../reports/names";
import { columnLetters, onSheet, type Sheet, type SheetCell, type SheetRow } from "./sheet";

/** Checks of the workbook itself, each TRUE or FALSE by a formula, then those of the planner's ledger. */
export function checksSheet(evaluation: Evaluation, sheets: readonly Sheet[]): Sheet {
  const rows = [...workbookChecks(evaluation, sheets), ...ledgerChecks(evaluation)];
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
    rows: rows.map(({ id, about, difference, where }, at) => checkRow(id, about, difference, where, at)),
    frozenColumns: 1,
  };
}

type Check = {
  readonly id: string;
  readonly about: string;
  readonly difference: SheetCell;
  readonly where: string;
};

function checkRow(id: string, about: string, difference: SheetCell, where: string, at: number): SheetRow {
  const holds = Math.abs(Number(difference.value)) < 0.005;
  const tone = holds ? "good" : "bad";
  return {
    id,
    cells: [
      { value: about },
      { value: holds, formula: `ABS(C${at + 2})<0.005`, tone },
      difference,
      { value: where },
    ],
  };
}

/** Two figures of the workbook that have to be equal. */
function workbookChecks(evaluation: Evaluation, sheets: readonly Sheet[]): Check[] {
  const total = (sheet: Sheet["name"], column: string, row = "total"): string =>
    addressIn(sheets, sheet, row, column);
  const hasRounds = (evaluation.scenario.contributions ?? []).length > 0;
  const pairs: readonly (readonly [string, string, string, string, string])[] = [
    [
      "monthly-summary",
      "Months sum to the years of the Summary",
      total("Monthly", "total"),
      total("Summary", "total", "cost"),
      "Monthly, Summary",
    ],
    [
      "monthly-contracts",
      "Months sum to the contracts",
      total("Monthly", "total"),
      total("Contracts", "cost"),
      "Monthly, Contracts",
    ],
    [
      "paid-cost",
      "Cost is what is paid, less contributions beyond it, and what is unfunded",
      total("Summary", "total", "paid"),
      total("Summary", "total", "cost"),
      "Summary",
    ],
    [
      "certainty",
      "Confirmed, indicative, at risk and unfunded sum to the cost",
      certaintySum(sheets),
      total("Summary", "total", "cost"),
      "Summary",
    ],
    [
      "funding-used",
      "What the money pays for is what is paid and unfunded",
      total("Funding", "used"),
      paidSum(sheets),
      "Funding, Summary",
    ],
    ...(hasRounds
      ? ([
          [
            "contributions",
            "Contributions by year are those of the Summary",
            total("Contributions", "pays"),
            total("Summary", "total", "contributions"),
            "Contributions, Summary",
          ],
        ] as const)
      : []),
  ];
  return pairs.map(([id, about, first, second, where]) => ({
    id,
    about,
    difference: { value: 0, formula: `ROUND(${first}-(${second}),2)` },
    where,
  }));
}

function certaintySum(sheets: readonly Sheet[]): string {
  return ["confirmed", "indicative", "at-risk", "unfunded"]
    .map((row) => addressIn(sheets, "Summary", row, "total"))
    .join("+");
}

function paidSum(sheets: readonly Sheet[]): string {
  return ["contributions", "sources", "unfunded"]
    .map((row) => addressIn(sheets, "Summary", row, "total"))
    .join("+");
}

function ledgerChecks({ checks, scenario }: Evaluation): Check[] {
  const names = namesOf(scenario);
  return checks.map((check) => ({
    id: check.id,
    about: checkWords(check, names),
    difference: { value: Number(check.difference) / 100 },
    where: "Planner, when the workbook was made",
  }));
}

/** The absolute address of a cell on a sheet, by row and column id. */
export function addressIn(
  sheets: readonly Sheet[],
  name: Sheet["name"],
  row: string,
  column: string,
): string {
  const sheet = sheets.find((one) => one.name === name);
  const [at, place] = [
    sheet?.rows.findIndex(({ id }) => id === row) ?? -1,
    sheet?.columns.findIndex(({ id }) => id === column) ?? -1,
  ];
  if (at < 0 || place < 0) throw new Error(`no cell ${row}, ${column} on the sheet ${name}`);
  return onSheet(name, `$${columnLetters(place)}$${at + 2}`);
}
