import type { Evaluation } from "../../scenarios/model/evaluation";
import { namesOf } from "./names";
import type { ReportColumn, ReportTable } from "./report-table";
import { FUNDING_CERTAINTIES, ringFenceWords } from "./words";

const COLUMNS: readonly ReportColumn[] = [
  { id: "source", label: "Source", kind: "text" },
  { id: "owner", label: "Owner", kind: "text" },
  { id: "certainty", label: "Certainty", kind: "text" },
  { id: "may-pay-for", label: "May pay for", kind: "text" },
  { id: "unspent", label: "What is unspent", kind: "text" },
];

/** What each source of money may pay for, in words, and what becomes of what it does not pay. */
export function buildRingFencesTable({ scenario }: Evaluation): ReportTable {
  const names = namesOf(scenario);
  return {
    id: "ring-fences",
    title: "What each source may pay for",
    note: "Money helps only the provisions that its source may pay for, however much of it is left.",
    columns: COLUMNS,
    rows: (scenario.fundingSources ?? []).map((source) => ({
      id: source.id,
      cells: [
        source.name,
        names.organisation(source.owner),
        FUNDING_CERTAINTIES[source.certainty ?? "confirmed"],
        ringFenceWords(source, names),
        source.carryForward === true ? "Carried to the next year" : "Lapses",
      ],
    })),
  };
}
