import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buyInAnnualPrice } from "../../../scenarios/calculate/buy-in";
import { fairnessOf } from "../../../scenarios/calculate/fairness";
import { sumPence } from "../../../scenarios/model/money";
import { approximate } from "../../../scenarios/model/rational";
import type { DeclineRule, RoundMember } from "../../../scenarios/model/scenario";
import { DISTRICTS, found, inPounds } from "../../support/scenarios";
import { members, PAYERS, POPULATION, roundOf } from "../../support/seven-districts";

describe("four of seven districts pay a pot of £250,000 (rules §4)", () => {
  it("fixed share: 176,237.03 is collected, 73,762.97 is left and topped up half and half", () => {
    const { outcome } = roundOf({
      whenSomeDecline: {
        rule: "fixed-share",
        toppedUpBy: [
          { organisation: "lead", percent: "50" },
          { organisation: "blaby", percent: "50" },
        ],
      },
    });
    expect(inPounds([sumPence(outcome.members.map(({ share }) => found(share[0])))])).toEqual(["176237.03"]);
    expect(
      inPounds([found(outcome.toppedUp.get("blaby")?.[0]), found(outcome.toppedUp.get("lead")?.[0])]),
    ).toEqual(["36881.49", "36881.48"]);
    expect(outcome.shortfall).toEqual([0n]);
  });

  it("fixed share without top-up leaves 73,762.97 short", () => {
    expect(inPounds(roundOf({}).outcome.shortfall)).toEqual(["73762.97"]);
  });

  it("re-spread: each of the four pays 41.8544 % more", () => {
    const { shares, outcome } = roundOf({ whenSomeDecline: { rule: "re-spread" } });
    expect(shares).toEqual(["51200.93", "90555.02", "0.00", "57286.82", "0.00", "50957.23", "0.00"]);
    expect(1 / approximate(outcome.payersShare) - 1).toBeCloseTo(0.418544, 6);
  });

  it("scale: they pay their fixed shares, and 6.0 FTE becomes 4.2297", () => {
    const { outcome, shares } = roundOf({ whenSomeDecline: { rule: "scale" } });
    expect(shares[0]).toBe("36094.00");
    expect(6 * approximate(outcome.capacityScale)).toBeCloseTo(4.2297, 4);
    expect(outcome.shortfall).toEqual([0n]);
  });

  it("threshold of 75 % fails, because they hold 70.4948 %: nobody pays", () => {
    const rule: DeclineRule = { rule: "threshold", percent: "75", then: "re-spread" };
    const { outcome, shares } = roundOf({ whenSomeDecline: rule });
    expect(approximate(outcome.payersShare)).toBeCloseTo(0.704948, 6);
    expect(outcome.happens).toBe(false);
    expect(new Set(shares)).toEqual(new Set(["0.00"]));
  });

  it("a threshold that is met goes on with its rule, without top-up", () => {
    const rule: DeclineRule = { rule: "threshold", percent: "70", then: "fixed-share" };
    expect(inPounds(roundOf({ whenSomeDecline: rule }).outcome.shortfall)).toEqual(["73762.97"]);
  });

  it("when nobody takes B, re-spread and scale do not happen; fixed share does, with nothing paid", () => {
    const nobody = members([]);
    for (const rule of ["re-spread", "scale"] as const) {
      expect(roundOf({ members: nobody, whenSomeDecline: { rule } }).outcome.happens).toBe(false);
    }
    const { outcome } = roundOf({ members: nobody });
    expect(outcome.happens).toBe(true);
    expect(inPounds(outcome.shortfall)).toEqual(["250000.00"]);
  });
});

describe("a member", () => {
  it("that is undecided is shown as such, counted as not paying and warned of", () => {
    const { evaluation, outcome } = roundOf({
      members: members(PAYERS, { melton: { choice: "undecided" } }),
    });
    expect(outcome.members[4]).toMatchObject({ choice: "undecided", takesShare: false, total: 0n });
    expect(evaluation.warnings.map(({ path }) => path)).toContain(
      "/contributions/round/members/melton/choice",
    );
  });

  it("that agreed another figure has it kept beside the formula's, as a line of its own", () => {
    const override = { annual: "50000.00", agreedBy: "Cabinet, 3 March", reason: "Ceiling" };
    const { outcome, shares } = roundOf({ members: members(PAYERS, { charnwood: { override } }) });
    expect(shares[1]).toBe("63836.59");
    expect(inPounds(found(outcome.members[1]?.override))).toEqual(["-13836.59"]);
    expect(inPounds([found(outcome.members[1]).total])).toEqual(["50000.00"]);
  });

  it("keeps an agreed figure out of sight while it does not take B", () => {
    const override = { annual: "50000.00", agreedBy: "Cabinet", reason: "Ceiling" };
    expect(
      roundOf({ members: members(PAYERS, { melton: { override } }) }).outcome.members[4]?.override,
    ).toBeNull();
  });

  it("is never asked for more than its maximum or less than its minimum, scaled to the months of the year", () => {
    const share = { weights: POPULATION, minimum: "25000.00", maximum: "55000.00" };
    const all = { members: members(DISTRICTS.map(({ id }) => id)), share };
    expect(roundOf(all).shares).toEqual([
      ...["36040.56", "55000.00", "32765.96", "40324.45", "25000.00", "35869.03", "25000.00"],
    ]);
    expect(roundOf(all, { start: "2015-10", end: "2016-03" }).shares.slice(1, 2)).toEqual(["27500.00"]);
  });

  it("buys units in at the price of the bands: incremental 9,600, 14,000 and 30,800; all units 8,844 for 201", () => {
    const bands = [
      { upTo: "200", price: "48.00" },
      { upTo: "500", price: "44.00" },
      { upTo: null, price: "40.00" },
    ];
    const priceOf = (method: "incremental" | "all-units", units: string) =>
      buyInAnnualPrice({ activity: "support", bands, method }, units);
    expect(inPounds(["200", "300", "700"].map((units) => priceOf("incremental", units)))).toEqual([
      ...["9600.00", "14000.00", "30800.00"],
    ]);
    expect(inPounds([priceOf("all-units", "201"), priceOf("all-units", "200")])).toEqual([
      "8844.00",
      "9600.00",
    ]);
    expect(inPounds([priceOf("incremental", "0")])).toEqual(["0.00"]);
  });
});

describe("phase-in at 25, 50, 75 and 100 %", () => {
  it("starts near the historic figures and ends at the target", () => {
    const amounts = ["30000", "40000", "45000", "35000", "25000", "55000", "20000"];
    const historic = Object.fromEntries(DISTRICTS.map(({ id }, place) => [id, found(amounts[place])]));
    const percentByYear = { "2015/16": "25", "2016/17": "50", "2017/18": "75" };
    const share = { weights: POPULATION, phaseIn: { historic, percentByYear } };
    const all = members(DISTRICTS.map(({ id }) => id));
    const { shares, outcome } = roundOf({ share, members: all }, { start: "2015-04", end: "2018-03" });
    expect(shares).toEqual([
      ...["31523.50", "45959.15", "41953.64", "36346.06", "23590.20", "50230.55", "20396.90"],
    ]);
    outcome.pot.forEach((pot, year) => {
      expect(sumPence(outcome.members.map(({ share: own }) => found(own[year])))).toBe(pot);
    });
  });
});

describe("fairness lines, as information", () => {
  it("two members costing 70 and 40 alone and 90 together: 60 and 30 by Shapley", () => {
    const cost = (who: readonly number[]) =>
      [0n, 70n, 40n, 90n][who.reduce((sum, member) => sum + 2 ** member, 0)] ?? 0n;
    expect(fairnessOf(2, cost).map(({ shapley }) => shapley.toString())).toEqual(["60", "30"]);
    expect(fairnessOf(2, cost).map(({ standAlone, incremental }) => [standAlone, incremental])).toEqual([
      [70n, 50n],
      [40n, 20n],
    ]);
  });
});

describe("any round of any members", () => {
  const choice = fc.constantFrom<RoundMember["choice"]>(
    "undecided",
    [],
    ["A"],
    ["B"],
    ["A", "B"],
    ["C"],
    ["B", "C"],
  );
  const rule = fc.constantFrom<DeclineRule>(
    { rule: "fixed-share" },
    { rule: "fixed-share", toppedUpBy: [{ organisation: "lead", percent: "33.3" }] },
    { rule: "re-spread" },
    { rule: "scale" },
    { rule: "threshold", percent: "50", then: "scale" },
  );

  it("foots: pot (or the payers' shares) = shares + overrides + top-ups + shortfall, in every year", () => {
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 7, maxLength: 7 }),
        rule,
        fc.nat(10 ** 8),
        (choices, whenSomeDecline, pence) => {
          const annual = `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;
          const bands = [{ upTo: null, price: "12.34" }];
          const { outcome, evaluation } = roundOf(
            {
              pot: { annual },
              whenSomeDecline,
              buyIn: { activity: "support", bands, method: "incremental" },
              members: members([]).map((member, place) => ({
                ...member,
                choice: found(choices[place]),
                buyInUnits: "7",
              })),
            },
            { start: "2015-06", end: "2017-08" },
          );
          const declared = found(evaluation.ifOthersDecline.get("round"));
          outcome.members.forEach(({ organisation, takesShare, share }) => {
            if (takesShare) expect(declared.get(organisation)?.asDeclared).toBe(sumPence(share));
            else expect(sumPence(share)).toBe(0n);
          });
          expect(evaluation.checks.every(({ ok }) => ok)).toBe(true);
          expect(outcome.shortfall.every((short) => short >= 0n)).toBe(true);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});
