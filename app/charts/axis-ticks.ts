/** How many equal parts give round marks, by the first figures of an axis' end. */
const PARTS: readonly (readonly [number, number])[] = [
  [1, 5],
  [1.5, 3],
  [2, 4],
  [2.5, 5],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 3],
  [8, 4],
  [10, 5],
];

/** Round marks from 0 to the end of an axis, as `axisEnd` gives it. Example: 1,500 has 0, 500, 1,000 and 1,500. */
export function axisTicks(end: number): readonly number[] {
  const figures = end / 10 ** Math.floor(Math.log10(end));
  const parts = PARTS.find(([first]) => Math.abs(first - figures) < 1e-6)?.[1] ?? 5;
  return Array.from({ length: parts + 1 }, (_, place) => (end * place) / parts);
}
