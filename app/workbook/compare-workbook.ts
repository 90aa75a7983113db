import { type Comparison, type ComparisonRow, comparisonRow } from "../reports/comparison/comparison";
import { buildLinesComparedTable } from "../reports/comparison/lines";
import { buildComparisonTable } from "../reports/comparison/tables";
import { amountOf, type Waterfall } from "../reports/comparison/waterfall";
import type { ReportTable } from "../reports/report-table";
import { SCENARIO_STATES } from "../reports/words";
import { comparedCells, NAME_COLUMNS } from "./compare-sheet";
import type { CoverLine } from "./cover-sheet";
import { renderWorkbook } from "./render-workbook";
import { placesOf, type Sheet, type SheetCell, type SheetFormat, type SheetRow } from "./sheet";
import { NOTHING, tableSheet, writeCell } from "./table-sheet";

export type ComparisonWorkbook = {
  readonly comparison: Comparison;
  /** The changed inputs of every scenario against the reference. */
  readonly changes: ReportTable;
  /** Each with the place of its scenario among the columns of the comparison. */
  readonly waterfalls: readonly { readonly column: number; readonly waterfall: Waterfall }[];
  readonly plan?: string;
  /** When the workbook is made: the caller has the clock. */
  readonly createdAt: Date;
};

/**
 * A comparison as the bytes of an .xlsx file: differences and waterfalls are formulas over the values of the scenarios,
 * each with its result, so that a value that is changed shows what becomes of the difference.
 */
export async function writeComparisonWorkbook(content: ComparisonWorkbook): Promise<Buffer> {
  const sheets = buildComparisonSheets(content);
  const isSynthetic = content.comparison.columns.some(
    ({ evaluation }) => evaluation?.scenario.synthetic === true,
  );
  return renderWorkbook({
    title: "Scenarios side by side",
    subject: isSynthetic ? "Comparison of scenarios, synthetic money" : "Comparison of scenarios",
    createdAt: content.createdAt,
    cover: coverLines(content, sheets, isSynthetic),
    sheets,
  });
}

export function buildComparisonSheets({ comparison, changes, waterfalls }: ComparisonWorkbook): Sheet[] {
  const compare = compareSheet(comparison);
  const lines = buildLinesComparedTable(comparison);
  return [
    compare,
    ...(lines === null ? [] : [tableSheet("Lines", lines)]),
    tableSheet("Changes", changes),
    waterfallSheet(comparison, compare, waterfalls),
  ];
}

function compareSheet(comparison: Comparison): Sheet {
  const table = buildComparisonTable(comparison);
  const sheet = tableSheet("Compare", table, 2);
  const rows = comparison.measures.map((measure) => comparisonRow(comparison, measure));
  return {
    ...sheet,
    rows: sheet.rows.map((row, at) => ({
      ...row,
      cells: [...row.cells.slice(0, NAME_COLUMNS), ...comparedCells(rows[at] as ComparisonRow, at + 2)],
    })),
  };
}

/** Each waterfall from the reference's value to the scenario's, both on Compare; the effects are added up by formulas. */
function waterfallSheet(
  { columns }: Comparison,
  compare: Sheet,
  waterfalls: ComparisonWorkbook["waterfalls"],
): Sheet {
  const places = placesOf(compare);
  const rows: SheetRow[] = [];
  for (const { column, waterfall } of waterfalls) {
    const key = (place: number): string => columns[place]?.key ?? "";
    rows.push(
      ...waterfallRows(waterfall, {
        scenario: columns[column]?.name ?? "",
        id: key(column),
        line: rows.length + 2,
        from: places.cell(waterfall.measure.id, key(0)),
        to: places.cell(waterfall.measure.id, key(column)),
      }),
    );
  }
  return {
    name: "Waterfall",
    title: "What makes each difference",
    note: "From the reference to the scenario: the effect of each group of changes is its average over every order in which the groups could be made, so that they add up exactly. Holds is TRUE where they do.",
    columns: [
      { id: "scenario", label: "Scenario", format: "text" },
      { id: "measure", label: "Measure", format: "text" },
      { id: "step", label: "Step", format: "text" },
      { id: "effect", label: "Effect", format: "money" },
      { id: "reached", label: "Comes to", format: "money" },
      { id: "holds", label: "Holds", format: "truth" },
    ],
    rows,
    frozenColumns: 3,
  };
}

type WaterfallPlace = {
  readonly scenario: string;
  readonly id: string;
  /** The line of the first row. */
  readonly line: number;
  readonly from: string;
  readonly to: string;
};

function waterfallRows(
  { measure, from, steps, to }: Waterfall,
  { scenario, id, line, from: start, to: end }: WaterfallPlace,
): SheetRow[] {
  const format: SheetFormat = measure.unit === "£" ? "money" : "quantity";
  const number = (amount: bigint): SheetCell => ({ ...writeCell(amountOf(measure, amount), format), format });
  const row = (step: string, name: string, cells: readonly SheetCell[], sum: boolean): SheetRow => ({
    id: `${id}-${measure.id}-${step}`,
    cells: [{ value: scenario }, { value: measure.name }, { value: name }, ...cells],
    sum,
  });
  const none = { value: NOTHING };
  const last = line + steps.length;
  let sofar = from;
  const stepRows = steps.map(({ id: step, name, amount }, place) => {
    sofar += amount;
    const formula = `E${line + place}+D${line + place + 1}`;
    const reached = { ...number(sofar), formula };
    return row(step, name, [number(amount), reached, none], false);
  });
  const effect = steps.length === 0 ? {} : { formula: `SUM(D${line + 1}:D${last})` };
  const holds = { value: true, formula: `ABS(E${last}-E${last + 1})<0.005`, tone: "good" as const };
  return [
    row("from", "Reference", [none, { ...number(from), formula: start }, none], true),
    ...stepRows,
    row(
      "to",
      "Scenario",
      [{ ...number(to - from), ...effect }, { ...number(to), formula: end }, holds],
      true,
    ),
  ];
}

function coverLines(
  { comparison, plan, createdAt }: ComparisonWorkbook,
  sheets: readonly Sheet[],
  isSynthetic: boolean,
): CoverLine[] {
  const heading = (label: string): CoverLine => ({ label, cell: { value: "" }, heading: true });
  const line = (label: string, value: string): CoverLine => ({ label, cell: { value } });
  return [
    heading("Scenarios side by side"),
    ...(isSynthetic
      ? [
          {
            label: "Synthetic",
            cell: { value: "The money in this workbook is invented.", tone: "warn" as const },
          },
        ]
      : []),
    ...(plan === undefined ? [] : [line("Plan", plan)]),
    line("Created", `${createdAt.toISOString().slice(0, 16).replace("T", " ")} UTC`),
    line("VAT", "All costs are net of recoverable VAT"),
    heading("Scenarios"),
    ...comparison.columns.map(({ name, evaluation }, place) =>
      line(
        `${place + 1}. ${name}`,
        `${place === 0 ? "The reference: every difference is measured against it. " : ""}${
          evaluation === null
            ? "Has faults: no figures."
            : `State: ${SCENARIO_STATES[evaluation.scenario.status ?? "draft"]}.`
        }`,
      ),
    ),
    heading("Sheets"),
    ...sheets.map(({ name, title, note }) => ({ label: name, cell: { value: title }, note, link: name })),
  ];
}
