import { describe, expect, it } from "vitest";
import {
  buildBenefitTable,
  buildFairnessTable,
  buildTodayTable,
} from "../../../app/reports/contributions-fair";
import { buildIfOthersDeclineTable, buildOneLeavesTable } from "../../../app/reports/contributions-others";
import { formatTable } from "../../../app/reports/format-table";
import { cellValue, type ReportTable } from "../../../app/reports/report-table";
import { sumPence } from "../../../scenarios/model/money";
import type { Scenario } from "../../../scenarios/model/scenario";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const S1 = "llr-2015-s1.json";
const withRule =
  (rule: "re-spread" | "scale") =>
  (scenario: Scenario): Scenario => ({
    ...scenario,
    contributions: (scenario.contributions ?? []).map((round) => ({ ...round, whenSomeDecline: { rule } })),
  });
const cellsOf = (table: ReportTable, row: string) => found(table.rows.find(({ id }) => id === row)).cells;
const money = (table: ReportTable, row: string, column: string): bigint => {
  const value = cellValue(cellsOf(table, row)[table.columns.findIndex(({ id }) => id === column)] ?? null);
  if (typeof value !== "bigint") throw new Error(`${row} ${column} is ${String(value)}`);
  return value;
};

describe("when one leaves", () => {
  it("the others share the pot afresh under re-spread, and nothing is missing", () => {
    const table = buildOneLeavesTable(evaluatedExample(S1, withRule("re-spread")), "districts");
    const others = cellsOf(table, "melton").slice(1, 8).map(cellValue);
    expect(sumPence(others as bigint[])).toBe(76446875n);
    expect(money(table, "melton", "missing")).toBe(0n);
    expect(money(table, "melton", "blaby")).toBeGreaterThan(money(table, "nobody", "blaby"));
  });

  it("its share is missing under a fixed share, and the others pay what they would have paid", () => {
    const table = buildOneLeavesTable(evaluatedExample(S1), "districts");
    expect(money(table, "melton", "missing")).toBe(6782996n);
    expect(money(table, "melton", "blaby")).toBe(money(table, "nobody", "blaby"));
  });

  it("the capacity shrinks under scale, and says by how much", () => {
    const table = formatTable(buildOneLeavesTable(evaluatedExample(S1, withRule("scale")), "districts"));
    expect(found(table.rows.find(({ id }) => id === "melton")).cells.at(-1)?.text).toBe("91.13%");
  });
});

describe("if one or two others leave", () => {
  it("a share lies between the least and the most, and two leaving is never better for it than one", () => {
    const table = buildIfOthersDeclineTable(evaluatedExample(S1, withRule("re-spread")), "districts");
    for (const { id } of table.rows) {
      expect(money(table, id, "one-least")).toBeGreaterThan(money(table, id, "all"));
      expect(money(table, id, "one-most")).toBeGreaterThanOrEqual(money(table, id, "one-least"));
      expect(money(table, id, "two-least")).toBeGreaterThan(money(table, id, "one-least"));
      expect(money(table, id, "only")).toBeGreaterThan(money(table, id, "two-most"));
    }
  });
});

describe("benefit minus contribution", () => {
  it("divides the money that buys capacity by demand: all that is spent, to the penny", () => {
    const table = buildBenefitTable(evaluatedExample(S1), "districts");
    const benefit = table.columns.findIndex(({ id }) => id === "benefit");
    expect(table.total?.cells[benefit]).toBe(76446875n);
  });

  it("goes only to those who pay where only they have access", () => {
    const table = buildBenefitTable(evaluatedExample("llr-2015-s2.json"), "districts");
    const evaluation = evaluatedExample("llr-2015-s2.json");
    for (const { organisation, takesShare } of found(evaluation.contributions.get("districts")).members) {
      expect(money(table, organisation, "benefit") > 0n).toBe(takesShare);
    }
  });

  it.each(EVALUATED_EXAMPLES)("is, member by member, the benefit less the contribution in %s", (file) => {
    const evaluation = evaluatedExample(file);
    for (const round of evaluation.contributions.keys()) {
      const table = buildBenefitTable(evaluation, round);
      for (const { id } of table.rows) {
        const difference = money(table, id, "benefit") - money(table, id, "contribution");
        expect(money(table, id, "difference")).toBe(difference);
      }
    }
  });
});

describe("fairness lines", () => {
  it("price each part as a buy-in: alone, as the last to join, and on average, which sums to the whole", () => {
    const table = buildFairnessTable(evaluatedExample(S1), "districts");
    // 5,727.6 units in bands: 200 at £48, 300 at £44, the rest at £40.
    expect(table.total?.cells.at(-1)).toBe(23190400n);
    for (const { id } of table.rows) {
      expect(money(table, id, "shapley")).toBeLessThan(money(table, id, "stand-alone"));
      expect(money(table, id, "shapley")).toBeGreaterThan(money(table, id, "incremental"));
    }
  });

  it("are left out where a round has no price for buying alone", () => {
    const without = (scenario: Scenario): Scenario => ({
      ...scenario,
      contributions: (scenario.contributions ?? []).map(({ buyIn: _, ...round }) => round),
    });
    expect(buildFairnessTable(evaluatedExample(S1, without), "districts").rows).toEqual([]);
  });
});

describe("against today", () => {
  it("counts who pays more and who pays less than the historic figures of the round", () => {
    const table = buildTodayTable(evaluatedExample(S1), "districts");
    expect(table.note).toMatch(/^7 pay more than now, 0 less, 0 the same\./);
    expect(table.columns[2]?.label).toBe("Pays in 2016/17");
    expect(table.total?.cells[2]).toBe(25000000n);
  });

  it("takes the historic figures of a collar", () => {
    const evaluation = evaluatedExample("small/s02-collar-year-after-year.json");
    const [round = ""] = evaluation.contributions.keys();
    expect(money(buildTodayTable(evaluation, round), "ashby", "now")).toBe(800000n);
  });
});
