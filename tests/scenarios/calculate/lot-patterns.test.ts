import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculateLotPatterns, largestLotShare } from "../../../scenarios/calculate/lot-patterns";
import { approximate } from "../../../scenarios/model/rational";
import type { LotStructure } from "../../../scenarios/model/scenario";
import { evaluated, scenarioWith } from "../../support/scenarios";

const STRUCTURE: LotStructure = {
  envelope: "900000.00",
  overheadPerLot: "60000.00",
  costPerFte: "42000.00",
  blocks: ["sv", "dv", "therapy"].map((id) => ({ id, name: id })),
  needs: [
    { blocks: ["dv"], percent: "55" },
    { blocks: ["dv", "therapy"], percent: "20" },
    { blocks: ["sv", "therapy"], percent: "15" },
    { blocks: ["dv", "sv"], percent: "10" },
  ],
};

it("£900,000 at £60,000 a lot and £42,000 an FTE: 20.00, 18.57 and 17.14 FTE, hand-offs 0 to 0.45", () => {
  const { lots } = evaluated(scenarioWith({ lotStructure: STRUCTURE }));
  const rows = lots.map(({ pattern, fte, handOffs }) => [
    pattern.map((lot) => lot.join("+")).join(" | "),
    approximate(fte).toFixed(2),
    approximate(handOffs).toFixed(2),
  ]);
  expect(rows).toEqual([
    ["dv+sv+therapy", "20.00", "0.00"],
    ["dv | sv+therapy", "18.57", "0.30"],
    ["dv+sv | therapy", "18.57", "0.35"],
    ["dv+therapy | sv", "18.57", "0.25"],
    ["dv | sv | therapy", "17.14", "0.45"],
  ]);
});

/** Of 100 users 145 blocks are needed: domestic violence 85, therapy 35, sexual violence 25. */
describe("the capacity that is lost if the largest provider fails", () => {
  it.each([
    [[["dv", "sv", "therapy"]], "1"],
    [[["dv", "therapy"], ["sv"]], "24/29"],
    [[["dv"], ["sv", "therapy"]], "17/29"],
    [[["dv", "sv"], ["therapy"]], "22/29"],
    [[["dv"], ["sv"], ["therapy"]], "17/29"],
  ])("with the lots %j is %s", (pattern, share) => {
    expect(largestLotShare(STRUCTURE, pattern).toFraction()).toBe(share);
  });

  it("is all with one lot, and never less than an equal part of the lots", () => {
    const percents = fc.integer({ min: 1, max: 99 }).map((first) => [first, 100 - first]);
    fc.assert(
      fc.property(percents, ([first, second]) => {
        const structure: LotStructure = {
          ...STRUCTURE,
          needs: [
            { blocks: ["dv", "sv"], percent: String(first) },
            { blocks: ["therapy", "sv"], percent: String(second) },
          ],
        };
        for (const { pattern, lots } of calculateLotPatterns(structure)) {
          const share = largestLotShare(structure, pattern);
          expect(share.lte(1)).toBe(true);
          expect(share.mul(lots).gte(1)).toBe(true);
          if (lots === 1) expect(share.equals(1)).toBe(true);
        }
      }),
      { seed: 10 },
    );
  });
});
