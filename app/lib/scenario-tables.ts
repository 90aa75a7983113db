import type { Evaluation } from "../../scenarios/model/evaluation";
import { buildCapacityTable } from "../reports/capacity-years";
import { buildChecksTable } from "../reports/checks";
import { buildContractsTable } from "../reports/contracts";
import { buildContributionYearsTable } from "../reports/contribution-years";
import { buildContributionsTable } from "../reports/contributions";
import { buildOtherBasesTable } from "../reports/contributions-bases";
import { buildIfOthersDeclineTable } from "../reports/contributions-others";
import { buildPotTable } from "../reports/contributions-pot";
import { buildCoverageMatrixTable } from "../reports/coverage-matrix";
import {
  buildDoubleRunningTable,
  buildGapsTable,
  buildUnconfirmedTable,
} from "../reports/coverage-stretches";
import { buildFundingCertaintyTable } from "../reports/funding-certainty";
import { buildFundingMatrixTable } from "../reports/funding-matrix";
import { buildFundingProvisionsTable } from "../reports/funding-provisions";
import { buildFundingSourcesTable } from "../reports/funding-sources";
import { buildMonthlyCostsTable } from "../reports/monthly-costs";
import { buildNoticesTable } from "../reports/notices";
import { buildPayerYearsTable } from "../reports/payer-years";
import type { ReportTable } from "../reports/report-table";
import { buildTimelineTable } from "../reports/timeline-rows";
import { buildWhoPaysTable } from "../reports/who-pays";
import { buildYearSummaryTable } from "../reports/year-summary";
import { buildYearlyCostsTable } from "../reports/yearly-costs";

type Builder = (evaluation: Evaluation) => ReportTable | readonly ReportTable[];

const BUILDERS: readonly Builder[] = [
  buildYearSummaryTable,
  buildYearlyCostsTable,
  buildMonthlyCostsTable,
  buildContractsTable,
  buildPayerYearsTable,
  (evaluation) => buildWhoPaysTable(evaluation),
  buildContributionYearsTable,
  contributionTables,
  buildFundingMatrixTable,
  buildFundingSourcesTable,
  buildFundingProvisionsTable,
  buildFundingCertaintyTable,
  buildCoverageMatrixTable,
  (evaluation) => buildTimelineTable(evaluation),
  buildGapsTable,
  buildUnconfirmedTable,
  buildDoubleRunningTable,
  capacityTables,
  buildNoticesTable,
  buildChecksTable,
];

/** The table with this id, of all that the pages of a scenario show; null when no page has such a one. */
export function findTable(evaluation: Evaluation, id: string): ReportTable | null {
  return BUILDERS.flatMap((build) => build(evaluation)).find((table) => table.id === id) ?? null;
}

function contributionTables(evaluation: Evaluation): readonly ReportTable[] {
  return [...evaluation.contributions.keys()].flatMap((round) => [
    buildContributionsTable(evaluation, round),
    buildOtherBasesTable(evaluation, round),
    buildIfOthersDeclineTable(evaluation, round),
    buildPotTable(evaluation, round),
  ]);
}

function capacityTables(evaluation: Evaluation): readonly ReportTable[] {
  const byActivity = evaluation.scenario.activities.flatMap(({ id }) => [
    buildCapacityTable(evaluation, id),
    buildTimelineTable(evaluation, id),
  ]);
  return [buildCapacityTable(evaluation), ...byActivity];
}
