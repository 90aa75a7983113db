import { describe, expect, it } from "vitest";
import { formatTable } from "../../../app/reports/format-table";
import { buildFundingEndsTable } from "../../../app/reports/funding-ends";
import { parseDay } from "../../../scenarios/model/calendar";
import type { Scenario } from "../../../scenarios/model/scenario";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";

const rowsOf = (file: string, change?: (scenario: Scenario) => Scenario) =>
  formatTable(buildFundingEndsTable(evaluatedExample(file, change))).rows.map(({ cells, tone }) => ({
    cells: cells.map(({ text }) => text),
    tone,
  }));

/** The same with one source that gives nothing after 2015/16. */
const endingIn2016 =
  (id: string) =>
  (scenario: Scenario): Scenario => ({
    ...scenario,
    fundingSources: (scenario.fundingSources ?? []).map((source) =>
      source.id === id
        ? {
            ...source,
            amounts: { ...source.amounts, "2016/17": "0.00", "2017/18": "0.00", "2018/19": "0.00" },
          }
        : source,
    ),
  });

describe("money that ends before what it pays for", () => {
  it("is named with its last day, what it paid then, and what nobody pays after it", () => {
    expect(rowsOf("llr-2015-s1.json", endingIn2016("lcc-core"))).toEqual([
      {
        cells: [
          "Joint sexual violence and domestic abuse support for adults",
          "30 September 2018",
          "County Council base budget",
          "31 March 2016",
          "£147,000.00",
          "£699,962.50",
        ],
        tone: "bad",
      },
      {
        cells: [
          "County family support",
          "30 September 2018",
          "County Council base budget",
          "31 March 2016",
          "£95,000.00",
          "£475,000.00",
        ],
        tone: "bad",
      },
    ]);
  });

  it("is none where every source has money until the end, or carries some on", () => {
    expect(rowsOf("llr-2015-s1.json")).toEqual([]);
  });

  it.each(EVALUATED_EXAMPLES)("in %s always ends inside the term, having paid something", (file) => {
    const { rows } = buildFundingEndsTable(evaluatedExample(file));
    for (const { cells } of rows) {
      expect(parseDay(cells[3] as string)).toBeLessThan(parseDay(cells[1] as string));
      expect(cells[4] as bigint).toBeGreaterThan(0n);
    }
  });
});
