import { atPrices, type Option, type Priced } from "./priced";

/**
 * The program without the options that no plan can take, whatever else it takes: those with which some row is broken
 * even by the least that all other lines add to it. Each that goes may be the last with which another was possible.
 * Null where a line has none left.
 */
export function possibleOnly(priced: Priced): Priced | null {
  let { groups } = priced;
  for (;;) {
    const least = leastOf(groups, priced.limits.length);
    const fewer = groups.map((line) => line.filter((option) => fits(option, { line, least, priced })));
    if (fewer.some((line) => line.length === 0)) return null;
    if (fewer.every((line, at) => line.length === groups[at]?.length))
      return { ...atPrices({ ...priced, groups }, priced.prices), leeways: priced.leeways };
    groups = fewer;
  }
}

/** By row the least that all lines add. */
function leastOf(groups: Priced["groups"], rows: number): Float64Array {
  const least = new Float64Array(rows);
  for (const line of groups)
    for (const [row, value] of leastByRow(line)) least[row] = (least[row] as number) + value;
  return least;
}

function leastByRow(line: readonly Option[]): Map<number, number> {
  const least = new Map<number, number>();
  for (const row of new Set(line.flatMap(({ values }) => [...values.keys()])))
    least.set(row, Math.min(...line.map(({ values }) => values.get(row) ?? 0)));
  return least;
}

function fits(
  option: Option,
  so: { readonly line: readonly Option[]; readonly least: Float64Array; readonly priced: Priced },
): boolean {
  return [...leastByRow(so.line)].every(
    ([row, least]) =>
      (so.least[row] as number) - least + (option.values.get(row) ?? 0) <= (so.priced.limits[row] as number),
  );
}
