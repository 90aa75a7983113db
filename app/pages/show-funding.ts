import { type FinancialYear, formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { fundingFlowChart } from "../charts/funding-flow";
import { stackedYearsChart } from "../charts/stacked-years";
import { certaintyBandsOf } from "../charts/year-bands";
import { showTable } from "../lib/shown-table";
import { bottleneckSentences } from "../reports/bottleneck";
import { buildDrawOrderTable } from "../reports/draw-order";
import { buildFundingBalanceTable } from "../reports/funding-balance";
import { buildFundingCertaintyTable } from "../reports/funding-certainty";
import { buildFundingEndsTable } from "../reports/funding-ends";
import { buildFundingFlow } from "../reports/funding-flow";
import { buildFundingSourcesTable } from "../reports/funding-sources";
import { certaintySentence, flowSentence } from "../reports/picture-sentences";
import { buildRingFencesTable } from "../reports/ring-fences";
import { buildWhoPaysTable } from "../reports/who-pays";
import { withoutColumns } from "../reports/without-columns";
import type { PageRequest } from "./page-request";

/** What pays for what, what nobody pays and what cannot be spent; the flow is that of one financial year. */
export function showFunding({ evaluation, href }: PageRequest, year: string) {
  return {
    short: bottleneckSentences(evaluation),
    certainty: certaintyFigure(evaluation, href),
    balance: showTable(href, buildFundingBalanceTable(evaluation)),
    ends: showTable(href, buildFundingEndsTable(evaluation)),
    flow: flowFigure(evaluation, Number(year), href),
    order: showTable(href, buildDrawOrderTable(evaluation)),
    ringFences: showTable(href, buildRingFencesTable(evaluation)),
    sources: showTable(
      href,
      withoutColumns(buildFundingSourcesTable(evaluation), ["owner", "certainty", "may-pay-for"]),
    ),
  };
}

function certaintyFigure(evaluation: Evaluation, href: string) {
  const caption = certaintySentence(evaluation);
  const text = { id: "certainty", title: "How firm the money is by financial year", description: caption };
  return {
    caption,
    svg: stackedYearsChart(certaintyBandsOf(evaluation), text),
    ...showTable(href, buildFundingCertaintyTable(evaluation)),
  };
}

function flowFigure(evaluation: Evaluation, year: FinancialYear, href: string) {
  const caption = flowSentence(evaluation, year);
  const title = `What pays for what in ${formatFinancialYear(year)}`;
  return {
    caption,
    svg: fundingFlowChart(buildFundingFlow(evaluation, year), {
      id: "flow-picture",
      title,
      description: caption,
    }),
    ...showTable(href, buildWhoPaysTable(evaluation, year)),
  };
}
