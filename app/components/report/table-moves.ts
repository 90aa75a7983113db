/** Where a link stands in a table: row and cell, from the head to the foot. */
export type Spot = { readonly row: number; readonly cell: number };

/** Where a key leads, and the column that up and down keep to, as a text editor does past short lines. */
export type Move = { readonly to: number; readonly column: number };

/**
 * From one of the spots of a table, in order, to another by a key: left and right along a row, Home and End to its ends,
 * up and down to the next row that has any, as near to the column as can be, with Ctrl Home and End to the first and the
 * last of all. Null where the key leads nowhere: it keeps its usual meaning.
 */
export function moveBy(
  key: string,
  spots: readonly Spot[],
  { from, column, isFar }: { readonly from: number; readonly column: number | null; readonly isFar: boolean },
): Move | null {
  const at = spots[from];
  if (at === undefined) return null;
  const to = targetOf(key, spots, { at, column: column ?? at.cell, isFar });
  const reached = spots[to];
  if (reached === undefined || to === from) return null;
  return { to, column: key === "ArrowUp" || key === "ArrowDown" ? (column ?? at.cell) : reached.cell };
}

type Asked = { readonly at: Spot; readonly column: number; readonly isFar: boolean };

/** A place among the spots, or -1. */
function targetOf(key: string, spots: readonly Spot[], { at, column, isFar }: Asked): number {
  const isInRow = ({ row }: Spot): boolean => row === at.row;
  switch (key) {
    case "ArrowRight":
      return spots.findIndex((spot) => isInRow(spot) && spot.cell > at.cell);
    case "ArrowLeft":
      return spots.findLastIndex((spot) => isInRow(spot) && spot.cell < at.cell);
    case "Home":
      return isFar ? 0 : spots.findIndex(isInRow);
    case "End":
      return isFar ? spots.length - 1 : spots.findLastIndex(isInRow);
    case "ArrowDown":
      return nearest(spots, spots.find(({ row }) => row > at.row)?.row, column);
    case "ArrowUp":
      return nearest(spots, spots.findLast(({ row }) => row < at.row)?.row, column);
    default:
      return -1;
  }
}

function nearest(spots: readonly Spot[], row: number | undefined, column: number): number {
  let best = -1;
  for (const [place, spot] of spots.entries()) {
    if (spot.row !== row) continue;
    const before = spots[best];
    if (before === undefined || Math.abs(spot.cell - column) < Math.abs(before.cell - column)) best = place;
  }
  return best;
}
