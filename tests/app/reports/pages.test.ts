import { describe, expect, it } from "vitest";
import { buildCapacityCharts } from "../../../app/reports/capacity-series";
import { buildCoverageLetters } from "../../../app/reports/coverage-letters";
import { buildDoubleRunningTable } from "../../../app/reports/coverage-stretches";
import { buildEndingTable } from "../../../app/reports/ending-soon";
import { formatTable } from "../../../app/reports/format-table";
import { buildFundingBalanceTable } from "../../../app/reports/funding-balance";
import { buildFundingFlow } from "../../../app/reports/funding-flow";
import { keyFigureChanges } from "../../../app/reports/key-figure-changes";
import { joinFew } from "../../../app/reports/names";
import { ofOneActivity } from "../../../app/reports/one-activity";
import { buildPayerYearsTable, payerKindOf } from "../../../app/reports/payer-years";
import {
  certaintySentence,
  costSentence,
  coverageSentence,
  demandSentence,
  flowSentence,
} from "../../../app/reports/picture-sentences";
import { cellValue, type ReportTable } from "../../../app/reports/report-table";
import { buildTimelineRows, buildTimelineTable } from "../../../app/reports/timeline-rows";
import { buildWaitsTable } from "../../../app/reports/waits-years";
import { withoutColumns } from "../../../app/reports/without-columns";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import { parseDay } from "../../../scenarios/model/calendar";
import { COST_KINDS } from "../../../scenarios/model/ledger";
import { sumPence } from "../../../scenarios/model/money";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";
import { largePlan } from "../../support/large-plan";

const joint = evaluatedExample("llr-2015-s1.json");
const nothing = evaluatedExample("llr-2015-s0.json");

function rowOf(table: ReportTable, id: string): readonly unknown[] {
  const row = table.rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no row ${id} in ${table.id}`);
  return row.cells.map(cellValue);
}

describe("who pays by financial year", () => {
  it.each(EVALUATED_EXAMPLES)("comes to the cost of every year in %s", (file) => {
    const evaluation = evaluatedExample(file);
    const table = buildPayerYearsTable(evaluation);
    const money = table.columns.flatMap(({ kind }, place) => (kind === "money" ? [place] : []));
    const cost = rowOf(table, "cost");
    for (const place of money) {
      const parts = table.rows
        .filter(({ id }) => id !== "cost")
        .map(({ cells }) => cellValue(cells[place] ?? null) as bigint);
      expect([table.columns[place]?.label, sumPence(parts)]).toEqual([
        table.columns[place]?.label,
        cost[place],
      ]);
    }
  });

  it("counts the money of a source as its owner's, beside contributions and what nobody pays", () => {
    const table = buildPayerYearsTable(joint);
    expect(rowOf(table, "source-rutland-county-council").slice(0, 2)).toEqual([
      "Rutland County Council",
      "Sources",
    ]);
    expect(table.rows.map(payerKindOf).filter((kind) => kind === "contribution")).toHaveLength(7);
    expect(rowOf(table, "unfunded").at(-1)).toBe(18_962_50n);
  });
});

describe("unfunded and unspendable", () => {
  it("shows money that lapses beside money that is missing in the same year", () => {
    const table = buildFundingBalanceTable(joint);
    expect(rowOf(table, "unfunded").at(-1)).toBe(18_962_50n);
    expect(rowOf(table, "lapses").at(-1)).toBe(82_000_00n);
    const [cost, funded, unfunded] = ["cost", "funded", "unfunded"].map(
      (id) => rowOf(table, id).at(-1) as bigint,
    );
    expect((funded ?? 0n) + (unfunded ?? 0n)).toBe(cost);
  });
});

describe("the flow of a year", () => {
  it.each(EVALUATED_EXAMPLES)("leads all money that pays in %s from a payer to a provision", (file) => {
    const evaluation = evaluatedExample(file);
    for (const year of evaluation.timeline.years) {
      const flow = buildFundingFlow(evaluation, year);
      const paid = evaluation.ledger.filter((line) => line.year === year && !COST_KINDS.includes(line.kind));
      const total = sumPence(paid.map(({ amount }) => amount));
      for (const side of [flow.payers, flow.provisions, flow.links]) {
        expect(sumPence(side.map(({ amount }) => amount))).toBe(total);
      }
    }
  });

  it("draws the smallest of many as one, so that the picture can be read, and loses nothing", () => {
    const large = evaluateScenario(largePlan());
    const [first, second] = large.timeline.years as [number, number];
    const flow = buildFundingFlow(large, second);
    expect(flow.provisions).toHaveLength(14);
    expect(flow.provisions.at(-1)?.name).toMatch(/^\d+ other provisions$/);
    expect(sumPence(flow.links.map(({ amount }) => amount))).toBe(
      sumPence(flow.payers.map(({ amount }) => amount)),
    );
    expect(buildFundingFlow(large, first).payers.map(({ name }) => name)).toContain(
      "Contributions of 17 districts",
    );
  });
});

describe("the transition", () => {
  it("puts areas with the same story together, and names them the shorter way", () => {
    const { activities } = buildTimelineRows(joint, "face-to-face");
    expect(activities.map(({ name }) => name)).toEqual(["Face to face support"]);
    expect(activities[0]?.groups.map(({ areas }) => areas)).toEqual([
      "Leicester",
      "Rutland",
      "Blaby, Charnwood, Hinckley and Bosworth and North West Leicestershire",
      "Harborough, Melton and Oadby and Wigston",
    ]);
    expect(buildTimelineRows(joint, "refuge").activities[0]?.groups[0]?.areas).toBe(
      "All areas but Leicester and Rutland",
    );
    expect(buildTimelineRows(joint, "helpline").activities[0]?.groups[0]?.areas).toBe("All areas");
  });

  it("calls the only area of a plan by its name", () => {
    const derby = evaluatedExample("derby-2015.json");
    const groups = buildTimelineRows(derby).activities.flatMap((one) => one.groups);
    expect(new Set(groups.map(({ areas }) => areas))).toEqual(new Set([derby.scenario.areas[0]?.name]));
  });

  it("tells each area's gap once for the areas that share it, and which activities are required", () => {
    const rows = buildTimelineRows(nothing);
    const [group] = rows.activities.find(({ activity }) => activity === "helpline")?.groups ?? [];
    expect(group?.gaps).toEqual([{ from: "2015-10-01", to: "2018-09-30", days: 1096 }]);
    const isRequired = Object.fromEntries(rows.activities.map((one) => [one.activity, one.isRequired]));
    expect([isRequired["helpline"], isRequired["information"]]).toEqual([true, false]);
  });

  it("has the number of every bar in the table", () => {
    const bars = buildTimelineRows(joint).activities.flatMap(({ groups }) =>
      groups.flatMap((group) => group.bars),
    );
    const table = buildTimelineTable(joint);
    for (const { provision, number } of bars) expect(rowOf(table, provision)[1]).toBe(number);
  });

  it("writes the months of each area as letters, as many as the evaluation counts", () => {
    const letters = buildCoverageLetters(joint);
    const all = letters.activities.flatMap(({ areas }) => areas.map(({ states }) => states)).join("");
    const count = (letter: string): number => all.split(letter).length - 1;
    const { counts } = joint.coverage;
    expect([count("C"), count("U"), count("G")]).toEqual([counts.covered, counts.unconfirmed, counts.gap]);
    expect(letters.years.reduce((sum, { months }) => sum + months, 0)).toBe(letters.months.length);
    expect(letters.months[0]).toBe("January 2015");
    expect(buildCoverageLetters(joint, "refuge").activities.map(({ activity }) => activity)).toEqual([
      "refuge",
    ]);
  });

  it("can be narrowed to one activity, whose states are counted alone", () => {
    const { counts, gaps, unconfirmed } = ofOneActivity(joint, "helpline").coverage;
    expect(counts).toEqual({ covered: 9 * 45 - 54, unconfirmed: 54, gap: 0 });
    expect([gaps.length, unconfirmed.length]).toEqual([0, 9]);
    expect(ofOneActivity(joint, undefined)).toBe(joint);
  });
});

describe("double running", () => {
  it("gives areas in which the same provisions overlap on the same days one row", () => {
    const table = buildDoubleRunningTable(joint);
    const stories = table.rows.map(({ cells }) => {
      const [activity, , from, to, , provisions] = cells.map(cellValue);
      return [activity, from, to, provisions].join();
    });
    expect(new Set(stories).size).toBe(stories.length);
    expect(table.rows.length).toBeLessThan(joint.coverage.doubleRunning.length);
  });

  it.each(EVALUATED_EXAMPLES)("costs what its stretches cost in %s", (file) => {
    const evaluation = evaluatedExample(file);
    const cost = sumPence(evaluation.coverage.doubleRunning.map((stretch) => stretch.cost));
    expect(buildDoubleRunningTable(evaluation).total?.cells.at(-1)).toBe(cost);
  });
});

describe("what ends soon", () => {
  const helpline = "ex-helpline";

  it("is counted from today where the plan has today in it, soonest first", () => {
    const table = buildEndingTable(joint, parseDay("2015-04-02"));
    expect(table.title).toBe("What ends in the twelve months from 2 April 2015");
    expect(table.rows.map(({ id }) => id)).not.toContain(helpline);
    const ends = table.rows.map(({ id }) => rowOf(table, id)[1] as string);
    expect(ends).toEqual(ends.toSorted());
    expect(ends.length).toBeGreaterThan(0);
  });

  it("is counted from the first day of a plan that is over or has not begun, and says so", () => {
    const table = buildEndingTable(joint, parseDay("2026-11-23"));
    expect(table.title).toBe("What ends in the twelve months from 1 January 2015");
    expect(table.note).toMatch(/today lies outside its period/);
    expect(table.rows[0]?.id).toBe(helpline);
  });

  it("says what follows the day after, and that nothing does", () => {
    const follows = (evaluation: typeof joint, id: string): string | undefined => {
      const table = buildEndingTable(evaluation, parseDay("2015-01-01"));
      return formatTable(table)
        .rows.find((row) => row.id === id)
        ?.cells.at(-1)?.text;
    };
    expect(follows(joint, helpline)).toBe("OPCC transition funding for key services (under consideration)");
    expect(follows(joint, "ex-refuge")).toBe("County refuge provision");
    expect(follows(nothing, "ex-refuge")).toBe("Nothing");
  });

  it("leaves out what ends a year later or more", () => {
    const table = buildEndingTable(joint, parseDay("2017-10-01"));
    expect(table.rows.map(({ id }) => id)).toEqual(["joint", "refuge", "family"]);
    expect(buildEndingTable(joint, parseDay("2017-09-30")).rows).toEqual([]);
  });
});

describe("headline figures beside those of the scenario it is based on", () => {
  it("say how much more or less, or that nothing changed", () => {
    const changes = keyFigureChanges(joint, nothing);
    expect(changes.get("total-cost")).toBe("£5,512,453.13 more");
    expect(changes.get("gaps")).toBe("2,124 fewer");
    expect(changes.get("double-running")).toBe("No change");
    expect(keyFigureChanges(nothing, joint).get("total-cost")).toBe("£5,512,453.13 less");
  });
});

describe("waiting by area and year", () => {
  it("has the weeks at the end of each year, and says where there is no service", () => {
    const table = formatTable(buildWaitsTable(nothing, "advocacy"));
    expect(table.columns.map(({ label }) => label).at(-1)).toBe("End of Sep 2018");
    expect(table.rows[0]?.cells.at(-1)?.text).toBe("No service");
    const wait = formatTable(buildWaitsTable(joint, "advocacy")).rows.find(
      ({ id }) => id === "nw-leicestershire",
    );
    expect(wait?.cells.at(-1)?.text).toBe("73.1");
  });

  it("has no rows where nobody waits on a list", () => {
    expect(buildWaitsTable(joint, "helpline").rows).toEqual([]);
  });
});

describe("what a picture says", () => {
  it("names the cost, what is missing from it, and what is unfunded", () => {
    expect(costSentence(joint)).toBe(
      "The cost from January 2015 to September 2018 is £6,768,942.06, without 1 provision whose price is not known. £18,962.50 of it is unfunded, first in 2018/19.",
    );
    expect(costSentence(nothing)).toMatch(/All of it is funded\.$/);
  });

  it("names how firm the money is", () => {
    expect(certaintySentence(joint)).toBe(
      "Of £6,768,942.06 from January 2015 to September 2018, £3,948,263.93 is confirmed, £1,990,693.75 indicative and £811,021.88 at risk; £18,962.50 is unfunded.",
    );
  });

  it("names gaps and what is not confirmed", () => {
    expect(coverageSentence(joint)).toBe(
      "2,601 of 2,655 months of a required service in an area are covered by confirmed provisions. None has a gap; 54 rest on something unconfirmed.",
    );
    expect(coverageSentence(ofOneActivity(joint, "information"))).toBe(
      "Nothing is required here, so no gap is counted.",
    );
  });

  it("names demand, capacity and who waits or is turned away, with the unit", () => {
    const sentence = (activity: string): string => {
      const chart = buildCapacityCharts(joint).find((one) => one.activity === activity);
      return chart === undefined ? "" : demandSentence(chart);
    };
    expect(sentence("helpline")).toBe(
      "All areas, the last 12 months: demand 10,734, capacity 9,600 (answered calls). 1,134 are turned away.",
    );
    expect(sentence("face-to-face")).toMatch(/\(contact hours\)\. 18,029 wait at the end\.$/);
  });

  it("names what nobody pays in a year", () => {
    expect(flowSentence(joint, 2018)).toBe(
      "In 2018/19 the provisions cost £938,703.13. £18,962.50 of it is paid for by nobody.",
    );
    expect(flowSentence(joint, 2016)).toMatch(/All of it is paid for\.$/);
  });

  it("names a few and counts the rest", () => {
    expect(joinFew(["A", "B", "C", "D", "E"])).toBe("A, B, C, D and E");
    expect(joinFew(["A", "B", "C", "D", "E", "F"])).toBe("A, B, C, D and 2 others");
  });
});

describe("a table without the columns that its title says", () => {
  it("keeps the cells of the others in their places", () => {
    const table: ReportTable = {
      id: "t",
      title: "T",
      columns: [
        { id: "unit", label: "Unit", kind: "text" },
        { id: "area", label: "Area", kind: "text" },
        { id: "demand", label: "Demand", kind: "quantity" },
      ],
      rows: [{ id: "r", cells: ["cases", "Blaby", 12], subtotal: true }],
      total: { id: "total", cells: ["Total", null, 12] },
    };
    expect(withoutColumns(table, ["unit"])).toMatchObject({
      columns: [{ id: "area" }, { id: "demand" }],
      rows: [{ id: "r", cells: ["Blaby", 12], subtotal: true }],
      total: { cells: [null, 12] },
    });
  });
});
