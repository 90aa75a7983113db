/**
 * Counts of people that are small enough to tell who they are. Hidden: what lies above 0 and below the threshold.
 * The usual rule hides 1 to 4; the rule of the NHS hides 1 to 7 and shows all others to the nearest 5.
 */
export type SmallNumberRule = { readonly threshold: number; readonly roundTo: number | null };

export const USUAL_RULE: SmallNumberRule = { threshold: 5, roundTo: null };
export const NHS_RULE: SmallNumberRule = { threshold: 8, roundTo: 5 };

/** The rule of a threshold; 8 is the NHS's, which rounds what it shows. */
export function ruleOf(threshold: number): SmallNumberRule {
  return threshold === NHS_RULE.threshold ? NHS_RULE : { threshold, roundTo: null };
}

export function isSmall(count: number, { threshold }: SmallNumberRule): boolean {
  return count > 0 && count < threshold;
}

/** A count that is not hidden, as it is shown. */
export function shownCount(count: number, { roundTo }: SmallNumberRule): number {
  return roundTo === null ? count : Math.round(count / roundTo) * roundTo;
}

/**
 * Counts in rows and columns with what they add up to: a last row that sums every column, a last column that sums
 * every row, or one of the two. A list is one column with a last row.
 */
export type CountTable = {
  readonly counts: readonly (readonly number[])[];
  readonly hasTotalRow: boolean;
  readonly hasTotalColumn: boolean;
};

/** What was shown before of the same table, at the same places. */
export type EarlierRelease = {
  readonly counts: CountTable["counts"];
  readonly hidden: readonly (readonly boolean[])[];
};

type Place = readonly [row: number, column: number];

/**
 * Which cells are hidden so that no small count can be worked out: the small ones, and others with them. A cell is a
 * line between its row and its column (its sums); around a small one the hidden cells close a ring, so that some can
 * rise while others fall and every sum that is shown stays. Whoever sees sums, percentages of them, or both releases,
 * cannot tell a small count from another, as long as the others of its ring are worth at least the threshold; such
 * are taken where there are any, the smallest first.
 *
 * What an earlier release hid stays hidden, and a cell that has not changed since is never part of a new ring:
 * somebody may remember it. Example: 3, 9, 20 that sum to 32 become hidden, hidden, 20 of 32.
 */
export function hideSmallNumbers(
  table: CountTable,
  rule: SmallNumberRule,
  earlier?: EarlierRelease,
): readonly (readonly boolean[])[] {
  const hidden = table.counts.map((row, at) => row.map((_, to) => earlier?.hidden[at]?.[to] ?? false));
  const isNew = ([row, column]: Place): boolean =>
    earlier === undefined || earlier.counts[row]?.[column] !== table.counts[row]?.[column];
  const places = table.counts.flatMap((row, at) => row.map((_, to): Place => [at, to]));
  const countAt = ([row, column]: Place): number => table.counts[row]?.[column] ?? 0;
  const small = places.filter(
    (place) => isSmall(countAt(place), rule) && !isRemembered(place, hidden, isNew),
  );
  for (const place of small) {
    (hidden[place[0]] as boolean[])[place[1]] = true;
    const others = places.filter((other) => other !== place && isNew(other));
    const strong = others.filter((other) => countAt(other) >= rule.threshold);
    const cost = (other: Place): number => (hidden[other[0]]?.[other[1]] === true ? 0 : countAt(other) + 1);
    const ring = cheapestRing(table, place, strong, cost) ?? cheapestRing(table, place, others, cost) ?? [];
    for (const [row, column] of ring) (hidden[row] as boolean[])[column] = true;
  }
  return hidden;
}

/** Hidden before, with its ring, and the same since. */
function isRemembered(
  place: Place,
  hidden: readonly (readonly boolean[])[],
  isNew: (place: Place) => boolean,
) {
  return hidden[place[0]]?.[place[1]] === true && !isNew(place);
}

/** The cheapest way from a cell's row back to its column over other cells (Dijkstra); null when there is none. */
function cheapestRing(
  table: CountTable,
  [row, column]: Place,
  cells: readonly Place[],
  cost: (place: Place) => number,
): readonly Place[] | null {
  const rowNode = (at: number): string => (table.hasTotalColumn ? `row ${at}` : "outside");
  const columnNode = (at: number): string => (table.hasTotalRow ? `column ${at}` : "outside");
  const goal = columnNode(column);
  const open = new Map<string, { cost: number; way: readonly Place[] }>([
    [rowNode(row), { cost: 0, way: [] }],
  ]);
  const done = new Set<string>();
  for (;;) {
    const next = [...open].filter(([node]) => !done.has(node)).sort((a, b) => a[1].cost - b[1].cost)[0];
    if (next === undefined) return null;
    const [node, reached] = next;
    if (node === goal) return reached.way;
    done.add(node);
    for (const cell of cells) {
      const ends = [rowNode(cell[0]), columnNode(cell[1])] as const;
      const to = ends[0] === node ? ends[1] : ends[1] === node ? ends[0] : null;
      if (to === null) continue;
      const total = reached.cost + cost(cell);
      if (total < (open.get(to)?.cost ?? Infinity))
        open.set(to, { cost: total, way: [...reached.way, cell] });
    }
  }
}
