import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fundingFlowChart } from "../../../app/charts/funding-flow";
import { type ShareBar, sharesChart } from "../../../app/charts/shares";
import { stackedYearsChart, type YearBand } from "../../../app/charts/stacked-years";
import { certaintyBandsOf, payerBandsOf } from "../../../app/charts/year-bands";
import type { FundingFlow } from "../../../app/reports/funding-flow";
import { sumPence } from "../../../scenarios/model/money";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";
import { numberOf, readChart, TEXT, wordsOf } from "./support";

const SEED = { seed: 20150401 };

describe("cost by year", () => {
  const bands: readonly YearBand[] = [
    { name: "County Council", fill: "first", amounts: [100_000_00n, 150_000_00n] },
    { name: "City Council", fill: "second", amounts: [50_000_00n, 0n] },
    { name: "Unfunded", fill: "missing", amounts: [0n, 50_000_00n] },
  ];
  const chart = stackedYearsChart({ years: ["2015/16", "2016/17"], bands }, TEXT);

  test("says each year, what it comes to, and who pays, in the order of the bands from the top", () => {
    const words = wordsOf(chart);
    expect(words).toEqual(expect.arrayContaining(["2015/16", "2016/17", "£150k", "£200k"]));
    expect(words.slice(-3)).toEqual(["Unfunded", "City Council", "County Council"]);
  });

  test("draws amounts in proportion, and what nobody pays hatched", () => {
    const bars = [...readChart(chart).querySelectorAll("rect")].filter(
      (rect) => rect.getAttribute("height") !== "16",
    );
    const heights = (fill: string): number[] =>
      bars.filter((rect) => rect.getAttribute("fill") === fill).map((rect) => numberOf(rect, "height"));
    const [county, county2] = heights("#12436d");
    expect((county2 ?? 0) / (county ?? 1)).toBeCloseTo(1.5);
    const hatched = heights("url(#chart-missing)").filter((height) => height > 0);
    expect(hatched).toHaveLength(1);
    expect((hatched[0] ?? 0) / (county ?? 1)).toBeCloseTo(0.5);
  });

  test("leaves out of the key what has no money in any year", () => {
    const none = { name: "Top-ups", fill: "topUps", amounts: [0n, 0n] } as const;
    expect(
      wordsOf(stackedYearsChart({ years: ["2015/16", "2016/17"], bands: [...bands, none] }, TEXT)),
    ).not.toContain("Top-ups");
  });

  test.each(EVALUATED_EXAMPLES)("has bands that come to what is paid and unfunded in %s", (file) => {
    const evaluation = evaluatedExample(file);
    const [paid, firm] = [payerBandsOf(evaluation), certaintyBandsOf(evaluation)];
    evaluation.timeline.years.forEach((year, place) => {
      const lines = evaluation.ledger.filter(
        (line) => line.year === year && !["contract", "uplift", "one-off"].includes(line.kind),
      );
      expect(sumPence(paid.bands.map(({ amounts }) => amounts[place] ?? 0n))).toBe(
        sumPence(lines.map(({ amount }) => amount)),
      );
      const costs = [...evaluation.costs.values()].map(({ years }) => years[place] ?? 0n);
      expect(sumPence(firm.bands.map(({ amounts }) => amounts[place] ?? 0n))).toBe(sumPence(costs));
    });
  });
});

describe("shares of districts", () => {
  const bars: readonly ShareBar[] = [
    { name: "Blaby District Council", pays: 30_000_00n, asked: 30_000_00n },
    { name: "Melton Borough Council", pays: 0n, asked: 15_000_00n, remark: "declines" },
    { name: "Rutland County Council", pays: 60_000_00n, asked: null },
  ];
  const chart = sharesChart(bars, TEXT);

  test("stand in the order given, each with its amount and what is said of its choice", () => {
    const words = wordsOf(chart);
    expect(words.filter((line) => line.endsWith("Council"))).toEqual(bars.map(({ name }) => name));
    expect(words).toContain("declines, asked £15k");
    expect(words).toEqual(expect.arrayContaining(["Pays", "Asked for if all join", "£30k", "£0", "£60k"]));
  });

  test("have bars in proportion, and a mark where something was asked", () => {
    const rects = [...readChart(chart).querySelectorAll("rect[height='18']")];
    const [blaby, melton, rutland] = rects.map((rect) => numberOf(rect, "width"));
    expect(melton).toBe(0);
    expect(rutland).toBeCloseTo(2 * (blaby ?? 0), 1);
    expect(readChart(chart).querySelectorAll("g > path[d$='z']")).toHaveLength(2 + 1);
  });

  test("without anything asked have no mark, and its words are not in the key", () => {
    const only = sharesChart([{ name: "Blaby", pays: 5_00n, asked: null }], TEXT);
    expect(wordsOf(only)).toEqual(["Pays", "Blaby", "£5"]);
  });
});

describe("what pays for what", () => {
  const flow: FundingFlow = {
    year: "2016/17",
    payers: [
      { id: "contributions", name: "Contributions of 7 districts", amount: 60_000_00n },
      { id: "source-base", name: "Base budget", amount: 30_000_00n },
      { id: "unfunded", name: "Unfunded", amount: 10_000_00n },
    ],
    provisions: [
      { id: "joint", name: "Joint lot", amount: 80_000_00n },
      { id: "refuge", name: "Refuge", amount: 20_000_00n },
    ],
    links: [
      { payer: "contributions", provision: "joint", amount: 60_000_00n },
      { payer: "source-base", provision: "joint", amount: 10_000_00n },
      { payer: "source-base", provision: "refuge", amount: 20_000_00n },
      { payer: "unfunded", provision: "joint", amount: 10_000_00n },
    ],
  };

  test("names both sides with their amounts and the year", () => {
    const words = wordsOf(fundingFlowChart(flow, TEXT));
    expect(words).toEqual(
      expect.arrayContaining([
        "Money",
        "Pays for, 2016/17",
        "Base budget",
        "£30k",
        "Unfunded",
        "£10k",
        "Joint lot",
        "£80k",
      ]),
    );
  });

  test("has bands as wide as their money; the one of nobody is hatched", () => {
    const bands = [...readChart(fundingFlowChart(flow, TEXT)).querySelectorAll("path[stroke-opacity]")];
    const widths = bands.map((band) => numberOf(band, "stroke-width"));
    expect(widths).toEqual([180, 30, 60, 30]);
    expect(bands.map((band) => band.getAttribute("stroke")?.startsWith("url"))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(bands.map((band) => band.querySelector("title")?.textContent)).toContain(
      "Base budget to Refuge: £20k",
    );
  });

  test("leaves room for every name however small its money is", () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10_000_000_00n }), { minLength: 2, maxLength: 14 });
    fc.assert(
      fc.property(amounts, (all) => {
        const payers = all.map((amount, place) => ({
          id: `source-${place}`,
          name: `Source ${place}`,
          amount,
        }));
        const provisions = [{ id: "lot", name: "Lot", amount: sumPence(all) }];
        const links = payers.map(({ id, amount }) => ({ payer: id, provision: "lot", amount }));
        const markup = fundingFlowChart({ year: "2016/17", payers, provisions, links }, TEXT);
        const names = [...readChart(markup).querySelectorAll("text")].filter((text) =>
          text.textContent.startsWith("Source"),
        );
        const places = names.map((text) => numberOf(text, "y")).toSorted((a, b) => a - b);
        places.slice(1).forEach((y, at) => {
          expect(y - (places[at] as number)).toBeGreaterThanOrEqual(16);
        });
      }),
      { ...SEED, numRuns: 50 },
    );
  });
});
