import { formatFinancialYear, formatMonth } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { orderSentence } from "../reports/draw-order";
import { namesOf } from "../reports/names";
import { type AgreedLine, agreedLines } from "./agreed-lines";
import { balanceRow } from "./balances-sheet";
import { sourceRow } from "./funding-places";
import type { InputPlaces } from "./inputs";
import { monthsRow } from "./service-sheet";
import {
  cellAddress,
  columnLetters,
  columnPlaces,
  type Places,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
} from "./sheet";

const COLUMNS: readonly SheetColumn[] = [
  { id: "provision", label: "Provision", format: "text" },
  { id: "year", label: "Financial year", format: "text" },
  { id: "source", label: "Source", format: "text" },
  { id: "provision-id", label: "Id of the provision", format: "text" },
  { id: "source-id", label: "Id of the source", format: "text" },
  { id: "asks", label: "Asks for", format: "money" },
  { id: "unpaid", label: "Unpaid before", format: "money" },
  { id: "left", label: "Left of the source before", format: "money" },
  { id: "pays", label: "Pays", format: "money" },
];
const placeOf = columnPlaces(COLUMNS);

/** The agreed lines in the order in which they draw: each pays the least of what it asks, what is unpaid, what is left. */
export function linesSheet(evaluation: Evaluation, working: LineSources | null): Sheet {
  const lines = agreedLines(evaluation);
  return {
    name: "Lines",
    title: "Agreed funding lines",
    note: `Working: contributions pay first, then these lines in the order of the rows, each with what its source has left. ${orderSentence(evaluation)}`,
    columns: COLUMNS,
    rows:
      working === null
        ? lines.map(({ id }) => ({ id, cells: [] }))
        : lines.map((line, at) => lineRow(evaluation, lines, line, at, working)),
    frozenColumns: 1,
  };
}

export type LineSources = {
  readonly inputs: InputPlaces;
  readonly service: Places;
  readonly funding: Places;
  readonly balances: Places;
};

function lineRow(
  evaluation: Evaluation,
  lines: readonly AgreedLine[],
  line: AgreedLine,
  at: number,
  sources: LineSources,
): SheetRow {
  const names = namesOf(evaluation.scenario);
  const year = formatFinancialYear(evaluation.timeline.years[line.place] ?? 0);
  const own = (column: string): string => cellAddress(at, placeOf(column));
  const pays = line.allowed
    ? { formula: `ROUND(MAX(0,MIN(${own("asks")},${own("unpaid")},${own("left")})),2)` }
    : {};
  return {
    id: line.id,
    cells: [
      { value: line.provision.name },
      { value: year },
      {
        value: line.allowed
          ? names.source(line.line.source)
          : `${names.source(line.line.source)} (may not pay for it)`,
      },
      { value: line.provision.id },
      { value: line.line.source },
      { value: pounds(line.asks), formula: asksFormula(evaluation, line, year, own("unpaid"), sources) },
      { value: pounds(line.unpaid), formula: unpaidFormula(line, year, at, sources) },
      leftCell(lines, line, year, at, sources),
      { value: pounds(line.pays), ...pays },
    ],
  };
}

function asksFormula(
  { timeline }: Evaluation,
  { line, provision, at, place }: AgreedLine,
  year: string,
  unpaid: string,
  { inputs, service, balances }: LineSources,
): string {
  const path = `/provisions/${provision.id}/funding/${at}`;
  if ("rest" in line) return unpaid;
  if ("percent" in line)
    return `ROUND(${balances.cell(balanceRow(provision.id, year), "cost")}*${inputs.at(`${path}/percent`)},2)`;
  const months = timeline.months
    .filter((_, month) => timeline.yearPlaceOfMonth[month] === place)
    .map(formatMonth);
  const row = monthsRow(provision);
  const last = service.cell(row, months.at(-1) ?? "");
  const before = place === 0 ? monthBefore(timeline.months[0] ?? 0, service, row) : "";
  return `ROUND(${inputs.at(`${path}/annual`)}*(${last}${before})/12,2)`;
}

/** Months of the first year before the horizon do not count. */
function monthBefore(first: number, service: Places, row: string): string {
  const month = formatMonth(first - 1);
  return service.hasColumn(month) ? `-${service.cell(row, month)}` : "";
}

function unpaidFormula(
  { provision, at: place }: AgreedLine,
  year: string,
  at: number,
  { balances }: LineSources,
): string {
  if (place === 0) return balances.cell(balanceRow(provision.id, year), "need");
  const before = (column: string): string => cellAddress(at - 1, placeOf(column));
  return `ROUND(${before("unpaid")}-${before("pays")},2)`;
}

/** What the source has in the year, less what the lines above have drawn from it. */
function leftCell(
  lines: readonly AgreedLine[],
  line: AgreedLine,
  year: string,
  at: number,
  { funding }: LineSources,
): SheetCell {
  const available = funding.cell(sourceRow(line.line.source, year), "available");
  const first = lines.findIndex(({ place }) => place === line.place);
  const value = pounds(line.left);
  if (first === at) return { value, formula: available };
  const range = (column: string): string => {
    const letters = `$${columnLetters(placeOf(column))}`;
    return `${letters}$${first + 2}:${letters}${at + 1}`;
  };
  const drawn = `SUMIFS(${range("pays")},${range("source-id")},${cellAddress(at, placeOf("source-id"))})`;
  return { value, formula: `ROUND(${available}-${drawn},2)` };
}

function pounds(pence: bigint): number {
  return Number(pence) / 100;
}
