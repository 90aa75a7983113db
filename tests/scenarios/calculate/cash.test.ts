import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculateCash, PAYMENT_TERMS, paymentsOf, RECEIPTS } from "../../../scenarios/calculate/cash";
import { sumPence } from "../../../scenarios/model/money";
import { timelineOf } from "../../../scenarios/model/timeline";
import { evaluatedExample } from "../../support/evaluated-example";
import { evaluated, found, inPounds, provisionWith, scenarioWith } from "../../support/scenarios";

/** May to September: the first quarter has lost its April, the last is whole. */
const SUMMER = timelineOf({ start: "2015-05", end: "2015-09" });
const COSTS = [100n, 200n, 400n, 800n, 1600n];

describe("when a provider is paid", () => {
  it("in advance by the month: in the month itself", () => {
    expect(paymentsOf(COSTS, "monthly-advance", SUMMER)).toEqual([100n, 200n, 400n, 800n, 1600n, 0n]);
  });

  it("in arrears by the month: in the next, the last after the plan", () => {
    expect(paymentsOf(COSTS, "monthly-arrears", SUMMER)).toEqual([0n, 100n, 200n, 400n, 800n, 1600n]);
  });

  it("in advance by the quarter: in its first month, or in the first of the plan", () => {
    expect(paymentsOf(COSTS, "quarterly-advance", SUMMER)).toEqual([300n, 0n, 2800n, 0n, 0n, 0n]);
  });

  it("in arrears by the quarter: in the month after it", () => {
    expect(paymentsOf(COSTS, "quarterly-arrears", SUMMER)).toEqual([0n, 0n, 300n, 0n, 0n, 2800n]);
  });

  it("whatever the terms, what is paid is the cost", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 5, maxLength: 5 }),
        fc.constantFrom(...PAYMENT_TERMS),
        (costs, terms) => sumPence(paymentsOf(costs, terms, SUMMER)) === sumPence(costs),
      ),
    );
  });
});

describe("when the money of a year comes in", () => {
  const scenario = scenarioWith({
    provisions: [provisionWith({ price: { annual: "1200.00" }, payment: "monthly-advance" })],
    fundingSources: [{ id: "grant", name: "Grant", owner: "lead", amounts: { "2015/16": "1000.01" } }],
  });
  const cash = (receipts: (typeof RECEIPTS)[number]) => calculateCash(evaluated(scenario), receipts);

  it("in April: all at once", () => {
    expect(inPounds(cash("april").received.slice(0, 2))).toEqual(["1000.01", "0.00"]);
  });

  it("by quarters: whole pence, and the last has what is left", () => {
    const received = cash("quarterly").received.filter((amount) => amount !== 0n);
    expect(inPounds(received)).toEqual(["250.00", "250.00", "250.00", "250.01"]);
  });

  it("runs lowest where more has been paid than has come in: at the end when £199.99 is unfunded", () => {
    const { balance, lowest } = cash("april");
    expect(inPounds([found(balance[0]), found(balance.at(-1)), found(lowest.at(-1))])).toEqual([
      "900.01",
      "-199.99",
      "-199.99",
    ]);
  });

  it.each(RECEIPTS)("%s: what comes in over the sample plan is what pays for it", (receipts) => {
    const evaluation = evaluatedExample("llr-2015-s1.json");
    const paying = evaluation.ledger.filter(({ month, kind }) => month === null && kind !== "unfunded");
    const received = calculateCash(evaluation, receipts).received;
    expect(sumPence(received)).toBe(sumPence(paying.map(({ amount }) => amount)));
  });
});
