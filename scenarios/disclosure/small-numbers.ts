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

/**
 * Which cells are hidden so that no small count can be worked out: the small ones, and others with them. Sums make a
 * network, in which a count flows from its row to its column and a sum flows back; around a small count the hidden
 * cells close a ring, so that it could be larger while others of the ring are larger or smaller, and everything that
 * is shown stays. Smaller ones are taken only where they can be smaller by the threshold, if there are such; of the
 * rings, the one that hides least. Whoever sees sums, percentages of them, or two releases cannot tell the small count.
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
  const cells = cellsOf(table);
  const isNew = ({ row, column, count }: Cell): boolean => earlier?.counts[row]?.[column] !== count;
  const isHidden = ({ row, column }: Cell): boolean => hidden[row]?.[column] === true;
  const hide = ({ row, column }: Cell): void => {
    (hidden[row] as boolean[])[column] = true;
  };
  const wanted = cells.filter((cell) => isSmall(cell.count, rule) && (!isHidden(cell) || isNew(cell)));
  for (const cell of wanted) {
    hide(cell);
    const others = cells.filter((other) => other !== cell && isNew(other));
    const cost = (other: Cell): number => (isHidden(other) ? 0 : other.count + 1);
    const ring = [rule.threshold, 1, 0].reduce<readonly Cell[] | null>(
      (found, least) => found ?? cheapestWay(others, { from: cell.to, to: cell.from, least, cost }),
      null,
    );
    for (const other of ring ?? []) hide(other);
  }
  return hidden;
}

/** A cell as what flows in the network. */
type Cell = {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly from: string;
  readonly to: string;
};

/** A side without sums is open: all its ends are one. */
function cellsOf({ counts, hasTotalRow, hasTotalColumn }: CountTable): readonly Cell[] {
  return counts.flatMap((line, row) =>
    line.map((count, column): Cell => {
      const rowEnd = hasTotalColumn ? `row ${row}` : "outside";
      const columnEnd = hasTotalRow ? `column ${column}` : "outside";
      const sumsRow = hasTotalColumn && column === line.length - 1;
      const sumsColumn = hasTotalRow && row === counts.length - 1;
      const flowsBack = sumsRow !== sumsColumn;
      return { row, column, count, from: flowsBack ? columnEnd : rowEnd, to: flowsBack ? rowEnd : columnEnd };
    }),
  );
}

type Way = {
  readonly from: string;
  readonly to: string;
  /** What a count must have to be taken against its flow: it would be smaller. */
  readonly least: number;
  readonly cost: (cell: Cell) => number;
};

/** The cheapest way through the network (Dijkstra); null when there is none. */
function cheapestWay(cells: readonly Cell[], { from, to, least, cost }: Way): readonly Cell[] | null {
  const reached = new Map<string, { readonly cost: number; readonly way: readonly Cell[] }>();
  const open = new Map<string, { readonly cost: number; readonly way: readonly Cell[] }>([
    [from, { cost: 0, way: [] }],
  ]);
  while (open.size > 0) {
    const [node, best] = [...open].reduce((first, second) =>
      second[1].cost < first[1].cost ? second : first,
    );
    if (node === to) return best.way;
    open.delete(node);
    reached.set(node, best);
    for (const cell of cells) {
      const next = cell.from === node ? cell.to : cell.to === node && cell.count >= least ? cell.from : null;
      if (next === null || reached.has(next)) continue;
      const total = best.cost + cost(cell);
      if (total < (open.get(next)?.cost ?? Infinity))
        open.set(next, { cost: total, way: [...best.way, cell] });
    }
  }
  return null;
}
