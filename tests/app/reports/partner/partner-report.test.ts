import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partnerPictureChart } from "../../../../app/charts/partner-picture";
import { formatCell } from "../../../../app/reports/format-table";
import { optionCostWords } from "../../../../app/reports/partner/option-cost";
import { buildPartnerReport, findPartnerTable } from "../../../../app/reports/partner/partner-report";
import { PARTNER_SECTIONS } from "../../../../app/reports/partner/partner-section";
import type { ReportTable } from "../../../../app/reports/report-table";
import type { Option, RoundMember, Scenario } from "../../../../scenarios/model/scenario";
import { deepFreeze } from "../../../support/deep-freeze";
import { evaluatedExample, exampleScenario } from "../../../support/evaluated-example";
import { found } from "../../../support/scenarios";

const S1 = exampleScenario("llr-2015-s1.json");
const S2 = exampleScenario("llr-2015-s2.json");
const S3 = exampleScenario("llr-2015-s3.json");

const TERMS = {
  introduction: "Please read this.",
  questions: [{ id: "q1", text: "Do you agree with the shares?" }],
  opens: "2015-01-28",
  closes: "2015-03-06",
  silence: "undecided",
  smallNumberThreshold: 5,
} as const;

const reportFor = (organisation: string, ...scenarios: Scenario[]) =>
  buildPartnerReport({ consultation: TERMS, scenarios, earlier: [], organisation });
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? `${one}p` : one));

describe("the report of one partner", () => {
  it("has its sections in the order of the page, and every table once", () => {
    const { sections } = reportFor("charnwood", S1, S3);
    expect(sections.map(({ id }) => id)).toEqual(Object.keys(PARTNER_SECTIONS));
    const ids = sections.flatMap(({ tables }) => tables).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("asks for the pennies that the commissioners' evaluation asks for", () => {
    const own = found(evaluatedExample("llr-2015-s1.json").contributions.get("districts")).members.find(
      ({ organisation }) => organisation === "charnwood",
    );
    const row = rowOf(tableOf(reportFor("charnwood", S1), "partner-options"), "llr-2015-s1-districts-b");
    expect(row.slice(1, 6)).toEqual(["£30,302.13", "£60,604.25", "£62,422.38", "£31,991.47", "£185,320.23"]);
    expect(found(own).total).toBe(18_532_023n);
  });

  it("leads each section with what has to be known, and keeps what only has to be checked behind its name", () => {
    const { sections } = reportFor("charnwood", S1);
    const behind = sections.flatMap(({ tables }) =>
      tables.filter(({ isBehind }) => isBehind === true).map(({ id }) => id.replace("-llr-2015-s1", "")),
    );
    expect(behind).toEqual([
      "partner-payers",
      "partner-buy-in-districts",
      "partner-coverage-districts",
      "partner-bases-districts",
      "partner-blended-districts",
      "partner-years-districts",
      "partner-certainty",
      "partner-sources",
    ]);
    const options = found(sections.find(({ id }) => id === "options"));
    expect(
      options.figures.map(({ label, value, note }) => [label, formatCell(value, "money"), note]),
    ).toEqual([
      [
        "A: buy-in of 1,388 contact hours a year",
        "£58,320.00",
        expect.stringMatching(/^In 2016\/17; £.* more a year than you pay now\.$/),
      ],
      [
        "B: proportionate share",
        "£60,604.25",
        "In 2016/17; £185,320.23 over the period; £0.35 for each resident that year; £60,604.25 more a year than you pay now.",
      ],
      ["C: framework", "£0.00", expect.stringContaining("as much as you pay now.")],
    ]);
  });

  it("says beside each option of the reply what it costs, in the words of its table", () => {
    const report = reportFor("charnwood", S1);
    const round = { scenario: "llr-2015-s1", round: "districts" };
    expect(optionCostWords(report, round, "B")).toBe("£60,604.25 in 2016/17, £185,320.23 over the period");
    expect(optionCostWords(report, { ...round, round: "none" }, "B")).toBeNull();
  });

  it("shows a buy-in with as many units as the share would give, where nobody has named units", () => {
    const { sections } = reportFor("charnwood", S1);
    const options = found(sections.find(({ id }) => id === "options"));
    expect(options.sentences.join(" ")).toContain("1,388 contact hours a year");
  });

  it("says what the partner pays if all join, the others as declared, it alone, or nobody", () => {
    const table = tableOf(reportFor("melton", S2), "partner-others-llr-2015-s2-districts");
    expect(rowOf(table, "all").slice(1, 4)).toEqual(["Goes ahead", "£22,182.06", "£67,829.96"]);
    // Nobody else has declared: under re-spread the whole pot falls to the one that joins.
    expect(rowOf(table, "declared").slice(1, 4)).toEqual(["Goes ahead", "£250,000.00", "£764,468.75"]);
    expect(rowOf(table, "only").slice(1, 4)).toEqual(["Goes ahead", "£250,000.00", "£764,468.75"]);
    expect(rowOf(table, "none").slice(1, 4)).toEqual(["Does not go ahead", "£0.00", "£0.00"]);
  });

  it("says that the pot cannot be met where least and most amounts do not allow it", () => {
    const capped = withRound(S2, (round) => ({
      ...round,
      share: { ...found(round.share), maximum: "70000.00" },
    }));
    const table = tableOf(reportFor("melton", capped), "partner-others-llr-2015-s2-districts");
    expect(rowOf(table, "only")[1]).toBe("Cannot be met");
    expect(rowOf(table, "all")[1]).toBe("Goes ahead");
  });

  it("counts a declared neighbour, and only that one", () => {
    const declared = withMember(S2, "charnwood", { choice: ["B"], status: "confirmed" });
    const { sections } = reportFor("melton", declared);
    expect(found(sections.find(({ id }) => id === "others")).sentences.join(" ")).toContain(
      "1 of the 6 others has declared.",
    );
    const table = tableOf(reportFor("melton", declared), "partner-others-llr-2015-s2-districts");
    expect(rowOf(table, "declared")[3]).not.toBe(rowOf(table, "only")[3]);
  });

  it("serves a partner that no scenario asks for anything", () => {
    const { sections } = reportFor("rutland-county-council", exampleScenario("llr-2015-s0.json"));
    expect(found(sections.find(({ id }) => id === "options")).sentences).toEqual([
      "These scenarios ask you for no contribution.",
    ]);
    expect(found(sections.find(({ id }) => id === "today")).tables[0]?.rows.map(({ id }) => id)).toContain(
      "ex-rutland",
    );
  });

  it("names its own yearly payment for a service that its own funds pay", () => {
    const table = tableOf(reportFor("rutland-county-council", S1), "partner-payers");
    expect(rowOf(table, "ex-rutland")[1]).toBe("£48,000.00");
  });

  it("draws every picture with the figures of its table", () => {
    const pictures = reportFor("charnwood", S1, S3).sections.flatMap(({ pictures: all }) => all);
    expect(pictures.map(({ id }) => id)).toEqual([
      "partner-options-picture",
      "partner-gets-picture",
      "partner-others-picture",
    ]);
    expect(pictures.map(partnerPictureChart).join()).toContain("£61k");
  });

  it("leaves the frozen documents as they are", () => {
    const frozen = deepFreeze(structuredClone(S3));
    expect(asText(reportFor("blaby", frozen))).toBe(asText(reportFor("blaby", S3)));
  });
});

describe("what a partner never sees", () => {
  const positions = fc.record(
    {
      choice: fc.oneof(fc.constant("undecided" as const), fc.subarray<Option>(["A", "B", "C"])),
      status: fc.constantFrom("asked", "indicative"),
      buyInUnits: fc.integer({ min: 1, max: 900 }).map(String),
      minimum: fc.integer({ min: 0, max: 9_000 }).map((pounds) => `${pounds}.00`),
      maximum: fc.integer({ min: 240_000, max: 900_000 }).map((pounds) => `${pounds}.00`),
      override: fc.record({
        annual: fc.integer({ min: 0, max: 90_000 }).map((pounds) => `${pounds}.50`),
        agreedBy: fc.string(),
        reason: fc.string(),
      }),
    },
    { requiredKeys: ["choice"] },
  );
  const asker = "blaby";
  const others = ["harborough", "hinckley-bosworth", "melton", "nw-leicestershire", "oadby-wigston"];

  it("holds not a byte of another's undeclared position", () => {
    const plain = asText(reportFor(asker, S2, S3));
    fc.assert(
      fc.property(
        fc.constantFrom(...others),
        fc.constantFrom(S2, S3),
        positions,
        (who, scenario, position) => {
          const changed = withMember(scenario, who, position);
          const report = scenario === S2 ? reportFor(asker, changed, S3) : reportFor(asker, S2, changed);
          expect(asText(report)).toBe(plain);
        },
      ),
      { numRuns: 15, seed: 7 },
    );
  }, 120_000);

  it("holds not a byte of a price, a bid or another's fund", () => {
    const plain = asText(reportFor(asker, S3));
    fc.assert(
      fc.property(fc.nat(S3.provisions.length - 1), fc.integer({ min: 1, max: 9_999_999 }), (at, pounds) => {
        const provisions = S3.provisions.map((provision, place) =>
          place === at
            ? {
                ...provision,
                price: { annual: `${pounds}.00` },
                oneOffs: [{ name: "Transfer", amount: `${pounds}.00`, date: provision.start }],
              }
            : provision,
        );
        const fundingSources = (S3.fundingSources ?? []).map((source) => ({
          ...source,
          amounts: { "2015/16": `${pounds}.00` },
        }));
        expect(asText(reportFor(asker, { ...S3, provisions, fundingSources }))).toBe(plain);
      }),
      { numRuns: 10, seed: 7 },
    );
  }, 120_000);

  it("does change when a neighbour declares, so that the comparison means something", () => {
    const declared = withMember(S3, "melton", { choice: ["B"], status: "signed" });
    expect(asText(reportFor(asker, declared))).not.toBe(asText(reportFor(asker, S3)));
  });
});

describe("small numbers in a partner's report", () => {
  const marked = (path: string): Partial<Scenario> => ({
    sources: [...(S1.sources ?? []), { id: "police", title: "Recorded incidents", kind: "observation" }],
    provenance: [{ path, source: "police" }],
  });
  const incidents = (count: string): Scenario => ({
    ...S1,
    ...marked("/areas/melton/bases/incidents"),
    areas: S1.areas.map((area) =>
      area.id === "melton" ? { ...area, bases: { ...area.bases, incidents: count } } : area,
    ),
  });

  it("leave out what the pot would be shared by, and everything that follows from it", () => {
    const byPopulation = withRound(incidents("3"), (round) => ({
      ...round,
      share: { ...found(round.share), weights: [{ basis: "population", percent: "100" }] },
    }));
    const { sections } = reportFor("blaby", byPopulation);
    const working = found(sections.find(({ id }) => id === "working"));
    const bases = found(working.tables.find(({ id }) => id.startsWith("partner-other-bases")));
    expect(bases.rows.map(({ id }) => id)).toEqual(["asked", "population", "equal"]);
    expect(working.sentences.join(" ")).toContain("Bases that count fewer than 5 somewhere are left out");
  });

  it("show no working of shares that could not have gone out", () => {
    const { sections } = reportFor("blaby", incidents("3"));
    expect(found(sections.find(({ id }) => id === "working")).tables).toEqual([]);
  });

  it("hide the need of an area, and who waits, that rest on a small observed count", () => {
    const few: Scenario = {
      ...S1,
      ...marked("/demand/f2f-charnwood/annual"),
      demand: (S1.demand ?? []).map((one) => (one.id === "f2f-charnwood" ? { ...one, annual: "4" } : one)),
    };
    const row = rowOf(
      tableOf(reportFor("charnwood", few), "partner-gets-llr-2015-s1-districts"),
      "face-to-face",
    );
    expect([row[2], row.at(-1)]).toEqual(["Hidden, small number", "Hidden, small number"]);
  });

  it("hide what a neighbour gets of the same activity, because it is shared by the need of all", () => {
    const few: Scenario = {
      ...S1,
      ...marked("/demand/f2f-charnwood/annual"),
      demand: (S1.demand ?? []).map((one) => (one.id === "f2f-charnwood" ? { ...one, annual: "4" } : one)),
    };
    const table = tableOf(reportFor("melton", few), "partner-gets-llr-2015-s1-districts");
    expect(rowOf(table, "face-to-face").slice(2, 5)).toEqual([
      "2,106.9",
      "Hidden, small number",
      "Hidden, small number",
    ]);
    expect(rowOf(table, "advocacy").slice(2, 4)).toEqual(["114.1", "50.4"]);
  });
});

function tableOf(report: ReturnType<typeof reportFor>, id: string): ReportTable {
  return found(findPartnerTable(report, id), id);
}

function rowOf({ rows, columns }: ReportTable, id: string): string[] {
  const row = found(
    rows.find((one) => one.id === id),
    id,
  );
  return row.cells.map((cell, place) => formatCell(cell, columns[place]?.kind ?? "text"));
}

function withRound(
  scenario: Scenario,
  change: (
    round: NonNullable<Scenario["contributions"]>[number],
  ) => NonNullable<Scenario["contributions"]>[number],
): Scenario {
  return { ...scenario, contributions: (scenario.contributions ?? []).map(change) };
}

function withMember(scenario: Scenario, who: string, change: Partial<RoundMember>): Scenario {
  return withRound(scenario, (round) => ({
    ...round,
    members: round.members.map((member) =>
      member.organisation === who
        ? { organisation: who, area: member.area, choice: member.choice, ...change }
        : member,
    ),
  }));
}
