import type { CellState, Evaluation } from "../../scenarios/model/evaluation";
import { formatLongMonth } from "../reports/format-table";
import { buildKeyFigures } from "../reports/key-figures";
import { lotReasons } from "../reports/lot-reasons";
import { notKnownSentences } from "../reports/not-known";
import type { KeyFigure } from "../reports/report-table";
import { known } from "../reports/table-parts";
import { SCENARIO_STATES } from "../reports/words";
import { monthsInState } from "./coverage-sheet";
import { OPEN_IN_PLANNER, STATE } from "./planner-state";
import { onSheet, placesOf, type Sheet, type SheetCell, type SheetName } from "./sheet";
import { writeCell } from "./table-sheet";

/** What the Cover says, line by line: a label and what stands beside it. It is a page to read, not a table. */
export type CoverLine = {
  readonly label: string;
  readonly cell: Omit<SheetCell, "tone"> & {
    readonly tone?: SheetCell["tone"] | "input";
    readonly kind?: KeyFigure["kind"];
  };
  readonly note?: string;
  /** The sheet that the line leads to. */
  readonly link?: string;
  readonly heading?: boolean;
};

/** What the Cover says of the workbook itself. */
export type CoverOptions = {
  /** When the workbook is made: the caller has the clock. */
  readonly createdAt: Date;
  readonly revision?: number;
  /** The name of the plan that the scenario belongs to. */
  readonly plan?: string;
};

export function coverLines(
  evaluation: Evaluation,
  sheets: readonly Sheet[],
  options: CoverOptions,
): readonly CoverLine[] {
  return [
    { label: `Finance workbook: ${evaluation.scenario.name}`, cell: { value: "" }, heading: true },
    ...syntheticLines(evaluation),
    ...identityLines(evaluation, options),
    checksLine(sheets),
    changedLine(sheets),
    { label: "Headline figures", cell: { value: "" }, heading: true },
    ...buildKeyFigures(evaluation).map((figure) => figureLine(figure, sheets)),
    ...cashLines(sheets),
    ...notKnownLines(evaluation),
    { label: "Sheets", cell: { value: "" }, heading: true },
    ...sheets.map(({ name, title, note }) => ({ label: name, cell: { value: title }, note, link: name })),
    { label: "Colours", cell: { value: "" }, heading: true },
    {
      label: "Pale yellow, blue figures",
      cell: { value: "On Inputs: an assumption that may be changed", tone: "input" },
    },
    { label: "Green", cell: { value: "In order; the cell says so in words", tone: "good" } },
    { label: "Amber", cell: { value: "To watch; the cell says why in words", tone: "warn" } },
    { label: "Red", cell: { value: "To act on; the cell says why in words", tone: "bad" } },
  ];
}

function syntheticLines({ scenario }: Evaluation): CoverLine[] {
  if (scenario.synthetic !== true) return [];
  return [{ label: "Synthetic", cell: { value: "The money in this workbook is invented.", tone: "warn" } }];
}

/** What is procured and why, where the scenario compares ways to divide its services. */
function lotLines(evaluation: Evaluation): CoverLine[] {
  const reasons = lotReasons(evaluation);
  if (reasons === null) return [];
  return [
    textLine("Lots", reasons.chosen),
    ...(reasons.why === null ? [] : [textLine("Why these lots", reasons.why)]),
  ];
}

function identityLines(evaluation: Evaluation, { createdAt, revision, plan }: CoverOptions): CoverLine[] {
  const { scenario } = evaluation;
  const { horizon, status = "draft", basedOn, purpose } = scenario;
  return [
    ...(plan === undefined ? [] : [textLine("Plan", plan)]),
    textLine("Scenario", scenario.name),
    ...(purpose === undefined ? [] : [textLine("Purpose", purpose)]),
    textLine("Identity", scenario.id),
    ...(revision === undefined ? [] : [{ label: "Revision", cell: { value: revision } }]),
    textLine("State", SCENARIO_STATES[status]),
    ...(basedOn === undefined || basedOn === null ? [] : [textLine("Changes", basedOn.name ?? basedOn.id)]),
    textLine("Created", `${createdAt.toISOString().slice(0, 16).replace("T", " ")} UTC`),
    textLine("Period", `${formatLongMonth(horizon.start)} to ${formatLongMonth(horizon.end)}`),
    ...lotLines(evaluation),
    textLine("Price base", "Cash prices of each year, with the indexation that each contract states"),
    textLine("VAT", "All costs are net of recoverable VAT; the sheet VAT has them before and with all of it"),
    textLine(
      "Rounding",
      "To the penny, once, where a payable amount is created; totals are sums of the shown rows",
    ),
  ];
}

function textLine(label: string, value: string): CoverLine {
  return { label, cell: { value } };
}

/** One line says whether all checks hold; it follows the Checks sheet. */
function checksLine(sheets: readonly Sheet[]): CoverLine {
  const checks = sheetOf(sheets, "Checks");
  const holds = checks.columns.findIndex(({ id }) => id === "holds");
  const letters = String.fromCharCode(65 + holds);
  const range = onSheet("Checks", `$${letters}$2:$${letters}$${checks.rows.length + 1}`);
  const all = checks.rows.length;
  const broken = checks.rows.filter(({ cells }) => cells[holds]?.value !== true).length;
  const [hold, open] = [`COUNTIF(${range},TRUE())`, `COUNTIF(${range},"${OPEN_IN_PLANNER}")`];
  const asked = `IF(${open}>0,"No check fails; "&${open}&" to open in the planner","All checks hold")`;
  return {
    label: "Checks",
    cell: {
      value: broken === 0 ? "All checks hold" : `${broken} of ${all} checks do not hold`,
      formula: `IF(${hold}+${open}=${all},${asked},${all}-${hold}-${open}&" of ${all} checks do not hold")`,
      tone: broken === 0 ? "good" : "bad",
    },
    link: "Checks",
  };
}

/** Whether the assumptions are still the planner's; what does not follow a change says so here. */
function changedLine(sheets: readonly Sheet[]): CoverLine {
  const changed = changedCount(sheets);
  return {
    label: "Assumptions",
    cell: {
      value: UNCHANGED,
      formula: `IF(${changed}=0,"${UNCHANGED}",${changed}&" changed. A figure that does not follow says so beside it: ${OPEN_IN_PLANNER}")`,
    },
    link: "Inputs",
  };
}

const UNCHANGED = "As in the planner";

/** How many assumptions are no longer the planner's: a formula. */
function changedCount(sheets: readonly Sheet[]): string {
  return `SUM(${placesOf(sheetOf(sheets, "Inputs")).column("changed")})`;
}

function sheetOf(sheets: readonly Sheet[], wanted: SheetName): Sheet {
  return known(
    sheets.find(({ name }) => name === wanted),
    `the sheet ${wanted}`,
  );
}

/** A headline figure follows the sheets; one that only the planner works out says so once anything is changed. */
function figureLine({ id, label, value, kind, note, tone }: KeyFigure, sheets: readonly Sheet[]): CoverLine {
  const cell = writeCell(value, kind);
  const ofPlanner = (said: string): string => `IF(${changedCount(sheets)}>0,"${OPEN_IN_PLANNER}",${said})`;
  const own = typeof cell.value === "string" ? `"${cell.value}"` : String(cell.value);
  return {
    label,
    cell: {
      ...cell,
      kind,
      ...(tone === undefined ? {} : { tone }),
      formula: liveFormula(id, sheets) ?? ofPlanner(own),
    },
    ...(note === undefined ? {} : { note: LASTING_NOTES.includes(id) ? note : `${IN_PLANNER}${note}` }),
  };
}

/** Before what the planner said of a figure, which does not follow a change. */
export const IN_PLANNER = "In the planner: ";

/** The figures whose notes say nothing that an assumption changes. */
const LASTING_NOTES: readonly string[] = ["total-cost", "double-running"];

function liveFormula(id: string, sheets: readonly Sheet[]): string | null {
  const summary = placesOf(sheetOf(sheets, "Summary"));
  if (id === "total-cost") return summary.cell("cost", "total");
  if (id.startsWith("cost-")) return summary.cell("cost", id.slice("cost-".length));
  if (id === "unfunded") return ifMatched(summary.cell("unfunded", "total"), sheets);
  const columns = CONTRIBUTIONS[id];
  if (columns !== undefined) {
    const contributions = placesOf(sheetOf(sheets, "Contributions"));
    return `ROUND(${columns.map((column) => contributions.cell("total", column)).join("+")},2)`;
  }
  const state = STATES[id];
  return state === undefined ? null : monthsInState(sheetOf(sheets, "Coverage"), state);
}

/** What depends on the planner's match of money, as long as it is the planner's. */
function ifMatched(formula: string, sheets: readonly Sheet[]): string {
  const states = placesOf(sheetOf(sheets, "Balances")).column(STATE);
  return `IF(COUNTIF(${states},"${OPEN_IN_PLANNER}")=0,${formula},"${OPEN_IN_PLANNER}")`;
}

const STATES: Readonly<Record<string, CellState>> = { gaps: "gap", unconfirmed: "unconfirmed" };

/** The columns of Contributions that a headline figure sums. */
const CONTRIBUTIONS: Readonly<Record<string, readonly string[]>> = {
  contributions: ["share", "override", "buy-in"],
  shortfall: ["shortfall"],
};

/** How low the cash runs, and when. */
function cashLines(sheets: readonly Sheet[]): readonly CoverLine[] {
  const places = placesOf(sheetOf(sheets, "Cash"));
  const lowest = ifMatched(places.cell("lowest", "total"), sheets);
  return [
    {
      label: "Lowest balance of cash",
      cell: { value: places.value("lowest", "total"), formula: lowest, kind: "money" },
      note: "Cash says in which month, by the payment terms and by when the money of a year comes in.",
      link: "Cash",
    },
  ];
}

function notKnownLines(evaluation: Evaluation): CoverLine[] {
  const sentences = notKnownSentences(evaluation);
  if (sentences.length === 0) return [];
  return [
    { label: "Not known", cell: { value: "" }, heading: true },
    ...sentences.map(
      (sentence, place): CoverLine => ({
        label: String(place + 1),
        cell: { value: sentence, tone: "warn" },
      }),
    ),
  ];
}
