import { describe, expect, it } from "vitest";
import { findTable, tableIds } from "../../../app/reports/all-tables";
import { formatTable } from "../../../app/reports/format-table";
import { type Cell, cellValue, type ReportRow, type ReportTable } from "../../../app/reports/report-table";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { sumPence } from "../../../scenarios/model/money";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";

/** Every table of an evaluation, with its id. */
function tablesOf(evaluation: Evaluation): ReportTable[] {
  return tableIds(evaluation).map((id) => {
    const table = findTable(evaluation, id);
    if (table === null) throw new Error(`no table ${id}`);
    return table;
  });
}

function tableOf(evaluation: Evaluation, id: string): ReportTable {
  const table = findTable(evaluation, id);
  if (table === null) throw new Error(`no table ${id}`);
  return table;
}

/** The money (or the number) in a cell; what is not known counts nothing in a sum. */
function figure(cell: Cell | undefined): bigint | number | null {
  const value = cellValue(cell ?? null);
  return typeof value === "bigint" || typeof value === "number" ? value : null;
}

function cellOf(table: ReportTable, row: ReportRow | undefined, column: string): Cell {
  const place = table.columns.findIndex(({ id }) => id === column);
  if (row === undefined || place < 0) throw new Error(`no cell in ${column} of ${table.id}`);
  return row.cells[place] ?? null;
}

describe.each(EVALUATED_EXAMPLES)("the tables of %s", (file) => {
  const evaluation = evaluatedExample(file);
  const tables = tablesOf(evaluation);

  it("have a cell for every column in every row, and ids of their own", () => {
    for (const { id, columns, rows, total } of tables) {
      const widths = [...rows, ...(total === undefined ? [] : [total])].map(({ cells }) => cells.length);
      expect([id, new Set([...widths, columns.length]).size]).toEqual([id, 1]);
      expect([id, new Set(rows.map((row) => row.id)).size]).toEqual([id, rows.length]);
      expect([id, new Set(columns.map((column) => column.id)).size]).toEqual([id, columns.length]);
    }
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
  });

  it("have totals that are the sums of the shown rows", () => {
    for (const table of tables) {
      table.total?.cells.forEach((cell, place) => {
        const total = figure(cell);
        if (total === null) return;
        const shown = table.rows.filter(({ subtotal }) => subtotal !== true);
        const figures = shown.map(
          ({ cells }) => figure(cells[place]) ?? (typeof total === "bigint" ? 0n : 0),
        );
        if (typeof total === "bigint")
          expect([table.id, sumPence(figures as bigint[])]).toEqual([table.id, total]);
        else expect((figures as number[]).reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 9);
      });
    }
  });

  it("have columns that sum the columns that they say they sum", () => {
    for (const table of tables) {
      for (const { id, sumOf } of table.columns) {
        if (sumOf === undefined) continue;
        for (const row of [...table.rows, ...(table.total === undefined ? [] : [table.total])]) {
          const sum = figure(cellOf(table, row, id));
          if (sum === null) continue;
          const parts = sumOf.map((part) => figure(cellOf(table, row, part)) ?? 0n);
          expect([table.id, row.id, sumPence(parts as bigint[])]).toEqual([table.id, row.id, sum]);
        }
      }
    }
  });

  it("say period and unit, and read as text in every cell", () => {
    for (const table of tables) {
      expect(table.note ?? "").not.toBe("");
      for (const row of formatTable(table).rows) {
        expect(row.cells.every(({ text }) => text !== "" && !/undefined|NaN|Infinity|null/.test(text))).toBe(
          true,
        );
      }
    }
  });

  it("come to the engine's own figures", () => {
    const cost = sumPence([...evaluation.costs.values()].map(({ total }) => total));
    for (const [id, column] of [
      ["contracts", "cost"],
      ["monthly-costs", "total"],
      ["yearly-costs", "total"],
      ["funding-provisions", "cost"],
      ["who-pays", "cost"],
      ["funding-certainty", "cost"],
    ] as const) {
      const table = tableOf(evaluation, id);
      expect([id, cellOf(table, table.total, column)]).toEqual([id, cost]);
    }
    const unfunded = sumPence(evaluation.funding.unfunded);
    for (const id of ["who-pays", "funding-provisions", "funding-certainty"]) {
      const table = tableOf(evaluation, id);
      expect([id, cellOf(table, table.total, "unfunded")]).toEqual([id, unfunded]);
    }
    const matrix = tableOf(evaluation, "funding-matrix");
    const contributions = tableOf(evaluation, "contributions");
    const paid = tableOf(evaluation, "who-pays");
    expect(cellOf(matrix, matrix.total, "used")).toBe(cellOf(paid, paid.total, "paid"));
    const members = [...evaluation.contributions.values()].flatMap((outcome) => [
      ...outcome.members.map(({ total }) => total),
      ...[...outcome.toppedUp.values()].map(sumPence),
    ]);
    expect(cellOf(contributions, contributions.total, "pays")).toBe(sumPence(members));
  });
});
