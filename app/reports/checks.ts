import type { Evaluation } from "../../scenarios/model/evaluation";
import type { ReportTable } from "./report-table";

/** Whether the same pounds, counted two ways, come to the same. */
export function buildChecksTable(evaluation: Evaluation): ReportTable {
  return {
    id: "checks",
    title: "Checks",
    note: "Each line counts the same pounds two ways.",
    columns: [
      { id: "check", label: "Check", kind: "text" },
      { id: "holds", label: "Holds", kind: "text" },
      { id: "difference", label: "Difference", kind: "money" },
    ],
    rows: evaluation.checks.map(({ id, about, ok, difference }) => ({
      id,
      cells: [about, ok ? "Yes" : { value: "No", words: "No", tone: "bad" }, difference],
      ...(ok ? {} : { tone: "bad" as const }),
    })),
  };
}
