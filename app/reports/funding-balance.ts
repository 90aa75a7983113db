import type { ByYear, Evaluation } from "../../scenarios/model/evaluation";
import type { FundingSource } from "../../scenarios/model/scenario";
import { ALL } from "./explain/slices";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import { explainYears, moneyNote, yearColumns } from "./table-parts";
import { sumOfKinds } from "./year-summary";

/** What is missing beside what is left, year by year: money that may not pay for what is short does not help it. */
export function buildFundingBalanceTable(evaluation: Evaluation): ReportTable {
  const columns: readonly ReportColumn[] = [
    { id: "measure", label: "Measure", kind: "text" },
    ...yearColumns(evaluation.timeline),
  ];
  const { unfunded } = evaluation.funding;
  const cost = sumOfKinds(evaluation, ["contract", "uplift", "one-off"]);
  const row = (id: string, label: string, years: ByYear): ReportRow => ({ id, cells: [label, ...years] });
  return {
    id: "funding-balance",
    title: "Unfunded and unspendable by financial year",
    note: moneyNote(
      evaluation,
      "Money is unspendable when nothing that its source may pay for is left to pay. There is no total: money that is carried on would count twice.",
    ),
    columns,
    rows: [
      {
        ...row("cost", "Cost", cost),
        explains: explainYears(evaluation.timeline, (year) => ["money", "cost", ALL, year]),
      },
      {
        ...row(
          "funded",
          "Funded",
          cost.map((amount, place) => amount - (unfunded[place] ?? 0n)),
        ),
        explains: explainYears(evaluation.timeline, (year) => ["funded", year]),
      },
      {
        ...row("unfunded", "Unfunded", unfunded),
        subtotal: true,
        explains: explainYears(evaluation.timeline, (year) => ["unfunded", year]),
        ...(unfunded.some((amount) => amount > 0n) ? { tone: "bad" } : {}),
      },
      {
        ...row(
          "lapses",
          "Unspendable, and lapses at the end of the year",
          unused(evaluation, (source) => source.carryForward !== true),
        ),
        explains: explainYears(evaluation.timeline, (year) => ["unspent", "lapses", year]),
      },
      {
        ...row(
          "carried",
          "Unspent, and carried to the next year",
          unused(evaluation, (source) => source.carryForward === true),
        ),
        explains: explainYears(evaluation.timeline, (year) => ["unspent", "carried", year]),
      },
    ],
  };
}

/** What the wanted sources have left at the end of each year. */
function unused(
  { scenario, funding, timeline }: Evaluation,
  wanted: (source: FundingSource) => boolean,
): ByYear {
  const sources = (scenario.fundingSources ?? []).filter(wanted);
  return timeline.years.map((_, place) =>
    sources.reduce((sum, { id }) => sum + (funding.sources.get(id)?.[place]?.unused ?? 0n), 0n),
  );
}
