import { describe, expect, it } from "vitest";
import { formatTable } from "../../../app/reports/format-table";
import { recruitBy, type TrajectoryQuestion, trajectoryNeeds } from "../../../app/reports/trajectory";
import { buildTrajectoryTable, trajectorySentence } from "../../../app/reports/trajectory-table";
import type { Demand, Provision } from "../../../scenarios/model/scenario";
import { evaluatedExample } from "../../support/evaluated-example";
import { evaluated, found, provisionWith, scenarioWith } from "../../support/scenarios";

const DEMAND: Demand = {
  id: "d",
  area: "north",
  activity: "support",
  annual: "480",
  baseYear: "2015/16",
  waitingAtStart: "30",
};

/** 30 wait, 40 come each month; nine FTE serve 48 cases a year each, 36 a month, for £43,200 a year. */
const planWith = (changes: Partial<Provision> = {}, demand: readonly Demand[] = [DEMAND]) =>
  evaluated(
    scenarioWith({
      provisions: [
        provisionWith({
          price: { annual: "43200.00" },
          capacity: [{ activity: "support", fte: "9", contactHours: "480", hoursPerCase: "10" }],
          ...changes,
        }),
      ],
      demand,
    }),
  );

const QUESTION: TrajectoryQuestion = { activity: "support", from: 0, by: 5, waitWeeks: 4, recruitWeeks: 13 };

describe("clearing the list by a month", () => {
  it("takes 45 a month by September and 42.5 by March, as the rules work out", () => {
    const needed = (by: number) => found(trajectoryNeeds(planWith(), { ...QUESTION, by }, "clear")[0]).needed;
    expect(needed(5)).toBeCloseTo(45, 9);
    expect(needed(11)).toBeCloseTo(42.5, 9);
  });

  it("is said in cases, in full-time equivalents and in money: 9 more a month are 2.25 FTE and £10,800 a year", () => {
    expect(
      formatTable(buildTrajectoryTable(planWith(), QUESTION, "clear")).rows[0]?.cells.map(({ text }) => text),
    ).toEqual(["North", "30", "36", "45", "9", "11.3", "2.25", "£10,800"]);
    expect(trajectorySentence(planWith(), QUESTION, "clear")).toBe(
      "From April 2015 on 45 cases a month are needed; 36 are planned on average until September 2015. Where too little is planned, 9 more are needed, 2.25 FTE, about £10,800 a year. Begin to recruit by 31 December 2014.",
    );
  });

  it("begins with those who wait at the end of the month before: 34 after April", () => {
    const [need] = trajectoryNeeds(planWith(), { ...QUESTION, from: 1, by: 6 }, "clear");
    expect(need?.waiting).toBeCloseTo(34, 9);
    expect(need?.needed).toBeCloseTo(40 + 34 / 6, 9);
  });

  it("asks for nothing more where enough is planned", () => {
    const evaluation = planWith({ capacity: [{ activity: "support", unitsPerYear: "600" }] });
    expect(found(trajectoryNeeds(evaluation, QUESTION, "clear")[0]).more).toBe(0);
    expect(trajectorySentence(evaluation, QUESTION, "clear")).toMatch(/That is enough\.$/);
  });
});

describe("keeping the wait within some weeks", () => {
  it("is met by the capacity that is said, to the end of the plan, and by no less", () => {
    const [need] = trajectoryNeeds(planWith(), QUESTION, "wait");
    const waits = (capacity: number): number[] => {
      let waiting = 30;
      return Array.from({ length: 12 }, () => {
        waiting = Math.max(0, waiting + 40 - capacity);
        return ((waiting / capacity) * 52) / 12;
      }).slice(5);
    };
    const { needed } = found(need);
    expect(Math.max(...waits(needed))).toBeLessThanOrEqual(4 + 1e-9);
    expect(Math.max(...waits(needed - 0.01))).toBeGreaterThan(4);
  });
});

describe("what can be said honestly", () => {
  const table = (changes: Partial<Provision>) => buildTrajectoryTable(planWith(changes), QUESTION, "clear");
  const columns = (changes: Partial<Provision>) => table(changes).columns.map(({ id }) => id);

  it("is no cost where one price pays for several activities or is not known", () => {
    expect(columns({})).toContain("cost");
    const schedule = { price: { schedule: { "2015/16": "43200.00" } } };
    expect(columns(schedule)).not.toContain("cost");
    const activities = [
      { id: "support", name: "Support", unit: "cases" },
      { id: "advice", name: "Advice", unit: "calls" },
    ];
    const evaluation = evaluated(
      scenarioWith({
        activities,
        provisions: [
          provisionWith({
            activities: ["support", "advice"],
            price: { annual: "43200.00" },
            capacity: [{ activity: "support", unitsPerYear: "432" }],
          }),
        ],
        demand: [DEMAND],
      }),
    );
    const ids = buildTrajectoryTable(evaluation, QUESTION, "clear").columns.map(({ id }) => id);
    expect(ids).not.toContain("cost");
  });

  it("is no FTE where no contract counts in FTE", () => {
    expect(columns({ capacity: [{ activity: "support", unitsPerYear: "432" }] })).not.toContain("fte-more");
  });

  it("is the lowest rate of leaving, where rates differ, and the table says so", () => {
    const demand: Demand[] = [
      { ...DEMAND, risk: "high", annual: "240", waitingAtStart: "10" },
      { ...DEMAND, id: "e", risk: "standard", annual: "240", waitingAtStart: "20", leavingPercent: "50" },
    ];
    const evaluation = planWith({}, demand);
    expect(found(trajectoryNeeds(evaluation, QUESTION, "clear")[0]).needed).toBeCloseTo(45, 9);
    expect(buildTrajectoryTable(evaluation, QUESTION, "clear").note).toContain("leave at different rates");
  });
});

describe("the Leicestershire plan", () => {
  const evaluation = evaluatedExample("llr-2015-s1.json");
  const question: TrajectoryQuestion = { ...QUESTION, activity: "family-support", from: 9, by: 20 };

  it("shows every area and their sum, from the new contracts on: £190,000 for 360 families", () => {
    const needs = trajectoryNeeds(evaluation, question, "clear");
    expect(needs).toHaveLength(7);
    for (const { more, poundsAYear } of needs) {
      expect(poundsAYear).toBeCloseTo((more * 12 * 190_000) / 360, 6);
    }
    const { rows } = buildTrajectoryTable(evaluation, question, "clear");
    expect(rows.at(-1)?.cells[3]).toBeCloseTo(
      needs.reduce((sum, { needed }) => sum + needed, 0),
      9,
    );
  });

  it("is recruited for 13 weeks before 1 October 2015", () => {
    expect(recruitBy(evaluation, question)).toBe("2015-07-02");
  });

  it("asks one area alone when it is chosen", () => {
    expect(
      buildTrajectoryTable(evaluation, { ...question, area: "melton" }, "wait").rows.map(({ id }) => id),
    ).toEqual(["melton"]);
  });
});
