import { parseDay } from "../model/calendar";
import type { MemberOutcome, RoundOutcome } from "../model/evaluation";
import { compareIds, type Id } from "../model/identifiers";
import { parseQuantity, type Quantity } from "../model/quantity";
import { approximate } from "../model/rational";
import type { ContributionRound, Provision, Scenario } from "../model/scenario";
import { daysInMonthAt, daysInServiceAt, type Period, sharedPeriod, type Timeline } from "../model/timeline";
import { annualUnits } from "./annual-capacity";
import { periodOf } from "./provision-costs";
import { countsAsSupply, SUPPLY_FIELDS, type SuppliedScenario } from "./supply";

/** Of a provision capacity is read from these fields and no others. */
export const SOURCE_FIELDS = [...SUPPLY_FIELDS, "capacity"] as const satisfies readonly (keyof Provision)[];
type SourceProvision = Pick<Provision, (typeof SOURCE_FIELDS)[number]>;
export type SuppliedCapacity = Pick<SuppliedScenario, "areas" | "activities"> &
  Pick<Scenario, "contributions"> & { readonly provisions: readonly SourceProvision[] };

/** Capacity of one activity that is an area's own, by month. */
export type OwnCapacity = { readonly activity: Id; readonly area: Id; readonly monthly: Float64Array };
/** Capacity of one activity that several areas share by need, by month. */
export type Pool = { readonly activity: Id; readonly areas: readonly Id[]; readonly monthly: Float64Array };

/**
 * All capacity of a scenario by month of the horizon (rules §§4 and 6): annual ÷ 12 × days in service ÷ days in the month.
 *
 * Pools are entries for two or more areas and pots with access open or members; all else (bought-in, signed local,
 * by-contribution, entries for one area) is an area's own. Pools stand in the order in which they are used: fewest
 * areas first, provisions before rounds, then id, then position. A round's capacity and buy-ins count on the days of the
 * round on which its provision is in service.
 */
export function capacitySources(
  scenario: SuppliedCapacity,
  rounds: ReadonlyMap<Id, RoundOutcome>,
  timeline: Timeline,
): { readonly own: readonly OwnCapacity[]; readonly pools: readonly Pool[] } {
  const own: OwnCapacity[] = [];
  const pools: Pool[] = [];
  const add = (activity: Id, areas: readonly Id[], monthly: Float64Array): void => {
    const [only] = areas;
    if (areas.length === 1 && only !== undefined) own.push({ activity, area: only, monthly });
    else if (areas.length > 1) pools.push({ activity, areas, monthly });
  };
  for (const provision of inOrderOfIds(scenario.provisions.filter(countsAsSupply))) {
    const period = periodOf(provision);
    for (const entry of provision.capacity ?? []) {
      add(
        entry.activity,
        unique(entry.areas ?? provision.areas),
        spread(annualUnits(entry), period, timeline),
      );
    }
  }
  for (const round of inOrderOfIds(scenario.contributions ?? [])) {
    const outcome = rounds.get(round.id);
    if (outcome === undefined) throw new Error(`no outcome of round ${round.id}`);
    const period = sharedPeriod(roundPeriod(round), periodOf(provisionOf(scenario, round)));
    own.push(...boughtIn(round, outcome, period, timeline));
    if (round.capacity === undefined || !outcome.happens) continue;
    const { activity, access } = round.capacity;
    const whole = parseQuantity(round.capacity.unitsPerYear) * approximate(outcome.capacityScale);
    const monthly = spread(whole, period, timeline);
    if (access === "by-contribution") own.push(...byContribution(activity, monthly, outcome, timeline));
    else pools.push({ activity, areas: poolAreas(access, outcome), monthly });
  }
  const used = pools.filter(({ areas }) => areas.length > 0);
  return { own, pools: used.sort((first, second) => first.areas.length - second.areas.length) };
}

function inOrderOfIds<Item extends { readonly id: Id }>(items: readonly Item[]): Item[] {
  return [...items].sort((first, second) => compareIds(first.id, second.id));
}

function unique(ids: readonly Id[]): Id[] {
  return [...new Set(ids)];
}

function roundPeriod(round: ContributionRound): Period {
  return { from: parseDay(round.from), to: parseDay(round.to) };
}

function provisionOf(scenario: SuppliedCapacity, round: ContributionRound): SourceProvision {
  const provision = scenario.provisions.find(({ id }) => id === round.provision);
  if (provision === undefined) throw new Error(`no provision ${round.provision}`);
  return provision;
}

function spread(annual: Quantity, period: Period, timeline: Timeline): Float64Array {
  const monthly = new Float64Array(timeline.months.length);
  for (let place = 0; place < monthly.length; place++) {
    const days = daysInServiceAt(place, period, timeline);
    monthly[place] = ((annual / 12) * days) / daysInMonthAt(place, timeline);
  }
  return monthly;
}

/** Open: all members of the round, whatever they chose; members: the payers (rules §4). */
function poolAreas(access: "open" | "members", { members }: RoundOutcome): Id[] {
  return unique(members.filter(({ takesShare }) => access === "open" || takesShare).map(({ area }) => area));
}

function boughtIn(
  { buyIn, members }: ContributionRound,
  outcome: RoundOutcome,
  period: Period,
  timeline: Timeline,
): OwnCapacity[] {
  if (buyIn === undefined) return [];
  return outcome.members.flatMap(({ organisation, area, choice }) => {
    const units = members.find((member) => member.organisation === organisation)?.buyInUnits;
    const buys = choice !== "undecided" && choice.includes("A") && units !== undefined;
    return buys
      ? [{ activity: buyIn.activity, area, monthly: spread(parseQuantity(units), period, timeline) }]
      : [];
  });
}

/** The whole capacity in proportion to share plus override of that financial year (rules §4). */
function byContribution(
  activity: Id,
  monthly: Float64Array,
  { members }: RoundOutcome,
  timeline: Timeline,
): OwnCapacity[] {
  const paid = ({ share, override }: MemberOutcome, year: number): number =>
    Number((share[year] as bigint) + (override?.[year] ?? 0n));
  const totals = timeline.years.map((_, year) =>
    members.reduce((sum, member) => sum + paid(member, year), 0),
  );
  return members.map((member) => ({
    activity,
    area: member.area,
    monthly: monthly.map((whole, month) => {
      const year = timeline.yearPlaceOfMonth[month] as number;
      const total = totals[year] as number;
      return total > 0 ? (whole * paid(member, year)) / total : 0;
    }),
  }));
}
