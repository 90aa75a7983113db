import { describe, expect, it } from "vitest";
import { buildSheets } from "../../../app/workbook/write-workbook";
import type { Provision } from "../../../scenarios/model/scenario";
import { evaluated, found, provisionWith, scenarioWith } from "../../support/scenarios";

/** The row of a contract on the sheet Values: what stands in its last two cells, and whether a formula does. */
function valuesOf(changes: Partial<Provision>) {
  const provisions = [provisionWith({ vat: { percent: "20" }, ...changes })];
  const sheets = buildSheets(evaluated(scenarioWith({ provisions })));
  const { rows } = found(sheets.find(({ name }) => name === "Values"));
  return found(rows[0])
    .cells.slice(-2)
    .map(({ value, formula }) => [value, formula !== undefined]);
}

describe("what a whole contract is worth in the workbook", () => {
  const PLAN = { start: "2015-04-01", end: "2016-03-31" };

  it("is a formula of its dates and price", () => {
    const price = { annual: "120000.00" };
    expect(valuesOf({ ...PLAN, price })).toEqual([
      [120_000, true],
      [144_000, true],
    ]);
  });

  it("is not known, and no formula, where prices by year end with the plan and the contract goes on", () => {
    const price = { schedule: { "2015/16": "120000.00" } };
    const notKnown = ["Not known", false];
    expect(valuesOf({ start: "2015-04-01", end: "2017-03-31", price })).toEqual([notKnown, notKnown]);
    expect(valuesOf({ ...PLAN, price, extensions: [{ months: 12 }] })).toEqual([notKnown, notKnown]);
  });

  it("of a day in a leap year is a part of its month", () => {
    const day = { start: "2016-02-29", end: "2016-02-29", price: { annual: "120000.00" } };
    expect(valuesOf(day)).toEqual([
      [344.83, true],
      [413.8, true],
    ]);
  });
});
