import { describe, expect, it } from "vitest";
import { buildContributionsTable } from "../../../app/reports/contributions";
import { buildOtherBasesTable } from "../../../app/reports/contributions-bases";
import { buildIfOthersDeclineTable } from "../../../app/reports/contributions-others";
import { buildPotTable } from "../../../app/reports/contributions-pot";
import { type FormattedTable, formatTable } from "../../../app/reports/format-table";
import { percentOf, perResident } from "../../../app/reports/per-resident";
import type { Scenario } from "../../../scenarios/model/scenario";
import { evaluatedExample } from "../../support/evaluated-example";

/** The texts of a table by row and column id. */
function reader(table: FormattedTable): (row: string, column: string) => string {
  return (row, column) => {
    const found = row === "total" ? table.total : table.rows.find(({ id }) => id === row);
    const place = table.columns.findIndex(({ id }) => id === column);
    const text = found?.cells[place]?.text;
    if (text === undefined) throw new Error(`no cell ${row}, ${column} in ${table.id}`);
    return text;
  };
}

/** The re-spread example, its pot by population alone. */
function byPopulation(scenario: Scenario): Scenario {
  const [round] = scenario.contributions ?? [];
  if (round === undefined) throw new Error("the example has no round");
  const share = { weights: [{ basis: "population", percent: "100" }] };
  return { ...scenario, contributions: [{ ...round, share }] };
}

describe("the contributions of a round", () => {
  const evaluation = evaluatedExample("llr-2015-s2.json");
  const contributions = reader(formatTable(buildContributionsTable(evaluation, "districts")));

  it("show what each district chose, was asked, pays, and how that differs", () => {
    expect(contributions("melton", "choice")).toBe("Declines");
    expect(contributions("charnwood", "choice")).toBe("B: proportionate share");
    expect(contributions("melton", "change")).toBe(`−${contributions("melton", "asked")}`);
    expect(contributions("melton", "total")).toBe("£0.00");
    expect(contributions("total", "of-whole")).toBe("100.00%");
    expect(contributions("total", "blended")).toBe("100.00%");
  });

  it("cost the payers more when the pot is shared afresh among them", () => {
    expect(contributions("charnwood", "change")).toMatch(/^£[1-9]/);
  });

  it("say what is undecided, and what a basis is when it is not known", () => {
    const undecided = evaluatedExample("llr-2015-s3.json");
    const table = formatTable(buildContributionsTable(undecided, "districts"));
    expect(reader(table)("blaby", "choice")).toBe("Undecided");
    expect(table.note).toContain("Not decided yet, and counted as not paying: Blaby District Council");
  });
});

describe("the same pot on other bases", () => {
  it("shows each single basis and equal shares beside what is asked", () => {
    const table = formatTable(buildOtherBasesTable(evaluatedExample("llr-2015-s2.json"), "districts"));
    expect(table.columns.map(({ label }) => label)).toEqual([
      "District",
      "As asked",
      "Population",
      "Incidents",
      "Equal shares",
    ]);
    const totals = table.total?.cells.slice(1).map(({ text }) => text) ?? [];
    expect(new Set(totals).size).toBe(1);
  });

  it("is what is asked where the round has that one basis", () => {
    const read = reader(
      formatTable(buildOtherBasesTable(evaluatedExample("llr-2015-s2.json", byPopulation), "districts")),
    );
    for (const district of ["blaby", "charnwood", "melton", "oadby-wigston"]) {
      expect(read(district, "population")).toBe(read(district, "asked"));
    }
  });
});

describe("how the pot is met", () => {
  it.each([
    "llr-2015-s1.json",
    "llr-2015-s2.json",
    "llr-2015-s3.json",
    "small/s03-fields-when-one-declines.json",
  ])("comes row by row to the shortfall in %s", (file) => {
    const evaluation = evaluatedExample(file);
    for (const round of evaluation.contributions.keys()) {
      const { columns, rows } = buildPotTable(evaluation, round);
      const shortfall = rows.findIndex(({ id }) => id === "shortfall");
      columns.slice(1).forEach((_, place) => {
        const parts = rows.slice(0, shortfall).map(({ cells }) => cells[place + 1] as bigint);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(rows[shortfall]?.cells[place + 1]);
      });
    }
  });
});

describe("if others decline", () => {
  it("says in words where the payers' bounds do not allow the pot", () => {
    const evaluation = evaluatedExample("small/s14-if-others-decline.json");
    const texts = [...evaluation.contributions.keys()].flatMap((round) =>
      formatTable(buildIfOthersDeclineTable(evaluation, round)).rows.flatMap(({ cells }) =>
        cells.map(({ text }) => text),
      ),
    );
    expect(texts).toContain("Cannot be met");
    expect(texts).toContain("£0.00");
  });
});

describe("an amount for each resident", () => {
  const area = (population?: string) => ({
    id: "a",
    name: "A",
    bases: population === undefined ? {} : { population },
  });

  it("is rounded half up to the penny, away from zero", () => {
    expect(perResident(5n, area("2"))).toBe(3n);
    expect(perResident(-5n, area("2"))).toBe(-3n);
    expect(perResident(3_609_400n, area("93915"))).toBe(38n);
  });

  it("is not known without a population, which is not zero", () => {
    expect(perResident(5n, area())).toBeNull();
    expect(perResident(5n, area("0"))).toBeNull();
    expect(perResident(5n, undefined)).toBeNull();
  });

  it("has no part of nothing", () => {
    expect(percentOf(1n, 0n)).toBeNull();
    expect(percentOf(1n, 8n)).toBe(12.5);
  });
});
