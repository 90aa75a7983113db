import type { Id } from "../model/identifiers";
import type { ContributionRound, Demand, Scenario } from "../model/scenario";
import { isObserved } from "./observations";
import { isSmall, type SmallNumberRule } from "./small-numbers";

/**
 * Where counts of people in a scenario are small (rules §13): what partners are shown follows from none of them, so
 * that neither a sum, nor a percentage, nor what two scenarios or two consultations show together can give one away.
 */
export type SmallPlaces = {
  /** Shown counts of observed people are rounded by it. */
  readonly rule: SmallNumberRule;
  /** Of an area, by basis. */
  readonly bases: ReadonlySet<string>;
  /** Of an area, by activity. */
  readonly demand: ReadonlySet<string>;
};

/**
 * The small places of a scenario beside others that went out before it or with it: a count that is hidden in one of
 * them is hidden here, though nobody marked it as observed here.
 */
export function smallPlacesOf(
  scenario: Scenario,
  rule: SmallNumberRule,
  others: readonly Scenario[] = [],
): SmallPlaces {
  const observed = new Set(
    [scenario, ...others].flatMap((one) =>
      smallCounts(one, rule).flatMap((count) => (isObserved(one, count.path) ? [keyOf(count)] : [])),
    ),
  );
  const own = smallCounts(scenario, rule).filter((count) => observed.has(keyOf(count)));
  const placesOf = (list: Count["list"]): ReadonlySet<string> =>
    new Set(own.filter((count) => count.list === list).map(({ area, of }) => place(area, of)));
  return { rule, bases: placesOf("areas"), demand: placesOf("demand") };
}

/** A count of the file: of what (a basis, an activity) in which area. */
type Count = {
  readonly list: "areas" | "demand";
  readonly area: Id;
  readonly of: string;
  readonly path: string;
  readonly value: string;
};

const place = (area: Id, of: string): string => `${area} ${of}`;
const keyOf = ({ list, area, of, value }: Count): string => [list, area, of, Number(value)].join(" ");

function smallCounts({ areas, demand = [] }: Scenario, rule: SmallNumberRule): readonly Count[] {
  const all = [
    ...areas.flatMap(({ id: area, bases }) =>
      Object.entries(bases).map(
        ([of, value]): Count => ({ list: "areas", area, of, path: `/areas/${area}/bases/${of}`, value }),
      ),
    ),
    ...demand.flatMap(({ id, area, activity: of, ...counts }) =>
      countsOf(counts).map(
        ([field, value]): Count => ({ list: "demand", area, of, path: `/demand/${id}/${field}`, value }),
      ),
    ),
  ];
  return all.filter(({ value }) => isSmall(Number(value), rule));
}

type DemandCounts = Pick<Demand, "annual" | "funnel" | "byYear" | "waitingAtStart">;

function countsOf({ annual, funnel, byYear, waitingAtStart }: DemandCounts): (readonly [string, string])[] {
  const counts = [
    ["annual", annual],
    ["funnel/incidents", funnel?.incidents],
    ["waitingAtStart", waitingAtStart],
    ...Object.entries(byYear ?? {}).map(([year, value]) => [`byYear/${year}`, value] as const),
  ] as const;
  return counts.flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]));
}

/** A basis of an area, where it counts observed people or cases. */
export function isObservedBasis(scenario: Scenario, area: Id, basis: string): boolean {
  return basis !== "equal" && isObserved(scenario, `/areas/${area}/bases/${basis}`);
}

/** Whether the demand for an activity rests on a small count in one of some areas. */
export function isDemandSmall({ demand }: SmallPlaces, activity: Id, areas: readonly Id[]): boolean {
  return areas.some((area) => demand.has(place(area, activity)));
}

/** The bases of which the area of a member has a small count: no figure that a partner sees follows from them. */
export function smallBasesOf(
  { bases }: SmallPlaces,
  { members }: Pick<ContributionRound, "members">,
  names: readonly string[],
): readonly string[] {
  return names.filter((basis) => members.some(({ area }) => bases.has(place(area, basis))));
}

/**
 * Why a scenario cannot go out to partners: a share is worked out to the penny and shown to whoever would pay it, and
 * the total of a basis follows from a share by it. With a small count in that total, somebody who knows the others, or
 * has the shares among fewer members, would have the count. One sentence for each such basis of a round.
 */
export function sharesThatTell(scenario: Scenario, places: SmallPlaces): readonly string[] {
  return (scenario.contributions ?? []).flatMap((round) => {
    const weights = (round.share?.weights ?? []).filter(({ percent }) => Number(percent) > 0);
    return smallBasesOf(
      places,
      round,
      weights.map(({ basis }) => basis),
    ).map(
      (basis) =>
        `“${scenario.name}” shares “${round.name}” by ${basis}, which counts fewer than ${places.rule.threshold} in the area of a member: shares to the penny would give that count away. Use another basis, or counts of several years together.`,
    );
  });
}
