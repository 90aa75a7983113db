import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceWeights } from "../../../app/forms/balance-weights";

test("the others keep their proportions and take up the rest", () => {
  expect(balanceWeights([50, 30, 20], 0, 60)).toEqual([60, 24, 16]);
  expect(balanceWeights([50, 30, 20], 2, 0)).toEqual([63, 37, 0]);
});

test("one that takes everything leaves nothing, and gives it back in equal parts", () => {
  expect(balanceWeights([50, 30, 20], 0, 100)).toEqual([100, 0, 0]);
  expect(balanceWeights([100, 0, 0], 0, 40)).toEqual([40, 30, 30]);
});

test("hundredths stay where there are any", () => {
  expect(balanceWeights([33.33, 33.33, 33.34], 2, 40)).toEqual([30, 30, 40]);
  expect(balanceWeights([12.5, 87.5], 0, 20)).toEqual([20, 80]);
});

test("a weight alone is all of it", () => {
  expect(balanceWeights([100], 0, 40)).toEqual([100]);
});

test("whatever is moved, the weights sum to 100 and none is below 0", () => {
  const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(percents, fc.nat(), fc.integer({ min: 0, max: 100 }), (weights, at, percent) => {
      const balanced = balanceWeights(weights, at % weights.length, percent);
      expect(balanced.reduce((sum, weight) => sum + weight, 0)).toBe(100);
      expect(Math.min(...balanced)).toBeGreaterThanOrEqual(0);
      if (weights.length > 1) expect(balanced[at % weights.length]).toBe(percent);
    }),
  );
});
