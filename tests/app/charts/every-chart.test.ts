import { describe, expect, test } from "vitest";
import { demandChart } from "../../../app/charts/demand";
import { demandByAreaChart } from "../../../app/charts/demand-by-area";
import { fundingFlowChart } from "../../../app/charts/funding-flow";
import { sharesChart } from "../../../app/charts/shares";
import { stackedYearsChart } from "../../../app/charts/stacked-years";
import { timelineChart } from "../../../app/charts/timeline";
import { certaintyBandsOf, payerBandsOf } from "../../../app/charts/year-bands";
import { buildCapacityCharts } from "../../../app/reports/capacity-series";
import { buildFundingFlow } from "../../../app/reports/funding-flow";
import { buildTimelineRows } from "../../../app/reports/timeline-rows";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { EVALUATED_EXAMPLES, evaluatedExample, exampleScenario } from "../../support/evaluated-example";
import { readChart, TEXT } from "./support";

/** Every picture that the pages draw of an evaluation. */
function chartsOf(evaluation: Evaluation): string[] {
  const charts = buildCapacityCharts(evaluation);
  const areas = charts.map(({ activity }) =>
    evaluation.scenario.areas.flatMap(({ id }) =>
      buildCapacityCharts(evaluation, id)
        .filter((chart) => chart.activity === activity)
        .map((chart) => ({ chart, remark: "No service at the end" })),
    ),
  );
  const rounds = [...evaluation.contributions.values()].map(({ members }) =>
    members.map(({ organisation, total }) => ({ name: organisation, pays: total, asked: total })),
  );
  return [
    stackedYearsChart(payerBandsOf(evaluation), TEXT),
    stackedYearsChart(certaintyBandsOf(evaluation), TEXT),
    timelineChart(buildTimelineRows(evaluation), TEXT),
    ...evaluation.timeline.years.map((year) => fundingFlowChart(buildFundingFlow(evaluation, year), TEXT)),
    ...charts.map((chart) => demandChart(chart, TEXT)),
    ...areas.map((panels) => demandByAreaChart(panels, TEXT)),
    ...rounds.map((bars) => sharesChart(bars, TEXT)),
  ];
}

describe.each(EVALUATED_EXAMPLES)("the pictures of %s", (file) => {
  const charts = chartsOf(evaluatedExample(file));

  test("are one picture each for a reader of the screen, with a name and what it shows", () => {
    for (const markup of charts) {
      const chart = readChart(markup);
      expect(chart.getAttribute("role")).toBe("img");
      expect(chart.getAttribute("aria-labelledby")).toBe("chart-title chart-description");
      expect(chart.querySelector("#chart-title")?.textContent).toBe("What it is");
      expect(chart.querySelector("#chart-description")?.textContent).toBe("What it shows");
      expect(chart.querySelectorAll("[aria-label], [aria-hidden]")).toHaveLength(0);
    }
  });

  test("need no style that the content security policy would block", () => {
    for (const markup of charts) {
      expect(markup).not.toMatch(/<style|\sstyle=|<script|\son[a-z]+=/);
    }
  });

  test("have a place for everything, and only fills that they define", () => {
    for (const markup of charts) {
      expect(markup).not.toMatch(/NaN|undefined|Infinity|null/);
      const defined = [...markup.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id);
      const used = [...markup.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
      expect(defined).toEqual(expect.arrayContaining(used));
      expect(new Set(defined).size).toBe(defined.length);
    }
  });
});

test("a name with markup in it is shown as it was typed, and runs nothing", () => {
  const hostile = `<img src=x onerror="alert(1)">&'"`;
  const scenario = exampleScenario("llr-2015-s1.json");
  const rename = <Named extends { readonly name: string }>(list: readonly Named[]): Named[] =>
    list.map((one) => ({ ...one, name: `${hostile} ${one.name}` }));
  const renamed = evaluateScenario({
    ...scenario,
    organisations: rename(scenario.organisations),
    areas: rename(scenario.areas),
    activities: rename(scenario.activities).map((activity) => ({ ...activity, unit: hostile })),
    provisions: rename(scenario.provisions),
    fundingSources: rename(scenario.fundingSources ?? []),
  });
  for (const markup of chartsOf(renamed)) {
    const chart = readChart(markup);
    expect(chart.querySelectorAll("img, script, [onerror]")).toHaveLength(0);
    expect(markup).not.toContain("<img");
  }
  const [payers] = chartsOf(renamed);
  expect(readChart(payers ?? "").textContent).toContain("<img src=x");
});
