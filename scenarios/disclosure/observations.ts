import type { Scenario } from "../model/scenario";

/**
 * Which counts of a file are real observations (rules §13): those whose provenance leads to a source of kind
 * `observation`, and, so that nothing slips through unmarked, in a file that is not synthetic every count whose source
 * is not an `assumption`. In a synthetic file only what is marked counts.
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
