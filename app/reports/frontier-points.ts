/** The frontier as small numbers: sent to a page once, which then answers for any budget by itself. */
export type FrontierPoints = {
  /** The levels that occur in a plan: their line, and their words. */
  readonly choices: readonly { readonly line: number; readonly name: string }[];
  readonly lines: readonly string[];
  /** From the cheapest plan to the best with no limit. */
  readonly points: readonly FrontierStep[];
};

/** The plan from this budget on, until the next. */
export type FrontierStep = {
  /** In whole pence; what is more than a number holds is refused before. */
  readonly pence: number;
  readonly benefit: number;
  /** Places of `choices`. */
  readonly chosen: readonly number[];
};

/** What comes in, goes out or changes its level between two plans. */
export type PlanChanges = {
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
  readonly changes: readonly string[];
};

/** The place of the plan that is best at a budget; -1 where no plan is cheap enough. */
export function stepAt({ points }: FrontierPoints, pence: number): number {
  return points.findLastIndex((point) => point.pence <= pence);
}

export function changesBetween(
  { choices, lines }: FrontierPoints,
  before: readonly number[],
  after: readonly number[],
): PlanChanges {
  const byLine = (chosen: readonly number[]): Map<number, number> =>
    new Map(chosen.map((place) => [choices[place]?.line ?? -1, place]));
  const [old, now] = [byLine(before), byLine(after)];
  const nameOf = (place: number): string => choices[place]?.name ?? "";
  return {
    enters: [...now].filter(([line]) => !old.has(line)).map(([, place]) => nameOf(place)),
    leaves: [...old].filter(([line]) => !now.has(line)).map(([line]) => lines[line] ?? ""),
    changes: [...now]
      .filter(([line, place]) => old.has(line) && old.get(line) !== place)
      .map(([, place]) => nameOf(place)),
  };
}
