import { type FinancialYear, formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { sumPence } from "../../scenarios/model/money";
import type { CapacityChart } from "./capacity-series";
import { formatCell, formatPounds } from "./format-table";
import { horizonWords, withoutPrice } from "./table-parts";
import { sumOfKinds } from "./year-summary";

/** What a picture says, in a sentence or two with its figures: its caption, and what a person hears who cannot see it. */
export function costSentence(evaluation: Evaluation): string {
  const cost = sumPence(sumOfKinds(evaluation, ["contract", "uplift", "one-off"]));
  const missing = withoutPrice(evaluation).length;
  const without = missing === 0 ? "" : `, without ${count(missing, "provision")} whose price is not known`;
  const { unfunded } = evaluation.funding;
  const first = unfunded.findIndex((amount) => amount > 0n);
  const funded =
    first < 0
      ? "All of it is funded."
      : `${formatPounds(sumPence(unfunded))} of it is unfunded, first in ${yearAt(evaluation, first)}.`;
  return `The cost from ${horizonWords(evaluation)} is ${formatPounds(cost)}${without}. ${funded}`;
}

export function certaintySentence(evaluation: Evaluation): string {
  const { byCertainty } = evaluation.funding;
  const sums = {
    confirmed: sumPence(byCertainty.map(({ confirmed }) => confirmed)),
    indicative: sumPence(byCertainty.map(({ indicative }) => indicative)),
    atRisk: sumPence(byCertainty.map(({ atRisk }) => atRisk)),
    unfunded: sumPence(byCertainty.map(({ unfunded }) => unfunded)),
  };
  const cost = sumPence(Object.values(sums));
  const money = `${formatPounds(sums.confirmed)} is confirmed, ${formatPounds(sums.indicative)} indicative and ${formatPounds(sums.atRisk)} at risk`;
  const missing = sums.unfunded > 0n ? `; ${formatPounds(sums.unfunded)} is unfunded` : "";
  return `Of ${formatPounds(cost)} from ${horizonWords(evaluation)}, ${money}${missing}.`;
}

export function coverageSentence({ coverage: { counts } }: Evaluation): string {
  const required = counts.covered + counts.unconfirmed + counts.gap;
  if (required === 0) return "Nothing is required here, so no gap is counted.";
  const gaps =
    counts.gap === 0 ? "None has a gap" : `${whole(counts.gap)} ${counts.gap === 1 ? "has" : "have"} a gap`;
  const unsure =
    counts.unconfirmed === 0
      ? "none rests on something unconfirmed"
      : `${whole(counts.unconfirmed)} ${counts.unconfirmed === 1 ? "rests" : "rest"} on something unconfirmed`;
  return `${whole(counts.covered)} of ${count(required, "month")} of a required service in an area are covered by confirmed provisions. ${gaps}; ${unsure}.`;
}

export function demandSentence({ months, unit, keepsList, area }: CapacityChart): string {
  const year = months.slice(-12);
  const sum = (of: (month: (typeof months)[number]) => number): string =>
    formatCell(Math.round(year.reduce((total, month) => total + of(month), 0)), "whole");
  const last = months.at(-1);
  const left = keepsList
    ? `${formatCell(Math.round(last?.waiting ?? 0), "whole")} wait at the end.`
    : `${sum(({ turnedAway }) => turnedAway)} are turned away.`;
  return `${area}, the last ${year.length} months: demand ${sum(({ demand }) => demand)}, capacity ${sum(({ capacity }) => capacity)} (${unit}). ${left}`;
}

export function flowSentence(evaluation: Evaluation, year: FinancialYear): string {
  const place = evaluation.timeline.years.indexOf(year);
  const cost = sumOfKinds(evaluation, ["contract", "uplift", "one-off"])[place] ?? 0n;
  const unfunded = evaluation.funding.unfunded[place] ?? 0n;
  const words = `In ${formatFinancialYear(year)} the provisions cost ${formatPounds(cost)}.`;
  return unfunded > 0n
    ? `${words} ${formatPounds(unfunded)} of it is paid for by nobody.`
    : `${words} All of it is paid for.`;
}

function yearAt({ timeline }: Evaluation, place: number): string {
  return formatFinancialYear(timeline.years[place] ?? 0);
}

function count(number: number, noun: string): string {
  return `${whole(number)} ${noun}${number === 1 ? "" : "s"}`;
}

function whole(number: number): string {
  return formatCell(number, "whole");
}
