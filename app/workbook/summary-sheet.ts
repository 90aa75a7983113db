import type { Evaluation } from "../../scenarios/model/evaluation";
import { moneyNote } from "../reports/table-parts";
import { buildYearSummaryTable } from "../reports/year-summary";
import { matchState, STATE_COLUMN } from "./planner-state";
import { oneOffColumn } from "./prices-sheet";
import { cellAddress, type Places, type Sheet, type SheetCell } from "./sheet";
import { tableSheet } from "./table-sheet";

/** Rows of the summary that sum others of their column. */
const SUMS: Readonly<Record<string, readonly string[]>> = {
  cost: ["recurring", "one-off"],
  paid: ["contributions", "sources", "unfunded", "beyond"],
};

export type SummarySources = {
  readonly prices: Places;
  readonly monthly: Places;
  readonly money: { readonly contributions: Places; readonly balances: Places; readonly funding: Places };
};

/** What the rows of money are called on the Funding sheet. */
const FUNDING_KINDS: Readonly<Record<string, string>> = {
  contributions: "Contribution",
  sources: "Funding source",
  unfunded: "Nobody pays",
};
const CERTAINTY_ROWS: Readonly<Record<string, string>> = {
  confirmed: "Confirmed",
  indicative: "Indicative",
  "at-risk": "At risk",
};

/** Cost and funding by year: costs from Monthly, sums as formulas down the column. */
export function summarySheet(evaluation: Evaluation, sources: SummarySources): Sheet {
  const sheet = tableSheet("Summary", buildYearSummaryTable(evaluation, { everyRow: true }));
  const rowOf = (id: string): number => sheet.rows.findIndex((row) => row.id === id);
  const rows = sheet.rows.map((row) => {
    const cells = row.cells.map((cell, place): SheetCell => {
      const year = sheet.columns[place]?.id ?? "";
      if (place === 0 || year === "total") return cell;
      const parts = (SUMS[row.id] ?? []).map(rowOf).filter((at) => at >= 0);
      if (parts.length > 0) return { ...cell, formula: parts.map((at) => cellAddress(at, place)).join("+") };
      const oneOff = cellAddress(rowOf("one-off"), place);
      if (row.id === "one-off")
        return { ...cell, formula: `SUM(${sources.prices.column(oneOffColumn(year))})` };
      if (row.id === "recurring")
        return { ...cell, formula: `${sources.monthly.cell("total", year)}-${oneOff}` };
      return withFormula(cell, moneyFormula(row.id, year, sources.money));
    });
    return { ...row, cells: [...cells, matchState(sources.money.balances, !OF_COSTS.includes(row.id))] };
  });
  // Where money is short first is the planner's to say, and no longer so once an assumption is changed.
  return { ...sheet, note: moneyNote(evaluation), columns: [...sheet.columns, STATE_COLUMN], rows };
}

/** The rows that do not depend on who pays. */
const OF_COSTS = ["recurring", "one-off", "cost", "contributions"];

/** Contributions, sources and unfunded from Funding by their kind; how sure money is from Funding and Balances. */
function moneyFormula(
  row: string,
  year: string,
  { balances, funding }: SummarySources["money"],
): string | null {
  const used = (column: string, words: string): string =>
    `SUMIFS(${funding.column("used")},${funding.column(column)},"${words}",${funding.column("year")},"${year}")`;
  const kind = FUNDING_KINDS[row];
  if (kind !== undefined) return used("kind", kind);
  const certainty = CERTAINTY_ROWS[row];
  if (certainty !== undefined) {
    const counted = `SUMIFS(${balances.column(`counted-${row}`)},${balances.column("year")},"${year}")`;
    return `${used("certainty", certainty)}+${counted}`;
  }
  if (row !== "beyond") return null;
  const sum = (column: string): string =>
    `SUMIFS(${balances.column(column)},${balances.column("year")},"${year}")`;
  const counted = ["counted-confirmed", "counted-indicative", "counted-at-risk"].map(sum).join("+");
  return `${counted}-${used("kind", "Contribution")}`;
}

function withFormula(cell: SheetCell, formula: string | null): SheetCell {
  return formula === null ? cell : { ...cell, formula };
}
