import { ORGANISATION_KINDS } from "../../reports/words";
import type { FieldRule } from "../field-rule";
import { activities, areas, evidence, fromWords, organisations } from "./choices";

const RISK_LEVELS = { high: "High", medium: "Medium", standard: "Standard" } as const;
const QUEUES = { "waiting-list": "They wait", "turn-away": "They are turned away" } as const;

/** What can be edited of the evidence: organisations, areas, activities, demand, requirements and where figures come from. */
export const DATA_RULES: readonly FieldRule[] = [
  { path: "/organisations/*/name", kind: "text", label: "Organisation" },
  {
    path: "/organisations/*/kind",
    kind: "choice",
    label: "Kind",
    choices: () => fromWords(ORGANISATION_KINDS),
  },
  { path: "/organisations/*/validFrom", kind: "date", label: "Exists from", mayBeEmpty: true },
  { path: "/organisations/*/validTo", kind: "date", label: "Exists to", mayBeEmpty: true },
  {
    path: "/organisations/*/successor",
    kind: "choice",
    label: "Successor",
    mayBeEmpty: true,
    choices: organisations,
  },

  { path: "/areas/*/name", kind: "text", label: "Area" },
  { path: "/areas/*/code", kind: "text", label: "ONS code", mayBeEmpty: true },
  {
    path: "/areas/*/organisation",
    kind: "choice",
    label: "Council",
    mayBeEmpty: true,
    choices: organisations,
  },
  { path: "/areas/*/bases/{basis}", kind: "quantity", label: "Basis", mayBeEmpty: true },

  { path: "/activities/*/name", kind: "text", label: "Activity" },
  { path: "/activities/*/unit", kind: "text", label: "Counted in" },
  {
    path: "/activities/*/queue",
    kind: "choice",
    label: "When it is full",
    absent: "waiting-list",
    choices: () => fromWords(QUEUES),
  },
  { path: "/activities/*/statutory", kind: "flag", label: "Statutory duty", absent: false },
  {
    path: "/activities/*/riskLevels",
    kind: "ids",
    label: "For these levels of risk",
    mayBeEmpty: true,
    choices: () => fromWords(RISK_LEVELS),
  },
  { path: "/activities/*/cohorts", kind: "texts", label: "For these groups", mayBeEmpty: true },
  { path: "/activities/*/stream", kind: "text", label: "Stream", mayBeEmpty: true },

  { path: "/demand/*/area", kind: "choice", label: "Area", choices: areas },
  { path: "/demand/*/activity", kind: "choice", label: "Activity", choices: activities },
  {
    path: "/demand/*/risk",
    kind: "choice",
    label: "Level of risk",
    mayBeEmpty: true,
    choices: () => fromWords(RISK_LEVELS),
  },
  { path: "/demand/*/annual", kind: "quantity", label: "New cases a year", mayBeEmpty: true },
  { path: "/demand/*/funnel/incidents", kind: "quantity", label: "Incidents", mayBeEmpty: true },
  {
    path: "/demand/*/funnel/sharePercent",
    kind: "percent",
    label: "Incidents that count here",
    mayBeEmpty: true,
  },
  { path: "/demand/*/funnel/referralPercent", kind: "percent", label: "Referred", mayBeEmpty: true },
  { path: "/demand/*/funnel/engagePercent", kind: "percent", label: "Take it up", mayBeEmpty: true },
  { path: "/demand/*/baseYear", kind: "year", label: "Year of that figure" },
  { path: "/demand/*/growthPercent", kind: "percent", label: "Growth a year", mayBeEmpty: true },
  { path: "/demand/*/byYear/{year}", kind: "quantity", label: "New cases", mayBeEmpty: true },
  { path: "/demand/*/seasonal", kind: "decimals", label: "Seasons, April first", mayBeEmpty: true },
  { path: "/demand/*/waitingAtStart", kind: "quantity", label: "Waiting at the start", mayBeEmpty: true },
  { path: "/demand/*/leavingPercent", kind: "percent", label: "Give up a month", mayBeEmpty: true },

  { path: "/requirements/#/activity", kind: "choice", label: "Activity", choices: activities },
  { path: "/requirements/#/areas", kind: "ids", label: "Areas", choices: areas },
  { path: "/requirements/#/from", kind: "month", label: "From" },
  { path: "/requirements/#/to", kind: "month", label: "To" },

  { path: "/sources/*/title", kind: "text", label: "Title" },
  { path: "/sources/*/date", kind: "date", label: "Date", mayBeEmpty: true },
  { path: "/sources/*/kind", kind: "text", label: "Kind", mayBeEmpty: true },
  { path: "/sources/*/reference", kind: "text", label: "Where in it", mayBeEmpty: true },

  { path: "/provenance/#/path", kind: "text", label: "Figure" },
  { path: "/provenance/#/source", kind: "choice", label: "Source", mayBeEmpty: true, choices: evidence },
  { path: "/provenance/#/note", kind: "text", label: "Note", mayBeEmpty: true },
  { path: "/provenance/#/low", kind: "quantity", label: "At the lowest", mayBeEmpty: true },
  { path: "/provenance/#/high", kind: "quantity", label: "At the highest", mayBeEmpty: true },
];
