import { describe, expect, it } from "vitest";
import { bottleneckSentences } from "../../../app/reports/bottleneck";
import { buildCapacityCharts } from "../../../app/reports/capacity-series";
import { buildCapacityTable } from "../../../app/reports/capacity-years";
import { buildCoverageMatrixTable } from "../../../app/reports/coverage-matrix";
import { formatCell, formatTable } from "../../../app/reports/format-table";
import { buildKeyFigures } from "../../../app/reports/key-figures";
import { namesOf } from "../../../app/reports/names";
import { notKnownSentences } from "../../../app/reports/not-known";
import { buildNotices } from "../../../app/reports/notices";
import { buildTimelineSeries } from "../../../app/reports/timeline-series";
import { ringFenceWords } from "../../../app/reports/words";
import { EVALUATED_EXAMPLES, evaluatedExample } from "../../support/evaluated-example";

describe("the headline figures", () => {
  const evaluation = evaluatedExample("llr-2015-s3.json");
  const figures = new Map(buildKeyFigures(evaluation).map((figure) => [figure.id, figure]));
  const read = (id: string): string => {
    const figure = figures.get(id);
    if (figure === undefined) throw new Error(`no figure ${id}`);
    return formatCell(figure.value, figure.kind);
  };

  it("are those of the expected result", () => {
    expect(read("total-cost")).toBe("£7,059,960.82");
    expect(read("cost-2015/16")).toBe("£1,786,620.00");
    expect(read("gaps")).toBe("0");
    expect(read("unconfirmed")).toBe("54");
    expect(figures.get("unconfirmed")?.note).toContain("1,647 days");
  });

  it("say that the total lacks a price", () => {
    expect(figures.get("total-cost")?.note).toBe(
      "Without OPCC transition funding for key services: price not known.",
    );
    expect(notKnownSentences(evaluation)[0]).toBe(
      "The price of OPCC transition funding for key services is not known.",
    );
  });

  it.each(EVALUATED_EXAMPLES)("of %s have each an id of its own, and years that sum to the total", (file) => {
    const all = buildKeyFigures(evaluatedExample(file));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const years = all.filter(({ id }) => id.startsWith("cost-")).map(({ value }) => value as bigint);
    expect(years.reduce((sum, year) => sum + year, 0n)).toBe(
      all.find(({ id }) => id === "total-cost")?.value,
    );
  });
});

describe("what to know", () => {
  it("stands worst first, each with the page of its cause", () => {
    const notices = buildNotices(evaluatedExample("llr-2015-s4.json"));
    const tones = notices.map(({ tone }) => tone);
    expect(tones).toEqual([
      ...tones.filter((tone) => tone === "bad"),
      ...tones.filter((tone) => tone !== "bad"),
    ]);
    expect(notices[0]?.text).toMatch(/^No service: .* between 1 October 2015 and 31 October 2015/);
    expect(notices[0]?.page).toBe("transition");
    expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
  });

  it("names how much money is missing and for what", () => {
    const [sentence] = bottleneckSentences(evaluatedExample("small/s07-bottleneck.json"));
    expect(sentence).toMatch(/^In \d{4}\/\d\d £30\.00 is unfunded\. Money is short for /);
    for (const evaluation of EVALUATED_EXAMPLES.map((file) => evaluatedExample(file))) {
      const short = evaluation.funding.unfunded.filter((amount) => amount > 0n);
      expect(bottleneckSentences(evaluation)).toHaveLength(short.length);
    }
  });
});

describe("the coverage matrix", () => {
  it("says each month's state in words, and how many days of a gap are covered", () => {
    const table = formatTable(buildCoverageMatrixTable(evaluatedExample("llr-2015-s4.json")));
    const texts = table.rows.flatMap(({ cells }) => cells.slice(2).map(({ text }) => text));
    expect(new Set(texts.map((text) => text.replace(/, .*/, "")))).toEqual(
      new Set(["Covered", "Unconfirmed", "Gap"]),
    );
  });

  it("counts every state of a cell in its note", () => {
    const evaluation = evaluatedExample("llr-2015-s4.json");
    const { covered, gap } = evaluation.coverage.counts;
    const table = formatTable(buildCoverageMatrixTable(evaluation));
    expect(table.note).toContain(`${covered} months of a service are covered`);
    const gaps = table.rows.flatMap(({ cells }) => cells.filter(({ text }) => text.startsWith("Gap")));
    expect(gaps).toHaveLength(gap);
  });
});

describe("demand and capacity", () => {
  const evaluation = evaluatedExample("llr-2015-s1.json");

  it("are summed over months and areas, never over activities", () => {
    const [helpline] = buildCapacityCharts(evaluation);
    const year = buildCapacityTable(evaluation, "helpline").rows.find(
      ({ id }) => id === "helpline-all-areas-2016",
    );
    const months = helpline?.months.filter(({ month }) => month >= "2016-04" && month <= "2017-03") ?? [];
    expect(months).toHaveLength(12);
    expect(year?.cells[4]).toBeCloseTo(
      months.reduce((sum, { demand }) => sum + demand, 0),
      6,
    );
    const table = buildCapacityTable(evaluation);
    expect(table.total).toBeUndefined();
  });

  it("say that a service that turns away keeps no list", () => {
    const table = formatTable(buildCapacityTable(evaluation, "helpline"));
    expect(table.rows[0]?.cells.slice(-2).map(({ text }) => text)).toEqual(["No list", "No list"]);
  });
});

describe("the timeline of the transition", () => {
  it("shows every provision of an activity that serves in the horizon, whole, and its gaps", () => {
    const evaluation = evaluatedExample("llr-2015-s4.json");
    const series = buildTimelineSeries(evaluation);
    expect([series.from, series.to]).toEqual(["2015-01-01", "2018-09-30"]);
    const helpline = series.activities.find(({ activity }) => activity === "helpline");
    expect(helpline?.bars.map(({ provision }) => provision)).toEqual(["ex-helpline", "ot1", "joint"]);
    expect(helpline?.bars[0]?.start).toBe("2012-04-01");
    expect(helpline?.gaps.length).toBeGreaterThan(0);
  });
});

describe("a ring-fence in words", () => {
  it("names what a source may pay for, or that it may pay for anything", () => {
    const { scenario } = evaluatedExample("llr-2015-s1.json");
    const words = new Map(
      (scenario.fundingSources ?? []).map((source) => [source.id, ringFenceWords(source, namesOf(scenario))]),
    );
    expect(words.get("csp-melton-money")).toBe("Only the area Melton");
    expect(words.get("one-year")).toBe("Anything");
  });
});
