import type { Scenario } from "../../scenarios/model/scenario";
import type { Plan } from "../../scenarios/optimise/plan";
import { prioritised } from "../reports/priorities";
import { buildFrontierTable, notProvedSentence } from "../reports/priorities-frontier";
import { buildCutsTable } from "../reports/priorities-savings";
import type { ReportTable } from "../reports/report-table";
import type { InputPlaces } from "./inputs";
import { orNone, withPlannerState } from "./planner-state";
import type { Sheet, SheetName } from "./sheet";
import { tableSheet } from "./table-sheet";

/**
 * What other amounts of what moves would buy, and what cuts would lose, as the page of the priorities shows them; none
 * where there are no lines to choose from. All is the planner's: a change of an assumption may make other plans the best.
 */
export function frontierSheets(
  { scenario, plan }: { readonly scenario: Scenario; readonly plan: Plan | null },
  inputs: InputPlaces,
): Sheet[] {
  if ((scenario.priorities?.lines.length ?? 0) === 0) return [];
  const view = plan === null || plan.moving === null ? null : prioritised(scenario, plan);
  const table = view === null ? NOT_WORKED_OUT : buildFrontierTable(view);
  const notProved = view === null ? null : notProvedSentence(view);
  const frontier = notProved === null ? table : { ...table, note: `${notProved} ${table.note ?? ""}` };
  const cuts = (view === null ? null : buildCutsTable(view)) ?? NO_CUTS;
  return [
    plannersOwn(
      "Frontier",
      frontier,
      inputs,
      view === null ? OPEN_THERE : "No plan obeys the rules at any amount",
    ),
    plannersOwn(
      "Savings",
      cuts,
      inputs,
      view === null ? OPEN_THERE : "No plan obeys the rules, so that none can lose",
    ),
  ];
}

const OPEN_THERE = "Not worked out: open the priorities in the planner";

const LINES = { columns: [{ id: "line", label: "Budget", kind: "text" }], rows: [] } as const;
const NOT_WORKED_OUT: ReportTable = { id: "frontier", title: "What another budget would buy", ...LINES };
const NO_CUTS: ReportTable = { id: "savings", title: "What less money would lose", ...LINES };

function plannersOwn(name: SheetName, table: ReportTable, inputs: InputPlaces, none: string): Sheet {
  return withPlannerState(orNone(tableSheet(name, table), none), inputs, ["Priorities"]);
}
