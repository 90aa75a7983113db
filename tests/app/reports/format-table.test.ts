import { describe, expect, it } from "vitest";
import { formatCell, formatPounds, formatTable } from "../../../app/reports/format-table";
import type { Cell, CellKind } from "../../../app/reports/report-table";

describe("a cell as a person reads it", () => {
  it.each<readonly [CellKind, Cell, string]>([
    ["money", 123450n, "£1,234.50"],
    ["money", 0n, "£0.00"],
    ["money", 5n, "£0.05"],
    ["money", -305n, "−£3.05"],
    ["money", -123456789n, "−£1,234,567.89"],
    ["money", 900719925474099312n, "£9,007,199,254,740,993.12"],
    ["quantity", 1234.56, "1,234.6"],
    ["quantity", 30, "30"],
    ["quantity", 0.126, "0.13"],
    ["quantity", -0.001, "0"],
    ["quantity", -2.5, "−2.5"],
    ["whole", 1647, "1,647"],
    ["percent", 14.287, "14.29%"],
    ["percent", 100, "100.00%"],
    ["date", "2015-10-01", "1 October 2015"],
    ["month", "2015-10", "Oct 2015"],
    ["year", "2015/16", "2015/16"],
    ["text", "Refuge", "Refuge"],
    ["money", null, "–"],
    ["money", { value: null, words: "Not known" }, "Not known"],
  ])("%s: %s reads %s", (kind, cell, text) => {
    expect(formatCell(cell, kind)).toBe(text);
  });

  it("writes a minus sign, not a hyphen", () => {
    expect(formatPounds(-1n).codePointAt(0)).toBe(0x2212);
  });
});

describe("a table as text", () => {
  const table = formatTable({
    id: "t",
    title: "A table",
    columns: [
      { id: "name", label: "Name", kind: "text" },
      { id: "cost", label: "Cost", kind: "money" },
    ],
    rows: [{ id: "a", cells: ["A", { value: null, words: "Not known", tone: "warn" }], tone: "bad" }],
    total: { id: "total", cells: ["Total", 100n] },
  });

  it("keeps its columns, says which stand to the right, and keeps the tones of rows and cells", () => {
    expect(table.columns.map(({ numeric }) => numeric)).toEqual([false, true]);
    expect(table.rows).toEqual([
      { id: "a", tone: "bad", cells: [{ text: "A" }, { text: "Not known", tone: "warn" }] },
    ]);
    expect(table.total?.cells).toEqual([{ text: "Total" }, { text: "£1.00" }]);
  });
});
