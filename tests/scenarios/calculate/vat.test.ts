import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vatOf } from "../../../scenarios/calculate/vat";
import { parseMoney } from "../../../scenarios/model/money";

describe("VAT beside a cost", () => {
  it("is none where none is stated", () => {
    expect(vatOf(100_000n, undefined)).toEqual({ lost: 0n, recovered: 0n });
  });

  it("is all recovered unless the contract says otherwise", () => {
    expect(vatOf(100_000n, { percent: "20" })).toEqual({ lost: 0n, recovered: 20_000n });
  });

  it("lies in the cost where nobody recovers it", () => {
    expect(vatOf(120_000n, { percent: "20", recoverablePercent: "0" })).toEqual({
      lost: 20_000n,
      recovered: 0n,
    });
  });

  it("is what a notice has: £4,115,875 is £4,939,050 with VAT at 20 %", () => {
    const net = parseMoney("4115875.00");
    expect(net + vatOf(net, { percent: "20" }).recovered).toBe(parseMoney("4939050.00"));
  });

  it("is, all together, the rate of what the cost is before VAT, to the penny or two that rounding takes", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 10n }),
        ...[percent, percent],
        (cost, rate, recoverable) => {
          const { lost, recovered } = vatOf(cost, {
            percent: String(rate),
            recoverablePercent: String(recoverable),
          });
          const difference = (lost + recovered) * 100n - (cost - lost) * BigInt(rate);
          return difference > -200n && difference < 200n && lost >= 0n && recovered >= 0n && lost <= cost;
        },
      ),
    );
  });
});
