import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTable } from "../../../app/reports/format-table";
import {
  buildTelephoneTable,
  seatsEnough,
  type TelephoneQuestion,
  telephoneSentence,
} from "../../../app/reports/telephone";

/** Six calls an hour of twenty minutes: two people are always busy. */
const HELPLINE: TelephoneQuestion = {
  callsAnHour: 6,
  minutesACall: 20,
  minutesPatience: null,
  mayWaitPercent: 20,
  hoursOpen: 8_760,
  hoursPerFte: 1_591,
};

describe("staffing a telephone line", () => {
  it("of six calls an hour of twenty minutes takes four people, of whom 4 in 23 callers find none free", () => {
    expect(telephoneSentence(HELPLINE)).toBe(
      "4 people answering at the same time are enough: 17.39% of callers wait. That takes 22 FTE.",
    );
  });

  it("shows what fewer and more people would do: with three 4 in 9 wait, 533 seconds on average", () => {
    const rows = formatTable(buildTelephoneTable(HELPLINE)).rows.map(({ cells }) =>
      cells.map(({ text }) => text),
    );
    expect(rows.map(([people, waits, seconds]) => [people, waits, seconds])).toEqual([
      ["3", "44.44%", "533"],
      ["4, the fewest that are enough", "17.39%", "104"],
      ["5", "5.97%", "24"],
      ["6", "1.80%", "5"],
    ]);
  });

  it("says how many hang up where callers do not hold on for ever", () => {
    expect(telephoneSentence({ ...HELPLINE, minutesPatience: 5 })).toMatch(
      /of callers wait and [\d.]+% hang up\./,
    );
  });

  it("never needs fewer people for more calls, and one fewer would not do", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (callsAnHour, minutesACall, mayWaitPercent) => {
          const question = { ...HELPLINE, callsAnHour, minutesACall, mayWaitPercent };
          const enough = seatsEnough(question);
          expect(enough).toBeGreaterThan((callsAnHour * minutesACall) / 60);
          expect(seatsEnough({ ...question, callsAnHour: callsAnHour + 1 })).toBeGreaterThanOrEqual(enough);
        },
      ),
    );
  });
});
