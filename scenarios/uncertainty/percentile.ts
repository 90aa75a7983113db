/**
 * The percentile of figures in ascending order, type 7: linear between neighbours, as Excel's PERCENTILE.INC (rules
 * §11). Percentiles of parts are never added. Example: of 1 … 10 the tenth is 1.9 and the ninetieth 9.1.
 */
export function percentile(ascending: readonly number[] | Float64Array, percent: number): number {
  if (ascending.length === 0) throw new Error("no figures, no percentile");
  const place = ((ascending.length - 1) * percent) / 100;
  const before = Math.floor(place);
  const value = ascending[before] as number;
  const next = ascending[before + 1] ?? value;
  return value + (next - value) * (place - before);
}
