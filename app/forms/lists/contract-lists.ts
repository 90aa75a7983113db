import { buildContractsTable } from "../../reports/contracts";
import type { JsonList, JsonObject } from "../../../scenarios/changes/json";
import { firstDayOf, formatDay, lastDayOf, parseDay, parseMonth } from "../../../scenarios/model/calendar";
import type { ContributionRound, Provision, Scenario } from "../../../scenarios/model/scenario";
import type { ListRule } from "../list-rule";
import { provisionGroups } from "./provision-groups";
import { PROVISION_LISTS } from "./provision-lists";
import { roundGroups } from "./round-groups";
import { ROUND_LISTS } from "./round-lists";

/** The fields behind the columns of the table of contracts. */
const CONTRACT_FIELDS = {
  provision: "name",
  kind: "kind",
  lead: "lead",
  provider: "provider",
  activities: "activities",
  areas: "areas",
  start: "start",
  end: "end",
  certainty: "certainty",
  annual: "price/annual",
  premium: "price/premiumPercent",
  index: "price/index",
} as const;

/** What can be changed stands beside what it costs; what a name stands for comes after. */
const CONTRACT_ORDER = ["provision", "start", "end", "certainty", "annual", "premium", "cost", "one-offs"];

/** Contracts and lots with what belongs to each, and rounds of contributions with their members. */
export const CONTRACT_LISTS: readonly ListRule[] = [
  {
    pattern: "/provisions/*",
    one: "contract or lot",
    page: "lots",
    opens: "lots/",
    fields: () => Object.values(CONTRACT_FIELDS),
    groups: (_, element, options) => provisionGroups(element as Provision | undefined, options),
    blank: (scenario) => ({
      kind: "lot",
      activities: [],
      areas: scenario.areas.map(({ id }) => id),
      ...periodOfLots(scenario),
      certainty: "planned",
    }),
    grid: {
      id: "contracts",
      title: "Contracts and lots",
      note: "",
      empty: "No contract and no lot is entered. Enter what runs today, then the lots that are to follow.",
      report: { build: buildContractsTable, fields: () => CONTRACT_FIELDS, order: CONTRACT_ORDER },
    },
  },
  ...PROVISION_LISTS,
  {
    pattern: "/contributions/*",
    one: "round of contributions",
    page: "contributions",
    opens: "contributions/",
    fields: () => [],
    groups: (scenario, element) => roundGroups(scenario, element as ContributionRound | undefined),
    blank: (scenario) => ({ ...lastLot(scenario), members: districts(scenario) }),
  },
  ...ROUND_LISTS,
];

/** A lot runs as the last lot does; the first one from when what runs today has ended, to the end of the horizon. */
function periodOfLots({ horizon, provisions }: Scenario): JsonObject {
  const lot = provisions.findLast(({ kind }) => kind === "lot");
  if (lot !== undefined) return { start: lot.start, end: lot.end };
  const end = lastDayOf(parseMonth(horizon.end));
  const ends = provisions.map((provision) => parseDay(provision.end)).filter((day) => day < end);
  const start = ends.length === 0 ? firstDayOf(parseMonth(horizon.start)) : Math.max(...ends) + 1;
  return { start: formatDay(start), end: formatDay(end) };
}

/** A round is for the newest lot, over its period, unless somebody says otherwise. */
function lastLot({ provisions }: Scenario): JsonObject {
  const lot = provisions.findLast(({ kind }) => kind === "lot") ?? provisions.at(-1);
  return lot === undefined ? {} : { provision: lot.id, from: lot.start, to: lot.end };
}

/** Every district with an area of its own is asked; nobody has decided. */
function districts({ areas, organisations }: Scenario): JsonList {
  return areas.flatMap(({ id: area, organisation }) => {
    const isDistrict = organisations.some(({ id, kind }) => id === organisation && kind === "district");
    return organisation !== undefined && isDistrict ? [{ organisation, area, choice: "undecided" }] : [];
  });
}
