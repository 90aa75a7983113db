import { formatFinancialYear, formatMonth } from "../../scenarios/model/calendar";
import type { ByYear, Evaluation } from "../../scenarios/model/evaluation";
import { type Pence, sumPence } from "../../scenarios/model/money";
import type { Timeline } from "../../scenarios/model/timeline";
import { type Slice, sliceAddress } from "./explain/slices";
import { formatLongMonth } from "./format-table";
import { type Address, type Cell, cellValue, type ReportColumn, type ReportRow } from "./report-table";

/** The parts that most tables share: columns by year, totals, and the sentence that says period and basis. */

/** One money column a financial year. */
export function yearColumns(timeline: Timeline): ReportColumn[] {
  return timeline.years.map((year) => ({
    id: formatFinancialYear(year),
    label: formatFinancialYear(year),
    kind: "money",
  }));
}

/** By the column of a financial year: what explains the figure of that year, which is named by the one in which it starts. */
export function explainYears(
  { years }: Timeline,
  addressOf: (year: string) => Address,
): Readonly<Record<string, Address>> {
  return Object.fromEntries(years.map((year) => [formatFinancialYear(year), addressOf(String(year))]));
}

/** By the columns of the years and their total: a sum of the ledger of each year, and of all. */
export function explainSlices(
  { years }: Timeline,
  slice: Omit<Slice, "year">,
): Readonly<Record<string, Address>> {
  const ofYears = years.map((year) => [formatFinancialYear(year), sliceAddress({ ...slice, year })]);
  return Object.fromEntries([...ofYears, ["total", sliceAddress(slice)]]) as Readonly<
    Record<string, Address>
  >;
}

/** A column that sums the given ones of its row. */
export function sumColumn(id: string, label: string, of: readonly ReportColumn[]): ReportColumn {
  return { id, label, kind: "money", sumOf: of.map((column) => column.id) };
}

/** Years and their sum, as the cells of {@link yearColumns} and a {@link sumColumn}. */
export function withSum(years: ByYear): Pence[] {
  return [...years, sumPence(years)];
}

/** The total of the shown rows: every column of money, and the other columns that are named. Subtotals are left out. */
export function totalRow(
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  { label = "Total", also = [], except = [] }: TotalOptions = {},
): ReportRow {
  const summed = rows.filter(({ subtotal }) => subtotal !== true);
  const cells = columns.map((column, place): Cell => {
    if (place === 0) return label;
    if (except.includes(column.id)) return null;
    if (column.kind === "money") return sumPence(summed.map((row) => moneyOf(row, place)));
    return also.includes(column.id) ? summed.reduce((sum, row) => sum + numberOf(row, place), 0) : null;
  });
  return { id: "total", cells };
}

type TotalOptions = {
  readonly label?: string;
  readonly also?: readonly string[];
  readonly except?: readonly string[];
};

function moneyOf(row: ReportRow, place: number): Pence {
  const value = cellValue(row.cells[place] ?? null);
  return typeof value === "bigint" ? value : 0n;
}

function numberOf(row: ReportRow, place: number): number {
  const value = cellValue(row.cells[place] ?? null);
  return typeof value === "number" ? value : 0;
}

/** "January 2015 to September 2018" */
export function horizonWords(evaluation: Evaluation): string {
  const { start, end } = evaluation.scenario.horizon;
  return `${formatLongMonth(start)} to ${formatLongMonth(end)}`;
}

/** What every table of money says below its title, and what its totals lack (rules §2.6). */
export function moneyNote(evaluation: Evaluation, ...sentences: readonly string[]): string {
  const period = `${horizonWords(evaluation)}, in pounds, net of recoverable VAT.`;
  return [period, ...sentences, ...missingPriceSentences(evaluation)].join(" ");
}

/** The provisions whose price is not known. */
export function withoutPrice(evaluation: Evaluation): readonly string[] {
  const { provisions } = evaluation.scenario;
  return provisions
    .filter(({ id }) => evaluation.costs.get(id)?.priceKnown === false)
    .map(({ name }) => name);
}

function missingPriceSentences(evaluation: Evaluation): string[] {
  const names = withoutPrice(evaluation);
  if (names.length === 0) return [];
  return [`The price of ${names.join("; ")} is not known: it reads £0.00 and the totals lack it.`];
}

/** The name of a total of costs: it says when it lacks a price. */
export function costTotalLabel(evaluation: Evaluation): string {
  const missing = withoutPrice(evaluation).length;
  if (missing === 0) return "Total";
  return `Total, without ${missing} ${missing === 1 ? "provision" : "provisions"} whose price is not known`;
}

/** The months of the horizon as text. */
export function monthTexts(timeline: Timeline): string[] {
  return timeline.months.map(formatMonth);
}

/** The years of the horizon as text. */
export function yearTexts(timeline: Timeline): string[] {
  return timeline.years.map(formatFinancialYear);
}

/** A value that has to be there: ours, not a person's, mistake when it is not. */
export function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`missing from the evaluation: ${what}`);
  return value;
}
