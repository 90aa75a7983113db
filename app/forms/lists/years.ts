import { formatFinancialYear } from "../../../scenarios/model/calendar";
import type { Scenario } from "../../../scenarios/model/scenario";
import { timelineOf } from "../../../scenarios/model/timeline";

/** The financial years of the horizon and those for which some row has a value, as fields below a path. */
export function yearFields(
  { horizon }: Scenario,
  path: string,
  rows: readonly (Readonly<Record<string, unknown>> | undefined)[],
): readonly string[] {
  const years = [
    ...timelineOf(horizon).years.map(formatFinancialYear),
    ...rows.flatMap((row) => Object.keys(row ?? {})),
  ];
  return [...new Set(years)].toSorted().map((year) => `${path}/${year}`);
}
