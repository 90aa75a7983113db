import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCsv } from "../../../app/reports/csv";
import type { Cell, ReportTable } from "../../../app/reports/report-table";

function table(cells: readonly Cell[]): ReportTable {
  return {
    id: "t",
    title: "T",
    columns: [
      { id: "name", label: "Name", kind: "text" },
      { id: "cost", label: "Cost, in pounds", kind: "money" },
      { id: "day", label: "Day", kind: "date" },
      { id: "cases", label: "Cases", kind: "quantity" },
    ],
    rows: [{ id: "row", cells }],
    total: { id: "total", cells: ["Total", 1n, null, null] },
  };
}

describe("a table as a CSV file", () => {
  it("has a UTF-8 mark, ISO dates, plain numbers, empty cells, and the total last", () => {
    expect(formatCsv(table(["Refuge", -123450n, "2015-10-01", 1234.5]))).toBe(
      '\uFEFFName,"Cost, in pounds",Day,Cases\r\nRefuge,-1234.50,2015-10-01,1234.5\r\nTotal,0.01,,\r\n',
    );
  });

  it("says in words what is not known", () => {
    expect(formatCsv(table(["Refuge", { value: null, words: "Not known" }, null, null]))).toContain(
      "Refuge,Not known,,",
    );
  });

  it.each(["=1+1", "+44", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])("makes %j inert", (text) => {
    const [, line = ""] = formatCsv(table([text, 0n, null, null])).split("\r\n");
    expect(line.replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("keeps every text whole, and never begins a cell of text like a formula", () => {
    const property = fc.property(fc.string(), (text) => {
      const [cell = ""] = readRow(formatCsv(table([text, 0n, null, null])), 1);
      expect(cell).toMatch(/^(?![=+\-@\t\r])/);
      expect(cell.endsWith(text)).toBe(true);
    });
    fc.assert(property, { seed: 2015, numRuns: 500 });
  });
});

/** A row of a CSV file by the standard's rules (RFC 4180), written here again so that the writer is not its own judge. */
function readRow(file: string, wanted: number): string[] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ["", false];
  for (let at = 1; at < file.length; at++) {
    const character = file.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (file.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "," || file.startsWith("\r\n", at)) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (character !== ",") {
        rows.push([]);
        at += 1;
      }
    } else cell += character;
  }
  return rows[wanted] ?? [];
}
