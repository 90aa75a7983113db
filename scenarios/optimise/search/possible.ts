import { rangeOf, rowsOf } from "./blocks";
import { atPrices, type Option, type Priced } from "./priced";

/**
 * The program without the options that no plan can take, whatever else it takes: those with which some row is broken
 * even by the least that all other lines add to it. Each that goes may be the last with which another was possible.
 * Null where a line has none left.
 */
export function possibleOnly(priced: Priced): Priced | null {
  let { groups } = priced;
  for (;;) {
    const ofLines = groups.map(leastByRow);
    const least = sumOf(ofLines, priced.limits.length);
    const fewer = groups.map((line, at) => {
      const own = [...(ofLines[at] ?? [])];
      return line.filter((option) => fits(option, { own, least, priced }));
    });
    if (fewer.some((line) => line.length === 0)) return null;
    if (fewer.every((line, at) => line.length === groups[at]?.length))
      return { ...atPrices({ ...priced, groups }, priced.prices), leeways: priced.leeways };
    groups = fewer;
  }
}

/** By row the least that all lines add. */
function sumOf(ofLines: readonly ReadonlyMap<number, number>[], rows: number): Float64Array {
  const least = new Float64Array(rows);
  for (const ofLine of ofLines)
    for (const [row, value] of ofLine) least[row] = (least[row] as number) + value;
  return least;
}

function leastByRow(line: readonly Option[]): Map<number, number> {
  return new Map([...rowsOf(line)].map((row) => [row, rangeOf(line, row).least]));
}

function fits(
  option: Option,
  so: {
    /** By row the least that its line adds. */
    readonly own: readonly (readonly [number, number])[];
    readonly least: Float64Array;
    readonly priced: Priced;
  },
): boolean {
  return so.own.every(
    ([row, least]) =>
      (so.least[row] as number) - least + (option.values.get(row) ?? 0) <= (so.priced.limits[row] as number),
  );
}
