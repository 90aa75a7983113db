import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveBy, type Spot } from "../../../app/components/report/table-moves";

/** A head with one explained column, rows with some explained figures, a row with a name alone, a total. */
const SPOTS: readonly Spot[] = [
  [0, 3],
  ...[1, 2, 4].map((cell) => [1, cell]),
  [2, 0],
  ...[1, 2, 3, 4].map((cell) => [3, cell]),
].map(([row = 0, cell = 0]) => ({ row, cell }));

const KEYS = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End"];

/** The places that keys lead to one after the other. */
function walk(from: number, keys: readonly string[], isFar = false): number[] {
  let column: number | null = null;
  let at = from;
  return keys.map((key) => {
    const move = moveBy(key, SPOTS, { from: at, column, isFar });
    if (move !== null) ({ to: at, column } = move);
    return at;
  });
}

describe("from one figure of a table to another", () => {
  test("left and right go along the row, past figures without an explanation, and stop at its ends", () => {
    expect(walk(1, ["ArrowRight", "ArrowRight", "ArrowRight"])).toEqual([2, 3, 3]);
    expect(walk(3, ["ArrowLeft", "ArrowLeft", "ArrowLeft"])).toEqual([2, 1, 1]);
    expect(moveBy("ArrowRight", SPOTS, { from: 3, column: null, isFar: false })).toBeNull();
  });

  test("up and down keep to their column, also past a row that has nothing there", () => {
    expect(walk(3, ["ArrowDown", "ArrowDown"])).toEqual([4, 8]);
    expect(walk(8, ["ArrowUp", "ArrowUp", "ArrowUp"])).toEqual([4, 3, 0]);
  });

  test("left or right begins another column", () => {
    expect(walk(3, ["ArrowDown", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowUp"])).toEqual([4, 8, 7, 4, 2]);
  });

  test("Home and End go to the ends of the row, with Ctrl to those of the table", () => {
    expect(walk(2, ["End", "Home"])).toEqual([3, 1]);
    expect(walk(2, ["End"], true)).toEqual([SPOTS.length - 1]);
    expect(walk(2, ["Home"], true)).toEqual([0]);
  });

  test("every other key keeps its meaning", () => {
    for (const key of ["Enter", "Tab", "a", "PageDown", " "])
      expect(moveBy(key, SPOTS, { from: 1, column: null, isFar: false })).toBeNull();
  });

  test("whatever the table, every figure can be reached from every other", () => {
    const tables = fc
      .uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 1, selector: String })
      .map((cells) => cells.toSorted(([row, cell], [other, next]) => row - other || cell - next))
      .map((cells) => cells.map(([row, cell]): Spot => ({ row, cell })));
    fc.assert(
      fc.property(tables, (spots) => {
        const reached = new Set([0]);
        for (const from of reached) {
          for (const key of KEYS)
            reached.add(moveBy(key, spots, { from, column: null, isFar: false })?.to ?? from);
        }
        expect(reached.size).toBe(spots.length);
        const last = spots.length - 1;
        const back = new Set([last]);
        for (const from of back) {
          for (const key of KEYS)
            back.add(moveBy(key, spots, { from, column: null, isFar: false })?.to ?? from);
        }
        expect(back.size).toBe(spots.length);
      }),
      { seed: 1 },
    );
  });
});
