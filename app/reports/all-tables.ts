import type { Evaluation } from "../../scenarios/model/evaluation";
import { buildCapacityTable } from "./capacity-years";
import { buildChecksTable } from "./checks";
import { buildContractsTable } from "./contracts";
import { buildContributionYearsTable } from "./contribution-years";
import { buildContributionsTable } from "./contributions";
import { buildOtherBasesTable } from "./contributions-bases";
import { buildBenefitTable, buildFairnessTable, buildTodayTable } from "./contributions-fair";
import { buildIfOthersDeclineTable, buildOneLeavesTable } from "./contributions-others";
import { buildPotTable } from "./contributions-pot";
import { buildCoverageMatrixTable } from "./coverage-matrix";
import { buildDoubleRunningTable, buildGapsTable, buildUnconfirmedTable } from "./coverage-stretches";
import { buildDrawOrderTable } from "./draw-order";
import { buildFundingBalanceTable } from "./funding-balance";
import { buildFundingCertaintyTable } from "./funding-certainty";
import { buildFundingEndsTable } from "./funding-ends";
import { buildFundingMatrixTable } from "./funding-matrix";
import { buildFundingProvisionsTable } from "./funding-provisions";
import { buildFundingSourcesTable } from "./funding-sources";
import { buildLotPatternsTable } from "./lot-patterns";
import { buildMonthlyCostsTable } from "./monthly-costs";
import { buildNoticesTable } from "./notices";
import { buildPayerYearsTable } from "./payer-years";
import { buildRaisedRisksTable } from "./raised-risks";
import type { ReportTable } from "./report-table";
import { buildRingFencesTable } from "./ring-fences";
import { buildRiskRegisterTable } from "./risk-register";
import { buildCommitmentsTable, buildObjectivesTable } from "./strategy";
import { buildTimelineTable } from "./timeline-rows";
import { buildContractValuesTable, buildVatTable } from "./vat";
import { buildWaitsTable } from "./waits-years";
import { buildWhoPaysTable } from "./who-pays";
import { buildYearSummaryTable } from "./year-summary";
import { buildYearlyCostsTable } from "./yearly-costs";

type TableBuilder = (evaluation: Evaluation) => ReportTable;

/** The tables of a scenario as a whole, by their ids. */
const TABLES: Readonly<Record<string, TableBuilder>> = {
  notices: buildNoticesTable,
  "year-summary": buildYearSummaryTable,
  contracts: buildContractsTable,
  "lot-patterns": (evaluation) => buildLotPatternsTable(evaluation),
  "monthly-costs": buildMonthlyCostsTable,
  "yearly-costs": buildYearlyCostsTable,
  vat: buildVatTable,
  "contract-values": buildContractValuesTable,
  contributions: buildContributionYearsTable,
  coverage: buildCoverageMatrixTable,
  gaps: buildGapsTable,
  unconfirmed: buildUnconfirmedTable,
  "double-running": buildDoubleRunningTable,
  capacity: (evaluation) => buildCapacityTable(evaluation),
  "funding-sources": buildFundingSourcesTable,
  "funding-provisions": buildFundingProvisionsTable,
  "funding-matrix": buildFundingMatrixTable,
  "who-pays": (evaluation) => buildWhoPaysTable(evaluation),
  "funding-certainty": buildFundingCertaintyTable,
  "funding-balance": buildFundingBalanceTable,
  "funding-ends": buildFundingEndsTable,
  "draw-order": buildDrawOrderTable,
  "ring-fences": buildRingFencesTable,
  "payer-years": buildPayerYearsTable,
  timeline: (evaluation) => buildTimelineTable(evaluation),
  objectives: buildObjectivesTable,
  commitments: buildCommitmentsTable,
  risks: buildRiskRegisterTable,
  "risks-raised": buildRaisedRisksTable,
  checks: buildChecksTable,
};

/** The tables of a round or of an activity, by the words before its id: `pot-districts`, `capacity-helpline`. */
const TABLES_OF_ROUND: Readonly<Record<string, (evaluation: Evaluation, id: string) => ReportTable>> = {
  "contributions-": buildContributionsTable,
  "pot-": buildPotTable,
  "if-others-decline-": buildIfOthersDeclineTable,
  "one-leaves-": buildOneLeavesTable,
  "other-bases-": buildOtherBasesTable,
  "today-": buildTodayTable,
  "benefit-": buildBenefitTable,
  "fairness-": buildFairnessTable,
};

const TABLES_OF_ACTIVITY: typeof TABLES_OF_ROUND = {
  "capacity-": buildCapacityTable,
  "timeline-": buildTimelineTable,
  "waits-": buildWaitsTable,
};

const WHO_PAYS = "who-pays-";

/** The ids of every table that an evaluation has: what a page may offer as a file. */
export function tableIds(evaluation: Evaluation): readonly string[] {
  const { contributions = [], activities } = evaluation.scenario;
  return [
    ...Object.keys(TABLES),
    ...contributions.flatMap(({ id }) => Object.keys(TABLES_OF_ROUND).map((prefix) => `${prefix}${id}`)),
    ...activities.flatMap(({ id }) => Object.keys(TABLES_OF_ACTIVITY).map((prefix) => `${prefix}${id}`)),
    ...evaluation.timeline.years.map((year) => `${WHO_PAYS}${year}`),
  ];
}

/** A table by its id; null when there is no such table. */
export function findTable(evaluation: Evaluation, tableId: string): ReportTable | null {
  if (!tableIds(evaluation).includes(tableId)) return null;
  const whole = TABLES[tableId];
  if (whole !== undefined) return whole(evaluation);
  if (tableId.startsWith(WHO_PAYS))
    return buildWhoPaysTable(evaluation, Number(tableId.slice(WHO_PAYS.length)));
  for (const [prefix, build] of Object.entries({ ...TABLES_OF_ROUND, ...TABLES_OF_ACTIVITY })) {
    if (tableId.startsWith(prefix)) return build(evaluation, tableId.slice(prefix.length));
  }
  return null;
}
