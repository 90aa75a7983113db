import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readValue, sameValue, showValue } from "../../../app/forms/read-value";
import type { FieldKind } from "../../../app/forms/field-value";
import { formatDay } from "../../../scenarios/model/calendar";

const CERTAINTIES = [
  { value: "confirmed", words: "Confirmed" },
  { value: "under-consideration", words: "Under consideration" },
];

const read = (kind: FieldKind, typed: string): unknown => {
  const value = readValue(kind, typed, CERTAINTIES);
  return value.ok ? value.value : `refused: ${value.remedy}`;
};

describe("what people type is read in the ways in which they write it", () => {
  test.each([
    ["money", "1380000", "1380000.00"],
    ["money", "£1,234.5", "1234.50"],
    ["money", " £ 1,380,000.00 ", "1380000.00"],
    ["money", "1 234", "1234.00"],
    ["money", "1\u00a0234.50", "1234.50"],
    ["money", ".5", "0.50"],
    ["money", "0", "0.00"],
    ["money", "0012", "12.00"],
    ["money", "−£5", "-5.00"],
    ["money", "-5.10", "-5.10"],
    ["percent", "2.5 %", "2.5"],
    ["percent", "2.5%", "2.5"],
    ["percent", "2.5 per cent", "2.5"],
    ["percent", "100", "100"],
    ["percent", "-1.25", "-1.25"],
    ["quantity", "5,727.6", "5727.6"],
    ["quantity", "９５４.６", "954.6"],
    ["whole", "12", 12],
    ["whole", "1,000", 1000],
    ["date", "2015-10-01", "2015-10-01"],
    ["date", "1/10/2015", "2015-10-01"],
    ["date", "01.10.2015", "2015-10-01"],
    ["date", "1-10-15", "2015-10-01"],
    ["date", "1 October 2015", "2015-10-01"],
    ["date", "1st  oct 2015", "2015-10-01"],
    ["date", "1-Oct-15", "2015-10-01"],
    ["date", "29 Feb 2016", "2016-02-29"],
    ["choice", "under-consideration", "under-consideration"],
    ["choice", "Under Consideration", "under-consideration"],
    ["text", "  Current provider\r\nof today ", "Current provider\nof today"],
    ["flag", "true", true],
    ["flag", "", false],
  ] as const)("%s: %j is %j", (kind, typed, value) => {
    expect(read(kind, typed)).toBe(value);
  });

  test.each([
    ["undecided", "undecided"],
    ["", []],
    ["B", ["B"]],
    ["A+C", ["A", "C"]],
    ["C+A", ["A", "C"]],
  ])("options: %j is %j", (typed, value) => {
    expect(read("options", typed)).toEqual(value);
  });
});

describe("what could be read in two ways, or in none, is not read", () => {
  test.each([
    ["money", "1,5", "refused: write pounds, such as 1,234.50"],
    ["money", "1,23,456", "refused: write pounds, such as 1,234.50"],
    ["money", "12 thousand", "refused: write pounds, such as 1,234.50"],
    ["money", "1.234,50", "refused: write pounds, such as 1,234.50"],
    ["money", "1e5", "refused: write pounds, such as 1,234.50"],
    ["money", "1234.567", "refused: write at most two decimals, such as 1,234.50"],
    ["money", "£", "refused: write pounds, such as 1,234.50"],
    ["money", "-", "refused: write pounds, such as 1,234.50"],
    ["percent", "two", "refused: write a percentage, such as 2.5"],
    ["percent", "2.5%%", "refused: write a percentage, such as 2.5"],
    ["quantity", "1/2", "refused: write a number, such as 12.5"],
    ["quantity", "Infinity", "refused: write a number, such as 12.5"],
    ["whole", "1.5", "refused: write a whole number, such as 6"],
    ["whole", "12345678901", "refused: write a whole number, such as 6"],
    ["date", "31/9/2015", "refused: there is no such day; the last of that month is 30 September 2015"],
    ["date", "29 February 2015", "refused: there is no such day; the last of that month is 28 February 2015"],
    ["date", "10/2015", "refused: write a day, such as 1 October 2015 or 1/10/2015"],
    ["date", "1/1215", "refused: write a day, such as 1 October 2015 or 1/10/2015"],
    ["date", "1 Okt 2015", "refused: write a day, such as 1 October 2015 or 1/10/2015"],
    ["date", "1/13/2015", "refused: write a day, such as 1 October 2015 or 1/10/2015"],
    ["date", "soon", "refused: write a day, such as 1 October 2015 or 1/10/2015"],
    ["choice", "maybe", "refused: choose one of: Confirmed; Under consideration"],
    ["options", "D", "refused: choose one from the list"],
    ["options", "B+B", "refused: choose one from the list"],
  ] as const)("%s: %j", (kind, typed, answer) => {
    expect(read(kind, typed)).toBe(answer);
  });

  test("whatever was typed, what was read of it is shown so that it is read the same", () => {
    const kinds = fc.constantFrom<FieldKind>(
      "money",
      "percent",
      "quantity",
      "whole",
      "date",
      "choice",
      "options",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[-£0-9 ,./%]{0,12}$/),
    );
    fc.assert(
      fc.property(kinds, texts, (kind, text) => {
        const first = readValue(kind, text, CERTAINTIES);
        if (first.ok) expect(read(kind, showValue(kind, first.value))).toEqual(first.value);
        else expect(first.remedy).toMatch(/^(write|choose|there is no such day)/);
      }),
      { seed: 2015, numRuns: 2000 },
    );
  });
});

describe("what a field shows is read as the same value", () => {
  const decimals = (places: number) =>
    fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.nat({ max: 10 ** places - 1 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(places, "0")}`);
  const shownAndRead = (kind: FieldKind, value: string | number | boolean | readonly string[]): void => {
    const again = readValue(kind, showValue(kind, value), CERTAINTIES);
    expect(again.ok && sameValue(kind, again.value, value)).toBe(true);
  };

  test.each([
    ["money", decimals(2)],
    ["percent", decimals(3)],
    ["quantity", decimals(6)],
    ["whole", fc.nat({ max: 999_999_999 })],
    ["date", fc.integer({ min: -25_000, max: 84_000 }).map(formatDay)],
    ["choice", fc.constantFrom(...CERTAINTIES.map(({ value }) => value))],
    ["options", fc.oneof(fc.constant("undecided"), fc.subarray(["A", "B", "C"]))],
    ["text", fc.string().map((text) => text.trim().replace(/\r\n?/g, "\n"))],
    ["flag", fc.boolean()],
  ] as const)("%s", (kind, values: fc.Arbitrary<string | number | boolean | readonly string[]>) => {
    fc.assert(
      fc.property(values, (value) => shownAndRead(kind, value)),
      { seed: 2015, numRuns: 500 },
    );
  });

  test("money has its thousands, dates their words", () => {
    expect(showValue("money", "1380000.00")).toBe("1,380,000.00");
    expect(showValue("date", "2015-10-01")).toBe("1 October 2015");
    expect(showValue("options", ["C", "A"])).toBe("A+C");
    expect(showValue("percent", undefined)).toBe("");
  });
});

test("2.50 and 2.5 are the same, 2.5 and 2.05 are not", () => {
  expect(sameValue("percent", "2.50", "2.5")).toBe(true);
  expect(sameValue("quantity", "10", "10.0")).toBe(true);
  expect(sameValue("quantity", "10", "1")).toBe(false);
  expect(sameValue("percent", "2.5", "2.05")).toBe(false);
  expect(sameValue("money", undefined, "0.00")).toBe(false);
});
