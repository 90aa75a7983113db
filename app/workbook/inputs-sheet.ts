import { dayFromText } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import type { Revision } from "./changes-sheet";
import { collectInputs } from "./collect-inputs";
import { type Input, type InputPlaces, partOf } from "./inputs";
import {
  cellAddress,
  columnPlaces,
  EXCEL_EPOCH,
  placesOf,
  type Sheet,
  type SheetCell,
  type SheetColumn,
} from "./sheet";
import { NOTHING } from "./table-sheet";

const COLUMNS: readonly SheetColumn[] = [
  { id: "name", label: "Assumption", format: "text" },
  { id: "path", label: "Place in the scenario file", format: "text" },
  { id: "value", label: "Value", format: "money" },
  { id: "unit", label: "Unit", format: "text" },
  { id: "low", label: "Low", format: "quantity" },
  { id: "high", label: "High", format: "quantity" },
  { id: "source", label: "Source", format: "text" },
  { id: "date", label: "Date of the source", format: "date" },
  { id: "note", label: "Note", format: "text" },
  { id: "who", label: "Changed last by", format: "text" },
  { id: "when", label: "Changed last on", format: "date" },
  { id: "planner", label: "In the planner", format: "money" },
  { id: "part", label: "Subject", format: "text" },
  { id: "changed", label: "Changed here (1) or not (0)", format: "whole" },
];
const placeOf = columnPlaces(COLUMNS);

/** One row an assumption; the only sheet with cells to change. A column keeps what the planner had. */
export function inputsSheet({ scenario }: Evaluation, history: readonly Revision[] = []): InputPlaces {
  const inputs = collectInputs(scenario);
  const sheet: Sheet = {
    name: "Inputs",
    title: "Assumptions",
    note: "Change a value and the figures of the other sheets follow. What the planner had stays beside it, and the last column says what was changed here.",
    columns: COLUMNS,
    rows: inputs.map((input, at) => ({
      id: input.path,
      cells: inputCells(input, at, scenario, lastChange(input, history)),
    })),
    frozenColumns: 1,
  };
  const places = placesOf(sheet);
  const column = { part: places.column("part"), changed: places.column("changed") };
  return {
    sheet,
    at: (path) => places.cell(path, "value"),
    has: places.has,
    changed: (...parts) =>
      parts.length === 0
        ? `SUM(${column.changed})`
        : parts.map((part) => `SUMIFS(${column.changed},${column.part},"${part}")`).join("+"),
  };
}

/** The newest revision that touched an assumption; the one that made the scenario where none did. */
function lastChange(
  { path, inFile }: Input,
  history: readonly Revision[],
): Pick<Revision, "author" | "createdAt"> | null {
  if (inFile === null) return null;
  const own = inFile ?? path;
  const touched = history.find(({ operations }) =>
    operations.some(
      (operation) =>
        operation.path === own ||
        own.startsWith(`${operation.path}/`) ||
        operation.path.startsWith(`${own}/`),
    ),
  );
  return touched ?? history.at(-1) ?? null;
}

function inputCells(
  { name, path, inFile, value, format, unit, rule, provenance }: Input,
  at: number,
  scenario: Scenario,
  change: ReturnType<typeof lastChange>,
): SheetCell[] {
  const source = (scenario.sources ?? []).find(({ id }) => id === provenance?.source);
  const range = [provenance?.low, provenance?.high].map((text): SheetCell => {
    if (text === undefined) return { value: NOTHING };
    return { value: format === "percent" ? Number(text) / 100 : Number(text), format };
  });
  const own = (column: string): string => cellAddress(at, placeOf(column));
  return [
    { value: name },
    { value: inFile === null ? "Only in this workbook" : (inFile ?? path) },
    { value, format, input: rule },
    { value: unit === "" ? "number" : unit },
    ...range,
    { value: source?.title ?? NOTHING },
    dateCell(source?.date),
    { value: provenance?.note ?? NOTHING },
    { value: change?.author ?? NOTHING },
    dateCell(change?.createdAt.slice(0, 10)),
    { value, format },
    { value: partOf(path) },
    { value: 0, formula: `IF(${own("value")}=${own("planner")},0,1)` },
  ];
}

function dateCell(text: string | undefined): SheetCell {
  const day = text === undefined ? null : dayFromText(text);
  return { value: day === null ? (text ?? NOTHING) : day + EXCEL_EPOCH };
}
