import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { collectInputs, type Input } from "./inputs";
import { placesOf, type Sheet, type SheetCell } from "./sheet";
import { NOTHING } from "./table-sheet";

/** Where the formulas of other sheets find an assumption, by its place in the scenario file. */
export type InputPlaces = {
  readonly sheet: Sheet;
  /** Inputs!$C$7; throws where there is no such assumption. */
  readonly at: (path: string) => string;
  readonly has: (path: string) => boolean;
};

/** One row an assumption; the only sheet with cells to change. The last column keeps what the planner had. */
export function inputsSheet({ scenario }: Evaluation): InputPlaces {
  const inputs = collectInputs(scenario);
  const sheet: Sheet = {
    name: "Inputs",
    title: "Assumptions",
    note: "Change a value and the figures of the other sheets follow. What the planner had stays in the last column.",
    columns: [
      { id: "name", label: "Assumption", format: "text" },
      { id: "path", label: "Place in the scenario file", format: "text" },
      { id: "value", label: "Value", format: "money" },
      { id: "unit", label: "Unit", format: "text" },
      { id: "low", label: "Low", format: "quantity" },
      { id: "high", label: "High", format: "quantity" },
      { id: "source", label: "Source", format: "text" },
      { id: "date", label: "Date of the source", format: "date" },
      { id: "note", label: "Note", format: "text" },
      { id: "planner", label: "In the planner", format: "money" },
    ],
    rows: inputs.map((input) => ({ id: input.path, cells: inputCells(input, scenario) })),
    frozenColumns: 1,
  };
  const places = placesOf(sheet);
  return { sheet, at: (path) => places.cell(path, "value"), has: places.has };
}

function inputCells(
  { name, path, value, format, unit, rule, provenance }: Input,
  scenario: Scenario,
): SheetCell[] {
  const source = (scenario.sources ?? []).find(({ id }) => id === provenance?.source);
  const range = [provenance?.low, provenance?.high].map((text): SheetCell => {
    if (text === undefined) return { value: NOTHING };
    return { value: format === "percent" ? Number(text) / 100 : Number(text), format };
  });
  return [
    { value: name },
    { value: path },
    { value, format, input: rule },
    { value: unit === "" ? "number" : unit },
    ...range,
    { value: source?.title ?? NOTHING },
    { value: source?.date ?? NOTHING },
    { value: provenance?.note ?? NOTHING },
    { value, format },
  ];
}
