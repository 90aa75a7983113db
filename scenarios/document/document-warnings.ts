import { parseDay } from "../model/calendar";
import { sharedDrawOrders } from "../model/draw-order";
import { nameIn } from "../model/identifiers";
import type { Warning } from "../model/issue";
import { formatMoney, parseMoney } from "../model/money";
import { formatQuantity } from "../model/quantity";
import { parseDecimal, type Rational, timesRounded } from "../model/rational";
import type { ContributionRound, FundingSource, Provision, Scenario } from "../model/scenario";
import { type Timeline, timelineOf } from "../model/timeline";

/**
 * What a reader has to know of a scenario and the document alone can tell; none of it stops an evaluation. In the
 * order of the file.
 *
 * - `price-not-known`: a provision without a price (rules §2.6);
 * - `outside-horizon`: a provision wholly before or after the horizon;
 * - `restricted-source`: a funding line whose source may not pay for the provision, and so pays nothing (rules §8);
 * - `same-draw-order`: provisions with one number in the order of drawing, so that only their ids decide (rules §8);
 * - `cliff`: bands for all units in which buying one unit more costs less (rules §4);
 * - `list-not-kept`: people waiting for an activity that keeps no waiting list (rules §7).
 */
export function documentWarnings(scenario: Scenario): readonly Warning[] {
  const timeline = timelineOf(scenario.horizon);
  const shared = sharedDrawOrders(scenario.provisions);
  return [
    ...scenario.provisions.flatMap((provision) => [
      ...priceWarnings(provision),
      ...horizonWarnings(timeline, provision),
      ...sourceWarnings(scenario, provision),
      ...drawWarnings(scenario, shared, provision),
    ]),
    ...(scenario.demand ?? []).flatMap((demand) => waitingWarnings(scenario, demand)),
    ...(scenario.contributions ?? []).flatMap(cliffWarnings),
  ];
}

function priceWarnings({ id, price }: Provision): Warning[] {
  if (price !== undefined) return [];
  return [
    {
      path: `/provisions/${id}/price`,
      code: "price-not-known",
      message: "The price is not known; it is left out of every total. Enter a price.",
    },
  ];
}

function horizonWarnings({ firstDay, lastDay }: Timeline, { id, start, end }: Provision): Warning[] {
  const endsBefore = parseDay(end) < firstDay;
  if (!endsBefore && parseDay(start) <= lastDay) return [];
  return [
    {
      path: `/provisions/${id}/start`,
      code: "outside-horizon",
      message: `It ${endsBefore ? "ends before the horizon begins" : "begins after the horizon ends"}, so nothing of it counts here.`,
    },
  ];
}

function drawWarnings(
  { provisions }: Scenario,
  shared: ReturnType<typeof sharedDrawOrders>,
  { id, drawOrder }: Provision,
): Warning[] {
  const others = shared.get(id);
  if (others === undefined) return [];
  return [
    {
      path: `/provisions/${id}/drawOrder`,
      code: "same-draw-order",
      message: `Its number ${drawOrder ?? ""} in the order of drawing on funding is also that of ${others.map((other) => nameIn(provisions, other)).join(", ")}, so only their ids decide which draws first. Give each its own number.`,
    },
  ];
}

function sourceWarnings(scenario: Scenario, provision: Provision): Warning[] {
  return (provision.funding ?? []).flatMap((line, place) => {
    const source = scenario.fundingSources?.find(({ id }) => id === line.source);
    if (source === undefined) return [];
    const obstacle = obstacleTo(scenario, source, provision);
    if (obstacle === null) return [];
    return [
      {
        path: `/provisions/${provision.id}/funding/${place}`,
        code: "restricted-source",
        message: `${source.name} may not pay for ${obstacle}, so this line pays nothing. Choose another source, or change what it is for.`,
      },
    ];
  });
}

/** What a source may not pay for; null when it may pay for the provision, every activity and every area of it. */
function obstacleTo(
  { activities, areas }: Scenario,
  { onlyFor = {} }: FundingSource,
  provision: Provision,
): string | null {
  const notIn = (allowed: readonly string[] | undefined, ids: readonly string[]) =>
    allowed === undefined ? undefined : ids.find((one) => !allowed.includes(one));
  const activity = notIn(onlyFor.activities, provision.activities);
  const area = notIn(onlyFor.areas, provision.areas);
  if (notIn(onlyFor.provisions, [provision.id]) !== undefined) return provision.name;
  if (activity !== undefined) return nameIn(activities, activity);
  return area === undefined ? null : nameIn(areas, area);
}

function waitingWarnings(
  { activities }: Scenario,
  { id, activity, waitingAtStart }: NonNullable<Scenario["demand"]>[number],
): Warning[] {
  const keepsNoList = activities.some((one) => one.id === activity && one.queue === "turn-away");
  if (!keepsNoList || waitingAtStart === undefined || Number(waitingAtStart) === 0) return [];
  return [
    {
      path: `/demand/${id}/waitingAtStart`,
      code: "list-not-kept",
      message: `${nameIn(activities, activity)} turns away and keeps no waiting list, so the ${waitingAtStart} waiting at the start do not count. Remove them, or keep a waiting list.`,
    },
  ];
}

function cliffWarnings({ id, buyIn }: ContributionRound): Warning[] {
  if (buyIn?.method !== "all-units") return [];
  return buyIn.bands.flatMap(({ upTo, price }, place) => {
    const next = buyIn.bands[place + 1];
    if (upTo === null || next === undefined) return [];
    const units = parseDecimal(upTo);
    const [cost, costOfMore] = [costOf(units, price), costOf(units.add(1), next.price)];
    if (costOfMore >= cost) return [];
    return [
      {
        path: `/contributions/${id}/buyIn/bands/${place}`,
        code: "cliff",
        message: `${unitsInWords(units)} cost £${formatMoney(cost)}, but ${unitsInWords(units.add(1))} only £${formatMoney(costOfMore)}. Check the prices, or price the bands incrementally.`,
      },
    ];
  });
}

const costOf = (units: Rational, price: string) => timesRounded(parseMoney(price), units);
const unitsInWords = (units: Rational) => `${formatQuantity(units.valueOf())} units`;
