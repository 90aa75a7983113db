import { describe, expect, it } from "vitest";
import type { Json } from "../../../scenarios/changes/json";
import { parseScenario } from "../../../scenarios/document/parse-scenario";
import type { Warning } from "../../../scenarios/model/issue";
import { edited, SAMPLE } from "../../support/documents";

function warningsWhen(edits: Readonly<Record<string, Json | undefined>>): readonly Warning[] {
  const parsed = parseScenario(edited(SAMPLE, edits));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.warnings;
}

const BANDS = [
  { upTo: "200", price: "48.00" },
  { upTo: "500", price: "44.00" },
  { upTo: null, price: "40.00" },
];

describe("what a reader is warned of", () => {
  it("nothing, in a scenario that says everything", () => {
    expect(warningsWhen({})).toEqual([]);
  });

  it("a price that is not known, which is not a price of nothing", () => {
    expect(warningsWhen({ "/provisions/bridge/price": undefined })).toEqual([
      {
        path: "/provisions/bridge/price",
        code: "price-not-known",
        message: "The price is not known; it is left out of every total. Enter a price.",
      },
    ]);
    expect(warningsWhen({ "/provisions/bridge/price": { annual: "0.00" } })).toEqual([]);
  });

  it("a provision wholly outside the horizon, not one that touches it by a day", () => {
    const period = (start: string, end: string) => ({
      "/provisions/bridge/start": start,
      "/provisions/bridge/end": end,
    });
    expect(warningsWhen(period("2014-04-01", "2015-03-31"))).toMatchObject([
      { path: "/provisions/bridge/start", code: "outside-horizon" },
    ]);
    expect(warningsWhen(period("2017-04-01", "2018-03-31"))).toHaveLength(1);
    expect(warningsWhen(period("2014-04-01", "2015-04-01"))).toEqual([]);
    expect(warningsWhen(period("2017-03-31", "2018-03-31"))).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ["the provision", { provisions: ["bridge"] }, "Joint"],
    ["an activity of it", { activities: [] }, "Support"],
    ["an area of it", { areas: ["blaby", "melton"] }, "Charnwood"],
  ])("a source that may not pay for %s, both by their names", (_about, onlyFor, obstacle) => {
    expect(warningsWhen({ "/fundingSources/grant/onlyFor": onlyFor })).toEqual([
      {
        path: "/provisions/joint/funding/1",
        code: "restricted-source",
        message: `Grant may not pay for ${obstacle}, so this line pays nothing. Choose another source, or change what it is for.`,
      },
    ]);
  });

  it("no source that may pay for all of a provision", () => {
    const onlyFor = { provisions: ["joint"], activities: ["support"] };
    expect(warningsWhen({ "/fundingSources/grant/onlyFor": onlyFor })).toEqual([]);
  });

  it("the cliff at 200 units: 201 cost £8,844, which is less than 200 cost", () => {
    const buyIn = (method: string): Json => ({ activity: "support", bands: BANDS, method });
    const warnings = warningsWhen({ "/contributions/round/buyIn": buyIn("all-units") });
    expect(warnings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "/contributions/round/buyIn/bands/0 cliff",
      "/contributions/round/buyIn/bands/1 cliff",
    ]);
    expect(warnings[0]?.message).toContain("200 units cost £9600.00, but 201 units only £8844.00");
    expect(warningsWhen({ "/contributions/round/buyIn": buyIn("incremental") })).toEqual([]);
  });

  it("people who wait for something that keeps no list", () => {
    const turnAway = { "/activities/support/queue": "turn-away" };
    expect(warningsWhen({ ...turnAway, "/demand/d-melton/waitingAtStart": "4" })).toMatchObject([
      { path: "/demand/d-melton/waitingAtStart", code: "list-not-kept" },
    ]);
    expect(warningsWhen({ ...turnAway, "/demand/d-melton/waitingAtStart": "0" })).toEqual([]);
    expect(warningsWhen({ "/demand/d-melton/waitingAtStart": "4" })).toEqual([]);
  });
});
