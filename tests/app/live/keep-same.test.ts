import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepSame } from "../../../app/live/keep-same";

describe("what a page shows after another letter", () => {
  const before = { figures: [{ id: "cost", value: "£1" }], table: { rows: [["a"], ["b"]] } };

  test("is the very same where it says the same", () => {
    const now = { figures: [{ id: "cost", value: "£2" }], table: { rows: [["a"], ["b"]] } };
    const kept = keepSame(before, now);
    expect(kept).toEqual(now);
    expect(kept.table).toBe(before.table);
    expect(kept.figures).not.toBe(before.figures);
  });

  test("keeps the rows that did not move beside one that did", () => {
    const kept = keepSame(before, { ...before, table: { rows: [["a"], ["c"]] } });
    expect(kept.table.rows[0]).toBe(before.table.rows[0]);
    expect(kept.table.rows).toEqual([["a"], ["c"]]);
  });

  test("says what it says now, whatever was there before; told again it is the very same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (was, now) => {
        expect(keepSame(was, now)).toEqual(now);
        expect(keepSame(now, structuredClone(now))).toBe(now);
      }),
    );
  });

  test("tells lists from objects, and fields that are undefined from fields that are absent", () => {
    expect(keepSame<unknown>(["a"], { 0: "a" })).toEqual({ 0: "a" });
    expect(Object.keys(keepSame<object>({ a: undefined }, {}))).toEqual([]);
    expect(Object.keys(keepSame<object>({}, { a: undefined }))).toEqual(["a"]);
  });
});
