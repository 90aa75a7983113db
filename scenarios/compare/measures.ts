import type { Evaluation } from "../model/evaluation";
import { MEASURE_GROUPS, type Measure } from "./measure";
import { moneyRows } from "./money-rows";
import { serviceRows } from "./service-rows";

/**
 * The rows on which scenarios are compared (rules §12): money by year and its full-year effect, unfunded, certainty, what
 * each source pays and each organisation contributes, coverage, demand, capacity and waiting by activity (units never
 * added), lots and hand-offs. A row is there as soon as one scenario has it; rows of a group stand together.
 */
export function measureScenarios(evaluations: readonly Evaluation[]): Measure[] {
  const rows = [...moneyRows(evaluations), ...serviceRows(evaluations)];
  return rows
    .map(
      ({ figure, monthsOf, ...row }): Measure => ({
        ...row,
        values: evaluations.map(figure),
        ...(monthsOf === undefined ? {} : { months: evaluations.map(monthsOf) }),
      }),
    )
    .filter(({ values }) => values.some((value) => value !== null))
    .sort((one, other) => MEASURE_GROUPS.indexOf(one.group) - MEASURE_GROUPS.indexOf(other.group));
}
