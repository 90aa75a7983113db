import type { Keys } from "../../changes/pointer";
import { formatFinancialYear } from "../../model/calendar";
import type { Provision } from "../../model/scenario";
import type { Timeline } from "../../model/timeline";
import { type Fault, within } from "../fault";
import { isGiven, type Salvaged, type SalvagedScenario } from "../salvage";
import { shown } from "../words";
import { periodFrom, timelineFrom, yearsOf } from "./periods";
import { placed } from "./walk";

type SalvagedProvision = Salvaged<Provision>;

/** What the fields of a provision mean together: schedule, capacity, funding lines. */
export function checkProvisions(scenario: SalvagedScenario): Fault[] {
  const timeline = timelineFrom(scenario);
  return placed(scenario.provisions).flatMap(([provision, place]) =>
    within(
      ["provisions", place],
      [
        ...(timeline === null ? [] : scheduleFaults(provision, timeline)),
        ...capacityFaults(provision),
        ...fundingFaults(provision),
      ],
    ),
  );
}

/** A schedule has an amount for every financial year of service in the horizon (rules §2.5). */
function scheduleFaults({ start, end, price }: SalvagedProvision, timeline: Timeline): Fault[] {
  const period = periodFrom(start, end);
  if (period === null || price === undefined || !("schedule" in price) || price.schedule === undefined)
    return [];
  const { schedule } = price;
  return yearsOf(period, timeline)
    .map(formatFinancialYear)
    .filter((year) => !Object.hasOwn(schedule, year))
    .map((year) => ({
      keys: ["price", "schedule", year],
      code: "missing",
      state: "is missing, though the provision is in service in that year",
      remedy: 'add the price in pounds, such as "120000.00"',
    }));
}

/** An entry serves activities and areas of its provision; staff have whole pairs of figures (rules §6). */
function capacityFaults({ activities, areas, capacity }: SalvagedProvision): Fault[] {
  return placed(capacity).flatMap(([entry, place]) =>
    within(
      ["capacity", place],
      [
        ...outside(["activity"], entry.activity, activities),
        ...placed(entry.areas).flatMap(([area, position]) => outside(["areas", position], area, areas)),
        ...("fte" in entry ? staffFaults(entry) : []),
      ],
    ),
  );
}

function outside(keys: Keys, id: string | undefined, all: SalvagedProvision["areas"]): Fault[] {
  if (id === undefined || all === undefined || all.includes(undefined) || all.includes(id)) return [];
  const remedy = "the provision does not have it: add it there, or remove it here";
  return [{ keys, code: "not-of-the-provision", remedy }];
}

const STAFF_PAIRS = [
  ["openCases", "weeks"],
  ["contactHours", "hoursPerCase"],
] as const;

function staffFaults(entry: object): Fault[] {
  const faults = STAFF_PAIRS.flatMap((pair): Fault[] => {
    const missing = pair.filter((field) => !isGiven(entry, field));
    const given = pair.find((field) => isGiven(entry, field));
    const [field] = missing;
    return field === undefined || given === undefined
      ? []
      : [
          {
            keys: [field],
            code: "half-a-pair",
            remedy: `${shown(given)} counts only together with it: add it`,
          },
        ];
  });
  if (STAFF_PAIRS.flat().some((field) => isGiven(entry, field))) return faults;
  return [
    {
      keys: [],
      code: "half-a-pair",
      state: "has FTE but does not say how many cases they make",
      remedy: 'add "openCases" and "weeks", or "contactHours" and "hoursPerCase"',
    },
  ];
}

/** A line that pays the rest comes last, and so only once (rules §8). */
function fundingFaults({ funding }: SalvagedProvision): Fault[] {
  const last = (funding?.length ?? 0) - 1;
  return placed(funding)
    .filter(([line, place]) => "rest" in line && line.rest === true && place < last)
    .map(([, place]) => ({
      keys: ["funding", place],
      code: "rest-not-last",
      state: "pays the rest but is not the last line",
      remedy: "move it to the end, and keep only one",
    }));
}
