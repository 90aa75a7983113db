import {
  financialYearOf,
  formatDay,
  lastDayOf,
  marchOf,
  monthOf,
  parseDay,
} from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { sumPence } from "../../scenarios/model/money";
import type { FundingSource, Provision } from "../../scenarios/model/scenario";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import { moneyNote } from "./table-parts";

const COLUMNS: readonly ReportColumn[] = [
  { id: "provision", label: "What is paid", kind: "text" },
  { id: "end", label: "Its last day", kind: "date" },
  { id: "source", label: "Source that ends before", kind: "text" },
  { id: "last-money", label: "Its money is until", kind: "date" },
  { id: "paid", label: "Paid in its last year", kind: "money" },
  { id: "unfunded-after", label: "Unfunded after that", kind: "money" },
];

/** Money that ends inside the term of what it pays for, and what nobody pays of that afterwards. */
export function buildFundingEndsTable(evaluation: Evaluation): ReportTable {
  const { provisions, fundingSources = [] } = evaluation.scenario;
  return {
    id: "funding-ends",
    title: "Money that ends before what it pays for",
    note: moneyNote(
      evaluation,
      "A source ends with the last financial year in which it has money, of that year or carried into it. What is unfunded after that may be so for another reason as well.",
    ),
    columns: COLUMNS,
    rows: provisions.flatMap((provision) =>
      fundingSources.flatMap((source) => rowOf(evaluation, provision, source)),
    ),
  };
}

function rowOf(
  { timeline, funding }: Evaluation,
  provision: Provision,
  source: FundingSource,
): readonly ReportRow[] {
  const place = (funding.sources.get(source.id) ?? []).findLastIndex(({ available }) => available > 0n);
  const last = timeline.years[place];
  const ends = Math.min(parseDay(provision.end), timeline.lastDay);
  if (last === undefined || financialYearOf(monthOf(ends)) <= last) return [];
  const years = funding.provisions.get(provision.id) ?? [];
  const paid = years[place]?.sources.get(source.id) ?? 0n;
  if (paid === 0n) return [];
  const after = sumPence(years.slice(place + 1).map(({ unfunded }) => unfunded));
  return [
    {
      id: `${provision.id}-${source.id}`,
      cells: [provision.name, provision.end, source.name, formatDay(lastDayOf(marchOf(last))), paid, after],
      ...(after > 0n ? { tone: "bad" } : {}),
    },
  ];
}
