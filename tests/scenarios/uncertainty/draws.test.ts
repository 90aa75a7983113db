import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile } from "../../../scenarios/uncertainty/percentile";
import { triangularQuantile } from "../../../scenarios/uncertainty/triangular";
import { uniform } from "../../../scenarios/uncertainty/uniform";

const TRIALS = 10_000;
const drawn = (name: string, seed = 1): number[] =>
  Array.from({ length: TRIALS }, (_, trial) => uniform({ seed, trial, name }));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("percentiles of rules §11", () => {
  const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  it("of 1 to 10 are 1.9 and 9.1, as Excel's PERCENTILE.INC has them", () => {
    expect(percentile(oneToTen, 10)).toBeCloseTo(1.9, 12);
    expect(percentile(oneToTen, 90)).toBeCloseTo(9.1, 12);
    expect([percentile(oneToTen, 0), percentile(oneToTen, 100)]).toEqual([1, 10]);
  });

  it("of one figure are that figure", () => expect(percentile([7], 10)).toBe(7));

  it("lie between the least and the greatest and rise with the percent", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 100 }),
        (figures, percent) => {
          const ascending = figures.toSorted((a, b) => a - b);
          const value = percentile(ascending, percent);
          expect(value).toBeGreaterThanOrEqual(ascending[0] as number);
          expect(value).toBeLessThanOrEqual(ascending.at(-1) as number);
          expect(percentile(ascending, Math.min(100, percent + 1))).toBeGreaterThanOrEqual(value);
        },
      ),
    );
  });
});

describe("a triangular range", () => {
  const range = { low: 80, mode: 100, high: 150 };

  it.each([
    [0, 80],
    [0.1, 91.83],
    [0.5, 108.17],
    [0.9, 131.29],
    [1, 150],
  ])("of 80, 100, 150 stays below with probability %f at %f", (probability, value) => {
    expect(triangularQuantile(range, probability)).toBeCloseTo(value, 2);
  });

  it("has a mean of 110 over 10,000 trials", () => {
    const values = drawn("price").map((probability) => triangularQuantile(range, probability));
    expect(Math.abs(mean(values) - 110)).toBeLessThan(0.6);
  });

  it("without width is the figure itself", () =>
    expect(triangularQuantile({ low: 5, mode: 5, high: 5 }, 0.3)).toBe(5));

  it("may have its likeliest value at an end", () => {
    expect(triangularQuantile({ low: 0, mode: 0, high: 1 }, 0.75)).toBeCloseTo(0.5, 12);
    expect(triangularQuantile({ low: 0, mode: 1, high: 1 }, 0.25)).toBeCloseTo(0.5, 12);
  });
});

describe("draws", () => {
  it("are the same whenever they are asked, and others for another seed, trial or name", () => {
    const draw = { seed: 7, trial: 3, name: "inflation" };
    expect(uniform(draw)).toBe(uniform({ ...draw }));
    const others = [
      { ...draw, seed: 8 },
      { ...draw, seed: 7 + 2 ** 32 },
      { ...draw, trial: 4 },
      { ...draw, name: "growth" },
    ];
    expect(new Set([draw, ...others].map(uniform)).size).toBe(5);
  });

  it("fall evenly into a hundred parts", () => {
    for (const name of ["inflation", "growth", "/provisions/joint/price/annual"]) {
      const parts = new Array<number>(100).fill(0);
      for (const value of drawn(name))
        parts[Math.floor(value * 100)] = (parts[Math.floor(value * 100)] ?? 0) + 1;
      const chiSquare = parts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
      // With 99 degrees of freedom one in a thousand even draws is above 148.2.
      expect(chiSquare).toBeLessThan(148.2);
    }
  });

  it("of one trial say nothing about the next, nor about those of another name", () => {
    const [first, second] = [drawn("growth"), drawn("inflation")];
    const correlation = (a: readonly number[], b: readonly number[]): number =>
      12 * mean(a.map((value, place) => (value - 0.5) * ((b[place] ?? 0.5) - 0.5)));
    expect(Math.abs(correlation(first, second))).toBeLessThan(0.04);
    expect(Math.abs(correlation(first, first.slice(1)))).toBeLessThan(0.04);
  });
});
