import { describe, expect, it, test } from "vitest";
import { handOffsOf } from "../../../scenarios/calculate/lot-patterns";
import { formatRational } from "../../../scenarios/document/format-result";
import { edited, faultsWhen, issuesOf, SAMPLE } from "../../support/documents";

const STRUCTURE = {
  envelope: "900000.00",
  overheadPerLot: "60000.00",
  costPerFte: "42000.00",
  blocks: ["refuge", "helpline", "outreach"].map((id) => ({ id, name: id })),
  needs: [
    { blocks: ["refuge"], percent: "60" },
    { blocks: ["refuge", "outreach"], percent: "30" },
    { blocks: ["refuge", "helpline", "outreach"], percent: "10" },
  ],
};

describe("the lots that a scenario procures", () => {
  const cases = [
    ["need not be said", undefined, []],
    ["hold every block once", [["refuge", "outreach"], ["helpline"]], []],
    ["leave no block out", [["refuge", "outreach"]], ["/lotStructure/chosen missing"]],
    [
      "hold no block twice",
      [
        ["refuge", "outreach"],
        ["helpline", "refuge"],
      ],
      ["/lotStructure/chosen/1/1 duplicate-id"],
    ],
    ["are not empty", [["refuge", "outreach", "helpline"], []], ["/lotStructure/chosen/1 too-few"]],
    [
      "hold only blocks that are there",
      [["refuge", "outreach", "helpline", "refuges"]],
      ["/lotStructure/chosen/0/3 unknown-id"],
    ],
  ] as const;
  test.each(cases)("%s", (_what, chosen, faults) => {
    const lotStructure = { ...STRUCTURE, ...(chosen === undefined ? {} : { chosen }) };
    expect(faultsWhen({ "/lotStructure": structuredClone(lotStructure) })).toEqual(faults);
  });

  it("are refused in words that name field, value and remedy", () => {
    const issues = issuesOf(
      edited(SAMPLE, { "/lotStructure": { ...STRUCTURE, chosen: [["refuge", "outreach"]] } }),
    );
    expect(issues.map(({ message }) => message)).toEqual([
      'List of chosen lots leaves out "helpline"; put every block into a lot.',
    ]);
  });
});

describe("the hand-offs of a user", () => {
  it.each([
    ["one lot", [["refuge", "outreach", "helpline"]], "0"],
    ["the helpline apart", [["outreach", "refuge"], ["helpline"]], "0.1"],
    ["three lots", [["outreach"], ["refuge"], ["helpline"]], "0.5"],
  ])("with %s are those of the pattern, in whatever order it is written", (_what, chosen, handOffs) => {
    const found = handOffsOf({ ...STRUCTURE, chosen });
    expect(found === null ? null : formatRational(found)).toBe(handOffs);
  });

  it("are not known where no lots are chosen", () => {
    expect(handOffsOf(STRUCTURE)).toBeNull();
    expect(handOffsOf(undefined)).toBeNull();
  });
});
