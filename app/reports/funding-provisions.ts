import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation, ProvisionFunding } from "../../scenarios/model/evaluation";
import { type Pence, sumPence } from "../../scenarios/model/money";
import { namesOf } from "./names";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import { moneyNote, totalRow } from "./table-parts";

const COLUMNS: readonly ReportColumn[] = [
  { id: "provision", label: "Provision", kind: "text" },
  { id: "year", label: "Financial year", kind: "year" },
  { id: "cost", label: "Cost", kind: "money" },
  { id: "contributions", label: "Contributions", kind: "money" },
  { id: "agreed", label: "Sources, as agreed", kind: "money" },
  { id: "matched", label: "Sources, matched by the planner", kind: "money" },
  { id: "unfunded", label: "Unfunded", kind: "money" },
  { id: "beyond", label: "Contributions beyond the cost", kind: "money" },
];

/** How each provision is paid for, year by year: contributions first, then sources; the rest is unfunded. */
export function buildFundingProvisionsTable(evaluation: Evaluation): ReportTable {
  const { timeline, funding } = evaluation;
  const names = namesOf(evaluation.scenario);
  const rows = [...funding.provisions].flatMap(([provision, years]) =>
    years.flatMap((ofYear, place): ReportRow[] => {
      if (ofYear.cost === 0n && ofYear.contributions === 0n) return [];
      const year = formatFinancialYear(timeline.years[place] ?? 0);
      return [
        {
          id: `${provision}-${year}`,
          cells: [names.provision(provision), year, ...amounts(ofYear)],
          ...(ofYear.unfunded > 0n ? { tone: "bad" } : {}),
        },
      ];
    }),
  );
  return {
    id: "funding-provisions",
    title: "Who pays for each provision by year",
    note: moneyNote(
      evaluation,
      "Cost is contributions, sources and what is unfunded, less contributions beyond the cost. Years without cost or contribution are left out.",
    ),
    columns: COLUMNS,
    rows,
    total: totalRow(COLUMNS, rows),
  };
}

function amounts({ cost, contributions, sources, agreed, unfunded }: ProvisionFunding): Pence[] {
  const [all, byAgreement] = [sumPence(sources.values()), sumPence(agreed.values())];
  const beyond = contributions + all + unfunded - cost;
  return [cost, contributions, byAgreement, all - byAgreement, unfunded, beyond];
}
