import {
  type Day,
  financialYearOf,
  firstDayOf,
  formatDay,
  monthOf,
  parseDay,
} from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Provision } from "../../scenarios/model/scenario";
import { formatDateWords } from "./format-table";
import type { Cell, ReportColumn, ReportTable } from "./report-table";
import { CERTAINTIES } from "./words";

/** Its id: the only table that depends on the day on which it is made. */
export const ENDING = "ending";

const COLUMNS: readonly ReportColumn[] = [
  { id: "provision", label: "Provision", kind: "text" },
  { id: "end", label: "Last day", kind: "date" },
  { id: "price", label: "Price a year at its end", kind: "money" },
  { id: "then", label: "What follows the day after", kind: "text" },
];

/**
 * What ends within twelve months, soonest first, and what goes on the day after. Counted from today where the plan's
 * period contains it, else from the plan's first day, and the title says from when.
 */
export function buildEndingTable(evaluation: Evaluation, today: Day): ReportTable {
  const { scenario } = evaluation;
  const from = countedFrom(evaluation, today);
  const until = aYearAfter(from);
  const ending = scenario.provisions
    .filter(({ end }) => parseDay(end) >= from && parseDay(end) < until)
    .toSorted((a, b) => parseDay(a.end) - parseDay(b.end));
  return {
    id: ENDING,
    title: `What ends in the twelve months from ${formatDateWords(formatDay(from))}`,
    note:
      from === today
        ? "Contracts, grants and lots, soonest first."
        : "Contracts, grants and lots, soonest first. Counted from the first day of the plan, because today lies outside its period.",
    columns: COLUMNS,
    rows: ending.map((provision) => ({
      id: provision.id,
      cells: [
        provision.name,
        provision.end,
        priceAtEnd(evaluation, provision),
        followers(evaluation, provision),
      ],
    })),
  };
}

/** From when days are counted: from today where the plan's period contains it, else from the plan's first day. */
export function countedFrom({ timeline }: Evaluation, today: Day): Day {
  return today >= timeline.firstDay && today <= timeline.lastDay ? today : timeline.firstDay;
}

function aYearAfter(day: Day): Day {
  const month = monthOf(day);
  return firstDayOf(month + 12) + (day - firstDayOf(month));
}

/** The annual price of its last financial year; a schedule has none. */
function priceAtEnd({ costs, timeline }: Evaluation, { id, end }: Provision): Cell {
  const cost = costs.get(id);
  if (cost?.priceKnown === false) return { value: null, words: "Not known", tone: "warn" };
  return cost?.annualPrice[timeline.years.indexOf(financialYearOf(monthOf(parseDay(end))))] ?? null;
}

/** The provisions in service the day after that share an activity and an area; beyond the horizon nobody looks. */
function followers({ scenario, timeline }: Evaluation, ended: Provision): Cell {
  const next = parseDay(ended.end) + 1;
  if (next > timeline.lastDay) return { value: null, words: "After the plan's period", tone: "muted" };
  const shared = scenario.provisions.filter(
    ({ id, start, end, activities, areas }) =>
      id !== ended.id &&
      parseDay(start) <= next &&
      parseDay(end) >= next &&
      activities.some((activity) => ended.activities.includes(activity)) &&
      areas.some((area) => ended.areas.includes(area)),
  );
  if (shared.length === 0) return { value: null, words: "Nothing", tone: "bad" };
  return shared.map(nameWithCertainty).join("; ");
}

function nameWithCertainty({ name, certainty = "confirmed" }: Provision): string {
  return certainty === "confirmed" ? name : `${name} (${CERTAINTIES[certainty].toLowerCase()})`;
}
