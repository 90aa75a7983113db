import {
  type Day,
  financialYearOf,
  formatDay,
  formatFinancialYear,
  monthOf,
  parseDay,
} from "../model/calendar";
import type { CoverageStretch, Evaluation } from "../model/evaluation";
import { compareIds, type Id } from "../model/identifiers";
import { divideRounded, formatMoney, type Pence, parseMoney, sumPence } from "../model/money";
import type { Price, Provision, Scenario } from "../model/scenario";
import { monthParts, monthsOfYear, YEAR_PARTS } from "../model/timeline";
import { onceEach } from "../model/when-read";
import { annualPrices, indexOf } from "./indexation";
import { annualPriceAtStart, calculateProvisionCost, periodOf } from "./provision-costs";
import { countsAsSupply } from "./supply";

/** A bridging contract that would close gaps: an existing provision that goes on at its price. */
export type BridgingProposal = {
  /** The provision to add: kind bridging, `extends` the one that it continues, under consideration. */
  readonly provision: Provision;
  readonly extends: Id;
  /** What it costs inside the horizon, whole pence. */
  readonly cost: Pence;
  readonly closes: readonly CoverageStretch[];
};

/**
 * Proposes bridging (rules §5): for every gap the cheapest extension of an existing provision that closes it, priced by §2
 * at what the provision would cost had it gone on; ties by id. Gaps that one extension closes are one proposal. Gaps that
 * nothing ended before, or whose candidates have no known price, are left without a proposal.
 *
 * Example: family support at £180,000 a year ends on 31 March, the new lot starts on 1 October: six months, £90,000.00.
 */
export function proposeBridging({ scenario, coverage, timeline }: Evaluation): BridgingProposal[] {
  const proposals = new Map<string, BridgingProposal>();
  // The gaps of many areas and activities fall on the same days, where an extension costs the same.
  const pricedExtension = onceEach(
    ([provision, gap]: readonly [Provision, CoverageStretch]) => {
      const draft = extend(scenario, provision, gap);
      return draft && { draft, cost: calculateProvisionCost(scenario, draft, timeline).total };
    },
    ([{ id }, { from, to }]) => `${id} ${from} ${to}`,
  );
  for (const gap of coverage.gaps) {
    const candidates = scenario.provisions
      .filter((provision) => mayContinue(provision, gap))
      .map((provision) => pricedExtension([provision, gap]))
      .filter((priced) => priced !== null)
      .sort((one, other) => comparePence(one.cost, other.cost) || compareIds(one.draft.id, other.draft.id));
    const [cheapest] = candidates;
    if (cheapest === undefined) continue;
    const { draft, cost } = cheapest;
    const key = `${draft.extends ?? ""} ${draft.start} ${draft.end}`;
    const closes = [...(proposals.get(key)?.closes ?? []), gap];
    proposals.set(key, { provision: draft, extends: draft.extends ?? "", cost, closes });
  }
  return withOwnIds(scenario, [...proposals.values()]);
}

function comparePence(one: Pence, other: Pence): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** It served the same activity in the same area and ended before the gap. */
function mayContinue(provision: Provision, { area, activity, from }: CoverageStretch): boolean {
  return (
    provision.areas.includes(area) &&
    provision.activities.includes(activity) &&
    countsAsSupply(provision) &&
    parseDay(provision.end) < from
  );
}

/** The provision going on for the days of a gap; null when its price is not known. */
function extend(scenario: Scenario, provision: Provision, gap: CoverageStretch): Provision | null {
  if (provision.price === undefined) return null;
  const { id, name, lead, provider, activities, areas, capacity, vat, payment } = provision;
  return {
    id: `bridging-${id}`,
    name: `Bridging: ${name}`,
    kind: "bridging",
    extends: id,
    ...(lead !== undefined && { lead }),
    ...(provider !== undefined && { provider }),
    activities,
    areas,
    start: formatDay(gap.from),
    end: formatDay(gap.to),
    certainty: "under-consideration",
    price: priceGoingOn(scenario, provision, provision.price, gap.from),
    ...(capacity !== undefined && { capacity }),
    ...(vat !== undefined && { vat }),
    ...(payment !== undefined && { payment }),
  };
}

/** The price that would be in force on a day had the provision gone on; a schedule goes on at its last year's rate. */
function priceGoingOn(scenario: Scenario, provision: Provision, price: Price, day: Day): Price {
  if ("schedule" in price) return { annual: formatMoney(lastAnnualRate(provision, price.schedule)) };
  const year = financialYearOf(monthOf(day));
  const index = indexOf(scenario, price.index);
  // An index need only know the years in which it is used so far: beyond them the last price goes on.
  const known = index === undefined || Object.hasOwn(index.rates, formatFinancialYear(year));
  const annual = annualPrices(
    {
      annualAtStart: annualPriceAtStart(price),
      start: parseDay(provision.start),
      index: known ? index : undefined,
      terms: price,
    },
    year,
  ).get(year);
  const { upliftFloor, upliftCap } = price;
  return {
    annual: formatMoney(annual ?? 0n),
    ...(known && price.index !== undefined && { index: price.index }),
    ...(upliftFloor !== undefined && { upliftFloor }),
    ...(upliftCap !== undefined && { upliftCap }),
  };
}

function lastAnnualRate(provision: Provision, schedule: Readonly<Record<string, string>>): Pence {
  const period = periodOf(provision);
  const year = financialYearOf(monthOf(period.to));
  const parts = sumPence(monthsOfYear(year).map((month) => BigInt(monthParts(period, month))));
  const amount = schedule[formatFinancialYear(year)];
  return amount === undefined || parts === 0n ? 0n : divideRounded(parseMoney(amount) * YEAR_PARTS, parts);
}

/** Proposals get ids that the scenario does not have yet. */
function withOwnIds(scenario: Scenario, proposals: readonly BridgingProposal[]): BridgingProposal[] {
  const taken = new Set(scenario.provisions.map(({ id }) => id));
  return proposals.map((proposal) => {
    let id = proposal.provision.id;
    for (let number = 2; taken.has(id); number++) id = `${proposal.provision.id}-${number}`;
    taken.add(id);
    return { ...proposal, provision: { ...proposal.provision, id } };
  });
}
