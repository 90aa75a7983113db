import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayFromText,
  daysInMonth,
  financialYearFromText,
  financialYearOf,
  firstDayOf,
  formatDay,
  formatFinancialYear,
  formatMonth,
  lastDayOf,
  monthFromText,
  monthOf,
  parseDay,
  parseMonth,
} from "../../../scenarios/model/calendar";
import { daysInService, timelineOf } from "../../../scenarios/model/timeline";

describe("plain dates", () => {
  it("know leap years: 29 February 2016 exists, 2015's and 2100's do not", () => {
    expect(dayFromText("2016-02-29")).not.toBeNull();
    expect(dayFromText("2000-02-29")).not.toBeNull();
    expect(dayFromText("2015-02-29")).toBeNull();
    expect(dayFromText("2100-02-29")).toBeNull();
    expect(daysInMonth(parseMonth("2016-02"))).toBe(29);
  });

  it("refuse what is not a date, a month or a financial year", () => {
    for (const text of [
      "2015-4-1",
      "2015-13-01",
      "2015-00-10",
      "2015-04-31",
      "1 April 2015",
      "",
      "0000-01-01",
    ]) {
      expect(dayFromText(text), text).toBeNull();
    }
    expect(monthFromText("2015-13")).toBeNull();
    expect(financialYearFromText("2015/17")).toBeNull();
    expect(financialYearFromText("1999/00")).toBe(1999);
  });

  it("count days as the calendar of the world does, and read back what they write", () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 80_000 }), (day) => {
        const text = formatDay(day);
        expect(text).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(parseDay(text)).toBe(day);
        const month = monthOf(day);
        expect(firstDayOf(month) <= day && day <= lastDayOf(month)).toBe(true);
        expect(formatMonth(month)).toBe(text.slice(0, 7));
      }),
      { seed: 2015 },
    );
  });

  it("put March in the financial year that is ending and April in the one that begins", () => {
    expect(formatFinancialYear(financialYearOf(parseMonth("2016-03")))).toBe("2015/16");
    expect(formatFinancialYear(financialYearOf(parseMonth("2016-04")))).toBe("2016/17");
    expect(formatFinancialYear(1999)).toBe("1999/00");
  });
});

describe("the horizon", () => {
  it("from January 2015 to September 2018 has 45 months in five financial years", () => {
    const timeline = timelineOf({ start: "2015-01", end: "2018-09" });
    expect(timeline.months).toHaveLength(45);
    expect(timeline.years.map(formatFinancialYear)).toEqual([
      "2014/15",
      "2015/16",
      "2016/17",
      "2017/18",
      "2018/19",
    ]);
  });

  it("counts both ends of a period: 26 September to 1 October has five days in September", () => {
    const period = { from: parseDay("2015-09-26"), to: parseDay("2015-10-01") };
    expect(daysInService(period, parseMonth("2015-09"))).toBe(5);
    expect(daysInService(period, parseMonth("2015-10"))).toBe(1);
    expect(daysInService(period, parseMonth("2015-11"))).toBe(0);
  });
});
