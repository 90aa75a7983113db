import { describe, expect, it } from "vitest";
import type { Json } from "../../../scenarios/changes/json";
import { edited, faultsWhen, issuesOf, SAMPLE } from "../../support/documents";

type Edits = Readonly<Record<string, Json | undefined>>;
type Case = readonly [about: string, edits: Edits, faults: readonly string[]];

const SHARE = "/contributions/round/share";
const HISTORIC = Object.fromEntries(
  [
    "blaby",
    "charnwood",
    "harborough",
    "hinckley-bosworth",
    "melton",
    "nw-leicestershire",
    "oadby-wigston",
  ].map((id) => [id, "30000.00"]),
);
const BANDS = [
  { upTo: "200", price: "48.00" },
  { upTo: "500", price: "44.00" },
];
const BUY_IN = { activity: "support", bands: BANDS, method: "incremental" };

const CASES: readonly Case[] = [
  [
    "a basis that nobody has",
    { [`${SHARE}/weights/0/basis`]: "households" },
    [
      "blaby",
      "charnwood",
      "harborough",
      "hinckley-bosworth",
      "melton",
      "nw-leicestershire",
      "oadby-wigston",
    ].map((area) => `/areas/${area}/bases/households missing`),
  ],
  ["an equal share, which needs no basis", { [`${SHARE}/weights/0/basis`]: "equal" }, []],
  ["a pot that nothing says how to share", { [SHARE]: undefined }, [`${SHARE} missing`]],
  ["a share of no pot", { "/contributions/round/pot": undefined }, ["/contributions/round/pot missing"]],
  [
    "a round of buyers only, which needs no share",
    {
      "/contributions/round": {
        id: "round",
        name: "Round",
        provision: "joint",
        from: "2015-04-01",
        to: "2016-03-31",
        pot: { annual: "1.00" },
        buyIn: BUY_IN,
        members: [{ organisation: "melton", area: "melton", choice: ["A"], buyInUnits: "500" }],
      },
    },
    [],
  ],
  [
    "a minimum above the maximum",
    { [`${SHARE}/minimum`]: "9.00", [`${SHARE}/maximum`]: "8.99" },
    [`${SHARE}/maximum below-its-minimum`],
  ],
  [
    "a member's minimum above the maximum for all",
    { [`${SHARE}/maximum`]: "50000.00", "/contributions/round/members/melton/minimum": "50000.01" },
    ["/contributions/round/members/melton/minimum below-its-minimum"],
  ],
  [
    "a member's maximum below the minimum for all",
    { [`${SHARE}/minimum`]: "10.00", "/contributions/round/members/melton/maximum": "9.00" },
    ["/contributions/round/members/melton/maximum below-its-minimum"],
  ],
  [
    "a member's own two bounds, which replace those for all",
    {
      [`${SHARE}/maximum`]: "5.00",
      "/contributions/round/members/melton/minimum": "6.00",
      "/contributions/round/members/melton/maximum": "7.00",
    },
    [],
  ],
  [
    "phase-in beside a collar",
    {
      [`${SHARE}/phaseIn`]: { historic: HISTORIC, percentByYear: { "2015/16": "50", "2016/17": "100" } },
      [`${SHARE}/collar`]: { historic: HISTORIC, maximumRisePercent: "5" },
    },
    [`${SHARE}/collar exclude-each-other`],
  ],
  [
    "a collar without what one paid before",
    {
      [`${SHARE}/collar`]: { historic: { ...HISTORIC, lead: "0.00" }, maximumRisePercent: "5" },
      [`${SHARE}/collar/historic/melton`]: undefined,
    },
    [`${SHARE}/collar/historic/melton missing`],
  ],
  [
    "a phase-in of what nobody is",
    {
      [`${SHARE}/phaseIn`]: {
        historic: { ...HISTORIC, rutland: "1.00" },
        percentByYear: { "2015/16": "50", "2016/17": "100" },
      },
    },
    [`${SHARE}/phaseIn/historic/rutland unknown-id`],
  ],
  [
    "top-ups of exactly the whole",
    {
      "/contributions/round/whenSomeDecline": {
        rule: "fixed-share",
        toppedUpBy: [
          { organisation: "lead", percent: "33.4" },
          { organisation: "lcc", percent: "66.6" },
        ],
      },
    },
    [],
  ],
  [
    "a buyer that does not say how much",
    { "/contributions/round/buyIn": BUY_IN, "/contributions/round/members/melton/choice": ["A"] },
    ["/contributions/round/members/melton/buyInUnits missing"],
  ],
  [
    "a buyer of more than the bands reach",
    { "/contributions/round/buyIn": BUY_IN, "/contributions/round/members/melton/buyInUnits": "501" },
    ["/contributions/round/members/melton/buyInUnits beyond-bands"],
  ],
  [
    "no bands",
    { "/contributions/round/buyIn": { ...BUY_IN, bands: [] } },
    ["/contributions/round/buyIn/bands too-few"],
  ],
  [
    "bands that do not ascend",
    { "/contributions/round/buyIn": { ...BUY_IN, bands: [...BANDS, { upTo: "500", price: "1.00" }] } },
    ["/contributions/round/buyIn/bands/2/upTo not-ascending"],
  ],
  [
    "an open band before another",
    { "/contributions/round/buyIn": { ...BUY_IN, bands: [{ upTo: null, price: "1.00" }, ...BANDS] } },
    ["/contributions/round/buyIn/bands/0/upTo open-band-not-last"],
  ],
];

describe("what the fields of a round mean together", () => {
  it.each(CASES)("%s", (_about, edits, faults) => {
    expect(faultsWhen(edits).toSorted()).toEqual([...faults].toSorted());
  });

  it("names value and remedy in every sentence", () => {
    for (const [, edits] of CASES) {
      for (const { message } of issuesOf(edited(SAMPLE, edits))) expect(message).toMatch(/^[A-Z].+; .+[.?]$/);
    }
  });
});
