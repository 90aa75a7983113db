import { describe, expect, test } from "vitest";
import { paidByYear } from "../../../app/reports/contributions";
import { formatTable } from "../../../app/reports/format-table";
import type { ReportTable } from "../../../app/reports/report-table";
import { buildShareWorking } from "../../../app/reports/share-working";
import { sumPence } from "../../../scenarios/model/money";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const S1 = "llr-2015-s1.json";
const S2 = "llr-2015-s2.json";

const column = (table: ReportTable | undefined, id: string): readonly string[] => {
  const { columns, rows } = formatTable(found(table));
  const place = columns.findIndex((one) => one.id === id);
  return rows.map(({ cells }) => cells[place]?.text ?? "");
};

describe("the working of a share", () => {
  test("among all: bases, weights, the exact part of the pot, and its penny", () => {
    const { among, tables } = found(buildShareWorking(evaluatedExample(S1), "districts", "blaby"));
    expect(among).toBe("The pot is shared among all 7 members, whoever then declines.");
    expect(column(tables[0], "adds")).toEqual(["7.18%", "3.97%", "2.86%"]);
    expect(column(tables[1], "blended")).toContain("£18,481.627191…");
    expect(column(tables[1], "penny")).toEqual(["£0.00", "£0.00", "£0.00", "£0.01"]);
  });

  test("re-spread: the bases are those of the payers alone", () => {
    const { among, tables } = found(buildShareWorking(evaluatedExample(S2), "districts", "blaby"));
    expect(among).toBe("The pot is shared afresh among the 4 that pay.");
    expect(column(tables[0], "all")).toEqual(["473,000", "6,514", "4"]);
  });

  test("of one that declines it shows what it is asked for, and that it pays nothing", () => {
    const { among, tables } = found(buildShareWorking(evaluatedExample(S2), "districts", "melton"));
    expect(among).toMatch(/does not take a share now: this is what it is asked for if all 7 join/);
    expect(new Set(column(tables[1], "pays"))).toEqual(new Set(["£0.00"]));
    expect(column(tables[1], "share")).not.toContain("£0.00");
  });

  test("in every example it comes to the share of the evaluation, to the penny, for everyone who pays", () => {
    let compared = 0;
    for (const evaluation of EVALUATED_EXAMPLES.map((file) => evaluatedExample(file))) {
      for (const [round, { members, happens }] of evaluation.contributions) {
        for (const member of members.filter(({ takesShare }) => takesShare && happens)) {
          const working = buildShareWorking(evaluation, round, member.organisation);
          const years = working?.tables[1];
          if (years === undefined) continue;
          const place = years.columns.findIndex(({ id }) => id === "share");
          expect(years.total?.cells[place]).toBe(sumPence(member.share));
          expect(years.total?.cells.at(-1)).toBe(sumPence(paidByYear(member)));
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});
