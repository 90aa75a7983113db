import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type CapacitySeries, type Evaluation, waitWeeks } from "../../scenarios/model/evaluation";
import { demandChart } from "../charts/demand";
import { type AreaDemand, demandByAreaChart } from "../charts/demand-by-area";
import { ChooseForm } from "../components/report/choose-form";
import { Figure } from "../components/report/figure";
import { ReportTable } from "../components/report/report-table";
import { readChoice } from "../lib/page-choice";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showTable } from "../lib/shown-table";
import { buildCapacityCharts, type CapacityChart } from "../reports/capacity-series";
import { buildCapacityTable } from "../reports/capacity-years";
import { formatCell } from "../reports/format-table";
import { demandSentence } from "../reports/picture-sentences";
import { buildWaitsTable } from "../reports/waits-years";
import { withoutColumns } from "../reports/without-columns";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const charts = buildCapacityCharts(evaluation);
  const choices = charts.map(({ activity, name }) => ({ value: activity, text: name }));
  const value = readChoice(args.request, "activity", choices) ?? choices[0]?.value;
  const chart = charts.find(({ activity }) => activity === value);
  if (chart === undefined) return null;
  return {
    href,
    choices,
    value: chart.activity,
    ...pictures(evaluation, chart, href),
    waits: showTable(href, buildWaitsTable(evaluation, chart.activity)),
  };
}

export default function CapacityPage() {
  const data = useLoaderData<typeof loader>();
  if (data === null) return <NothingCounted />;
  const { href, choices, value, together, byArea, waits } = data;
  return (
    <>
      <h2 className="govuk-heading-l">Capacity and demand</h2>
      <p className="govuk-body app-text">
        One activity at a time: each is counted in its own unit, and units are never added.
      </p>
      <ChooseForm name="activity" label="Activity" items={choices} value={value} />
      <h3 className="govuk-heading-m">All areas together</h3>
      <Figure {...together} />
      {waits.table.rows.length > 0 && (
        <>
          <ReportTable {...waits} captionSize="s" />
          <p className="govuk-body">
            <a
              className="govuk-link"
              href={`${href}/capacity/trajectory?activity=${encodeURIComponent(value)}`}
            >
              What would shorten these waits, and by when to recruit
            </a>
          </p>
        </>
      )}
      <h3 className="govuk-heading-m">Area by area</h3>
      <Figure {...byArea} />
      <p className="govuk-body">
        <a className="govuk-link" href={`${href}/capacity/telephone`}>
          How many people a helpline needs
        </a>
      </p>
    </>
  );
}

function NothingCounted() {
  return (
    <>
      <h2 className="govuk-heading-l">Capacity and demand</h2>
      <p className="govuk-body app-text">
        Neither demand nor capacity is known for any activity, so there is nothing to compare. Enter how much
        each lot supplies and how many people need it.
      </p>
    </>
  );
}

/** What the title says already. */
const SAID = ["activity", "unit"];
const OF_LISTS = ["left", "waiting", "wait"];
const OF_TURNING_AWAY = ["turned-away"];

function pictures(evaluation: Evaluation, chart: CapacityChart, href: string) {
  const { activity, name, unit, keepsList } = chart;
  const leftOut = [...SAID, ...(keepsList ? OF_TURNING_AWAY : OF_LISTS)];
  const whole = withoutColumns(buildCapacityTable(evaluation, activity), leftOut);
  const table = { ...whole, title: `${name}, by area and year (${unit})` };
  const sums = table.rows.filter(({ subtotal }) => subtotal === true);
  const rows = sums.length === 0 ? table.rows : sums.map((row) => ({ ...row, subtotal: false }));
  const title = `${name}, all areas by year (${unit})`;
  const all = withoutColumns({ ...table, id: `${table.id}-all-areas`, title, rows }, ["area"]);
  const caption = demandSentence(chart);
  const areas = areaDemands(evaluation, chart);
  const areaCaption = areas
    .map(({ chart: { area }, remark }) => `${area}: ${remark.toLowerCase()}`)
    .join("; ");
  return {
    together: {
      caption,
      svg: demandChart(chart, { id: "demand", title: `Demand and capacity: ${name}`, description: caption }),
      table: showTable(href, all).table,
    },
    byArea: {
      caption: `How demand for ${name} compares with capacity in each area, month by month.`,
      svg: demandByAreaChart(areas, {
        id: "demand-by-area",
        title: `Demand and capacity by area: ${name}`,
        description: `At the end of the plan. ${areaCaption}.`,
      }),
      ...showTable(href, table),
    },
  };
}

function areaDemands(evaluation: Evaluation, { activity }: CapacityChart): AreaDemand[] {
  return evaluation.capacity
    .filter((series) => series.activity === activity)
    .flatMap((series) => {
      const chart = buildCapacityCharts(evaluation, series.area).find((one) => one.activity === activity);
      return chart === undefined ? [] : [{ chart, remark: remarkOf(series) }];
    });
}

function remarkOf(series: CapacitySeries): string {
  const last = series.demand.length - 1;
  if (series.turnAway) return `Turned away in the last month: ${quantity(series.turnedAway[last])}`;
  const weeks = waitWeeks(series, last);
  return weeks === null ? "No service at the end" : `Wait at the end: ${quantity(weeks)} weeks`;
}

function quantity(value: number | undefined): string {
  return formatCell(value ?? 0, "quantity");
}
