import { basisWords, MEMBER_STATES } from "../../reports/words";
import type { FieldRule } from "../field-rule";
import {
  activities,
  areas,
  bases,
  fromWords,
  indexes,
  optionChoices,
  organisations,
  provisions,
} from "./choices";

/** What can be edited of a round of contributions. */
export const CONTRIBUTION_RULES: readonly FieldRule[] = [
  { path: "/contributions/*/name", kind: "text", label: "Name" },
  {
    path: "/contributions/*/provision",
    kind: "choice",
    label: "What the money is for",
    choices: provisions,
  },
  { path: "/contributions/*/from", kind: "date", label: "From" },
  { path: "/contributions/*/to", kind: "date", label: "To" },
  { path: "/contributions/*/pot/annual", kind: "money", label: "Annual pot", mayBeEmpty: true },
  {
    path: "/contributions/*/pot/index",
    kind: "choice",
    label: "Index of the pot",
    mayBeEmpty: true,
    choices: indexes,
  },
  {
    path: "/contributions/*/pot/firstUplift",
    kind: "date",
    label: "First uplift of the pot",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/share/weights/#/basis",
    kind: "choice",
    label: "Basis",
    sentAlong: true,
    choices: (scenario) => bases(scenario).map((basis) => ({ value: basis, words: basisWords(basis) })),
  },
  {
    path: "/contributions/*/share/weights/#/percent",
    kind: "percent",
    label: "Weight",
    mayBeEmpty: true,
    removesLine: true,
  },
  {
    path: "/contributions/*/share/phaseIn/historic/*",
    kind: "money",
    label: "Paid before, a year",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/share/phaseIn/percentByYear/{year}",
    kind: "percent",
    label: "Part that goes by the formula",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/share/collar/historic/*",
    kind: "money",
    label: "Paid before, a year",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/share/collar/maximumRisePercent",
    kind: "percent",
    label: "Most that a share may rise in a year",
    mayBeEmpty: true,
  },
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
    path: "/contributions/*/whenSomeDecline/toppedUpBy/#/organisation",
    kind: "choice",
    label: "Who tops up",
    choices: organisations,
  },
  {
    path: "/contributions/*/whenSomeDecline/toppedUpBy/#/percent",
    kind: "percent",
    label: "Part of what is missing",
  },
  {
    path: "/contributions/*/capacity/activity",
    kind: "choice",
    label: "Activity that the pot buys",
    mayBeEmpty: true,
    choices: activities,
  },
  {
    path: "/contributions/*/capacity/unitsPerYear",
    kind: "quantity",
    label: "Capacity that the pot buys (units a year)",
    mayBeEmpty: true,
  },
  {
    path: "/contributions/*/capacity/access",
    kind: "choice",
    label: "Who may use that capacity",
    mayBeEmpty: true,
    choices: () => fromWords(ACCESS),
  },
  {
    path: "/contributions/*/buyIn/activity",
    kind: "choice",
    label: "Activity that can be bought",
    mayBeEmpty: true,
    choices: activities,
  },
  {
    path: "/contributions/*/buyIn/method",
    kind: "choice",
    label: "How bands are priced",
    mayBeEmpty: true,
    choices: () => fromWords(BUY_IN_METHODS),
  },
  {
    path: "/contributions/*/buyIn/bands/#/upTo",
    kind: "quantity",
    label: "Up to (units)",
    emptyIs: null,
  },
  {
    path: "/contributions/*/buyIn/bands/#/price",
    kind: "money",
    label: "Price of a unit",
    mayBeEmpty: true,
    removesLine: true,
  },
  {
    path: "/contributions/*/members/*/organisation",
    kind: "choice",
    label: "Organisation",
    choices: organisations,
  },
  { path: "/contributions/*/members/*/area", kind: "choice", label: "Area", choices: areas },
  { path: "/contributions/*/members/*/choice", kind: "options", label: "Choice", choices: optionChoices },
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
];

/** What happens to the shares of those who decline, in a few words. */
export const DECLINE_RULES = {
  "fixed-share": "Fixed share: each payer pays its share as if all joined",
  "re-spread": "Re-spread: the pot is shared afresh among those who pay",
  scale: "Scale: fixed shares, and the capacity shrinks in proportion",
  threshold: "Threshold: only if the payers hold enough of the shares",
} as const;

const ACCESS = {
  open: "Everybody in the area",
  members: "The areas of those who pay",
  "by-contribution": "Each area in proportion to what it pays",
} as const;

const BUY_IN_METHODS = {
  incremental: "Each unit at the price of its own band",
  "all-units": "All units at the price of the band that is reached",
} as const;
