import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideRounded, formatMoney, isMoneyText, parseMoney, payOut } from "../../../scenarios/model/money";
import { formatQuantity } from "../../../scenarios/model/quantity";
import {
  approximate,
  parseDecimal,
  rational,
  roundToPence,
  timesRounded,
} from "../../../scenarios/model/rational";

describe("money", () => {
  it("is read from pounds and written with two decimals", () => {
    expect(parseMoney("1234.5")).toBe(123450n);
    expect(parseMoney("-3")).toBe(-300n);
    expect(formatMoney(-305n)).toBe("-3.05");
    expect(formatMoney(5n)).toBe("0.05");
  });

  it("is nothing else: no third decimal, no separator, no sign of a currency", () => {
    for (const text of ["1.234", "1,000.00", "£5", "", ".5", "5.", "1e3", "+1"]) {
      expect(isMoneyText(text), text).toBe(false);
      expect(() => parseMoney(text)).toThrow();
    }
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (pence) => {
        expect(parseMoney(formatMoney(pence))).toBe(pence);
      }),
      { seed: 1 },
    );
  });

  it("rounds half up, away from zero, once", () => {
    expect([5n, -5n, 4n, 6n, -7n].map((half) => divideRounded(half, 2n))).toEqual([3n, -3n, 2n, 3n, -4n]);
    expect(roundToPence(rational(10_000_003n, 6n))).toBe(1_666_667n);
    expect(() => divideRounded(1n, 0n)).toThrow();
  });

  it("is multiplied by an exact factor and rounded once", () => {
    expect(timesRounded(100n, rational(1n, 8n))).toBe(13n);
    expect(timesRounded(-100n, rational(1n, 8n))).toBe(-13n);
  });

  /** Whole numbers about as often small as beyond what an ordinary number holds exactly. */
  const amounts = fc
    .integer({ min: 1, max: 18 })
    .chain((digits) => fc.bigInt({ min: 0n, max: 10n ** BigInt(digits) }));

  /** What is due when a part of the whole is, less what was due before. */
  const dueBetween = (amount: bigint, whole: number, before: number, part: number): bigint => {
    const due = (upTo: number): bigint => divideRounded(amount * BigInt(upTo), BigInt(whole));
    return due(part) - due(before);
  };

  it("is paid out exactly, whatever the size of an amount, also a hair beside half a penny", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 4_530_960 }),
        fc.nat(),
        fc.nat(),
        (amount, whole, one, other) => {
          const [first, second] = [one % (whole + 1), other % (whole + 1)].sort((a, b) => a - b) as [
            number,
            number,
          ];
          expect(payOut(amount, [first, second, whole], whole)).toEqual([
            dueBetween(amount, whole, 0, first),
            dueBetween(amount, whole, first, second),
            dueBetween(amount, whole, second, whole),
          ]);
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
    for (const whole of [3, 365, 4_530_960]) {
      // The amounts on both sides of every half, just under and over where ordinary numbers end.
      for (const near of [1, 2 ** 20, 2 ** 52 / whole, 2 ** 53 / whole, 2 ** 60 / whole].map(Math.floor)) {
        for (const beside of [-1n, 0n, 1n]) {
          const amount = BigInt(near) * BigInt(whole) + BigInt(Math.floor(whole / 2)) + beside;
          expect(payOut(amount, [1], whole)).toEqual([divideRounded(amount, BigInt(whole))]);
        }
      }
    }
  });
});

describe("decimals and quantities", () => {
  it("keep a decimal exactly: 0.1 + 0.2 is 0.3", () => {
    expect(parseDecimal("0.1").add(parseDecimal("0.2")).equals(parseDecimal("0.3"))).toBe(true);
    expect(() => parseDecimal("1e3")).toThrow();
  });

  it("are shown with at most six decimals and no exponent", () => {
    expect([99.942857142857, 30, 0.0000001, -0, 1e21, 1 / 3].map(formatQuantity)).toEqual([
      "99.942857",
      "30",
      "0",
      "0",
      "1000000000000000000000",
      "0.333333",
    ]);
  });

  it("approximate a share also where its numerator and denominator are huge", () => {
    expect(approximate(rational(3n ** 1000n, 3n ** 1000n * 4n))).toBe(0.25);
    expect(approximate(rational(6_514n))).toBe(6_514);
    expect(approximate(rational(-7n, 2n))).toBe(-3.5);
  });
});
