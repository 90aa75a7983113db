import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareWeights } from "../../../scenarios/calculate/weights";
import { parseDecimal, sumRationals } from "../../../scenarios/model/rational";

describe("weights make room for another, or fill what one leaves", () => {
  test.each([
    [["50", "30", "20"], "90", ["45", "27", "18"]],
    [["20", "25", "15", "20", "10", "10"], "90", ["18", "22.5", "13.5", "18", "9", "9"]],
    [["20", "20", "20"], "100", ["33.34", "33.33", "33.33"]],
    [["100", "80", "20"], "100", ["50", "40", "10"]],
    [["0", "0"], "87.655", ["43.828", "43.827"]],
    [["12.5", "12.5"], "0", ["0", "0"]],
    [[], "100", []],
  ])("%j that are to sum to %s are %j", (weights, rest, shared) => {
    expect(shareWeights(weights, rest)).toEqual(shared);
  });

  const decimal = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(3, "0")}`);

  test("they always sum to what is asked, and none is more than a hundredth off its part", () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 12 }), decimal, (weights, rest) => {
        const shared = shareWeights(weights, rest).map(parseDecimal);
        expect(sumRationals(shared).equals(parseDecimal(rest))).toBe(true);
        const sum = sumRationals(weights.map(parseDecimal));
        if (sum.equals(0)) return;
        for (const [place, weight] of weights.entries()) {
          const exact = parseDecimal(weight).mul(parseDecimal(rest)).div(sum);
          expect(shared[place]?.sub(exact).abs().compare("0.01")).toBeLessThan(0);
        }
      }),
    );
  });
});
