import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualUnits } from "../../../scenarios/calculate/annual-capacity";
import { baseDemand } from "../../../scenarios/calculate/demand";
import { erlangA, erlangC, ftePerSeat, lineWaits } from "../../../scenarios/calculate/queueing";
import { monthOfSharing, shareCapacity } from "../../../scenarios/calculate/share-capacity";
import { capacityToClear, capacityToKeepWaitWithin } from "../../../scenarios/calculate/trajectory";
import { waitWeeks } from "../../../scenarios/model/evaluation";
import type { Demand } from "../../../scenarios/model/scenario";
import { evaluated, found, provisionWith, scenarioWith } from "../../support/scenarios";

describe("capacity a year (rules §6)", () => {
  it("of staff: 215 days of 7.4 hours at 60 % are 954.6 contact hours, 79.55 cases at 12 hours", () => {
    const contactHours = (260 - 25 - 8 - 6 - 6) * 7.4 * 0.6;
    expect(contactHours).toBeCloseTo(954.6, 6);
    expect(annualUnits({ fte: "1", contactHours: "954.6", hoursPerCase: "12" })).toBeCloseTo(79.55, 6);
  });

  it("of staff by Little's law: 20 open for 13 weeks are 80 a year; with both limits the lower binds", () => {
    expect(annualUnits({ fte: "1", openCases: "20", weeks: "13" })).toBe(80);
    const both = { fte: "2", openCases: "20", weeks: "13", contactHours: "954.6", hoursPerCase: "12" };
    expect(annualUnits(both)).toBeCloseTo(159.1, 6);
  });

  it("of a refuge: 25 units at 92 % and 84 days are 99.94 households; pools of 9, 8 and 8 do not mix", () => {
    const refuge = (units: string) => annualUnits({ units, occupancyPercent: "92", stayDays: "84" });
    expect(refuge("25")).toBeCloseTo(99.94, 2);
    expect(["9", "8", "8"].map((units) => refuge(units).toFixed(2))).toEqual(["35.98", "31.98", "31.98"]);
  });

  it("of groups: 6 programmes of 10 places, 85 % start and 70 % complete: 35.7", () => {
    const groups = { programmes: "6", places: "10", startPercent: "85", completePercent: "70" };
    expect(annualUnits(groups)).toBeCloseTo(35.7, 9);
  });

  it("of a helpline: a load of 2 waits 4/9 of the time with three agents and 4/23 with four", () => {
    expect(erlangC(2, 3)).toBeCloseTo(4 / 9, 12);
    expect(erlangC(2, 4)).toBeCloseTo(4 / 23, 12);
    expect(erlangC(3, 3)).toBe(1);
    expect(erlangC(0, 1)).toBe(0);
  });

  it("when callers hang up tends to Erlang C as their patience grows, and loses the more the less they have", () => {
    expect(erlangA(2, 3, 1e7).waits).toBeCloseTo(4 / 9, 4);
    expect(erlangA(2, 3, 0.1).abandons).toBeGreaterThan(erlangA(2, 3, 1).abandons);
    // Callers as patient as calls are long, and load 1 with one agent: callers are Poisson with mean 1.
    expect(erlangA(1, 1, 1).waits).toBeCloseTo(1 - Math.exp(-1), 12);
    expect(erlangA(9, 3, 1).abandons).toBeLessThan(1);
  });

  it("by load 2 with 3 agents makes callers wait 4/9 of a call on average, and ever longer where it never clears", () => {
    expect(lineWaits(2, 3, null).meanWait).toBeCloseTo(4 / 9, 12);
    expect(lineWaits(2, 3, 1e7).meanWait).toBeCloseTo(4 / 9, 4);
    expect(lineWaits(3, 3, null)).toEqual({ waits: 1, abandons: 0, meanWait: Infinity });
    expect(lineWaits(0, 1, null)).toEqual({ waits: 0, abandons: 0, meanWait: 0 });
  });

  it("one seat at all hours takes 8,760 ÷ 1,591 = 5.506 FTE", () => {
    expect(ftePerSeat(1_591)).toBeCloseTo(5.506, 3);
  });
});

describe("demand and waiting (rules §7)", () => {
  it("a funnel of 6,870 incidents, 10 %, 100 %, 70 % is 480.9", () => {
    const funnel = { incidents: "6870", sharePercent: "10", referralPercent: "100", engagePercent: "70" };
    expect(baseDemand({ funnel })).toBeCloseTo(480.9, 9);
  });

  function northSeries(
    demand: Partial<Demand>[],
    unitsPerYear: string,
    queue: "waiting-list" | "turn-away" = "waiting-list",
  ) {
    const entries = demand.map(
      (entry, place): Demand => ({
        id: `d${place}`,
        area: "north",
        activity: "support",
        baseYear: "2015/16",
        ...entry,
      }),
    );
    const { capacity } = evaluated(
      scenarioWith({
        activities: [{ id: "support", name: "Support", unit: "cases", queue }],
        provisions: [provisionWith({ capacity: [{ activity: "support", unitsPerYear }] })],
        demand: entries,
      }),
    );
    return found(capacity[0]);
  }

  it("30 waiting, 40 coming, 36 served a month: 34, 38, 42, 46, 50, 54, a wait of 1.5 months", () => {
    const series = northSeries([{ annual: "480", waitingAtStart: "30" }], "432");
    expect([...series.waiting.slice(0, 6)]).toEqual([34, 38, 42, 46, 50, 54]);
    expect(found(waitWeeks(series, 5))).toBeCloseTo((1.5 * 52) / 12, 12);
  });

  it("with a tenth of those waiting leaving first each month: 31.0, 31.9, 32.71, 33.439, 34.0951, 34.68559", () => {
    const series = northSeries([{ annual: "480", waitingAtStart: "30", leavingPercent: "10" }], "432");
    [31, 31.9, 32.71, 33.439, 34.0951, 34.68559].forEach((waiting, month) => {
      expect(series.waiting[month]).toBeCloseTo(waiting, 9);
    });
  });

  it("serves high risk before medium, medium before standard, entries without a risk last", () => {
    const high = northSeries(
      [
        { annual: "120", risk: "standard", leavingPercent: "100" },
        { annual: "120", risk: "high" },
      ],
      "144",
    );
    // Twelve a month: ten of high risk, two of ten of standard; the other eight leave within a month.
    expect(high.left[1]).toBeCloseTo(8, 12);
    expect(high.waiting[0]).toBeCloseTo(8, 12);
  });

  it("keeps no list where people are turned away", () => {
    const series = northSeries([{ annual: "120" }], "96", "turn-away");
    expect([series.turnedAway[0], series.waiting[0], waitWeeks(series, 0)]).toEqual([2, 0, 0]);
  });

  it("has no wait, not an endless one, where there is no service", () => {
    expect(waitWeeks(northSeries([{ annual: "120" }], "0"), 0)).toBeNull();
  });

  it("grows from its base year, shrinks before it, and takes a figure that is given for a year alone", () => {
    const series = evaluated(
      scenarioWith({
        horizon: { start: "2014-04", end: "2017-03" },
        demand: [
          {
            ...{
              id: "d",
              area: "north",
              activity: "support",
              annual: "1200",
              baseYear: "2015/16",
              growthPercent: "10",
            },
            byYear: { "2016/17": "600" },
          },
        ],
      }),
    ).capacity[0];
    const demand = found(series).demand;
    expect([demand[0], demand[12], demand[24]].map((amount) => found(amount).toFixed(6))).toEqual([
      ...["90.909091", "100.000000", "50.000000"],
    ]);
  });

  it("clears 30 waiting with 40 coming by month 6 at 45 a month, by month 12 at 42.5", () => {
    const list = { waiting: 30, arrivals: Array<number>(12).fill(40), leavingShare: 0 };
    expect([capacityToClear(list, 6), capacityToClear(list, 12)]).toEqual([45, 42.5]);
  });

  it("finds the least capacity: with it the list is clear or the wait within its limit, with less it is not", () => {
    const list = fc.record({
      waiting: fc.integer({ min: 0, max: 200 }),
      arrivals: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 24 }),
      leavingShare: fc.constantFrom(0, 0.05, 0.3),
    });
    const run = (
      { waiting, arrivals, leavingShare }: { waiting: number; arrivals: number[]; leavingShare: number },
      capacity: number,
    ) => arrivals.map((came) => (waiting = Math.max(0, waiting * (1 - leavingShare) + came - capacity)));
    fc.assert(
      fc.property(list, fc.constantFrom(0.5, 1, 2), (one, limit) => {
        const last = one.arrivals.length - 1;
        const clears = capacityToClear(one, one.arrivals.length);
        expect(found(run(one, clears + 1e-9)[last])).toBeLessThan(1e-6);
        if (clears > 0.01) expect(found(run(one, clears * 0.999)[last])).toBeGreaterThan(0);
        const keeps = capacityToKeepWaitWithin(one, limit);
        const worst = (capacity: number) =>
          Math.max(...run(one, capacity).map((waiting) => waiting / capacity));
        if (keeps > 0) {
          expect(worst(keeps + 1e-9)).toBeLessThan(limit + 1e-6);
          expect(worst(keeps * 0.999)).toBeGreaterThan(limit);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe("sharing and passing on (rules §6)", () => {
  type Given = { readonly own: number[]; readonly need: number[]; readonly toServe: number[] };
  function shared(
    { own, need, toServe }: Given,
    pools: readonly { readonly areas: readonly number[]; readonly capacity: number }[],
  ): { readonly entitlement: readonly number[]; readonly capacity: readonly number[] } {
    const month = monthOfSharing(own.length);
    month.entitlement.set(own);
    month.need.set(need);
    month.toServe.set(toServe);
    const monthly = pools.map(({ areas, capacity }) => ({
      areas,
      monthly: Float64Array.of(capacity),
      unused: new Float64Array(areas.length),
    }));
    shareCapacity(monthly, 0, month);
    return { entitlement: [...month.entitlement], capacity: [...month.capacity] };
  }

  const amounts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 });
  const pool = fc.record({
    areas: fc.constantFrom([0, 1], [1, 2, 3], [0, 1, 2, 3], [2, 3]),
    capacity: fc.integer({ min: 0, max: 80 }),
  });

  it("keeps the total, gives nobody more than is asked of it, and never passes own capacity on", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(pool, { maxLength: 3 }),
        amounts,
        amounts,
        (own, pools, need, waiting) => {
          const toServe = need.map((amount, area) => amount + found(waiting[area]));
          const { entitlement, capacity } = shared({ own, need, toServe }, pools);
          const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
          expect(total(capacity)).toBeCloseTo(total(entitlement), 6);
          capacity.forEach((amount, area) => {
            expect(amount).toBeGreaterThanOrEqual(found(own[area]) - 1e-9);
            if (amount > found(entitlement[area]) + 1e-9)
              expect(amount).toBeLessThanOrEqual(found(toServe[area]) + 1e-6);
          });
        },
      ),
      { seed: 8, numRuns: 1_000 },
    );
  });

  it("leaves the order of the areas out of it", () => {
    const turned = shared({ own: [0, 5, 0], need: [10, 20, 30], toServe: [5, 40, 30] }, [
      { areas: [2, 0, 1], capacity: 60 },
    ]);
    const plain = shared({ own: [5, 0, 0], need: [20, 30, 10], toServe: [40, 30, 5] }, [
      { areas: [0, 1, 2], capacity: 60 },
    ]);
    expect(turned.capacity.map((amount) => amount.toFixed(9))).toEqual(
      [2, 0, 1].map((area) => found(plain.capacity[area]).toFixed(9)),
    );
  });
});
