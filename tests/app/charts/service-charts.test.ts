import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demandChart } from "../../../app/charts/demand";
import { demandByAreaChart } from "../../../app/charts/demand-by-area";
import { timelineChart } from "../../../app/charts/timeline";
import type { CapacityChart } from "../../../app/reports/capacity-series";
import type { NumberedBar, TimelineGroup, TimelineRows } from "../../../app/reports/timeline-rows";
import { numberOf, readChart, TEXT, wordsOf } from "./support";

const SEED = { seed: 20150401 };

function bar(more: Partial<NumberedBar>): NumberedBar {
  return {
    provision: "lot",
    name: "County refuge provision",
    number: 1,
    kind: "lot",
    kindWords: "Lot of a new contract",
    certainty: "confirmed",
    certaintyWords: "Confirmed",
    areaIds: ["blaby"],
    areas: "Blaby",
    start: "2015-10-01",
    end: "2018-09-30",
    ...more,
  };
}

function rows(group: Partial<TimelineGroup>, isRequired = true): TimelineRows {
  const whole = { areas: "Blaby", bars: [], gaps: [], unconfirmed: [], ...group };
  return {
    from: "2015-04-01",
    to: "2018-09-30",
    activities: [{ activity: "refuge", name: "Refuge", isRequired, groups: [whole] }],
  };
}

describe("the transition", () => {
  test("says how many days a gap has, and hatches it", () => {
    const gaps = [{ from: "2015-09-01", to: "2015-10-01", days: 31 }];
    const chart = timelineChart(rows({ bars: [bar({ start: "2015-10-02" })], gaps }), TEXT);
    expect(wordsOf(chart)).toEqual(expect.arrayContaining(["Refuge", "Blaby", "gap 31 days"]));
    expect(readChart(chart).querySelectorAll("rect[fill='url(#chart-missing)']")).toHaveLength(1);
  });

  test("says how many days rest on something unconfirmed", () => {
    const unconfirmed = [{ from: "2015-04-01", to: "2015-04-01", days: 1 }];
    const chart = timelineChart(rows({ bars: [bar({ certainty: "planned" })], unconfirmed }), TEXT);
    expect(wordsOf(chart)).toEqual(expect.arrayContaining(["not confirmed 1 day", "Planned (outline)"]));
    expect(readChart(chart).querySelectorAll("rect[fill='url(#chart-unsure)']")).toHaveLength(1);
    expect(readChart(chart).querySelectorAll("rect[stroke-dasharray]").length).toBeGreaterThan(0);
  });

  test("says of an activity that is not required that no gap is counted", () => {
    expect(wordsOf(timelineChart(rows({}, false), TEXT)).join("\n")).toContain(
      "not required, so no gap is counted",
    );
    expect(wordsOf(timelineChart(rows({}), TEXT)).join("\n")).not.toContain("not required");
  });

  test("writes the name into a bar that has room, and its number into every bar", () => {
    const long = timelineChart(rows({ bars: [bar({ number: 17 })] }), TEXT);
    expect(wordsOf(long)).toContain("17 County refuge provision");
    const short = timelineChart(
      rows({ bars: [bar({ number: 3, start: "2015-04-01", end: "2015-05-31" })] }),
      TEXT,
    );
    expect(wordsOf(short)).toContain("3");
  });

  test("keeps every bar inside the period and off the other bars of its lane", () => {
    const day = fc.integer({ min: 0, max: 2000 });
    const period = fc.tuple(day, day).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 8 }), (periods) => {
        const bars = periods.map(([from, to], place) =>
          bar({ number: place + 1, start: dateAfter(from), end: dateAfter(to) }),
        );
        const boxes = [
          ...readChart(timelineChart(rows({ bars }), TEXT)).querySelectorAll("g > rect[stroke]"),
        ];
        expect(boxes).toHaveLength(bars.length);
        const places = boxes.map((box) => ({
          y: numberOf(box, "y"),
          from: numberOf(box, "x"),
          to: numberOf(box, "x") + numberOf(box, "width"),
        }));
        for (const { from, to } of places) {
          expect(from).toBeGreaterThanOrEqual(224);
          expect(to).toBeLessThanOrEqual(224 + 856 + 2);
        }
        places.forEach((one, a) =>
          places.slice(a + 1).forEach((other) => {
            if (one.y === other.y) expect(one.to <= other.from + 2 || other.to <= one.from + 2).toBe(true);
          }),
        );
      }),
      { ...SEED, numRuns: 60 },
    );
  });
});

/** A day so many days after 1 July 2014: some bars begin before the period or end after it. */
function dateAfter(days: number): string {
  return new Date(Date.UTC(2014, 6, 1) + days * 86_400_000).toISOString().slice(0, 10);
}

describe("demand against capacity", () => {
  const months = Array.from({ length: 15 }, (_, place) => ({
    month: `${2015 + Math.floor((place + 3) / 12)}-${String(((place + 3) % 12) + 1).padStart(2, "0")}`,
    demand: 90 + place,
    capacity: place < 6 ? 0 : 80,
    served: place < 6 ? 0 : 80,
    waiting: 40 + place,
    turnedAway: 7,
  }));
  const chart: CapacityChart = {
    activity: "advocacy",
    name: "Advocacy",
    unit: "cases",
    area: "All areas",
    keepsList: true,
    months,
  };

  test("names its unit, both lines and who waits, with their last figures", () => {
    expect(wordsOf(demandChart(chart, TEXT))).toEqual(
      expect.arrayContaining([
        "Demand and capacity in the month (cases)",
        "Demand 104",
        "Capacity 80",
        "Waiting at the end of the month (cases)",
        "Waiting 54",
        "Apr 2015",
        "Apr 2016",
      ]),
    );
  });

  test("shows who is turned away where no list is kept", () => {
    const words = wordsOf(demandChart({ ...chart, keepsList: false }, TEXT));
    expect(words).toEqual(expect.arrayContaining(["Turned away in the month (cases)", "Turned away 7"]));
    expect(words).not.toContain("Waiting 54");
  });

  test("tells the two lines apart by dashes too", () => {
    const lines = [...readChart(demandChart(chart, TEXT)).querySelectorAll("[stroke-dasharray]")];
    expect(lines).toHaveLength(1);
  });

  test("has a small picture for each area, with its name and its wait", () => {
    const areas = ["Blaby", "Leicester"].map((area) => ({
      chart: { ...chart, area },
      remark: `Wait in ${area}`,
    }));
    expect(wordsOf(demandByAreaChart(areas, TEXT))).toEqual(
      expect.arrayContaining([
        "Blaby",
        "Wait in Blaby",
        "Leicester",
        "Wait in Leicester",
        "Each on a scale of its own",
      ]),
    );
  });

  test("can be drawn when nothing is there at all", () => {
    const nothing = months.map(({ month }) => ({
      month,
      demand: 0,
      capacity: 0,
      served: 0,
      waiting: 0,
      turnedAway: 0,
    }));
    expect(wordsOf(demandChart({ ...chart, months: nothing }, TEXT))).toContain("Demand 0");
  });
});
