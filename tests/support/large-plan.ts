import type { Demand, FundingSource, Provision, RoundMember, Scenario } from "../../scenarios/model/scenario";

/** The size of a synthetic plan. The design's large plan: 60 provisions × 20 areas × 84 months, 12 activities. */
export type PlanSize = {
  readonly provisions: number;
  readonly areas: number;
  readonly months: number;
  readonly activities: number;
};

export const LARGE: PlanSize = { provisions: 60, areas: 20, months: 84, activities: 12 };

/** A synthetic plan of any size, the same every time: contracts that follow each other, pools, one round, ring-fences. */
export function largePlan(size: PlanSize = LARGE, id = "large-plan"): Scenario {
  const areaIds = places(size.areas).map((place) => `area-${pad(place)}`);
  const activityIds = places(size.activities).map((place) => `activity-${pad(place)}`);
  const years = places(Math.ceil(size.months / 12)).map(
    (place) => `${2025 + place}/${pad((26 + place) % 100)}`,
  );
  const lastYear = 2025 + Math.floor((size.months + 2) / 12);
  const end = `${lastYear}-${pad(((size.months + 2) % 12) + 1)}`;
  return {
    format: "commissioning-scenario/1",
    id,
    name: `Large plan: ${size.provisions} provisions, ${size.areas} areas, ${size.months} months`,
    synthetic: true,
    horizon: { start: "2025-04", end },
    indexes: [
      {
        id: "cpi",
        name: "Consumer prices (invented)",
        rates: Object.fromEntries(years.map((year) => [year, "2.5"])),
      },
    ],
    organisations: [
      { id: "lead", name: "Lead council", kind: "lead-commissioner" },
      ...areaIds.map((area) => ({
        id: area,
        name: `${title(area)} District Council`,
        kind: "district" as const,
      })),
    ],
    areas: areaIds.map((area, place) => ({
      id: area,
      name: title(area),
      code: `E0700${String(100 + place)}`,
      organisation: area,
      bases: { population: String(50_000 + 7_919 * place), incidents: String(600 + 97 * place) },
    })),
    activities: activityIds.map((activity, place) => ({
      id: activity,
      name: title(activity),
      unit: "cases",
      queue: place % 3 === 2 ? ("turn-away" as const) : ("waiting-list" as const),
      statutory: place === 0,
    })),
    provisions: places(size.provisions).map((place) => provision(place, areaIds, activityIds, lastYear)),
    requirements: activityIds.map((activity) => ({ activity, areas: areaIds, from: "2025-04", to: end })),
    demand: areaIds.flatMap((area, at) =>
      activityIds.map((activity, place) => demand(area, activity, at + place)),
    ),
    fundingSources: [
      ...places(12).map((place) => fundingSource(place, years, activityIds)),
      anySource(years),
    ],
    contributions: [
      {
        id: "districts",
        name: "District contributions",
        provision: "provision-00",
        from: "2025-04-01",
        to: "2032-03-31",
        pot: { annual: "600000.00", index: "cpi" },
        share: {
          weights: [
            { basis: "population", percent: "50" },
            { basis: "incidents", percent: "30" },
            { basis: "equal", percent: "20" },
          ],
          minimum: "12000.00",
          maximum: "60000.00",
        },
        whenSomeDecline: { rule: "re-spread" },
        capacity: { activity: "activity-00", unitsPerYear: "2400", access: "members" },
        members: areaIds.map(
          (area, place): RoundMember => ({ organisation: area, area, choice: place % 6 === 5 ? [] : ["B"] }),
        ),
      },
    ],
  };
}

function provision(
  place: number,
  areas: readonly string[],
  activities: readonly string[],
  lastYear: number,
): Provision {
  const activity = activities[place % activities.length] as string;
  const second = activities[(place + 5) % activities.length] as string;
  const served = place % 4 === 0 ? areas : areas.filter((_, at) => at % 4 === place % 4);
  const starts = 2025 + (place % 3);
  return {
    id: `provision-${pad(place)}`,
    name: `Provision ${place + 1}`,
    kind: place % 7 === 3 ? "existing" : "lot",
    activities: activity === second ? [activity] : [activity, second],
    areas: served,
    start: `${starts}-${place % 3 === 0 ? "04-01" : "07-15"}`,
    end: `${Math.min(lastYear, starts + 4)}-03-31`,
    certainty: place % 5 === 4 ? "planned" : "confirmed",
    price: { annual: `${90_000 + 1_777 * place}.37`, index: "cpi" },
    oneOffs: [{ name: "Mobilisation", amount: "2500.00", date: `${starts}-07-15` }],
    capacity: [{ activity, unitsPerYear: String(180 + 11 * place) }],
    funding: [{ source: `source-${pad(place % 12)}`, percent: "40" }],
  };
}

function demand(area: string, activity: string, place: number): Demand {
  return {
    id: `${area}-${activity}`,
    area,
    activity,
    annual: String(60 + (place % 17) * 9),
    baseYear: "2024/25",
    growthPercent: "2",
    ...(place % 2 === 0 && { waitingAtStart: "12", leavingPercent: "4" }),
  };
}

function fundingSource(
  place: number,
  years: readonly string[],
  activities: readonly string[],
): FundingSource {
  return {
    id: `source-${pad(place)}`,
    name: `Source ${place + 1}`,
    owner: "lead",
    certainty: (["confirmed", "indicative", "at-risk"] as const)[place % 3] as "confirmed",
    amounts: Object.fromEntries(years.map((year) => [year, `${300_000 + place * 13_000}.00`])),
    carryForward: place % 4 === 1,
    ...(place % 2 === 0 && { onlyFor: { activities: activities.filter((_, at) => at % 6 !== place % 6) } }),
  };
}

function anySource(years: readonly string[]): FundingSource {
  return {
    id: "base",
    name: "Base budget",
    owner: "lead",
    amounts: Object.fromEntries(years.map((year) => [year, "900000.00"])),
  };
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place);
}

function pad(place: number): string {
  return String(place).padStart(2, "0");
}

function title(id: string): string {
  return id.replace("-", " ").replace(/^./, (letter) => letter.toUpperCase());
}
