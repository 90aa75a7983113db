import { describe, expect, test } from "vitest";
import {
  extendRange,
  fillDown,
  fillWith,
  isInRange,
  rangeWords,
  textOfRange,
} from "../../../app/components/grid/cell-range";
import { gridRows } from "../../../app/components/grid/grid-rows";
import { gridListAt, listCells, listTable } from "../../../app/forms/list-table";
import { formatTable } from "../../../app/reports/format-table";
import { evaluatedExample } from "../../support/evaluated-example";

const EVALUATION = evaluatedExample("llr-2015-s3.json");
const MEMBERS = gridListAt(EVALUATION.scenario, "/contributions/districts/members");
const TABLE = formatTable(listTable(EVALUATION, MEMBERS));
const { rows } = gridRows(TABLE, listCells(EVALUATION.scenario, MEMBERS));
const CELLS = { rows, columns: TABLE.columns, drafts: {} };
const place = (row: number, column: number) => ({ row, column });
const [CHOICE, REPLY] = [2, 3];

describe("a block marked with Shift and the arrow keys", () => {
  test("grows from the cell with the focus, in any direction, and ends at the edges", () => {
    const one = { from: place(0, CHOICE), to: place(0, CHOICE) };
    const down = extendRange(one, "ArrowDown", CELLS);
    expect(down).toEqual({ from: place(0, CHOICE), to: place(1, CHOICE) });
    expect(extendRange(one, "ArrowUp", CELLS)).toEqual(one);
    expect(extendRange(one, "Enter", CELLS)).toBeNull();
    const back = { from: place(4, REPLY), to: place(2, CHOICE) };
    expect(isInRange(back, place(3, REPLY))).toBe(true);
    expect(isInRange(back, place(5, REPLY))).toBe(false);
    expect(rangeWords(back)).toBe("Marked: 3 down, 2 across");
  });

  test("is filled down from its first row as one edit", () => {
    expect(fillDown(CELLS, { from: place(1, CHOICE), to: place(3, REPLY) })).toEqual({
      "/contributions/districts/members/harborough/choice": "B",
      "/contributions/districts/members/harborough/status": "confirmed",
      "/contributions/districts/members/hinckley-bosworth/choice": "B",
      "/contributions/districts/members/hinckley-bosworth/status": "confirmed",
    });
  });

  test("of one row takes what stands above it; there is nothing above the first", () => {
    const second = { from: place(2, CHOICE), to: place(2, CHOICE) };
    expect(fillDown(CELLS, second)).toEqual({ "/contributions/districts/members/harborough/choice": "B" });
    expect(fillDown(CELLS, { from: place(0, CHOICE), to: place(0, CHOICE) })).toEqual({});
  });

  test("takes one pasted value in all its cells, and is copied as Excel reads it", () => {
    const two = { from: place(0, REPLY), to: place(1, REPLY) };
    expect(Object.values(fillWith(CELLS, two, "signed"))).toEqual(["signed", "signed"]);
    expect(textOfRange(CELLS, { from: place(1, CHOICE), to: place(2, REPLY) })).toBe(
      "B: proportionate share\tConfirmed\nA: buy-in\tIndicative",
    );
  });
});
