import { describe } from "vitest";
import { backPlan } from "../../../scenarios/calculate/back-plan";
import { calculateLotPatterns, largestLotShare } from "../../../scenarios/calculate/lot-patterns";
import { roundToSum } from "../../../scenarios/compare/waterfall";
import { isSmall, ruleOf, shownCount } from "../../../scenarios/disclosure/small-numbers";
import { formatDay, parseDay } from "../../../scenarios/model/calendar";
import { approximate, rational } from "../../../scenarios/model/rational";
import type { LotStructure } from "../../../scenarios/model/scenario";
import { percentile } from "../../../scenarios/uncertainty/percentile";
import { triangularQuantile } from "../../../scenarios/uncertainty/triangular";
import { found } from "../../support/scenarios";
import { cells, listed, pounds, vectors } from "./rules-document";

describe("lots (rules §10)", () => {
  vectors("five patterns of three blocks", () => {
    const structure: LotStructure = {
      ...{ envelope: "900000.00", overheadPerLot: "60000.00", costPerFte: "42000.00" },
      blocks: ["sv", "dv", "therapy"].map((id) => ({ id, name: id })),
      needs: [
        { blocks: ["dv"], percent: "55" },
        { blocks: ["dv", "therapy"], percent: "20" },
        { blocks: ["sv", "therapy"], percent: "15" },
        { blocks: ["dv", "sv"], percent: "10" },
      ],
    };
    return calculateLotPatterns(structure).map(({ pattern, direct, fte, handOffs }) => ({
      pattern: pattern.map((lot) => lot.join("+")).join(" | "),
      direct: pounds(direct),
      FTE: approximate(fte).toFixed(2),
      "hand-offs": approximate(handOffs).toFixed(2),
      "largest lot": largestLotShare(structure, pattern).toFraction(),
    }));
  });

  vectors<"step" | "weeks">("back from a start on 2015-10-01", (rows) => {
    const weeks = Object.fromEntries(rows.map((row) => [`${row.step}Weeks`, Number(row.weeks)]));
    const plan = backPlan(parseDay("2015-10-01"), weeks as Parameters<typeof backPlan>[1]);
    return plan.map(({ step, from, to }) => ({
      ...{ step, weeks: `${found(weeks[`${step}Weeks`])}` },
      ...{ from: formatDay(from), to: formatDay(to) },
    }));
  });
});

describe("uncertainty (rules §11)", () => {
  const PERCENTS = [10, 50, 90];

  vectors<"figures">("percentiles", (rows) =>
    rows.map((row) => {
      const figures = listed(row.figures).map(Number);
      const shown = cells(PERCENTS, (percent) => [
        `P${percent}`,
        `${Number(percentile(figures, percent).toFixed(6))}`,
      ]);
      return { ...row, ...shown };
    }),
  );

  vectors<"low" | "mode" | "high">("triangular ranges", (rows) =>
    rows.map((row) => {
      const range = { low: Number(row.low), mode: Number(row.mode), high: Number(row.high) };
      const shown = cells(PERCENTS, (percent) => [
        `P${percent}`,
        triangularQuantile(range, percent / 100).toFixed(2),
      ]);
      return { ...row, ...shown };
    }),
  );
});

describe("comparison (rules §12)", () => {
  vectors<"exact">("steps that keep their sum", (rows) =>
    rows.map(({ exact }) => {
      const figures = listed(exact).map((quotient) => {
        const [numerator = "", denominator = ""] = quotient.split("/");
        return rational(BigInt(numerator), BigInt(denominator));
      });
      return { exact, rounded: roundToSum(figures).join(", ") };
    }),
  );
});

describe("what partners may see (rules §13)", () => {
  vectors<"count">("counts that are shown", (rows) =>
    rows.map(({ count }) => {
      const shownAt = (threshold: number): string => {
        const rule = ruleOf(threshold);
        return isSmall(Number(count), rule) ? "hidden" : `${shownCount(Number(count), rule)}`;
      };
      return { count, "threshold 5": shownAt(5), "threshold 8": shownAt(8) };
    }),
  );
});
