import type { Evaluation } from "../../scenarios/model/evaluation";
import { buildRaisedRisksTable } from "../reports/raised-risks";
import { cellValue } from "../reports/report-table";
import { buildRiskRegisterTable } from "../reports/risk-register";
import type { InputPlaces } from "./inputs";
import { AS_IN_PLANNER, FOLLOWS, OPEN_IN_PLANNER, orNone, STATE_COLUMN } from "./planner-state";
import { cellAddress, type Sheet, type SheetCell, type SheetColumn, type SheetRow } from "./sheet";
import { NOTHING, tableSheet } from "./table-sheet";

const COLUMNS: readonly SheetColumn[] = [
  { id: "kind", label: "Kind", format: "text" },
  { id: "risk", label: "Risk", format: "text" },
  { id: "likelihood", label: "Likelihood (1 to 5)", format: "whole" },
  { id: "impact", label: "Impact (1 to 5)", format: "whole" },
  { id: "score", label: "Score (1 to 25)", format: "whole" },
  { id: "weight", label: "Weight", format: "text" },
  { id: "owner", label: "Owner", format: "text" },
  { id: "about", label: "What is done about it, or what the figures say", format: "text" },
  STATE_COLUMN,
];
const [LIKELIHOOD, IMPACT] = [2, 3];

/** The risks that people have written down, with scores that follow their inputs, then those that the figures raise. */
export function risksSheet(evaluation: Evaluation, inputs: InputPlaces): Sheet {
  const register = tableSheet("Risks", buildRiskRegisterTable(evaluation));
  const raised = buildRaisedRisksTable(evaluation);
  const written = register.rows.map((row, at) => registerRow(row, at, inputs));
  const sheet: Sheet = {
    name: "Risks",
    title: "Risks",
    note: "Risks that people have written down, worst first, then those that the planner's figures raise.",
    columns: COLUMNS,
    rows: [
      ...written,
      ...raised.rows.map(
        ({ id, cells, tone }): SheetRow => ({
          id: `raised-${id}`,
          ...(tone === undefined ? {} : { tone }),
          cells: [
            { value: "Raised by the figures" },
            { value: String(cellValue(cells[0] ?? null)) },
            ...[LIKELIHOOD, IMPACT, IMPACT].map((): SheetCell => ({ value: NOTHING })),
            { value: String(cellValue(cells[1] ?? null)) },
            { value: NOTHING },
            { value: String(cellValue(cells[2] ?? null)) },
            {
              value: AS_IN_PLANNER,
              formula: `IF(${inputs.changed()}=0,"${AS_IN_PLANNER}","${OPEN_IN_PLANNER}")`,
            },
          ],
        }),
      ),
    ],
    frozenColumns: 2,
  };
  return orNone(sheet, "There are no risks");
}

function registerRow({ id, cells }: SheetRow, at: number, inputs: InputPlaces): SheetRow {
  const [risk, likelihood, impact, score, owner, mitigation] = cells;
  const cell = (own: SheetCell | undefined, formula?: string): SheetCell => ({
    ...(own ?? { value: NOTHING }),
    ...(formula === undefined ? {} : { formula }),
  });
  return {
    id,
    cells: [
      { value: "Written down" },
      cell(risk),
      cell(likelihood, inputs.at(`/risks/${id}/likelihood`)),
      cell(impact, inputs.at(`/risks/${id}/impact`)),
      cell(score, `${cellAddress(at, LIKELIHOOD)}*${cellAddress(at, IMPACT)}`),
      { value: NOTHING },
      cell(owner),
      cell(mitigation),
      { value: FOLLOWS },
    ],
  };
}
