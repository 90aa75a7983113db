import { beforeAll, describe, expect, it } from "vitest";
import { buildChangesTable } from "../../../app/reports/comparison/changes";
import { type Comparison, compareColumns } from "../../../app/reports/comparison/comparison";
import { type Waterfall, waterfallOf } from "../../../app/reports/comparison/waterfall";
import { writeComparisonWorkbook } from "../../../app/workbook/compare-workbook";
import {
  type ExplainedMeasure,
  explainMeasure,
  measureScenarios,
} from "../../../scenarios/compare-scenarios";
import { evaluatedExample } from "../../support/evaluated-example";
import { type ReadWorkbook, readWorkbook, sheetOf } from "../../support/read-workbook";
import { recalculate } from "../../support/recalculate";
import { found } from "../../support/scenarios";

const evaluations = ["llr-2015-s0", "llr-2015-s1", "llr-2015-s3"].map((name) =>
  evaluatedExample(`${name}.json`),
);
const columns = evaluations.map((evaluation) => ({
  key: evaluation.scenario.id,
  name: evaluation.scenario.name,
  evaluation,
}));
const comparison: Comparison = compareColumns(columns, measureScenarios(evaluations));

function waterfall(id: string, column: number): { readonly column: number; readonly waterfall: Waterfall } {
  const measure = found(comparison.measures.find((one) => one.id === id));
  const explained: ExplainedMeasure = found(measure.explained);
  const pair = [found(evaluations[0]), found(evaluations[column])] as const;
  const steps = found(explainMeasure(explained, pair[0].scenario, pair[1].scenario));
  return { column, waterfall: waterfallOf({ ...measure, explained }, pair, steps) };
}

describe("the comparison workbook", () => {
  let read: ReadWorkbook;
  beforeAll(async () => {
    const changes = buildChangesTable([
      {
        key: "a",
        name: "One",
        changes: [
          { group: "funding", path: "/fundingSources", about: "=1+1", from: "nothing", to: "@SUM(A1)" },
        ],
      },
    ]);
    read = await readWorkbook(
      await writeComparisonWorkbook({
        comparison,
        changes,
        waterfalls: [
          waterfall("total-cost", 1),
          waterfall("unfunded", 2),
          waterfall("waiting-at-end-face-to-face", 2),
        ],
        plan: "Domestic abuse 2015",
        createdAt: new Date("2015-01-05T09:30:00Z"),
      }),
    );
  });

  it("has its sheets in their order", () => {
    expect(read.sheets.map(({ name }) => name)).toEqual(["Cover", "Compare", "Changes", "Waterfall"]);
  });

  it("shows the figures of every row and scenario", () => {
    const rows = sheetOf(read, "Compare").rows.slice(1);
    expect(rows.length).toBe(comparison.measures.length);
    const total = rows[0]?.map((cell) => cell?.value);
    expect(total?.slice(4, 7)).toEqual([1_256_488.93, 6_768_942.06, 7_059_960.82]);
    expect(total?.slice(7, 9)).toEqual([5_512_453.13, 5_803_471.89]);
  });

  it("comes to the same when another engine calculates it", () => {
    expect(recalculate(read).differences).toEqual([]);
  });

  it("shows what becomes of a difference when a value is changed", () => {
    const typed = { sheet: "Compare", address: "F2", value: 1_256_489.93 };
    const changed = recalculate(read, [typed]);
    expect(changed.valueAt("Compare", "H2")).toBeCloseTo(1, 6);
  });

  it("says of every waterfall that it holds", () => {
    const holds = sheetOf(read, "Waterfall")
      .rows.slice(1)
      .map((cells) => cells[5]?.value)
      .filter((value) => value !== "n/a");
    expect(holds).toEqual([true, true, true]);
  });

  it("keeps text that looks like a formula as text", () => {
    const cells = sheetOf(read, "Changes").rows[1] ?? [];
    expect(cells.map((cell) => cell?.formula)).toEqual(cells.map(() => undefined));
    expect(cells[2]?.value).toBe("=1+1");
  });
});
