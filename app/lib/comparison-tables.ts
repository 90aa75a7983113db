import { buildChangesTable } from "../reports/comparison/changes";
import { buildLinesComparedTable } from "../reports/comparison/lines";
import { buildPositionsTable } from "../reports/comparison/positions";
import {
  buildComparisonTable,
  buildContributionsComparedTable,
  buildCostByYearTable,
  buildCoverageComparedTable,
} from "../reports/comparison/tables";
import { buildWaterfallTable, type Waterfall } from "../reports/comparison/waterfall";
import type { ReportTable } from "../reports/report-table";
import type { Services } from "../services/services";
import { changesBetween, explainBetween, type LoadedComparison } from "./comparison-route";

/** A table of a comparison by its id; null when the comparison has no such one. */
export function findComparisonTable(
  services: Services,
  loaded: LoadedComparison,
  id: string,
): ReportTable | null {
  const { comparison, why } = loaded;
  if (comparison === null) return null;
  switch (id) {
    case "comparison":
      return buildComparisonTable(comparison);
    case "positions":
      return buildPositionsTable(comparison);
    case "lines-compared":
      return buildLinesComparedTable(comparison);
    case "cost-by-year":
      return buildCostByYearTable(comparison);
    case "contributions-compared":
      return buildContributionsComparedTable(comparison);
    case "coverage-compared":
      return buildCoverageComparedTable(comparison);
    case "changes":
      return changesTableOf(services, loaded);
    case "waterfall": {
      const names = { first: why?.first.name ?? "", second: why?.second.name ?? "" };
      return why === null || why.waterfall === null ? null : buildWaterfallTable(why.waterfall, names);
    }
    default:
      return null;
  }
}

/** The waterfalls of a workbook: of the total cost for every scenario, and the one that is open. */
export function waterfallsOf(
  { comparisons }: Services,
  { comparison, compared, why }: LoadedComparison,
): readonly { readonly column: number; readonly waterfall: Waterfall }[] {
  const total = comparison?.measures.find(({ id }) => id === "total-cost");
  const [first] = compared;
  const ofTotal = compared.flatMap((second, column) => {
    if (column === 0 || total === undefined || first === undefined) return [];
    const waterfall = explainBetween(comparisons, total, [first, second]);
    return waterfall === null ? [] : [{ column, waterfall }];
  });
  const open = comparison?.columns.findIndex(({ key }) => key === why?.second.key) ?? -1;
  if (why === null || why.waterfall === null || why.waterfall.measure.id === "total-cost") return ofTotal;
  return [...ofTotal, { column: open, waterfall: why.waterfall }];
}

/** The changed inputs of every scenario against the reference. */
export function changesTableOf(services: Services, { comparison, compared }: LoadedComparison): ReportTable {
  const [first, ...others] = compared;
  return buildChangesTable(
    others.map((scenario, place) => ({
      key: comparison?.columns[place + 1]?.key ?? "",
      name: comparison?.columns[place + 1]?.name ?? "",
      changes: first === undefined ? [] : changesBetween(services, first, scenario),
    })),
  );
}
