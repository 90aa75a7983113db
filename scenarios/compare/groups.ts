import {
  type FinancialYear,
  financialYearOf,
  formatFinancialYear,
  monthOf,
  parseDay,
  parseMonth,
} from "../model/calendar";
import type { FundingSource, Index, Provision, ProvisionKind, Scenario } from "../model/scenario";

/** The groups of changes by which a difference between two scenarios is explained (rules §12). */
export const CHANGE_GROUPS = [
  "provisions",
  "transition",
  "contributions",
  "demand-and-capacity",
  "indexation",
  "funding",
  "other",
] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

const TRANSITION: readonly ProvisionKind[] = ["existing", "bridging", "devolved-grant"];

/** The group of a provision's price, dates and scope: lots and local services, or what bridges to them. */
export function groupOfKind(kind: ProvisionKind): "provisions" | "transition" {
  return TRANSITION.includes(kind) ? "transition" : "provisions";
}

/**
 * The group of a change by its place in the scenario file. What comes or goes with a whole provision, its capacity and
 * its funding too, is of the provision's group.
 *
 * Example: `/provisions/joint/price/annual` of a lot is in `provisions`, `/provisions/joint/capacity/0` in
 * `demand-and-capacity`.
 */
export function groupOfPath(path: string, first: Scenario, second: Scenario): ChangeGroup {
  const [, section = "", id = "", field = ""] = path.split("/");
  const own = SECTIONS[section];
  if (own !== undefined) return own;
  if (section !== "provisions") return "other";
  if (field === "capacity") return "demand-and-capacity";
  if (field === "funding" || field === "drawOrder") return "funding";
  const changed = [second, first].flatMap(({ provisions }) => provisions.filter((one) => one.id === id));
  return changed[0] === undefined ? "other" : groupOfKind(changed[0].kind);
}

const SECTIONS: Readonly<Record<string, ChangeGroup>> = {
  contributions: "contributions",
  demand: "demand-and-capacity",
  requirements: "demand-and-capacity",
  indexes: "indexation",
  fundingSources: "funding",
};

/**
 * The scenario in which some groups are as in the second, the others as in the first. All groups give the second, none the
 * first, as far as figures go; what lies between need not be a plan that anyone would make, but it can be evaluated:
 * contributions to a provision that is not there are left out, and an index that only one side knows comes along.
 */
export function mixScenarios(first: Scenario, second: Scenario, taken: ReadonlySet<ChangeGroup>): Scenario {
  const side = (group: ChangeGroup): Scenario => (taken.has(group) ? second : first);
  const other = side("other");
  const otherSide = other === first ? second : first;
  const provisions = mixProvisions(side);
  const ids = new Set(provisions.map(({ id }) => id));
  return {
    ...other,
    organisations: withMissing(other.organisations, otherSide.organisations),
    areas: withMissing(other.areas, otherSide.areas),
    activities: withMissing(other.activities, otherSide.activities),
    indexes: mixIndexes(side("indexation").indexes ?? [], [first, second]),
    provisions,
    contributions: (side("contributions").contributions ?? []).filter((round) => ids.has(round.provision)),
    demand: side("demand-and-capacity").demand ?? [],
    requirements: side("demand-and-capacity").requirements ?? [],
    fundingSources: fundingSourcesOf(side("funding")),
  };
}

function fundingSourcesOf({ fundingSources }: Scenario): readonly FundingSource[] {
  return fundingSources ?? [];
}

function withMissing<Item extends { readonly id: string }>(
  items: readonly Item[],
  more: readonly Item[],
): Item[] {
  const ids = new Set(items.map(({ id }) => id));
  return [...items, ...more.filter(({ id }) => !ids.has(id))];
}

function mixProvisions(side: (group: ChangeGroup) => Scenario): Provision[] {
  const lots = side("provisions").provisions.filter(({ kind }) => groupOfKind(kind) === "provisions");
  const bridging = side("transition").provisions.filter(({ kind }) => groupOfKind(kind) === "transition");
  const capacities = new Map(
    side("demand-and-capacity").provisions.map((provision) => [provision.id, provision]),
  );
  const fundings = new Map(side("funding").provisions.map((provision) => [provision.id, provision]));
  const sources = new Set(fundingSourcesOf(side("funding")).map(({ id }) => id));
  return withMissing(lots, bridging).map((provision) => {
    const capacity = (capacities.get(provision.id) ?? provision).capacity ?? [];
    const { funding = [], drawOrder } = fundings.get(provision.id) ?? provision;
    return {
      ...withoutDrawOrder(provision),
      ...(drawOrder !== undefined && { drawOrder }),
      capacity: capacity.filter(({ activity }) => provision.activities.includes(activity)),
      funding: funding.filter(({ source }) => sources.has(source)),
    };
  });
}

function withoutDrawOrder(provision: Provision): Provision {
  return Object.fromEntries(Object.entries(provision).filter(([key]) => key !== "drawOrder")) as Provision;
}

/**
 * The rates of one side; what it lacks, an index or a year, is filled from the scenarios in turn. A year that neither knows
 * (the contracts of one with the horizon of the other) has no rise: no plan that anyone would make is priced by it.
 */
function mixIndexes(indexes: readonly Index[], scenarios: readonly Scenario[]): Index[] {
  const known = scenarios.flatMap(({ indexes: own }) => own ?? []);
  const unknown = Object.fromEntries(yearsInUse(scenarios).map((year) => [formatFinancialYear(year), "0"]));
  return withMissing(indexes, known).map((index) => {
    const rates = known.filter(({ id }) => id === index.id).map((same) => same.rates);
    return {
      ...index,
      rates: Object.assign({}, unknown, ...rates.toReversed(), index.rates) as Index["rates"],
    };
  });
}

/** Every financial year from the first start of a provision or a round to the last month of a horizon. */
function yearsInUse(scenarios: readonly Scenario[]): FinancialYear[] {
  const starts = scenarios.flatMap(({ provisions, contributions, horizon }) => [
    parseMonth(horizon.start),
    ...provisions.map(({ start }) => monthOf(parseDay(start))),
    ...(contributions ?? []).map(({ from }) => monthOf(parseDay(from))),
  ]);
  const first = financialYearOf(Math.min(...starts));
  const last = financialYearOf(Math.max(...scenarios.map(({ horizon }) => parseMonth(horizon.end))));
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** The groups in which two scenarios differ at all; the others can explain nothing. */
export function changedGroups(first: Scenario, second: Scenario): ChangeGroup[] {
  const all = new Set<ChangeGroup>(CHANGE_GROUPS);
  const whole = JSON.stringify(mixScenarios(first, second, new Set()));
  const reached = JSON.stringify(mixScenarios(first, second, all));
  return CHANGE_GROUPS.filter((group) => {
    const without = new Set(all);
    without.delete(group);
    return (
      JSON.stringify(mixScenarios(first, second, new Set([group]))) !== whole ||
      JSON.stringify(mixScenarios(first, second, without)) !== reached
    );
  });
}
