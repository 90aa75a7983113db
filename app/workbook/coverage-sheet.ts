import { formatMonth } from "../../scenarios/model/calendar";
import type { CoverageRow, Evaluation } from "../../scenarios/model/evaluation";
import { buildCoverageMatrixTable } from "../reports/coverage-matrix";
import { CELL_STATES } from "../reports/words";
import { orNone } from "./planner-state";
import { columnLetters, type Places, type Sheet, type SheetCell } from "./sheet";
import { ALL_DAYS, type Suppliers, suppliersOf, supplyRow } from "./supply-sheet";
import { tableSheet } from "./table-sheet";

const NAME_COLUMNS = 2;

/** Whether each required activity is supplied in each area, month by month, live: by the days on Supply (rules §5). */
export function coverageSheet(evaluation: Evaluation, supply: Places): Sheet {
  const months = evaluation.timeline.months.map(formatMonth);
  const sheet = tableSheet("Coverage", buildCoverageMatrixTable(evaluation), NAME_COLUMNS);
  const first = `${columnLetters(NAME_COLUMNS)}2`;
  const rows = sheet.rows.map((row, at) => {
    const place = evaluation.coverage.cells[at] as CoverageRow;
    const suppliers = suppliersOf(evaluation, place.area, place.activity);
    const cells = row.cells.map((cell, column): SheetCell => {
      const month = column - NAME_COLUMNS;
      if (month < 0 || place.states[month] === null) return cell;
      return { value: cell.value, ...formulaOf(suppliers, months[month] ?? "", supply) };
    });
    return { ...row, cells };
  });
  const live = {
    ...sheet,
    note: "Only what is required is counted: covered where every day of the month is supplied by something confirmed.",
    rows,
    coloured: {
      from: NAME_COLUMNS,
      rules: [
        [`LEFT(${first},3)="${CELL_STATES.gap}"`, "bad"],
        [`${first}="${CELL_STATES.unconfirmed}"`, "warn"],
        [`${first}="${CELL_STATES.covered}"`, "good"],
      ],
    },
  } as const;
  return orNone(live, "Nothing is required");
}

/** A month without any supplier is a gap whatever is assumed. */
function formulaOf(
  { all, confirmed }: Suppliers,
  month: string,
  supply: Places,
): { readonly formula?: string } {
  if (all.length === 0) return {};
  const [days, supplied] = [supply.cell(ALL_DAYS, month), supply.cell(supplyRow(all), month)];
  const part = `"${CELL_STATES.gap}, "&TEXT(MIN(${supplied}/${days}*100,99.99),"0.00")&"% of days covered"`;
  const gap = `IF(${supplied}=0,"${CELL_STATES.gap}",${part})`;
  return { formula: `IF(${supplied}<${days},${gap},${confirmedOf(confirmed, all, days, month, supply)})` };
}

function confirmedOf(
  confirmed: Suppliers["confirmed"],
  all: Suppliers["all"],
  days: string,
  month: string,
  supply: Places,
): string {
  if (confirmed.length === all.length) return `"${CELL_STATES.covered}"`;
  if (confirmed.length === 0) return `"${CELL_STATES.unconfirmed}"`;
  const supplied = supply.cell(supplyRow(confirmed), month);
  return `IF(${supplied}<${days},"${CELL_STATES.unconfirmed}","${CELL_STATES.covered}")`;
}

/** How many months of a service are in a state: a formula; null where nothing is required. */
export function monthsInState({ rows, columns }: Sheet, state: keyof typeof CELL_STATES): string | null {
  if (rows[0]?.id === "none") return null;
  const [first, last] = [columnLetters(NAME_COLUMNS), columnLetters(columns.length - 1)];
  return `COUNTIF(Coverage!$${first}$2:$${last}$${rows.length + 1},"${CELL_STATES[state]}${state === "gap" ? "*" : ""}")`;
}
