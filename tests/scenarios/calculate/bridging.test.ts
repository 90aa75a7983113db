import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { proposeBridging } from "../../../scenarios/calculate/bridging";
import type { Provision, Scenario } from "../../../scenarios/model/scenario";
import { evaluated, found, inPounds, provisionWith, scenarioWith } from "../../support/scenarios";

const requirements = [{ activity: "support", areas: ["north"], from: "2015-04", to: "2016-03" }];
const ended = (changes: Partial<Provision>) =>
  provisionWith({
    kind: "existing",
    start: "2013-04-01",
    end: "2015-03-31",
    price: { annual: "180000.00" },
    ...changes,
  });

describe("proposed bridging (rules §5)", () => {
  it("continues the contract that ended for the six months until the new one starts, at its price", () => {
    const provisions = [ended({ id: "old" }), provisionWith({ id: "new", start: "2015-10-01" })];
    const [proposal] = proposeBridging(evaluated(scenarioWith({ provisions, requirements })));
    expect(inPounds([found(proposal).cost])).toEqual(["90000.00"]);
    expect(found(proposal).provision).toMatchObject({
      ...{ kind: "bridging", extends: "old", start: "2015-04-01", end: "2015-09-30" },
      certainty: "under-consideration",
    });
  });

  it("takes the cheapest of those that could go on", () => {
    const provisions = [ended({ id: "dear" }), ended({ id: "cheap", price: { annual: "120000.00" } })];
    const [proposal, ...others] = proposeBridging(evaluated(scenarioWith({ provisions, requirements })));
    expect([found(proposal).extends, others.length]).toEqual(["cheap", 0]);
  });

  it("asks what the price would be had the contract gone on: the April rise counts", () => {
    const indexes = [{ id: "cpi", name: "Consumer prices", rates: { "2014/15": "0", "2015/16": "10" } }];
    const provisions = [ended({ id: "old", price: { annual: "100.00", index: "cpi" } })];
    const scenario = scenarioWith({ provisions, requirements, indexes });
    expect(inPounds(proposeBridging(evaluated(scenario)).map(({ cost }) => cost))).toEqual(["110.00"]);
  });

  it("goes on at the rate of a schedule's last year", () => {
    const provisions = [
      ended({ id: "old", start: "2014-10-01", price: { schedule: { "2014/15": "600.00" } } }),
    ];
    expect(
      inPounds(
        proposeBridging(evaluated(scenarioWith({ provisions, requirements }))).map(({ cost }) => cost),
      ),
    ).toEqual(["1200.00"]);
  });

  it("proposes nothing where nothing ended before, or its price is not known", () => {
    expect(proposeBridging(evaluated(scenarioWith({ requirements })))).toEqual([]);
  });

  it("accepted, closes every gap that it says it closes, at the cost that it says", () => {
    const file = new URL("../../../scenarios/examples/llr-2015-s4.json", import.meta.url);
    const scenario = JSON.parse(readFileSync(file, "utf8")) as Scenario;
    const before = evaluated(scenario);
    const proposals = proposeBridging(before);
    expect(proposals.length).toBeGreaterThan(0);
    const after = evaluated({
      ...scenario,
      provisions: [...scenario.provisions, ...proposals.map(({ provision }) => provision)],
    });
    const closed = proposals.flatMap(({ closes }) => closes);
    expect(after.coverage.gaps).toEqual(before.coverage.gaps.filter((gap) => !closed.includes(gap)));
    for (const { provision, cost } of proposals) expect(after.costs.get(provision.id)?.total).toBe(cost);
  });
});
