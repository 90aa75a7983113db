import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { axisEnd, moveApart, shorten, textWidth, wrap } from "../../../app/charts/measure";
import { axisPounds, shortPounds, shortQuantity } from "../../../app/charts/short-figures";

const SEED = { seed: 20150401 };

describe("labels of a picture", () => {
  test("a text that fits stays; one that does not ends in an ellipsis and fits", () => {
    expect(shorten("Refuge", 100)).toBe("Refuge");
    expect(shorten("County family support to March 2015", 90)).toMatch(/^County.*…$/);
    expect(shorten("County family support", 8)).toBe("");
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 1, max: 400 }), (text, width) => {
        const kept = shorten(text, width);
        expect(textWidth(kept)).toBeLessThanOrEqual(Math.max(width, 0.001));
      }),
      SEED,
    );
  });

  test("lines break between words and lose none while they may be as many as it takes", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, (list) => {
        expect(wrap(list.join(" "), { width: 120, lines: 12 }).join(" ")).toBe(list.join(" "));
      }),
      SEED,
    );
    expect(wrap("Joint sexual violence and domestic abuse support", { width: 120, lines: 2 })).toEqual([
      "Joint sexual",
      expect.stringMatching(/^violence.*…$/),
    ]);
  });

  test("are moved apart, keep their order and stay inside the picture", () => {
    const heights = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const places = moveApart(wanted, { distance: 18, from: 0, to: 200 });
        const sorted = places.toSorted((a, b) => a - b);
        sorted.slice(1).forEach((place, at) => {
          expect(place - (sorted[at] as number)).toBeGreaterThanOrEqual(18 - 1e-9);
        });
        expect(Math.max(...places)).toBeLessThanOrEqual(200);
        expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
        wanted.forEach((one, a) =>
          wanted.forEach((other, b) => {
            if (one < other) expect(places[a]).toBeLessThan(places[b] as number);
          }),
        );
      }),
      SEED,
    );
  });
});

describe("figures of a picture", () => {
  test.each([
    [0, "£0"],
    [950.4, "£950"],
    [999.6, "£1.0k"],
    [1000, "£1.0k"],
    [9_994, "£10.0k"],
    [18_962.5, "£19k"],
    [485_368.93, "£485k"],
    [999_499, "£999k"],
    [999_500, "£1.00m"],
    [1_795_000, "£1.80m"],
    [33_985_702, "£34.0m"],
    [-2_500, "−£2.5k"],
  ])("%d pounds are %s", (pounds, words) => {
    expect(shortPounds(pounds)).toBe(words);
  });

  test("an axis leaves out zeros after the point, quantities show three digits that count", () => {
    expect([0, 500_000, 1_500_000, 2_000_000].map(axisPounds)).toEqual(["£0", "£500k", "£1.5m", "£2m"]);
    expect([4579.4, 33.96, 2.333].map(shortQuantity)).toEqual(["4,579", "34", "2.33"]);
  });

  test("an axis ends at a round value that is not less than the most", () => {
    expect([0, 0.7, 1, 989, 1_836_250].map(axisEnd)).toEqual([1, 0.8, 1, 1000, 2_000_000]);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (most) => {
        expect(axisEnd(most)).toBeGreaterThanOrEqual(most * (1 - 1e-6));
        expect(axisEnd(most)).toBeLessThanOrEqual(most * 2.000001);
      }),
      SEED,
    );
  });
});
