import type { Json } from "../../scenarios/changes/json";
import type { Scenario } from "../../scenarios/model/scenario";
import { CERTAINTIES, FRAMEWORK_STATES, FUNDING_CERTAINTIES, MEMBER_STATES } from "../reports/words";
import type { FieldChoice, FieldKind } from "./read-value";

/** What is known about the fields of one path: the only place that says so, for forms, grids and messages. */
export type FieldRule = {
  /** `*` stands for an id, `#` for a place in a list, `{year}` for a financial year. */
  readonly path: string;
  readonly kind: FieldKind;
  /** As a heading or beside an input; the unit is said by the kind. */
  readonly label: string;
  /** Emptied, it goes: "not known" or "none". Without it an empty field is refused. */
  readonly mayBeEmpty?: true;
  /** What it means that the field is not there. */
  readonly absent?: Json;
  readonly choices?: (scenario: Scenario) => readonly FieldChoice[];
};

export const FIELD_RULES: readonly FieldRule[] = [
  { path: "/provisions/*/name", kind: "text", label: "Name" },
  { path: "/provisions/*/provider", kind: "text", label: "Provider", mayBeEmpty: true },
  {
    path: "/provisions/*/lead",
    kind: "choice",
    label: "Lead",
    mayBeEmpty: true,
    choices: ({ organisations }) => named(organisations),
  },
  { path: "/provisions/*/start", kind: "date", label: "Start" },
  { path: "/provisions/*/end", kind: "date", label: "End" },
  {
    path: "/provisions/*/certainty",
    kind: "choice",
    label: "Certainty",
    absent: "confirmed",
    choices: () => fromWords(CERTAINTIES),
  },
  {
    path: "/provisions/*/framework",
    kind: "choice",
    label: "Framework",
    absent: "outside",
    choices: () => fromWords(FRAMEWORK_STATES),
  },
  { path: "/provisions/*/noticeMonths", kind: "whole", label: "Notice (months)", mayBeEmpty: true },

  { path: "/provisions/*/price/annual", kind: "money", label: "Annual price at start", mayBeEmpty: true },
  { path: "/provisions/*/price/premiumPercent", kind: "percent", label: "Premium", mayBeEmpty: true },
  {
    path: "/provisions/*/price/index",
    kind: "choice",
    label: "Index",
    mayBeEmpty: true,
    choices: ({ indexes = [] }) => named(indexes),
  },
  { path: "/provisions/*/price/firstUplift", kind: "date", label: "First uplift", mayBeEmpty: true },
  { path: "/provisions/*/price/upliftFloor", kind: "percent", label: "Least uplift", mayBeEmpty: true },
  { path: "/provisions/*/price/upliftCap", kind: "percent", label: "Most uplift", mayBeEmpty: true },
  { path: "/provisions/*/price/schedule/{year}", kind: "money", label: "Price" },

  { path: "/provisions/*/oneOffs/#/name", kind: "text", label: "What for" },
  { path: "/provisions/*/oneOffs/#/amount", kind: "money", label: "Amount" },
  { path: "/provisions/*/oneOffs/#/date", kind: "date", label: "Date" },

  { path: "/provisions/*/capacity/#/unitsPerYear", kind: "quantity", label: "Units a year" },
  { path: "/provisions/*/capacity/#/fte", kind: "quantity", label: "Staff (FTE)" },
  { path: "/provisions/*/capacity/#/openCases", kind: "quantity", label: "Open cases for each FTE" },
  { path: "/provisions/*/capacity/#/weeks", kind: "quantity", label: "Weeks that a case stays open" },
  {
    path: "/provisions/*/capacity/#/contactHours",
    kind: "quantity",
    label: "Contact hours a year for each FTE",
  },
  { path: "/provisions/*/capacity/#/hoursPerCase", kind: "quantity", label: "Contact hours for each case" },
  { path: "/provisions/*/capacity/#/units", kind: "quantity", label: "Refuge units" },
  { path: "/provisions/*/capacity/#/occupancyPercent", kind: "percent", label: "Occupancy" },
  { path: "/provisions/*/capacity/#/stayDays", kind: "quantity", label: "Length of stay (days)" },
  { path: "/provisions/*/capacity/#/programmes", kind: "quantity", label: "Programmes a year" },
  { path: "/provisions/*/capacity/#/places", kind: "quantity", label: "Places in each programme" },
  { path: "/provisions/*/capacity/#/startPercent", kind: "percent", label: "Places that are started" },
  {
    path: "/provisions/*/capacity/#/completePercent",
    kind: "percent",
    label: "Started places that are completed",
  },

  { path: "/provisions/*/funding/#/annual", kind: "money", label: "Agreed amount a year" },
  { path: "/provisions/*/funding/#/percent", kind: "percent", label: "Agreed part of the cost" },

  { path: "/contributions/*/from", kind: "date", label: "From" },
  { path: "/contributions/*/to", kind: "date", label: "To" },
  { path: "/contributions/*/pot/annual", kind: "money", label: "Annual pot" },
  { path: "/contributions/*/share/weights/#/percent", kind: "percent", label: "Weight" },
  {
    path: "/contributions/*/share/minimum",
    kind: "money",
    label: "Least that a member pays",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/share/maximum",
    kind: "money",
    label: "Most that a member pays",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/whenSomeDecline/rule",
    kind: "choice",
    label: "When some decline",
    absent: "fixed-share",
    choices: () => fromWords(DECLINE_RULES),
  },
  {
    path: "/contributions/*/whenSomeDecline/percent",
    kind: "percent",
    label: "Least part of the shares that the payers hold",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/whenSomeDecline/then",
    kind: "choice",
    label: "Then",
    mayBeEmpty: true,
    choices: () => fromWords(DECLINE_RULES).filter(({ value }) => value !== "threshold"),
  },
  {
    path: "/contributions/*/capacity/unitsPerYear",
    kind: "quantity",
    label: "Capacity that the pot buys (units a year)",
  },
  { path: "/contributions/*/members/*/choice", kind: "options", label: "Choice" },
  {
    path: "/contributions/*/members/*/status",
    kind: "choice",
    label: "Reply",
    mayBeEmpty: true,
    choices: () => fromWords(MEMBER_STATES),
  },
  {
    path: "/contributions/*/members/*/buyInUnits",
    kind: "quantity",
    label: "Units bought",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/members/*/minimum",
    kind: "money",
    label: "Least that it pays",
    mayBeEmpty: true,
  },
  { path: "/contributions/*/members/*/maximum", kind: "money", label: "Most that it pays", mayBeEmpty: true },
  {
    path: "/contributions/*/members/*/override/annual",
    kind: "money",
    label: "Agreed amount a year",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/members/*/override/agreedBy",
    kind: "text",
    label: "Agreed by",
    mayBeEmpty: true,
  },
  { path: "/contributions/*/members/*/override/reason", kind: "text", label: "Reason", mayBeEmpty: true },

  { path: "/priorities/criteria/*/name", kind: "text", label: "Name" },
  { path: "/priorities/criteria/*/weight", kind: "quantity", label: "Weight" },
  { path: "/priorities/criteria/*/low", kind: "text", label: "What 0 points mean", mayBeEmpty: true },
  { path: "/priorities/criteria/*/high", kind: "text", label: "What 100 points mean", mayBeEmpty: true },
  {
    path: "/priorities/benefit",
    kind: "choice",
    label: "What benefit is",
    absent: "score",
    choices: () => fromWords(BENEFITS),
  },
  { path: "/priorities/budgets/*/name", kind: "text", label: "Name" },
  { path: "/priorities/budgets/*/amount", kind: "money", label: "Amount" },
  { path: "/priorities/equity/#/minimumLines", kind: "whole", label: "Least lines", mayBeEmpty: true },
  { path: "/priorities/equity/#/minimumBenefit", kind: "quantity", label: "Least benefit", mayBeEmpty: true },
  { path: "/priorities/lines/*/name", kind: "text", label: "Name" },
  {
    path: "/priorities/lines/*/objective",
    kind: "choice",
    label: "Objective",
    mayBeEmpty: true,
    choices: ({ objectives = [] }) => named(objectives),
  },
  {
    path: "/priorities/lines/*/lagMonths",
    kind: "whole",
    label: "Months until the benefit comes",
    mayBeEmpty: true,
  },
  { path: "/priorities/lines/*/mustFund", kind: "flag", label: "Must be funded", absent: false },
  {
    path: "/priorities/lines/*/mustFundReason",
    kind: "text",
    label: "Why it must be funded",
    mayBeEmpty: true,
  },
  { path: "/priorities/lines/*/mustNot", kind: "flag", label: "Must not be funded", absent: false },
  { path: "/priorities/lines/*/levels/*/name", kind: "text", label: "Name of the level", mayBeEmpty: true },
  { path: "/priorities/lines/*/levels/*/costs/*", kind: "money", label: "Cost", mayBeEmpty: true },
  { path: "/priorities/lines/*/levels/*/scores/*", kind: "quantity", label: "Points" },
  { path: "/priorities/lines/*/levels/*/people", kind: "quantity", label: "People", mayBeEmpty: true },
  {
    path: "/priorities/lines/*/levels/*/benefit",
    kind: "quantity",
    label: "Benefit, instead of scores",
    mayBeEmpty: true,
  },

  { path: "/indexes/*/rates/{year}", kind: "percent", label: "Rate" },
  { path: "/fundingSources/*/amounts/{year}", kind: "money", label: "Amount" },
  {
    path: "/fundingSources/*/certainty",
    kind: "choice",
    label: "Certainty",
    absent: "confirmed",
    choices: () => fromWords(FUNDING_CERTAINTIES),
  },
  {
    path: "/fundingSources/*/carryForward",
    kind: "flag",
    label: "Unused money is carried forward",
    absent: false,
  },
];

/** Parts that go when the last of their fields is emptied. */
export const OPTIONAL_PARTS: readonly string[] = ["price", "override"];

/** What the benefit of a line is, in a few words. */
export const BENEFITS = {
  score: "Its score: many small lines count for more than one large line",
  "score-times-people": "Its score × the people that it reaches",
} as const;

/** What happens to the shares of those who decline, in a few words. */
export const DECLINE_RULES = {
  "fixed-share": "Fixed share: each payer pays its share as if all joined",
  "re-spread": "Re-spread: the pot is shared afresh among those who pay",
  scale: "Scale: fixed shares, and the capacity shrinks in proportion",
  threshold: "Threshold: only if the payers hold enough of the shares",
} as const;

function fromWords(words: Readonly<Record<string, string>>): readonly FieldChoice[] {
  return Object.entries(words).map(([value, text]) => ({ value, words: text }));
}

function named(list: readonly { readonly id: string; readonly name: string }[]): readonly FieldChoice[] {
  return list.map(({ id, name }) => ({ value: id, words: name }));
}
