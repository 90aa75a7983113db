import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approximate, parseDecimal } from "../../../scenarios/model/rational";
import type { Priorities, PriorityLine, Scenario } from "../../../scenarios/model/scenario";
import {
  answeredOf,
  arePoints,
  cellsOf,
  type PanelSheet,
  pointsOf,
  spreadOf,
  withScores,
} from "../../../scenarios/panel/panel";

const LINE: PriorityLine = {
  ...{ id: "refuge", name: "Refuge" },
  levels: [
    { id: "keep", costs: {}, scores: { safety: "90" } },
    { id: "grow", costs: {}, benefit: "12" },
  ],
};
const PRIORITIES: Priorities = {
  criteria: [
    { id: "safety", name: "Safety", weight: "60" },
    { id: "reach", name: "Reach", weight: "40" },
  ],
  budgets: [],
  lines: [LINE],
};

const scores = (points: Record<string, string>, interest = ""): PanelSheet => ({
  refuge: { points, interest },
});
const spread = (...points: string[]) => {
  const found = spreadOf(points.map(parseDecimal));
  if (found === null) return null;
  const { min, median, max, range, isWide } = found;
  return [...[min, median, max, range].map(approximate), isWide];
};

test("levels whose benefit is given are not scored", () => {
  expect(cellsOf(PRIORITIES, LINE).map(({ key }) => key)).toEqual(["keep/safety", "keep/reach"]);
});

test.each([
  ["0", true],
  ["100", true],
  ["67.25", true],
  ["100.01", false],
  ["-1", false],
  ["1.234", false],
  ["seventy", false],
])("points: %s counts is %s", (text, counts) => {
  expect(arePoints(text)).toBe(counts);
});

describe("the spread of a panel", () => {
  test("is lowest, middle, highest and range; 30 points are far apart", () => {
    expect(spread("40", "90", "60")).toEqual([40, 60, 90, 50, true]);
    expect(spread("40", "69.99")).toEqual([40, 54.995, 69.99, 29.99, false]);
    expect(spread("40", "70")).toEqual([40, 55, 70, 30, true]);
    expect(spread("70")).toEqual([70, 70, 70, 0, false]);
    expect(spread()).toBeNull();
  });

  test("does not depend on who scored first, and its median has as many scores below as above", () => {
    const points = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(points, (hundredths) => {
        const texts = hundredths.map((one) => (one / 100).toFixed(2));
        expect(spread(...texts.toReversed())).toEqual(spread(...texts));
        const middle = spreadOf(texts.map(parseDecimal))?.median;
        const side = (sign: number) =>
          texts.filter((text) => parseDecimal(text).compare(middle ?? 0) === sign).length;
        expect(side(-1)).toBeLessThanOrEqual(texts.length / 2);
        expect(side(1)).toBeLessThanOrEqual(texts.length / 2);
      }),
    );
  });

  test("leaves out who has an interest in the line, whatever they once gave", () => {
    const sheets = [scores({ "keep/safety": "80" }), scores({ "keep/safety": "10" }, "I chair it"), {}];
    expect(pointsOf(sheets, "refuge", "keep/safety").map(approximate)).toEqual([80]);
  });
});

test("a line with an interest counts as answered", () => {
  const cells = cellsOf(PRIORITIES, LINE);
  expect(answeredOf({}, "refuge", cells)).toBe(0);
  expect(answeredOf(scores({ "keep/safety": "0" }), "refuge", cells)).toBe(1);
  expect(answeredOf(scores({}, "I chair it"), "refuge", cells)).toBe(2);
});

test("moderated points take the place of a line's scores, and of nothing else", () => {
  const scenario = { id: "s", priorities: PRIORITIES } as unknown as Scenario;
  const moderated = withScores(scenario, "refuge", { "keep/safety": "75", "keep/reach": "20" });
  const [keep, grow] = moderated.priorities?.lines[0]?.levels ?? [];
  expect(keep).toEqual({ id: "keep", costs: {}, scores: { safety: "75", reach: "20" } });
  expect(grow).toBe(LINE.levels[1]);
  expect(withScores(scenario, "other", { "keep/safety": "75" })).toEqual(scenario);
});
