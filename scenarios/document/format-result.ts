import { formatDay, formatFinancialYear, formatMonth } from "../model/calendar";
import {
  type ByYear,
  type CapacitySeries,
  type CoverageStretch,
  type Evaluation,
  type MemberOutcome,
  type ProvisionCost,
  type RoundOutcome,
  waitWeeks,
} from "../model/evaluation";
import { compareIds } from "../model/identifiers";
import { divideRounded, formatMoney, type Pence } from "../model/money";
import { formatQuantity } from "../model/quantity";
import { parts, type Rational } from "../model/rational";
import type { MoneyByYear, Result, ResultCost, ResultRound, ResultStretch } from "../model/result";

/**
 * An evaluation as the result document of the scenario file's second page: money as text with two decimals, other
 * quantities with up to six, rounded half up. Every record by month or year has all of the horizon; other records
 * leave out what is zero. Lists keep the order of the evaluation.
 *
 * Example: `costs.joint.years["2016/17"]` is `"612000.00"`.
 */
export function formatResult(evaluation: Evaluation): Result {
  const { scenario, timeline, lots, coverage, funding } = evaluation;
  const years = timeline.years.map(formatFinancialYear);
  const months = timeline.months.map(formatMonth);
  const byYear = <Value, Text>(values: readonly Value[], format: (value: Value) => Text) =>
    recordOf(years, values.map(format));
  const money = (amounts: ByYear): MoneyByYear => byYear(amounts, formatMoney);
  return {
    format: "commissioning-result/1",
    scenario: { id: scenario.id, name: scenario.name },
    years,
    months,
    costs: mapped(evaluation.costs, (cost) => formatCost(cost, months, money)),
    contributions: mapped(evaluation.contributions, (round) => formatRound(round, money)),
    ifOthersDecline: mapped(evaluation.ifOthersDecline, (members) =>
      mapped(members, ({ all, asDeclared, onlyThisOne }) => ({
        all: moneyOrNull(all),
        asDeclared: moneyOrNull(asDeclared),
        onlyThisOne: moneyOrNull(onlyThisOne),
      })),
    ),
    lots: lots.map(({ pattern, lots: count, overhead, direct, fte, handOffs }) => ({
      pattern,
      lots: count,
      overhead: formatMoney(overhead),
      direct: formatMoney(direct),
      fte: formatRational(fte),
      handOffs: formatRational(handOffs),
    })),
    coverage: {
      counts: coverage.counts,
      gaps: coverage.gaps.map(formatStretch),
      unconfirmed: coverage.unconfirmed.map(formatStretch),
      doubleRunning: coverage.doubleRunning.map((stretch) => ({
        ...formatStretch(stretch),
        provisions: stretch.provisions.toSorted(compareIds),
        cost: formatMoney(stretch.cost),
      })),
    },
    capacity: evaluation.capacity.flatMap((series) => formatCapacity(series, months)),
    funding: {
      unfunded: money(funding.unfunded),
      provisions: mapped(funding.provisions, (ofYears) =>
        byYear(ofYears, ({ cost, contributions, sources, unfunded }) => ({
          cost: formatMoney(cost),
          contributions: formatMoney(contributions),
          sources: mapped(withoutZeros(sources), formatMoney),
          unfunded: formatMoney(unfunded),
        })),
      ),
      sources: mapped(funding.sources, (ofYears) =>
        byYear(ofYears, ({ available, used, unused }) => ({
          available: formatMoney(available),
          used: formatMoney(used),
          unused: formatMoney(unused),
        })),
      ),
      bottleneck: byYear(funding.bottleneck, (provisions) => provisions),
      byCertainty: byYear(funding.byCertainty, ({ confirmed, indicative, atRisk, unfunded }) => ({
        confirmed: formatMoney(confirmed),
        indicative: formatMoney(indicative),
        atRisk: formatMoney(atRisk),
        unfunded: formatMoney(unfunded),
      })),
    },
    checks: evaluation.checks.map(({ id, ok, difference, about }) => ({
      id,
      ok,
      difference: formatMoney(difference),
      about,
    })),
    warnings: evaluation.warnings,
  };
}

type FormatYears = (amounts: ByYear) => MoneyByYear;

function formatCost(cost: ProvisionCost, months: readonly string[], money: FormatYears): ResultCost {
  return {
    months: recordOf(months, cost.months.map(formatMoney)),
    years: money(cost.years),
    oneOffs: money(cost.oneOffYears),
    total: formatMoney(cost.total),
  };
}

function formatRound(round: RoundOutcome, money: FormatYears): ResultRound {
  const toppedUp = [...round.toppedUp].filter(([, amounts]) => amounts.some((amount) => amount !== 0n));
  return {
    pot: money(round.pot),
    happens: round.happens,
    capacityScale: formatRational(round.capacityScale),
    members: Object.fromEntries(
      round.members.map((member) => [member.organisation, formatMember(member, money)]),
    ),
    toppedUp: mapped(new Map(toppedUp), money),
    shortfall: money(round.shortfall),
  };
}

function formatMember(member: MemberOutcome, money: FormatYears): ResultRound["members"][string] {
  return {
    choice: member.choice,
    share: money(member.share),
    buyIn: money(member.buyIn),
    override: member.override === null ? {} : money(member.override),
    total: formatMoney(member.total),
  };
}

function formatStretch({ area, activity, from, to, days }: CoverageStretch): ResultStretch {
  return { area, activity, from: formatDay(from), to: formatDay(to), days };
}

function formatCapacity(series: CapacitySeries, months: readonly string[]): Result["capacity"] {
  return months.map((month, place) => {
    const quantity = (ofMonths: Float64Array) => formatQuantity(ofMonths[place] as number);
    const capacity = quantity(series.capacity);
    // A rounding error of a capacity that was passed on is none to divide by: the row says 0 and so no wait.
    const weeks = capacity === "0" ? null : waitWeeks(series, place);
    return {
      area: series.area,
      activity: series.activity,
      month,
      demand: quantity(series.demand),
      entitlement: quantity(series.entitlement),
      capacity,
      served: quantity(series.served),
      waiting: quantity(series.waiting),
      turnedAway: quantity(series.turnedAway),
      left: quantity(series.left),
      waitWeeks: weeks === null ? null : formatQuantity(weeks),
    };
  });
}

const SIX_DECIMALS = 1_000_000n;

/** A rational with up to six decimals, rounded half up, without trailing zeros: 4/7 is `"0.571429"`. */
export function formatRational(value: Rational): string {
  const { numerator, denominator } = parts(value);
  const millionths = divideRounded(numerator * SIX_DECIMALS, denominator);
  const absolute = millionths < 0n ? -millionths : millionths;
  const decimals = String(absolute % SIX_DECIMALS)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${millionths < 0n ? "-" : ""}${absolute / SIX_DECIMALS}${decimals === "" ? "" : `.${decimals}`}`;
}

function moneyOrNull(amount: Pence | null): string | null {
  return amount === null ? null : formatMoney(amount);
}

function recordOf<Value>(keys: readonly string[], values: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(keys.map((key, place) => [key, values[place] as Value]));
}

function mapped<Value, Text>(
  map: ReadonlyMap<string, Value>,
  format: (value: Value) => Text,
): Readonly<Record<string, Text>> {
  return Object.fromEntries([...map].map(([key, value]) => [key, format(value)]));
}

function withoutZeros(amounts: ReadonlyMap<string, Pence>): ReadonlyMap<string, Pence> {
  return new Map([...amounts].filter(([, amount]) => amount !== 0n));
}
