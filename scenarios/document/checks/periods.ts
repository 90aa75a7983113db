import {
  aprilOf,
  dayFromText,
  type FinancialYear,
  financialYearOf,
  firstDayOf,
  formatFinancialYear,
  monthFromText,
  monthOf,
} from "../../model/calendar";
import { type Period, sharedPeriod, type Timeline, timelineOf } from "../../model/timeline";
import type { Fault } from "../fault";
import { LIMITS } from "../limits";
import type { SalvagedScenario } from "../salvage";
import { shown } from "../words";
import { placed } from "./walk";

/** The horizon laid out; null where it is not known, ends before it starts, or is too long. */
export function timelineFrom({ horizon }: SalvagedScenario): Timeline | null {
  const { start, end } = horizon ?? {};
  if (start === undefined || end === undefined) return null;
  const months = (monthFromText(end) ?? 0) - (monthFromText(start) ?? 0) + 1;
  return months > 0 && months <= LIMITS.horizonMonths ? timelineOf({ start, end }) : null;
}

/** The period between two dates; null where one is not known or they do not lie in order. */
export function periodFrom(from: string | undefined, to: string | undefined): Period | null {
  const [first, last] = [dayFromText(from ?? ""), dayFromText(to ?? "")];
  return first === null || last === null || first > last ? null : { from: first, to: last };
}

/** The financial years of the horizon of which a period has at least a day. */
export function yearsOf(period: Period, timeline: Timeline): readonly FinancialYear[] {
  const { from, to } = sharedPeriod(period, { from: timeline.firstDay, to: timeline.lastDay });
  return from > to
    ? []
    : timeline.years.filter(
        (year) => year >= financialYearOf(monthOf(from)) && year <= financialYearOf(monthOf(to)),
      );
}

/** The horizon is not too long to lay out by month. */
export function checkHorizon({ horizon }: SalvagedScenario): Fault[] {
  const [start, end] = [monthFromText(horizon?.start ?? ""), monthFromText(horizon?.end ?? "")];
  if (start === null || end === null || end - start < LIMITS.horizonMonths) return [];
  return [
    {
      keys: ["horizon", "end"],
      code: "too-long",
      state: `is ${shown(horizon?.end)}, ${end - start + 1} months from the start`,
      remedy: `shorten the horizon to ${LIMITS.horizonMonths} months`,
    },
  ];
}

/** Amounts that rise by an index, and since when. */
type Indexed = {
  readonly index?: string | undefined;
  readonly firstUplift?: string | undefined;
  readonly start: string | undefined;
  readonly about: string;
};

/**
 * An index has a rate for every 1 April after the start of each price and pot that rises by it, from the first uplift
 * to the end of the horizon (rules §2.2): a missing rate is not a rate of 0.
 */
export function checkIndexRates(scenario: SalvagedScenario): Fault[] {
  const timeline = timelineFrom(scenario);
  if (timeline === null) return [];
  const used: Indexed[] = [
    ...placed(scenario.provisions).map(([{ id, start, price }]) => ({
      ...(price !== undefined && "annual" in price ? price : {}),
      start,
      about: `the price of provision ${shown(id)}`,
    })),
    ...placed(scenario.contributions).map(([{ id, from, pot }]) => ({
      ...pot,
      start: from,
      about: `the pot of contribution round ${shown(id)}`,
    })),
  ];
  return used.flatMap((indexed) => missingRates(scenario, indexed, timeline.years.at(-1) as FinancialYear));
}

function missingRates(scenario: SalvagedScenario, indexed: Indexed, last: FinancialYear): Fault[] {
  const [start, firstUplift] = [dayFromText(indexed.start ?? ""), dayFromText(indexed.firstUplift ?? "")];
  const found = placed(scenario.indexes).find(([{ id }]) => id !== undefined && id === indexed.index);
  const rates = found?.[0].rates;
  if (start === null || found === undefined || rates === undefined) return [];
  if (indexed.firstUplift === undefined && "firstUplift" in indexed) return [];
  const faults: Fault[] = [];
  for (let year = financialYearOf(monthOf(start)) + 1; year <= last; year++) {
    const text = formatFinancialYear(year);
    const uplifted = firstUplift === null || firstDayOf(aprilOf(year)) >= firstUplift;
    if (!uplifted || Object.hasOwn(rates, text)) continue;
    faults.push({
      keys: ["indexes", found[1], "rates", text],
      code: "missing",
      state: `is missing, and ${indexed.about} needs it`,
      remedy: 'add the rate in percent, such as "2.0"',
    });
  }
  return faults;
}
