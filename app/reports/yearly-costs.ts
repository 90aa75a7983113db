import type { Evaluation } from "../../scenarios/model/evaluation";
import { sumPence } from "../../scenarios/model/money";
import { sliceAddress } from "./explain/slices";
import { namesOf } from "./names";
import type { ReportColumn, ReportRow, ReportTable } from "./report-table";
import {
  costTotalLabel,
  explainSlices,
  explainYears,
  moneyNote,
  sumColumn,
  totalRow,
  withSum,
  yearColumns,
} from "./table-parts";
import { PROVISION_KINDS } from "./words";

/** What each provision costs by financial year, and how much of its total are one-off costs. */
export function buildYearlyCostsTable(evaluation: Evaluation): ReportTable {
  const names = namesOf(evaluation.scenario);
  const years = yearColumns(evaluation.timeline);
  const columns: readonly ReportColumn[] = [
    { id: "provision", label: "Provision", kind: "text" },
    { id: "kind", label: "Kind", kind: "text" },
    ...years,
    sumColumn("total", "Total", years),
    { id: "one-offs", label: "of which one-off", kind: "money" },
  ];
  const rows = evaluation.scenario.provisions.flatMap(({ id, kind }): ReportRow[] => {
    const cost = evaluation.costs.get(id);
    if (cost === undefined) return [];
    const cells = [
      names.provision(id),
      PROVISION_KINDS[kind],
      ...withSum(cost.years),
      sumPence(cost.oneOffYears),
    ];
    const ofYears = explainYears(evaluation.timeline, (year) => ["cost", id, year]);
    const oneOffs = sliceAddress({ what: "one-off", provision: id });
    const explains = { ...ofYears, total: ["cost", id], "one-offs": oneOffs } as const;
    return [{ id, cells, explains, ...(cost.priceKnown ? {} : { tone: "warn" }) }];
  });
  return {
    id: "yearly-costs",
    title: "Costs by financial year",
    note: moneyNote(evaluation),
    columns,
    rows,
    total: {
      ...totalRow(columns, rows, { label: costTotalLabel(evaluation) }),
      explains: {
        ...explainSlices(evaluation.timeline, { what: "cost" }),
        "one-offs": sliceAddress({ what: "one-off" }),
      },
    },
  };
}
