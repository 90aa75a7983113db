import type { Pence } from "../../scenarios/model/money";
import type { PriorityLine } from "../../scenarios/model/scenario";
import { joinWords } from "./names";
import { planName, planTitle } from "./plan-words";
import {
  benefitCell,
  benefitUnit,
  choiceIn,
  costOf,
  linesWords,
  type Prioritised,
  pairOf,
} from "./priorities";
import { planFiguresOf } from "./priorities-money";
import type { Cell, ReportRow, ReportTable } from "./report-table";

/** The row of all lines that nothing binds: no line can have this id. */
export const FREE_LINES = "other/lines";

/**
 * What of the plan's money nobody is free to choose: each line that must be funded, with its reason, and each that
 * serves a statutory activity; then all other lines together. Null where there is no such line.
 */
export function buildMustTable(view: Prioritised): ReportTable | null {
  const { priorities, plan } = view;
  const bound = priorities.lines.filter(
    (line) => line.mustFund === true || statutoryNames(view, line).length > 0,
  );
  if (bound.length === 0) return null;
  const free = priorities.lines.filter((line) => !bound.includes(line));
  return {
    id: "priorities-must",
    title: "What must be funded, and what is free to choose",
    note: "A line is statutory where the provision that it stands for serves an activity that is a statutory duty. The least is its cheapest level.",
    columns: [
      { id: "line", label: "Line", kind: "text" },
      { id: "must", label: "Must be funded", kind: "text" },
      { id: "statutory", label: "Statutory duty", kind: "text" },
      { id: "least", label: "Costs at least", kind: "money" },
      { id: "cost", label: `Cost in ${planName(plan)}`, kind: "money" },
      { id: "share", label: "Share of the money", kind: "percent" },
      { id: "benefit", label: `Benefit (${benefitUnit(priorities)})`, kind: "quantity" },
    ],
    rows: [...bound.map((line) => boundRow(view, line)), ...(free.length === 0 ? [] : [freeRow(view, free)])],
    total: {
      id: "total",
      cells: [planTitle(plan), null, null, null, costOf(plan), null, benefitCell(plan.benefit)],
    },
  };
}

function boundRow(view: Prioritised, line: PriorityLine): ReportRow {
  const statutory = statutoryNames(view, line);
  return {
    id: line.id,
    cells: [
      line.name,
      mustCell(line),
      statutory.length === 0 ? null : joinWords(statutory),
      leastOf(view, line),
      ...planFiguresOf(view, [line]),
    ],
  };
}

/** Everything else, where the criteria decide. */
function freeRow(view: Prioritised, lines: readonly PriorityLine[]): ReportRow {
  const taken = lines.filter(({ id }) => choiceIn(view.plan, id) !== undefined).length;
  return {
    id: FREE_LINES,
    cells: [
      "Free to choose",
      `${taken} of ${linesWords(lines.length)} funded`,
      null,
      null,
      ...planFiguresOf(view, lines),
    ],
  };
}

function mustCell({ mustFund, mustFundReason }: PriorityLine): Cell {
  if (mustFund !== true) return { value: "No", words: "No: the criteria decide", tone: "warn" };
  return mustFundReason === undefined
    ? { value: "Yes", words: "Yes; no reason is given", tone: "warn" }
    : `Yes: ${mustFundReason}`;
}

function leastOf(view: Prioritised, { id, levels }: PriorityLine): Pence {
  const [first = 0n, ...others] = levels.map((level) => pairOf(view, { line: id, level: level.id }).cost);
  return others.reduce((least, cost) => (cost < least ? cost : least), first);
}

/** The statutory activities of the provision that the line stands for, by name. */
function statutoryNames({ scenario }: Prioritised, { provision: id }: PriorityLine): readonly string[] {
  const { activities = [] } = scenario.provisions.find((provision) => provision.id === id) ?? {};
  return scenario.activities.flatMap(({ id: activity, name, statutory }) =>
    statutory === true && activities.includes(activity) ? [name] : [],
  );
}
