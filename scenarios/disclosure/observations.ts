import type { Id } from "../model/identifiers";
import type { Scenario } from "../model/scenario";
import { isSmall, type SmallNumberRule } from "./small-numbers";

/**
 * Which counts of a file are real observations: those whose provenance leads to a source of kind `observation`, and,
 * so that nothing slips through unmarked, in a file that is not synthetic every count whose source is not an
 * `assumption`. In a synthetic file only what is marked counts.
 */
export function isObserved({ synthetic, sources, provenance }: Scenario, path: string): boolean {
  const line = (provenance ?? []).find((one) => one.source !== undefined && isWithin(path, one.path));
  const kind = (sources ?? []).find(({ id }) => id === line?.source)?.kind;
  if (kind === "observation") return true;
  return synthetic !== true && kind !== "assumption";
}

/** A line about a whole row is about every value of it. */
function isWithin(path: string, of: string): boolean {
  return path === of || path.startsWith(`${of}/`);
}

/** Whether the demand for an activity in an area rests on an observed count that is small: then nothing that follows from it is shown. */
export function restsOnSmallDemand(
  scenario: Scenario,
  rule: SmallNumberRule,
  { area, activity }: { readonly area: Id; readonly activity: Id },
): boolean {
  const own = (scenario.demand ?? []).filter((one) => one.area === area && one.activity === activity);
  return own.some(({ id, annual, funnel, byYear, waitingAtStart }) =>
    [
      ["annual", annual],
      ["funnel/incidents", funnel?.incidents],
      ["waitingAtStart", waitingAtStart],
      ...Object.entries(byYear ?? {}).map(([year, value]) => [`byYear/${year}`, value] as const),
    ].some(
      ([field, value]) =>
        value !== undefined && isSmall(Number(value), rule) && isObserved(scenario, `/demand/${id}/${field}`),
    ),
  );
}

/** A basis of an area, where it counts observed people or cases. The number of residents or homes is no secret. */
export function isObservedBasis(scenario: Scenario, area: Id, basis: string): boolean {
  return basis !== "equal" && isObserved(scenario, `/areas/${area}/bases/${basis}`);
}
