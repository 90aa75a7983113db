import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractValue, termMonths } from "../../../scenarios/calculate/contract-value";
import { formatDay, parseDay } from "../../../scenarios/model/calendar";
import { rational } from "../../../scenarios/model/rational";
import type { Provision } from "../../../scenarios/model/scenario";
import { provisionWith } from "../../support/scenarios";

const TERM = { start: "2015-10-01", end: "2018-09-30" };

describe("what a whole contract is worth", () => {
  it("is its price for all of its term, before the plan's period and after it", () => {
    expect(contractValue(provisionWith({ ...TERM, price: { annual: "120000.00" } }))).toBe(36_000_000n);
  });

  it("has no uplift in it, and the premium of bridging", () => {
    const price = { annual: "120000.00", index: "cpi", premiumPercent: "5" };
    expect(contractValue(provisionWith({ ...TERM, price }))).toBe(37_800_000n);
  });

  it("is not known without a price", () => {
    const withoutPrice = ({ price: _, ...provision }: Provision): Provision => provision;
    expect(contractValue(withoutPrice(provisionWith(TERM)))).toBeNull();
  });

  it("is the sum of prices by year, and not known where one is missing or none is agreed for an extension", () => {
    const missing = { "2015/16": "10.00", "2016/17": "20.00", "2017/18": "30.00" };
    const schedule = { ...missing, "2018/19": "40.00" };
    const extensions = [{ months: 12 }];
    expect(contractValue(provisionWith({ ...TERM, price: { schedule } }))).toBe(10_000n);
    expect(contractValue(provisionWith({ ...TERM, price: { schedule: missing } }))).toBeNull();
    expect(contractValue(provisionWith({ ...TERM, price: { schedule }, extensions }))).toBeNull();
  });
});

describe("the months of a term", () => {
  it("count a part month by its days, in a leap year too", () => {
    expect(termMonths({ start: "2016-02-15", end: "2016-03-31" })).toEqual(rational(44n, 29n));
  });

  it("sum to the whole where a term is cut in two on any day", () => {
    const day = (text: string): number => parseDay(text);
    fc.assert(
      fc.property(fc.integer({ min: day("2015-04-01"), max: day("2019-03-30") }), (cut) => {
        const first = termMonths({ start: "2015-04-01", end: formatDay(cut) });
        const second = termMonths({ start: formatDay(cut + 1), end: "2019-03-31" });
        return first.add(second).equals(48);
      }),
    );
  });
});
