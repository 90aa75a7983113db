import { annualUnits, casesPerFte } from "../../scenarios/calculate/annual-capacity";
import { periodOf } from "../../scenarios/calculate/provision-costs";
import { countsAsSupply } from "../../scenarios/calculate/supply";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Id } from "../../scenarios/model/identifiers";
import type { CapacityEntry, Provision } from "../../scenarios/model/scenario";
import { daysInService } from "../../scenarios/model/timeline";

/** A service in an area in one month of the horizon, by its place. */
export type ServiceInMonth = { readonly activity: Id; readonly area: Id; readonly month: number };

/**
 * Units a year of one full-time equivalent, as the contracts of that month have it. Null where none of them counts in FTE,
 * or where they differ.
 */
export function unitsPerFte(evaluation: Evaluation, service: ServiceInMonth): number | null {
  const values = entriesOf(evaluation, service).flatMap(({ entry }) =>
    "fte" in entry ? [casesPerFte(entry)] : [],
  );
  return onlyOne(values);
}

/**
 * Pounds for one unit a year, as the contract of that month has it. Null unless one contract alone serves, its price is
 * known, and all of it is for this entry of capacity: of a price for several things nobody can say what a unit costs.
 */
export function poundsPerUnit(evaluation: Evaluation, service: ServiceInMonth): number | null {
  const [only, ...others] = entriesOf(evaluation, service);
  if (only === undefined || others.length > 0) return null;
  const { provision, entry } = only;
  if (provision.activities.length > 1 || (provision.capacity ?? []).length > 1) return null;
  const rounds = evaluation.scenario.contributions ?? [];
  if (rounds.some((round) => round.provision === provision.id)) return null;
  const year = evaluation.timeline.yearPlaceOfMonth[service.month] ?? 0;
  const price = evaluation.costs.get(provision.id)?.annualPrice[year] ?? null;
  const units = annualUnits(entry);
  return price === null || units <= 0 ? null : Number(price) / 100 / units;
}

type Supplied = { readonly provision: Provision; readonly entry: CapacityEntry };

function entriesOf({ scenario, timeline }: Evaluation, service: ServiceInMonth): readonly Supplied[] {
  const month = timeline.months[service.month] ?? 0;
  return scenario.provisions
    .filter((provision) => countsAsSupply(provision) && daysInService(periodOf(provision), month) > 0)
    .flatMap((provision) =>
      (provision.capacity ?? [])
        .filter(
          ({ activity, areas = provision.areas }) =>
            activity === service.activity && areas.includes(service.area),
        )
        .map((entry) => ({ provision, entry })),
    );
}

function onlyOne(values: readonly number[]): number | null {
  const [first = null, ...others] = new Set(values);
  return others.length === 0 ? first : null;
}
