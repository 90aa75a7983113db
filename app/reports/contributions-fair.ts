import { apportion } from "../../scenarios/calculate/apportion";
import { commonDenominator } from "../../scenarios/calculate/blend";
import { benefitsOf, roundFairness } from "../../scenarios/calculate/round-fairness";
import { roundToSum } from "../../scenarios/compare/waterfall";
import { formatFinancialYear, parseDay } from "../../scenarios/model/calendar";
import type { Evaluation, RoundOutcome } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import { parseMoney } from "../../scenarios/model/money";
import { yearParts, YEAR_PARTS } from "../../scenarios/model/timeline";
import { paidByYear, roundOf } from "./contributions";
import { namesOf } from "./names";
import { paysNowAYear } from "./partner/own-payments";
import type { Cell, ReportColumn, ReportTable } from "./report-table";
import { horizonWords, known, totalRow } from "./table-parts";

/** What each district's residents get of what the pot buys, beside what it pays. Without rows where nothing is bought. */
export function buildBenefitTable(evaluation: Evaluation, roundId: Id): ReportTable {
  const { round } = roundOf(evaluation, roundId);
  const benefits = benefitsOf(evaluation, round) ?? [];
  const columns: readonly ReportColumn[] = [
    { id: "organisation", label: "District", kind: "text" },
    { id: "benefit", label: "Worth of what its residents get", kind: "money" },
    { id: "contribution", label: "Contribution", kind: "money" },
    { id: "difference", label: "Benefit minus contribution", kind: "money" },
  ];
  const names = namesOf(evaluation.scenario);
  const rows = benefits.map(({ organisation, benefit, contribution }) => ({
    id: organisation,
    cells: [names.organisation(organisation), benefit, contribution, benefit - contribution],
  }));
  const access = round.capacity?.access ?? "open";
  return {
    id: `benefit-${roundId}`,
    title: `${round.name}: benefit minus contribution`,
    note: `Over ${horizonWords(evaluation)}, in pounds. The money that buys capacity is counted as worth what is paid for it, ${ACCESS_WORDS[access]}. What nobody of these pays is the difference in the total.`,
    columns,
    rows,
    total: totalRow(columns, rows),
  };
}

const ACCESS_WORDS = {
  open: "and is divided by new demand in every member's area, because the service is open to all",
  members: "and is divided by new demand among those who pay, because only they have access",
  "by-contribution": "and is divided by contribution, as access is",
} as const;

/** Three answers to "what is fair?", as information. Without rows where the round has no price for buying alone. */
export function buildFairnessTable(evaluation: Evaluation, roundId: Id): ReportTable {
  const { round, outcome } = roundOf(evaluation, roundId);
  const lines = roundFairness(evaluation, round) ?? [];
  const columns: readonly ReportColumn[] = [
    { id: "organisation", label: "District", kind: "text" },
    { id: "share", label: "Its part of the annual pot", kind: "money" },
    { id: "stand-alone", label: "Buying alone", kind: "money" },
    { id: "incremental", label: "What it adds when all others buy", kind: "money" },
    { id: "shapley", label: "What it adds on average (Shapley value)", kind: "money" },
  ];
  const annual = round.pot === undefined ? 0n : parseMoney(round.pot.annual);
  const parts = lines.length === 0 ? [] : apportion(annual, blendedWeights(outcome));
  const shapley = roundToSum(lines.map((line) => line.shapley));
  const names = namesOf(evaluation.scenario);
  const rows = lines.map(({ standAlone, incremental }, place) => {
    const { organisation } = known(outcome.members[place], `member ${place} of ${roundId}`);
    const figures = [parts[place] ?? 0n, standAlone, incremental, shapley[place] ?? 0n];
    return { id: organisation, cells: [names.organisation(organisation), ...figures] };
  });
  return {
    id: `fairness-${roundId}`,
    title: `${round.name}: three views of what is fair`,
    note: "A full year at the prices of the first, in pounds, as information; the decision is the members'. The pot's capacity is divided by blended share and priced as a buy-in: alone, as the last to join, and on average over every order in which the members could join.",
    columns,
    rows,
    total: totalRow(columns, rows, { except: ["stand-alone", "incremental"] }),
  };
}

function blendedWeights({ members }: RoundOutcome): bigint[] {
  const common = commonDenominator(members.map(({ blendedShare }) => blendedShare));
  return members.map(({ blendedShare }) => blendedShare.n * (common / blendedShare.d));
}

/** Who pays more and who pays less than now, in the first whole year of the round. Without rows where it has none. */
export function buildTodayTable(evaluation: Evaluation, roundId: Id): ReportTable {
  const { round, outcome } = roundOf(evaluation, roundId);
  const { timeline, scenario } = evaluation;
  const period = { from: parseDay(round.from), to: parseDay(round.to) };
  const year = yearParts(timeline, period).findIndex((parts) => parts === YEAR_PARTS);
  const ofYear = timeline.years[year];
  const columns: readonly ReportColumn[] = [
    { id: "organisation", label: "District", kind: "text" },
    { id: "now", label: "Pays now in a year", kind: "money" },
    {
      id: "then",
      label: ofYear === undefined ? "Pays" : `Pays in ${formatFinancialYear(ofYear)}`,
      kind: "money",
    },
    { id: "change", label: "Change", kind: "money" },
    { id: "words", label: "In words", kind: "text" },
  ];
  const names = namesOf(scenario);
  const rows = (ofYear === undefined ? [] : outcome.members).map((member) => {
    const { organisation } = member;
    const now = paysNowAYear({ withPrices: evaluation, organisation, rounds: [{ round }] });
    const then = paidByYear(member)[year] ?? 0n;
    const cells: Cell[] = [names.organisation(organisation), now, then, then - now, changeWords(then - now)];
    return { id: organisation, cells };
  });
  const count = (is: (change: bigint) => boolean): number =>
    rows.filter(({ cells }) => typeof cells[3] === "bigint" && is(cells[3])).length;
  const [more, less] = [count((change) => change > 0n), count((change) => change < 0n)];
  return {
    id: `today-${roundId}`,
    title: `${round.name}: against today`,
    note: `${more} pay more than now, ${less} less, ${rows.length - more - less} the same. In pounds; now is what the round states as historic, else what a district's own funds pay for existing contracts.`,
    columns,
    rows,
    total: totalRow(columns, rows),
  };
}

function changeWords(change: bigint): string {
  if (change === 0n) return "The same";
  return change > 0n ? "Pays more" : "Pays less";
}
