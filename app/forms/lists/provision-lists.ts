import type { ListRule } from "../list-rule";
import type { FieldChoice } from "../field-value";
import { activities, areas } from "../rules/choices";
import type { Way } from "../ways";

/** The four ways in which capacity is said (rules §5). */
const CAPACITY_WAYS: readonly Way[] = [
  { words: "Units a year", keys: ["unitsPerYear"], needs: [["unitsPerYear"]] },
  {
    words: "Staff",
    keys: ["fte", "openCases", "weeks", "contactHours", "hoursPerCase"],
    needs: [
      ["fte", "openCases", "weeks"],
      ["fte", "contactHours", "hoursPerCase"],
    ],
  },
  {
    words: "Refuge units",
    keys: ["units", "occupancyPercent", "stayDays"],
    needs: [["units", "occupancyPercent", "stayDays"]],
  },
  {
    words: "Programmes",
    keys: ["programmes", "places", "startPercent", "completePercent"],
    needs: [["programmes", "places", "startPercent", "completePercent"]],
  },
];

const FUNDING_WAYS: readonly Way[] = [
  { words: "An agreed amount a year", keys: ["annual"], needs: [["annual"]] },
  { words: "An agreed part of the cost", keys: ["percent"], needs: [["percent"]] },
  { words: "What the other lines leave", keys: ["rest"], needs: [["rest"]] },
];

/** What belongs to one contract or lot: what it can do, what it costs once, and who pays. */
export const PROVISION_LISTS: readonly ListRule[] = [
  {
    pattern: "/provisions/*/capacity/#",
    one: "entry of capacity",
    page: "lots/{id}",
    fields: () => ["activity", ...CAPACITY_WAYS.flatMap(({ keys }) => keys), "areas"],
    groups: () => [
      { id: "what", legend: "What for", fields: ["activity", "areas"] },
      ...CAPACITY_WAYS.map(({ words, keys }) => ({
        id: keys[0] ?? "",
        legend: words,
        note: "Fill in one of these parts: the others are left empty.",
        fields: keys,
      })),
    ],
    ways: CAPACITY_WAYS,
    grid: {
      id: "capacity-of",
      title: "Capacity",
      note: "What it can do in a full year, for each activity in one way: units a year; staff with open cases and weeks, or with contact hours a year and for each case; refuge units; or programmes. Without areas it is for all areas of the contract.",
      empty: "No capacity is entered, so nothing that it does counts against demand.",
      choices: (scenario, base) => {
        const provision = scenario.provisions.find(({ id }) => base.split("/")[2] === id);
        const ofProvision = (all: readonly FieldChoice[], ids: readonly string[] = []) =>
          all.filter(({ value }) => ids.includes(value));
        return {
          activity: ofProvision(activities(scenario), provision?.activities),
          areas: ofProvision(areas(scenario), provision?.areas),
        };
      },
    },
  },
  {
    pattern: "/provisions/*/oneOffs/#",
    one: "one-off cost",
    page: "lots/{id}",
    fields: () => ["name", "amount", "date"],
    grid: {
      id: "one-offs-of",
      title: "One-off costs",
      note: "In pounds, net of recoverable VAT, each in the month of its date.",
      empty: "It costs nothing once: there is only its price.",
    },
  },
  {
    pattern: "/provisions/*/funding/#",
    one: "line of funding",
    page: "lots/{id}",
    fields: () => ["source", "percent", "annual", "rest"],
    ways: FUNDING_WAYS,
    grid: {
      id: "funding-of",
      title: "Who pays",
      note: "Each source pays an agreed part of the cost, an agreed amount a year, or what the other lines leave.",
      empty: "Nobody is named, so every source that may pay for it pays in the order of the page Funding.",
    },
  },
];
