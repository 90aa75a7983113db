import { describe, expect, it } from "vitest";
import type { Json } from "../../../scenarios/changes/json";
import { edited, faultsWhen, issuesOf, SAMPLE } from "../../support/documents";

type Edits = Readonly<Record<string, Json | undefined>>;
type Case = readonly [about: string, edits: Edits, faults: readonly string[]];

const SHARE = "/contributions/round/share";
const LEVEL = "/priorities/lines/helpline/levels/full";

const CASES: readonly Case[] = [
  [
    "an id that is there twice",
    {
      "/objectives": [
        { id: "o1", name: "A" },
        { id: "o1", name: "B" },
      ],
    },
    ["/objectives/1/id duplicate-id"],
  ],
  [
    "an area that is named twice",
    { "/requirements/0/areas": ["melton", "melton"] },
    ["/requirements/0/areas/1 duplicate-id"],
  ],
  [
    "a member that is there twice",
    {
      "/contributions/round/members": [
        { organisation: "melton", area: "melton", choice: ["B"] },
        { organisation: "melton", area: "blaby", choice: ["B"] },
      ],
    },
    ["/contributions/round/members/1/organisation duplicate-id"],
  ],
  ["a lead that is nobody", { "/provisions/joint/lead": "leed" }, ["/provisions/joint/lead unknown-id"]],
  [
    "a successor that is nobody",
    { "/organisations/melton/successor": "rutland" },
    ["/organisations/melton/successor unknown-id"],
  ],
  [
    "an index that is not there",
    { "/provisions/joint/price/index": "cpih" },
    ["/provisions/joint/price/index unknown-id"],
  ],
  [
    "a source that is not there",
    { "/provisions/joint/funding/0/source": "cor" },
    ["/provisions/joint/funding/0/source unknown-id"],
  ],
  [
    "an objective that is not there",
    { "/priorities/lines/helpline/objective": "o2" },
    ["/priorities/lines/helpline/objective unknown-id"],
  ],
  [
    "a score for a criterion that is not there",
    { [`${LEVEL}/scores/cost`]: "10" },
    [`${LEVEL}/scores/cost unknown-id`],
  ],
  [
    "a commitment of nothing",
    { "/provisions/joint/commitments": ["c1"] },
    ["/provisions/joint/commitments/c1 unknown-id"],
  ],
  [
    "evidence that is not listed",
    { "/provenance": [{ path: "/name", source: "ons" }] },
    ["/provenance/0/source unknown-id"],
  ],
  [
    "provenance of a value that is not there",
    { "/provenance": [{ path: "/demand/d-blaby/annual" }] },
    ["/provenance/0/path unknown-path"],
  ],
  [
    "a range that does not hold its figure",
    { "/provenance": [{ path: "/demand/d-melton/annual", low: "700", high: "800" }] },
    ["/provenance/0/low range-without-the-figure"],
  ],
  [
    "a range upside down",
    {
      "/provenance": [
        { path: "/name", low: "9", high: "10" },
        { path: "/id", low: "10", high: "9" },
      ],
    },
    ["/provenance/1/high below-its-minimum"],
  ],
  [
    "a requirement that ends before it starts",
    { "/requirements/0/to": "2015-03" },
    ["/requirements/0/to before-its-start"],
  ],
  [
    "a round that ends before it starts",
    { "/contributions/round/to": "2015-03-31" },
    ["/contributions/round/to before-its-start"],
  ],
  [
    "an uplift floor above the cap",
    { "/provisions/joint/price/upliftFloor": "3", "/provisions/joint/price/upliftCap": "2.5" },
    ["/provisions/joint/price/upliftCap below-its-minimum"],
  ],
  [
    "a horizon of more than 20 years",
    { "/horizon/end": "2035-04", "/indexes/cpi/rates": {} },
    ["/horizon/end too-long"],
  ],
  [
    "an organisation that succeeds itself",
    { "/organisations/melton/successor": "melton" },
    ["/organisations/melton/successor circle"],
  ],
  [
    "a line that excludes itself",
    { "/priorities/lines/helpline/excludes": ["helpline"] },
    ["/priorities/lines/helpline/excludes/helpline circle"],
  ],
  ["a rate that a later year needs", { "/horizon/end": "2018-03" }, ["/indexes/cpi/rates/2017/18 missing"]],
  [
    "a rate that a year before the horizon needs",
    { "/provisions/joint/start": "2014-04-01" },
    ["/indexes/cpi/rates/2015/16 missing"],
  ],
  [
    "a rate before the first uplift, which is not needed",
    { "/provisions/joint/start": "2014-04-01", "/provisions/joint/price/firstUplift": "2016-04-01" },
    [],
  ],
  [
    "a schedule without its second year",
    { "/provisions/joint/price": { schedule: { "2015/16": "1.00" } } },
    ["/provisions/joint/price/schedule/2016/17 missing"],
  ],
  [
    "a schedule of the years of service only",
    { "/provisions/bridge/price": { schedule: { "2015/16": "1.00" } } },
    [],
  ],
  [
    "capacity of an activity that the provision does not have",
    {
      "/activities/info": { id: "info", name: "Information", unit: "calls" },
      "/provisions/joint/capacity/0/activity": "info",
    },
    ["/provisions/joint/capacity/0/activity not-of-the-provision"],
  ],
  [
    "capacity in an area that the provision does not have",
    { "/provisions/bridge/capacity": [{ activity: "support", areas: ["blaby"], unitsPerYear: "5" }] },
    ["/provisions/bridge/capacity/0/areas/blaby not-of-the-provision"],
  ],
  [
    "staff whose cases nobody knows",
    { "/provisions/joint/capacity/0": { activity: "support", fte: "2" } },
    ["/provisions/joint/capacity/0 half-a-pair"],
  ],
  [
    "contact hours without hours a case",
    { "/provisions/joint/capacity/0/contactHours": "954.6" },
    ["/provisions/joint/capacity/0/hoursPerCase half-a-pair"],
  ],
  [
    "two rest lines",
    {
      "/provisions/joint/funding": [
        { source: "core", rest: true },
        { source: "grant", rest: true },
      ],
    },
    ["/provisions/joint/funding/0 rest-not-last"],
  ],
  [
    "growth beyond all bounds",
    { "/demand/d-melton/baseYear": "1900/01", "/demand/d-melton/growthPercent": "100" },
    ["/demand/d-melton/growthPercent out-of-range"],
  ],
  [
    "decline that runs away backwards",
    { "/demand/d-melton/baseYear": "2190/91", "/demand/d-melton/growthPercent": "-99" },
    ["/demand/d-melton/growthPercent out-of-range"],
  ],
  ["a level without a score", { [`${LEVEL}/scores/reach`]: undefined }, [`${LEVEL}/scores/reach missing`]],
  ["a level without any score", { [`${LEVEL}/scores`]: undefined }, [`${LEVEL}/scores missing`]],
  ["a level with its benefit instead", { [`${LEVEL}/scores`]: undefined, [`${LEVEL}/benefit`]: "40" }, []],
  [
    "a line without a level",
    { "/priorities/lines/helpline/levels": [] },
    ["/priorities/lines/helpline/levels too-few"],
  ],
  [
    "an equity rule that asks for nothing",
    { "/priorities/equity": [{ areas: ["melton"] }] },
    ["/priorities/equity/0/minimumLines missing"],
  ],
];

describe("what fields mean together", () => {
  it.each(CASES)("%s", (_about, edits, faults) => {
    expect(faultsWhen(edits).toSorted()).toEqual([...faults].toSorted());
  });

  it("asks for people where the benefit counts them", () => {
    const faults = faultsWhen({ "/priorities/benefit": "score-times-people" });
    expect(faults).toHaveLength(10);
    expect(faults).toContain(`${LEVEL}/people missing`);
  });

  it("names the circle", () => {
    const [issue] = issuesOf(
      edited(SAMPLE, {
        "/provisions/joint/extends": "bridge",
        "/provisions/bridge/extends": "joint",
      }),
    );
    expect(issue?.message).toContain("joint → bridge → joint");
  });

  it("sums percents exactly: three thirds with twelve decimals are not 100", () => {
    const third = "33.333333333333";
    const weights = [third, third, third].map((percent) => ({ basis: "population", percent }));
    expect(faultsWhen({ [`${SHARE}/weights`]: weights })).toEqual([`${SHARE}/weights does-not-sum`]);
    const tenths = Array.from({ length: 10 }, () => ({ basis: "population", percent: "10.0" }));
    expect(faultsWhen({ [`${SHARE}/weights`]: tenths })).toEqual([]);
  });

  it("lets a scenario name a base that is in another file", () => {
    expect(faultsWhen({ "/basedOn": { id: "elsewhere" } })).toEqual([]);
    expect(faultsWhen({ "/basedOn": null })).toEqual([]);
  });

  it("names value and remedy in every sentence", () => {
    for (const [, edits] of CASES) {
      for (const { message } of issuesOf(edited(SAMPLE, edits))) expect(message).toMatch(/^[A-Z].+; .+[.?]$/);
    }
  });
});
