import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRational, formatResult } from "../../../scenarios/document/format-result";
import { rational } from "../../../scenarios/model/rational";
import type { Result } from "../../../scenarios/model/result";
import { exampleDocument } from "../../support/documents";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";

/** A document without the texts of checks and warnings, and without quantities, which may differ in the last decimal. */
function moneyAndNames(result: Result): unknown {
  const { costs, contributions, ifOthersDecline, lots, coverage, capacity, funding, checks, warnings } =
    result;
  return {
    ...{ format: result.format, scenario: result.scenario, years: result.years, months: result.months },
    ...{ costs, contributions, ifOthersDecline, lots, coverage, funding },
    capacity: capacity.map(({ area, activity, month, waitWeeks }) => [
      area,
      activity,
      month,
      waitWeeks === null,
    ]),
    checks: checks.every(({ ok, difference }) => ok && difference === "0.00"),
    warnings: warnings.map(({ path, code }) => [path, code]),
  };
}

describe("the result document", () => {
  it.each(EVALUATED_EXAMPLES)("of %s is the expected one, key by key and to the penny", (file) => {
    const expected = exampleDocument(file.replace(".json", ".result.json")) as unknown as Result;
    expect(moneyAndNames(formatResult(evaluatedExample(file)))).toEqual(moneyAndNames(expected));
  });

  it("has every month and year of the horizon in every record by month or year", () => {
    const result = formatResult(evaluatedExample("llr-2015-s3.json"));
    for (const { months, years, oneOffs } of Object.values(result.costs)) {
      expect(Object.keys(months)).toEqual(result.months);
      expect(Object.keys(years)).toEqual(result.years);
      expect(Object.keys(oneOffs)).toEqual(result.years);
    }
    for (const record of [result.funding.unfunded, result.funding.bottleneck, result.funding.byCertainty]) {
      expect(Object.keys(record)).toEqual(result.years);
    }
    for (const { members, pot, shortfall } of Object.values(result.contributions)) {
      for (const record of [
        pot,
        shortfall,
        ...Object.values(members).flatMap(({ share, buyIn }) => [share, buyIn]),
      ]) {
        expect(Object.keys(record)).toEqual(result.years);
      }
    }
  });

  it("leaves out what is zero from other records: sources that pay nothing, funders that top up nothing", () => {
    const result = formatResult(evaluatedExample("small/s12-by-certainty.json"));
    expect(Object.keys(result.contributions["round"]?.toppedUp ?? {})).toEqual(["county"]);
    const paid = Object.values(result.funding.provisions).flatMap((years) => Object.values(years));
    expect(paid.flatMap(({ sources }) => Object.values(sources))).not.toContain("0.00");
  });

  it("is JSON: nothing is lost on the way", () => {
    const result = formatResult(evaluatedExample("derby-2015.json"));
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe("a rational as text", () => {
  it.each([
    [0n, 1n, "0"],
    [1n, 1n, "1"],
    [4n, 7n, "0.571429"],
    [1n, 2_000_000n, "0.000001"],
    [1n, 2_000_001n, "0"],
    [-1n, 2_000_000n, "-0.000001"],
    [-1n, 2_000_001n, "0"],
    [-7n, 2n, "-3.5"],
    [130n, 7n, "18.571429"],
  ])("%s/%s is %s: six decimals, rounded half up", (numerator, denominator, text) => {
    expect(formatRational(rational(numerator, denominator))).toBe(text);
  });

  it("is never further than half a millionth away", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 12n), 10n ** 12n),
        fc.bigInt(1n, 10n ** 6n),
        (numerator, denominator) => {
          const value = rational(numerator, denominator);
          const text = formatRational(value);
          expect(text).toMatch(/^(0|-?\d+(\.\d{0,5}[1-9])?)$/);
          const [whole = "0", decimals = ""] = text.replace("-", "").split(".");
          const millionths = BigInt(whole + decimals.padEnd(6, "0")) * (text.startsWith("-") ? -1n : 1n);
          expect(
            rational(millionths, 1_000_000n).sub(value).abs().compare(rational(1n, 2_000_000n)),
          ).toBeLessThanOrEqual(0);
        },
      ),
      { seed: 20150401 },
    );
  });
});
