import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumPence } from "../../../scenarios/model/money";
import type { AnnualPrice, Provision } from "../../../scenarios/model/scenario";
import { evaluated, found, inPounds, omit, provisionWith, scenarioWith } from "../../support/scenarios";

const RATES = { "2016/17": "2.0", "2017/18": "3.0", "2018/19": "2.5" };
const HORIZON = { start: "2015-04", end: "2018-09" };

function costOf(provision: Partial<Provision>, horizon = { start: "2015-04", end: "2016-03" }) {
  const indexes = [{ id: "cpi", name: "Consumer prices", rates: RATES }];
  const evaluation = evaluated(scenarioWith({ horizon, indexes, provisions: [provisionWith(provision)] }));
  return found(evaluation.costs.get("joint"));
}

describe("the cost of a provision (rules §2)", () => {
  it("£100,000 a year is 8,333.33, 8,333.34, 8,333.33 in each quarter and sums to the year", () => {
    const { months, total } = costOf({ price: { annual: "100000.00" } });
    expect(inPounds(months)).toEqual([1, 2, 3, 4].flatMap(() => ["8333.33", "8333.34", "8333.33"]));
    expect(total).toBe(10_000_000n);
  });

  it("£146,000 a year from 15 May 2015 to 31 March 2016 is £128,338.71", () => {
    expect(inPounds([costOf({ start: "2015-05-15", price: { annual: "146000.00" } }).total])).toEqual([
      "128338.71",
    ]);
  });

  it("£600,000 a year from October 2015 for three years: half, two whole years, half", () => {
    const { years } = costOf(
      { start: "2015-10-01", end: "2018-09-30", price: { annual: "600000.00" } },
      HORIZON,
    );
    expect(inPounds(years)).toEqual(["300000.00", "600000.00", "600000.00", "300000.00"]);
  });

  const indexed = (terms: Partial<AnnualPrice>) =>
    costOf(
      { start: "2015-10-01", end: "2018-09-30", price: { annual: "600000.00", index: "cpi", ...terms } },
      HORIZON,
    );

  it("rises on each 1 April after its start by the rate of the year that begins", () => {
    const { years, total } = indexed({});
    expect(inPounds(years)).toEqual(["300000.00", "612000.00", "630360.00", "323059.50"]);
    expect(inPounds([total])).toEqual(["1865419.50"]);
  });

  it("rises only from its first uplift, when one is agreed", () => {
    const { years, total } = indexed({ firstUplift: "2017-04-01" });
    expect(inPounds(years)).toEqual(["300000.00", "600000.00", "618000.00", "316725.00"]);
    expect(inPounds([total])).toEqual(["1834725.00"]);
  });

  it("rises by no more than its cap of 2.5 %", () => {
    expect(inPounds([indexed({ upliftCap: "2.5" }).total])).toEqual(["1860791.25"]);
  });

  it("rises by no less than its floor", () => {
    expect(inPounds(indexed({ upliftFloor: "2.5" }).years)).toEqual([
      "300000.00",
      "615000.00",
      "633450.00",
      "324643.13",
    ]);
  });

  it("splits a payment into the price at the start and what indexation adds", () => {
    const { contract, uplift, months } = indexed({});
    expect(inPounds([sumPence(contract), sumPence(uplift)])).toEqual(["1800000.00", "65419.50"]);
    expect(months.map((paid, month) => paid - found(contract[month]) - found(uplift[month]))).toEqual(
      months.map(() => 0n),
    );
  });

  it("bridging at 5 % premium costs 94,500.00 for family support and 44,100.00 for outreach, April to September", () => {
    const bridging = (annual: string) =>
      costOf({ kind: "bridging", end: "2015-09-30", price: { annual, premiumPercent: "5" } }).total;
    expect(inPounds([bridging("180000.00"), bridging("84000.00")])).toEqual(["94500.00", "44100.00"]);
  });

  it("slipping the new start by a month costs 23,100.00 more bridging and saves 50,000.00", () => {
    const family = { annual: "180000.00", premiumPercent: "5" };
    const outreach = { annual: "84000.00", premiumPercent: "5" };
    const bridging = (end: string) =>
      costOf({ end, price: family }).total + costOf({ end, price: outreach }).total;
    const lot = (start: string) => costOf({ start, price: { annual: "600000.00" } }).total;
    expect(inPounds([bridging("2015-10-31") - bridging("2015-09-30")])).toEqual(["23100.00"]);
    expect(inPounds([lot("2015-10-01") - lot("2015-11-01")])).toEqual(["50000.00"]);
  });

  it("puts a one-off cost in its date's month, in service or not, and shows it apart", () => {
    const oneOffs = [{ name: "Mobilisation", amount: "1234.56", date: "2015-04-10" }];
    const { months, oneOff, oneOffYears } = costOf({
      start: "2015-10-01",
      oneOffs,
      price: { annual: "1200.00" },
    });
    expect(inPounds(months.slice(0, 2))).toEqual(["1234.56", "0.00"]);
    expect(inPounds([found(oneOff[0]), found(oneOffYears[0])])).toEqual(["1234.56", "1234.56"]);
  });

  it("spreads a schedule evenly over the days in service of each year", () => {
    const { months, total } = costOf({ start: "2016-02-01", price: { schedule: { "2015/16": "6000.00" } } });
    expect(inPounds(months.slice(-2))).toEqual(["2900.00", "3100.00"]);
    expect(total).toBe(600_000n);
  });

  it("pays a month the same whether the months before it lie in the horizon or not", () => {
    const price = { annual: "61000.03" };
    const whole = costOf({ price }).months;
    expect(costOf({ price }, { start: "2015-09", end: "2016-03" }).months).toEqual(whole.slice(5));
  });

  it("reads 0.00 where the price is not known, and says so", () => {
    const unpriced = omit(provisionWith(), "price");
    const evaluation = evaluated(scenarioWith({ provisions: [unpriced] }));
    expect(evaluation.costs.get("joint")).toMatchObject({ priceKnown: false, total: 0n });
    expect(evaluation.warnings).toContainEqual(
      expect.objectContaining({ path: "/provisions/joint/price", code: "price-not-known" }),
    );
  });

  it("a leap year's February costs a twelfth of the year like any other month", () => {
    expect(inPounds(costOf({ price: { annual: "12000.00" } }).months.slice(10, 11))).toEqual(["1000.00"]);
  });

  it("sums months to the rounded exact cost of the year, within a penny of every month's own share", () => {
    const day = fc.integer({ min: 0, max: 364 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 11n }), day, day, (annual, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const date = (place: number) => new Date(Date.UTC(2015, 3, 1 + place)).toISOString().slice(0, 10);
        const text = `${annual / 100n}.${String(annual % 100n).padStart(2, "0")}`;
        const { months, total } = costOf({ start: date(from), end: date(to), price: { annual: text } });
        const exact = months.map((_, month) => {
          const length = new Date(Date.UTC(2015, 4 + month, 0)).getUTCDate();
          const first = (Date.UTC(2015, 3 + month, 1) - Date.UTC(2015, 3, 1)) / 86_400_000;
          const days = Math.max(0, Math.min(to, first + length - 1) - Math.max(from, first) + 1);
          return { days: BigInt(days), length: BigInt(length) };
        });
        const whole = 12n * 377_580n;
        const due = exact.reduce((sum, { days, length }) => sum + annual * days * (377_580n / length), 0n);
        expect(total).toBe((2n * due + whole) / (2n * whole));
        months.forEach((paid, month) => {
          const { days, length } = found(exact[month]);
          const distance = paid * 12n * length - annual * days;
          expect(distance <= 12n * length && distance >= -12n * length).toBe(true);
        });
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});
