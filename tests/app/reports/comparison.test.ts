import { describe, expect, it } from "vitest";
import {
  type Comparison,
  compareColumns,
  comparisonRow,
  differenceWords,
  FAULTY,
  groupedRows,
} from "../../../app/reports/comparison/comparison";
import { buildPositionsTable } from "../../../app/reports/comparison/positions";
import { buildComparisonTable, buildCostByYearTable } from "../../../app/reports/comparison/tables";
import { formatCell } from "../../../app/reports/format-table";
import { cellValue } from "../../../app/reports/report-table";
import { type Measure, measureScenarios } from "../../../scenarios/compare-scenarios";
import { sumPence } from "../../../scenarios/model/money";
import { evaluatedExample } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const evaluations = ["llr-2015-s1", "llr-2015-s2", "llr-2015-s3"].map((name) =>
  evaluatedExample(`${name}.json`),
);
const columns = evaluations.map((evaluation) => ({
  key: evaluation.scenario.id,
  name: evaluation.scenario.name,
  evaluation,
}));
const comparison = compareColumns(columns, measureScenarios(evaluations));

const ROW: Measure = {
  id: "row",
  group: "cost",
  name: "Row",
  unit: "£",
  betterWhen: "lower",
  values: ["100.00", "150.00", "100.00"],
};
const cellsOf = (measure: Partial<Measure>, from: Comparison = comparison) =>
  comparisonRow(from, { ...ROW, ...measure }).cells;

describe("a difference", () => {
  it("is said in pounds, in percent and as better or worse where a direction is better", () => {
    const cells = cellsOf({});
    expect(cells.map((cell) => differenceWords(cell, ROW))).toEqual([null, "£50.00 more (+50.00%)", "Equal"]);
    expect(cells.map(({ verdict }) => verdict)).toEqual([null, "worse", null]);
  });

  it("of benefit is said to two decimals, as a prioritisation says it", () => {
    const unit = "points of score";
    const cells = cellsOf({ unit, betterWhen: "higher", values: ["809.25", "791.25", "809.25"] });
    expect(cells.map(({ value }) => formatCell(value, "quantity"))).toEqual(["809.25", "791.25", "809.25"]);
    expect(differenceWords(found(cells[1]), { unit })).toBe("18.00 less (−2.22%)");
  });

  it("has no verdict where no direction is better", () => {
    expect(cellsOf({ betterWhen: null })[1]?.verdict).toBeNull();
  });

  it("is better when it is more, where higher is better", () => {
    expect(cellsOf({ betterWhen: "higher" })[1]?.verdict).toBe("better");
  });

  it("has no percentage of nothing", () => {
    const [, cell] = cellsOf({ values: ["0.00", "12.50", "0.00"] });
    expect(differenceWords(found(cell), ROW)).toBe("£12.50 more");
  });

  it("is not said where one of the two is not known", () => {
    const cells = cellsOf({ values: [null, "12.50", "0.00"] });
    expect(cells.map((cell) => differenceWords(cell, ROW))).toEqual([null, null, null]);
  });

  it("of quantities has none of the dust of binary numbers", () => {
    const cells = cellsOf({ unit: "weeks", values: ["0.1", "0.3", "0.1"] });
    expect(cells[1]?.difference).toBe(0.2);
  });
});

describe("a scenario with faults", () => {
  const [first, second, third] = columns;
  const faulty = { ...found(second), evaluation: null };
  const some = compareColumns(
    [found(first), faulty, found(third)],
    measureScenarios([found(evaluations[0]), found(evaluations[2])]),
  );

  it("keeps its column, which says so in every row", () => {
    for (const measure of some.measures) {
      expect(comparisonRow(some, measure).cells[1]?.value).toMatchObject({ words: FAULTY });
    }
  });

  it("leaves the others their figures and differences", () => {
    const total = found(some.measures[0]);
    const [, , third3] = comparisonRow(comparison, found(comparison.measures[0])).cells;
    expect(comparisonRow(some, total).cells[2]).toEqual(third3);
  });

  it("does not count when equal rows are hidden", () => {
    const lots = some.measures.find(({ id }) => id === "cost-2014/15");
    expect(comparisonRow(some, found(lots)).isEqual).toBe(true);
  });
});

describe("the rows", () => {
  it("of a subject with units of their own are put in order by percentage", () => {
    const units: Comparison = {
      columns,
      measures: [
        { ...ROW, id: "a", group: "capacity", unit: "cases", values: ["1000", "1010", "1000"] },
        { ...ROW, id: "b", group: "capacity", unit: "weeks", values: ["2", "3", "2"] },
      ],
    };
    const [group] = groupedRows(units, { hideEqual: false, sort: "difference" });
    expect(group?.rows.map(({ measure }) => measure.id)).toEqual(["b", "a"]);
  });

  it("stand in one table with their differences, as many cells as columns", () => {
    const table = buildComparisonTable(comparison);
    for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
    expect(new Set(table.columns.map(({ id }) => id)).size).toBe(table.columns.length);
  });

  it("of cost by year sum to the total cost", () => {
    const { rows } = buildCostByYearTable(comparison);
    rows.forEach(({ cells }, place) => {
      const costs = found(evaluations[place]).costs;
      const total = sumPence([...costs.values()].map((cost) => cost.total));
      expect(cellValue(found(cells.at(-2)))).toBe(total);
    });
  });
});

describe("each partner's position", () => {
  const { columns: heads, rows } = buildPositionsTable(comparison);
  const place = (id: string): number => heads.findIndex((column) => column.id === id);

  it("is said for every partner in every scenario", () => {
    expect(rows.length % columns.length).toBe(0);
    for (const { cells } of rows) expect(cells).toHaveLength(heads.length);
  });

  it("sums its years, and differs from the reference by what it says", () => {
    for (const { id, cells } of rows) {
      const total = cellValue(found(cells[place("total")]));
      if (typeof total !== "bigint") continue;
      const years = heads
        .filter((head) => /^\d{4}/.test(head.id))
        .map((head) => cellValue(cells[place(head.id)] ?? null))
        .map((value) => (typeof value === "bigint" ? value : 0n));
      expect(sumPence(years), id).toBe(total);
    }
  });
});
