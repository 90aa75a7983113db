import { financialYearOf, formatFinancialYear, parseMonth } from "../../../scenarios/model/calendar";
import type { Scenario } from "../../../scenarios/model/scenario";
import type { ListRule } from "../list-rule";
import { yearFields } from "./years";

/** Organisations, areas, activities, demand, requirements, and where figures come from. */
export const DATA_LISTS: readonly ListRule[] = [
  {
    pattern: "/organisations/*",
    one: "organisation",
    page: "data",
    fields: () => ["name", "kind", "validFrom", "validTo", "successor"],
    blank: () => ({ kind: "district" }),
    grid: {
      id: "edit-organisations",
      title: "Organisations",
      note: "Who commissions, pays, provides or is asked.",
      empty:
        "No organisation is entered. Enter the councils and other partners first: everything else names them.",
    },
  },
  {
    pattern: "/areas/*",
    one: "area",
    page: "data",
    fields: (scenario) => ["name", "code", "organisation", ...basisFields(scenario)],
    blank: () => ({ bases: {} }),
    grid: {
      id: "edit-areas",
      title: "Areas and what shares go by",
      note: "Population, incidents and other figures by which contributions can be shared.",
      empty: "No area is entered. Enter each district with its population.",
    },
  },
  {
    pattern: "/activities/*",
    one: "activity",
    page: "data",
    fields: () => ["name", "unit", "queue", "statutory", "riskLevels", "cohorts", "stream"],
    blank: () => ({ unit: "cases" }),
    grid: {
      id: "edit-activities",
      title: "Activities",
      note: "What services do, each counted in a unit of its own. Units of different activities are never added.",
      empty: "No activity is entered. Enter what the services do, such as a helpline, outreach and refuge.",
    },
  },
  {
    pattern: "/demand/*",
    one: "row of demand",
    page: "data",
    fields: (scenario) => [
      "activity",
      "area",
      "risk",
      "annual",
      "baseYear",
      "growthPercent",
      "waitingAtStart",
      "leavingPercent",
      "funnel/incidents",
      "funnel/sharePercent",
      "funnel/referralPercent",
      "funnel/engagePercent",
      "seasonal",
      ...yearFields(
        scenario,
        "byYear",
        (scenario.demand ?? []).map(({ byYear }) => byYear),
      ),
    ],
    blank: (scenario) => ({
      baseYear: formatFinancialYear(financialYearOf(parseMonth(scenario.horizon.start))),
      ...(scenario.areas[0] === undefined ? {} : { area: scenario.areas[0].id }),
      ...(scenario.activities[0] === undefined ? {} : { activity: scenario.activities[0].id }),
    }),
    grid: {
      id: "edit-demand",
      title: "Demand",
      note: "New cases a year of each activity in each area: either a figure, or what follows from incidents. Each row says which year its figure is of.",
      empty: "No demand is entered, so nobody waits and capacity is compared with nothing.",
      keys: ["activity", "area", "risk"],
      without: ["seasonal"],
    },
  },
  {
    pattern: "/requirements/#",
    one: "requirement",
    page: "transition",
    fields: () => ["activity", "areas", "from", "to"],
    blank: ({ horizon, areas, activities }) => ({
      ...(activities[0] === undefined ? {} : { activity: activities[0].id }),
      areas: areas.map(({ id }) => id),
      from: horizon.start,
      to: horizon.end,
    }),
    grid: {
      id: "edit-requirements",
      title: "What must be covered",
      note: "A month in which a required activity has no supply in one of its areas is a gap.",
      empty:
        "Nothing is required, so nothing can be a gap. Enter which activities must be there, where and when.",
    },
  },
  {
    pattern: "/sources/*",
    one: "evidence source",
    page: "data",
    fields: () => ["title", "date", "kind", "reference"],
    grid: {
      id: "edit-sources",
      title: "Evidence sources",
      note: "The papers, statistics and assumptions that figures come from.",
      empty: "No evidence is named. Enter the papers and statistics that the figures come from.",
    },
  },
  {
    pattern: "/provenance/#",
    one: "note on a figure",
    page: "data",
    fields: () => ["path", "source", "note", "low", "high"],
    grid: {
      id: "edit-provenance",
      title: "Where figures come from",
      note: "Each line names a figure as the scenario file does, such as /demand/f2f-blaby/annual, its source, and how low or high it might be.",
      empty: "No figure has its source named.",
    },
  },
];

function basisFields({ areas }: Scenario): readonly string[] {
  const bases = areas.flatMap((area) => Object.keys(area.bases));
  return [...new Set(bases.length === 0 ? ["population"] : bases)].map((basis) => `bases/${basis}`);
}
