import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTable } from "../../../app/reports/format-table";
import { buildProcurementTable } from "../../../app/reports/procurement";
import { parseDay } from "../../../scenarios/model/calendar";
import type { Procurement } from "../../../scenarios/model/scenario";
import { evaluatedExample } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const WEEKS: Procurement = {
  tenderWeeks: 13,
  evaluationWeeks: 2,
  approvalWeeks: 4,
  standstillWeeks: 5,
  mobilisationWeeks: 6,
};

const withProcurement = (procurement: Procurement, ids: readonly string[] = ["joint"]) =>
  evaluatedExample("llr-2015-s1.json", (scenario) => ({
    ...scenario,
    provisions: scenario.provisions.map((provision) =>
      ids.includes(provision.id) ? { ...provision, procurement } : provision,
    ),
  }));

const cellsOn = (today: string, procurement = WEEKS): readonly string[] => {
  const { rows } = formatTable(buildProcurementTable(withProcurement(procurement), parseDay(today)));
  return found(rows[0]).cells.map(({ text }) => text);
};

describe("by when to procure", () => {
  it("is planned back from the first day of service, with the days left until the tender has to be out", () => {
    expect(cellsOn("2015-02-12")).toEqual([
      "Joint sexual violence and domestic abuse support for adults",
      "5 March 2015",
      "4 June 2015",
      "18 June 2015",
      "16 July 2015",
      "20 August 2015",
      "1 October 2015",
      "21",
    ]);
  });

  it("counts from the plan's first day when today lies outside its period, and says so", () => {
    expect(cellsOn("2026-11-26").at(-1)).toBe("63");
    const { note } = buildProcurementTable(withProcurement(WEEKS), parseDay("2026-11-26"));
    expect(note).toContain("1 January 2015, the first day of the plan");
  });

  it("says how many days too late it is", () => {
    expect(cellsOn("2015-03-15").at(-1)).toBe("10 days too late");
  });

  it("leaves out what has started, and what does not say how long it takes", () => {
    const started = buildProcurementTable(withProcurement(WEEKS), parseDay("2015-10-01"));
    expect(started.rows).toEqual([]);
    expect(buildProcurementTable(evaluatedExample("llr-2015-s1.json"), parseDay("2015-01-05")).rows).toEqual(
      [],
    );
  });

  it("stands soonest first", () => {
    const both = withProcurement(WEEKS, ["joint", "refuge"]);
    const change = { ...WEEKS, tenderWeeks: 20 };
    const scenario = {
      ...both.scenario,
      provisions: both.scenario.provisions.map((one) =>
        one.id === "refuge" ? { ...one, procurement: change } : one,
      ),
    };
    const { rows } = buildProcurementTable({ ...both, scenario }, parseDay("2015-01-05"));
    expect(rows.map(({ id }) => id)).toEqual(["refuge", "joint"]);
  });

  it("steps never go back in time, and float and steps come to the days until the start", () => {
    const weeks = fc.integer({ min: 0, max: 60 });
    const procurements = fc.record({
      ...{ tenderWeeks: weeks, evaluationWeeks: weeks, approvalWeeks: weeks },
      ...{ standstillWeeks: weeks, mobilisationWeeks: weeks },
    });
    const evaluation = withProcurement(WEEKS);
    fc.assert(
      fc.property(procurements, (procurement) => {
        const provisions = evaluation.scenario.provisions.map((one) =>
          one.id === "joint" ? { ...one, procurement } : one,
        );
        const scenario = { ...evaluation.scenario, provisions };
        const row = found(buildProcurementTable({ ...evaluation, scenario }, parseDay("2015-01-01")).rows[0]);
        const dates = row.cells.slice(1, 7) as string[];
        expect(dates.toSorted()).toEqual(dates);
        const all = Object.values(procurement).reduce((sum, one) => sum + one, 0);
        const float = row.cells[7];
        const days = typeof float === "object" && float !== null ? float.value : float;
        expect(Number(days) + 7 * all).toBe(parseDay("2015-10-01") - parseDay("2015-01-01"));
      }),
    );
  });
});
