import type { Operation } from "./operation";
import type { Pointer } from "./pointer";

/**
 * Whether two sets of changes touch the same fields: then the one cannot be applied on top of the other without
 * asking. Adding two different elements to one list does not. Example: `/provisions/joint/price` overlaps
 * `/provisions/joint/price/annual`, not `/provisions/joint/end`.
 */
export function overlap(first: readonly Operation[], second: readonly Operation[]): boolean {
  const others = second.map(touchedBy);
  return first
    .map(touchedBy)
    .some((path) => others.some((other) => isWithin(path, other) || isWithin(other, path)));
}

/**
 * What an operation touches: its path; the whole list where elements go by their place and this one shifts those
 * behind it; the whole element where its name changes.
 */
export function touchedBy({ op, path }: Operation): Pointer {
  const above = path.slice(0, path.lastIndexOf("/"));
  const shifts = op !== "replace" && /\/\d+$/.test(path) && !/\/\d{4}\/\d{2}$/.test(path);
  const renames = /\/id$|\/members\/[^/]+\/organisation$/.test(path);
  return shifts || (renames && above !== "") ? above : path;
}

function isWithin(path: Pointer, other: Pointer): boolean {
  return path === other || path.startsWith(`${other}/`);
}
