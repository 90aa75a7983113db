import { describe, expect, it } from "vitest";
import {
  isSmall,
  NHS_RULE,
  ruleOf,
  shownCount,
  USUAL_RULE,
} from "../../../scenarios/disclosure/small-numbers";
import { isDemandSmall, sharesThatTell, smallPlacesOf } from "../../../scenarios/disclosure/small-places";
import type { Scenario } from "../../../scenarios/model/scenario";
import { edited } from "../../support/documents";
import { exampleScenario } from "../../support/evaluated-example";

const S1 = exampleScenario("llr-2015-s1.json");

const changed = (scenario: Scenario, edits: Parameters<typeof edited>[1]): Scenario =>
  edited(scenario, edits) as unknown as Scenario;

/** The example with a count that somebody observed, at a path. */
const observed = (path: string, count: string): Scenario => ({
  ...changed(S1, { [path]: count }),
  sources: [{ id: "police", title: "Recorded incidents", kind: "observation" }],
  provenance: [{ path, source: "police" }],
});
const INCIDENTS = "/areas/melton/bases/incidents";
const tellsOf = (scenario: Scenario, others: readonly Scenario[] = []): readonly string[] =>
  sharesThatTell(scenario, smallPlacesOf(scenario, USUAL_RULE, others));

describe("small numbers", () => {
  it("are one to four; nothing and five are shown", () => {
    expect([0, 1, 4, 5].map((count) => isSmall(count, USUAL_RULE))).toEqual([false, true, true, false]);
  });

  it("are one to seven by the rule of the NHS, which shows the others to the nearest five", () => {
    expect(ruleOf(8)).toEqual(NHS_RULE);
    expect([1, 7, 8].map((count) => isSmall(count, NHS_RULE))).toEqual([true, true, false]);
    expect([0, 8, 12, 13].map((count) => shownCount(count, NHS_RULE))).toEqual([0, 10, 10, 15]);
    expect(shownCount(13, ruleOf(5))).toBe(13);
  });
});

describe("shares by a small count", () => {
  it("cannot go out: the sentence names the scenario, the round, the basis and what to do", () => {
    expect(tellsOf(observed(INCIDENTS, "3"))).toEqual([
      "“One joint lot, all districts in B” shares “District contributions from October 2015” by incidents, which counts fewer than 5 in the area of a member: shares to the penny would give that count away. Use another basis, or counts of several years together.",
    ]);
  });

  it("go out when the count is not small, not observed, of no member, or weighs nothing", () => {
    expect(tellsOf(observed(INCIDENTS, "5"))).toEqual([]);
    expect(tellsOf(observed(INCIDENTS, "0"))).toEqual([]);
    expect(tellsOf(changed(S1, { [INCIDENTS]: "3" }))).toEqual([]);
    expect(tellsOf(observed("/areas/leicester/bases/incidents", "3"))).toEqual([]);
    const weights = [{ basis: "population", percent: "100" }];
    const byPopulation = changed(observed(INCIDENTS, "3"), {
      "/contributions/districts/share/weights": weights,
    });
    expect(tellsOf(byPopulation)).toEqual([]);
  });

  it("cannot go out either where the same count is not marked, but was hidden in what went out before", () => {
    const unmarked = changed(S1, { [INCIDENTS]: "3" });
    expect(tellsOf(unmarked, [observed(INCIDENTS, "3")])).toHaveLength(1);
    // Counts of several years together may be used: nothing follows from them about the one that was hidden.
    expect(tellsOf(observed(INCIDENTS, "14"), [observed(INCIDENTS, "3")])).toEqual([]);
  });
});

describe("demand", () => {
  it.each(["annual", "waitingAtStart"])("is small where its %s is", (field) => {
    const places = smallPlacesOf(observed(`/demand/f2f-charnwood/${field}`, "4"), USUAL_RULE);
    expect(isDemandSmall(places, "face-to-face", ["melton", "charnwood"])).toBe(true);
    expect(isDemandSmall(places, "face-to-face", ["melton"])).toBe(false);
    expect(isDemandSmall(places, "advocacy", ["charnwood"])).toBe(false);
  });
});
