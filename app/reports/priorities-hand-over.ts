import type { HandOver } from "../../scenarios/optimise/hand-over";
import { namesOf } from "./names";
import { lineName, type Prioritised } from "./priorities";
import type { ReportTable } from "./report-table";
import { totalRow } from "./table-parts";

/** What would become of each line when the plan is handed over: a new provision, one that stays, one that goes. */
export function buildHandOverTable(view: Prioritised, handOver: HandOver): ReportTable {
  const { added, kept, removed } = handOver;
  const names = namesOf(view.scenario);
  const columns = [
    { id: "line", label: "Line", kind: "text" },
    { id: "becomes", label: "What becomes of it", kind: "text" },
    { id: "provision", label: "Provision", kind: "text" },
    { id: "cost", label: "Cost of the new provision over the horizon", kind: "money" },
  ] as const;
  const rows = [
    ...added.map(({ line, provision, cost }) => ({
      id: line,
      cells: [
        lineName(view, line),
        "Becomes a provision",
        handOver.scenario.provisions.find(({ id }) => id === provision)?.name ?? provision,
        cost,
      ],
    })),
    ...kept.map(({ line, provision }) => ({
      id: line,
      cells: [
        lineName(view, line),
        "Its provision stays, at its own price",
        names.provision(provision),
        null,
      ],
    })),
    ...removed.map(({ line, provision, alsoChanged }) => ({
      id: line,
      cells: [
        lineName(view, line),
        alsoChanged.length === 0
          ? "Its provision goes"
          : `Its provision goes, and with it: ${alsoChanged.join("; ")}`,
        names.provision(provision),
        null,
      ],
    })),
  ];
  return {
    id: "priorities-hand-over",
    title: "What would become of each line",
    note: "Lines that are left out and are no provision have no row. Money of a budget that is named after a financial year falls in that year; any other is spread over the years by their months.",
    columns,
    rows,
    total: totalRow(columns, rows),
  };
}
