import {
  type FinancialYear,
  financialYearOf,
  formatFinancialYear,
  formatMonth,
} from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { type Pence, sumPence } from "../../scenarios/model/money";
import type { Timeline } from "../../scenarios/model/timeline";
import { formatMonthWords } from "./format-table";
import { namesOf } from "./names";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import { costTotalLabel, moneyNote, sumColumn, totalRow } from "./table-parts";

/** What each provision costs by month, with the sum of each financial year after its months and a total at the end. */
export function buildMonthlyCostsTable(evaluation: Evaluation): ReportTable {
  const { timeline } = evaluation;
  const names = namesOf(evaluation.scenario);
  const columns = monthlyColumns(timeline);
  const rows = [...evaluation.costs.values()].map(
    (cost): ReportRow => ({
      id: cost.provision,
      cells: [names.provision(cost.provision), ...monthsWithYears(cost.months, timeline)],
      ...(cost.priceKnown ? {} : { tone: "warn" }),
    }),
  );
  return {
    id: "monthly-costs",
    title: "Costs by month",
    note: moneyNote(evaluation, "One-off costs are included in the month of their date."),
    columns,
    rows,
    total: totalRow(columns, rows, { label: costTotalLabel(evaluation) }),
  };
}

function monthlyColumns(timeline: Timeline): ReportColumn[] {
  const years = timeline.years.map((year) => {
    const months = monthsInHorizon(timeline, year).map((month): ReportColumn => {
      const text = formatMonth(month);
      return { id: text, label: formatMonthWords(text), kind: "money" };
    });
    return { months, year: sumColumn(formatFinancialYear(year), formatFinancialYear(year), months) };
  });
  return [
    { id: "provision", label: "Provision", kind: "text" },
    ...years.flatMap(({ months, year }) => [...months, year]),
    sumColumn(
      "total",
      "Total",
      years.map(({ year }) => year),
    ),
  ];
}

function monthsInHorizon(timeline: Timeline, year: FinancialYear): number[] {
  return timeline.months.filter((month) => financialYearOf(month) === year);
}

function monthsWithYears(months: readonly Pence[], timeline: Timeline): Pence[] {
  const years = timeline.years.map((_, place) =>
    months.filter((_amount, month) => timeline.yearPlaceOfMonth[month] === place),
  );
  return [...years.flatMap((amounts) => [...amounts, sumPence(amounts)]), sumPence(months)];
}
