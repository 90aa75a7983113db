import type { CountTable } from "../../../scenarios/disclosure/small-numbers";

/** Somebody who has a published table, knows that counts are whole and not negative, and wants what is hidden. */

type Hidden = readonly (readonly boolean[])[];
type Place = readonly [row: number, column: number];

/**
 * Whether a hidden count is the only one that fits what is published. Sums make a network: a count flows from its row to
 * its column, a sum back; another table fits exactly if some flow can go round through the cell.
 */
export function isRecovered(table: CountTable, hidden: Hidden, place: Place): boolean {
  const [from, to] = endsOf(table, place);
  const others = arcs(table, hidden, place);
  return !leads(others, to, from) && !leads(others, from, to);
}

type Arc = { readonly from: string; readonly to: string; readonly count: number };

function arcs({ counts, ...table }: CountTable, hidden: Hidden, without: Place): Arc[] {
  return counts.flatMap((row, at) =>
    row.flatMap((count, to): Arc[] => {
      if (hidden[at]?.[to] !== true || (at === without[0] && to === without[1])) return [];
      const [start, end] = endsOf({ counts, ...table }, [at, to]);
      return [{ from: start, to: end, count }];
    }),
  );
}

function endsOf({ counts, hasTotalRow, hasTotalColumn }: CountTable, [row, column]: Place): [string, string] {
  const isRowTotal = hasTotalColumn && column === (counts[row]?.length ?? 0) - 1;
  const isColumnTotal = hasTotalRow && row === counts.length - 1;
  const rowNode = hasTotalColumn ? `row ${row}` : "outside";
  const columnNode = hasTotalRow ? `column ${column}` : "outside";
  return isRowTotal !== isColumnTotal ? [columnNode, rowNode] : [rowNode, columnNode];
}

/** A count may always be larger; smaller only if it is not nothing. */
function leads(all: readonly Arc[], from: string, to: string): boolean {
  const reached = new Set([from]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const arc of all) {
      if (reached.has(arc.from)) reached.add(arc.to);
      if (arc.count > 0 && reached.has(arc.to)) reached.add(arc.from);
    }
  }
  return reached.has(to);
}

const PRIME = 1_000_003;

/**
 * Whether a hidden count follows from the sums of two releases together, for somebody who has been told which counts
 * have not changed in between. Linear algebra over the remainders of a prime.
 */
export function followsFromBoth(first: Release, second: Release, at: 1 | 2, place: Place): boolean {
  const names = new Map<string, number>();
  const variable = (release: 1 | 2, [row, column]: Place): number => {
    const same = first.table.counts[row]?.[column] === second.table.counts[row]?.[column];
    const name = same ? `both ${row} ${column}` : `${release} ${row} ${column}`;
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name) as number;
  };
  // What one release shows is known in the other where it has not changed.
  const isKnown = (release: 1 | 2, [row, column]: Place): boolean => {
    const own = release === 1 ? first : second;
    const other = release === 1 ? second : first;
    if (own.hidden[row]?.[column] !== true) return true;
    const same = own.table.counts[row]?.[column] === other.table.counts[row]?.[column];
    return same && other.hidden[row]?.[column] !== true;
  };
  const equations = ([1, 2] as const).flatMap((release) => {
    const { table } = release === 1 ? first : second;
    return linesOf(table).map((line) =>
      line
        .filter((one) => !isKnown(release, one.place))
        .map((one) => ({ ...one, at: variable(release, one.place) })),
    );
  });
  if (isKnown(at, place)) return true;
  const wanted = variable(at, place);
  const rows = equations.map((line) => {
    const row = new Array<number>(names.size).fill(0);
    for (const { at: column, sign } of line) row[column] = (row[column] as number) + sign;
    return row;
  });
  const unit = new Array<number>(names.size).fill(0).with(wanted, 1);
  return rank(rows) === rank([...rows, unit]);
}

export type Release = { readonly table: CountTable; readonly hidden: Hidden };

function linesOf({ counts, hasTotalRow, hasTotalColumn }: CountTable) {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0];
  const line = (places: readonly Place[]) =>
    places.map((place, at) => ({ place, sign: at === places.length - 1 ? -1 : 1 }));
  return [
    ...(hasTotalColumn ? counts.map((row, at) => line(row.map((_, to): Place => [at, to]))) : []),
    ...(hasTotalRow
      ? Array.from({ length: columns }, (_, to) =>
          line(Array.from({ length: rows }, (_row, at): Place => [at, to])),
        )
      : []),
  ];
}

function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => row.map((value) => ((value % PRIME) + PRIME) % PRIME));
  let done = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, at) => at >= done && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[done], rows[pivot]] = [rows[pivot] as number[], rows[done] as number[]];
    const top = rows[done] as number[];
    for (let at = done + 1; at < rows.length; at += 1) {
      const row = rows[at] as number[];
      const factor = row[column] as number;
      if (factor === 0) continue;
      // top × factor is taken away after the row was multiplied, so that no inverse is needed.
      const lead = top[column] as number;
      rows[at] = row.map(
        (value, to) => (((value * lead - (top[to] as number) * factor) % PRIME) + PRIME) % PRIME,
      );
    }
    done += 1;
  }
  return done;
}
