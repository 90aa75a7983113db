import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { joinFew, namesOf } from "./names";
import { percentOf } from "./per-resident";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import { known, moneyNote, totalRow } from "./table-parts";

const COLUMNS: readonly ReportColumn[] = [
  { id: "year", label: "Financial year", kind: "year" },
  { id: "confirmed", label: "Confirmed", kind: "money" },
  { id: "indicative", label: "Indicative", kind: "money" },
  { id: "at-risk", label: "At risk", kind: "money" },
  { id: "unfunded", label: "Unfunded", kind: "money" },
  {
    id: "cost",
    label: "Cost",
    kind: "money",
    sumOf: ["confirmed", "indicative", "at-risk", "unfunded"],
  },
  { id: "confirmed-part", label: "Confirmed part", kind: "percent" },
  { id: "short-first", label: "Money is short first for", kind: "text" },
];

/** How firm the money is, year by year, and which provisions break first. */
export function buildFundingCertaintyTable(evaluation: Evaluation): ReportTable {
  const { funding, timeline } = evaluation;
  const names = namesOf(evaluation.scenario);
  const rows = timeline.years.map((year, place): ReportRow => {
    const { confirmed, indicative, atRisk, unfunded } = known(
      funding.byCertainty[place],
      `certainty of ${year}`,
    );
    const cost = confirmed + indicative + atRisk + unfunded;
    const short = (funding.bottleneck[place] ?? []).map(names.provision);
    return {
      id: String(year),
      cells: [
        formatFinancialYear(year),
        confirmed,
        indicative,
        atRisk,
        unfunded,
        cost,
        percentOf(confirmed, cost),
        short.length === 0 ? null : { value: short.join("; "), words: joinFew(short) },
      ],
      ...(unfunded > 0n ? { tone: "bad" } : {}),
    };
  });
  return {
    id: "funding-certainty",
    title: "How firm the money is",
    note: moneyNote(
      evaluation,
      "Contributions: signed or confirmed; indicative, as are top-ups; asked or without a reply, which is at risk.",
    ),
    columns: COLUMNS,
    rows,
    total: totalRow(COLUMNS, rows),
  };
}
