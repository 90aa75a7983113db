import type { AskedRound } from "../../../scenarios/consultation/consultation";
import type { Option } from "../../../scenarios/model/scenario";
import { formatCell } from "../format-table";
import { type Cell, cellValue } from "../report-table";
import type { PartnerReport } from "./partner-section";

/**
 * What an option costs the partner, from the table of its options, for whoever has to choose: "£22,182.06 in 2016/17,
 * £67,829.96 over the period". Null where the report has no such option.
 */
export function optionCostWords(
  { sections }: PartnerReport,
  { scenario, round }: Pick<AskedRound, "scenario" | "round">,
  option: Option,
): string | null {
  const table = sections.flatMap(({ tables }) => tables).find(({ id }) => id === "partner-options");
  const row = table?.rows.find(({ id }) => id === `${scenario}-${round}-${option.toLowerCase()}`);
  if (table === undefined || row === undefined) return null;
  const cellOf = (columnId: string): Cell =>
    row.cells[table.columns.findIndex(({ id }) => id === columnId)] ?? null;
  const total = cellOf("total");
  const year = cellValue(cellOf("year"));
  const inYear = typeof year === "string" ? cellOf(year) : null;
  if (cellValue(total) === null) return formatCell(total, "money");
  const overall = `${formatCell(total, "money")} over the period`;
  return inYear === null ? overall : `${formatCell(inYear, "money")} in ${year}, ${overall}`;
}
