import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../../scenarios/model/calendar";
import type { Certainty, Provision, Scenario } from "../../../scenarios/model/scenario";
import { evaluated, found, inPounds, provisionWith, scenarioWith } from "../../support/scenarios";
import { NWL, transition } from "../../support/seven-districts";

describe("147 cells of the Leicestershire transition (rules §5)", () => {
  it("as planned: 105 covered, 42 unconfirmed because the helpline is only under consideration, no gap", () => {
    expect(transition().counts).toEqual({ covered: 105, unconfirmed: 42, gap: 0 });
  });

  it("without North West Leicestershire's devolved grant six months of outreach are a gap there", () => {
    const { counts, gaps } = transition({ nwlGrant: false });
    expect(counts).toEqual({ covered: 99, unconfirmed: 42, gap: 6 });
    expect(gaps.map(({ area, activity, days }) => [area, activity, days])).toEqual([[NWL, "outreach", 183]]);
  });

  it("when the joint start slips a month and nothing is extended, October is a gap everywhere", () => {
    expect(transition({ slips: true }).counts).toEqual({ covered: 84, unconfirmed: 42, gap: 21 });
    expect(transition({ slips: true, nwlGrant: false }).counts).toEqual({
      covered: 78,
      unconfirmed: 42,
      gap: 27,
    });
  });
});

function northWith(provisions: readonly Partial<Provision>[], changes: Partial<Scenario> = {}) {
  return evaluated(
    scenarioWith({
      provisions: provisions.map((provision, place) => provisionWith({ id: `p${place}`, ...provision })),
      requirements: [{ activity: "support", areas: ["north"], from: "2015-04", to: "2016-03" }],
      ...changes,
    }),
  ).coverage;
}

describe("a gap", () => {
  it("of four days, 27 to 30 September, leaves 86.67 % of the month covered", () => {
    const { gaps, cells } = northWith([{ end: "2015-09-26" }, { start: "2015-10-01" }]);
    expect(gaps.map(({ from, to, days }) => [formatDay(from), formatDay(to), days])).toEqual([
      ["2015-09-27", "2015-09-30", 4],
    ]);
    expect(found(found(cells[0]).daysCovered[5])).toBeCloseTo(0.8667, 4);
  });

  it("is not closed by a local service that has not signed up to the framework", () => {
    expect(northWith([{ kind: "local" }]).counts.gap).toBe(12);
    expect(northWith([{ kind: "local", framework: "signed" }]).counts.gap).toBe(0);
  });

  it("is only where something is required, and what is planned only makes it unconfirmed", () => {
    expect(northWith([], { requirements: [] }).counts).toEqual({ covered: 0, unconfirmed: 0, gap: 0 });
    expect(northWith([{ certainty: "planned" }]).counts).toEqual({ covered: 0, unconfirmed: 12, gap: 0 });
  });

  it("that two requirements name is counted once", () => {
    const twice = { activity: "support", areas: ["north"], from: "2015-04", to: "2015-06" };
    expect(
      northWith([], { requirements: [twice, { ...twice, from: "2015-06", to: "2015-07" }] }).gaps,
    ).toHaveLength(1);
  });
});

describe("double running", () => {
  it("is one row for each stretch with the same provisions, priced at all but the dearest", () => {
    const { doubleRunning } = northWith([
      { id: "old", end: "2015-06-30", price: { annual: "1200.00" } },
      { id: "new", start: "2015-06-01", price: { annual: "2400.00" } },
    ]);
    expect(
      doubleRunning.map(({ from, days, provisions, cost }) => [
        formatDay(from),
        days,
        provisions,
        ...inPounds([cost]),
      ]),
    ).toEqual([["2015-06-01", 30, ["old", "new"], "100.00"]]);
  });

  it("of a provision without a price costs nothing that is known", () => {
    const { doubleRunning } = northWith([{ price: { annual: "1200.00" } }, { price: { annual: "0.00" } }]);
    expect(inPounds(doubleRunning.map(({ cost }) => cost))).toEqual(["0.00"]);
  });
});

describe("any supplies", () => {
  const supply = fc.record({
    from: fc.nat(365),
    days: fc.nat(200),
    certainty: fc.constantFrom<Certainty>("confirmed", "planned"),
  });

  it("give each required day the state that counting day by day gives it", () => {
    const day = (place: number) => new Date(Date.UTC(2015, 3, 1 + place)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.array(supply, { maxLength: 5 }), (supplies) => {
        const provisions = supplies.map(({ from, days, certainty }) => ({
          start: day(from),
          end: day(from + days),
          certainty,
        }));
        const { gaps, unconfirmed, doubleRunning } = northWith(provisions);
        const count = { gap: 0, unconfirmed: 0, double: 0 };
        for (let place = 0; place < 366; place++) {
          const serving = supplies.filter(({ from, days }) => from <= place && place <= from + days);
          if (serving.length === 0) count.gap++;
          else if (serving.every(({ certainty }) => certainty === "planned")) count.unconfirmed++;
          if (serving.length > 1) count.double++;
        }
        const total = (stretches: readonly { days: number }[]) =>
          stretches.reduce((sum, { days }) => sum + days, 0);
        expect({ gap: total(gaps), unconfirmed: total(unconfirmed), double: total(doubleRunning) }).toEqual(
          count,
        );
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});
