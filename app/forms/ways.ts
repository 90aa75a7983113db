/** One of several ways in which a row is said, such as capacity by staff. What is said in another way goes with it. */
export type Way = {
  /** At the beginning of a sentence. */
  readonly words: string;
  /** The fields that only this way has. */
  readonly keys: readonly string[];
  /** What it cannot do without: all of one of these. */
  readonly needs: readonly (readonly string[])[];
};

/**
 * What a row still needs before it can be saved: the fields of the way that was begun, the shortest first; or null.
 * `typed` is what stands in the row on its way in, `before` what the scenario has there; both by field.
 */
export function neededByWay(
  ways: readonly Way[],
  typed: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>>,
): { readonly begun: Way | null; readonly missing: readonly string[] } | null {
  const isFilled = (texts: Readonly<Record<string, string>>, key: string): boolean =>
    (texts[key] ?? "").trim() !== "";
  const begun =
    ways.find(({ keys }) => keys.some((key) => isFilled(typed, key))) ??
    ways.find(({ keys }) => keys.some((key) => !(key in typed) && isFilled(before, key)));
  if (begun === undefined) return { begun: null, missing: [] };
  const missing = begun.needs.map((all) => all.filter((key) => !isFilled({ ...before, ...typed }, key)));
  const [least = []] = missing.toSorted((first, second) => first.length - second.length);
  return least.length === 0 ? null : { begun, missing: least };
}
