import { CERTAINTIES, FRAMEWORK_STATES, PROVISION_KINDS } from "../../reports/words";
import type { FieldRule } from "../field-rule";
import {
  activities,
  areas,
  commitments,
  fromWords,
  fundingSources,
  indexes,
  organisations,
  provisions,
} from "./choices";

/** What can be edited of a provision. */
export const PROVISION_RULES: readonly FieldRule[] = [
  { path: "/provisions/*/name", kind: "text", label: "Name" },
  {
    path: "/provisions/*/kind",
    kind: "choice",
    label: "Kind",
    choices: () => fromWords(PROVISION_KINDS),
  },
  { path: "/provisions/*/provider", kind: "text", label: "Provider", mayBeEmpty: true },
  {
    path: "/provisions/*/lead",
    kind: "choice",
    label: "Lead",
    mayBeEmpty: true,
    choices: organisations,
  },
  { path: "/provisions/*/activities", kind: "ids", label: "Activities", choices: activities },
  { path: "/provisions/*/areas", kind: "ids", label: "Areas", choices: areas },
  {
    path: "/provisions/*/commitments",
    kind: "ids",
    label: "Commitments that it serves",
    mayBeEmpty: true,
    choices: commitments,
  },
  {
    path: "/provisions/*/extends",
    kind: "choice",
    label: "Continues",
    mayBeEmpty: true,
    choices: provisions,
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
    choices: indexes,
  },
  { path: "/provisions/*/price/firstUplift", kind: "date", label: "First uplift", mayBeEmpty: true },
  { path: "/provisions/*/price/upliftFloor", kind: "percent", label: "Least uplift", mayBeEmpty: true },
  { path: "/provisions/*/price/upliftCap", kind: "percent", label: "Most uplift", mayBeEmpty: true },
  { path: "/provisions/*/price/schedule/{year}", kind: "money", label: "Price", mayBeEmpty: true },
  { path: "/provisions/*/vat/percent", kind: "percent", label: "VAT", mayBeEmpty: true },
  {
    path: "/provisions/*/vat/recoverablePercent",
    kind: "percent",
    label: "VAT that can be recovered",
    mayBeEmpty: true,
  },
  {
    path: "/provisions/*/payment",
    kind: "choice",
    label: "Paid",
    absent: "monthly-arrears",
    choices: () => fromWords(PAYMENTS),
  },
  {
    path: "/provisions/*/extensions/#/months",
    kind: "whole",
    label: "Option to extend (months)",
    mayBeEmpty: true,
    removesLine: true,
  },

  {
    path: "/provisions/*/oneOffs/#/name",
    kind: "text",
    label: "What for",
  },
  { path: "/provisions/*/oneOffs/#/amount", kind: "money", label: "Amount" },
  { path: "/provisions/*/oneOffs/#/date", kind: "date", label: "Date" },

  { path: "/provisions/*/capacity/#/activity", kind: "choice", label: "Activity", choices: activities },
  {
    path: "/provisions/*/capacity/#/areas",
    kind: "ids",
    label: "Areas",
    mayBeEmpty: true,
    choices: areas,
  },
  {
    path: "/provisions/*/capacity/#/unitsPerYear",
    kind: "quantity",
    label: "Units a year",
    mayBeEmpty: true,
  },
  { path: "/provisions/*/capacity/#/fte", kind: "quantity", label: "Staff (FTE)", mayBeEmpty: true },
  {
    path: "/provisions/*/capacity/#/openCases",
    kind: "quantity",
    label: "Open cases for each FTE",
    mayBeEmpty: true,
  },
  {
    path: "/provisions/*/capacity/#/weeks",
    kind: "quantity",
    label: "Weeks that a case stays open",
    mayBeEmpty: true,
  },
  {
    path: "/provisions/*/capacity/#/contactHours",
    kind: "quantity",
    label: "Contact hours a year for each FTE",
    mayBeEmpty: true,
  },
  {
    path: "/provisions/*/capacity/#/hoursPerCase",
    kind: "quantity",
    label: "Contact hours for each case",
    mayBeEmpty: true,
  },
  { path: "/provisions/*/capacity/#/units", kind: "quantity", label: "Refuge units", mayBeEmpty: true },
  {
    path: "/provisions/*/capacity/#/occupancyPercent",
    kind: "percent",
    label: "Occupancy",
    mayBeEmpty: true,
  },
  {
    path: "/provisions/*/capacity/#/stayDays",
    kind: "quantity",
    label: "Length of stay (days)",
    mayBeEmpty: true,
  },
  {
    path: "/provisions/*/capacity/#/programmes",
    kind: "quantity",
    label: "Programmes a year",
    mayBeEmpty: true,
  },
  {
    path: "/provisions/*/capacity/#/places",
    kind: "quantity",
    label: "Places in each programme",
    mayBeEmpty: true,
  },
  {
    path: "/provisions/*/capacity/#/startPercent",
    kind: "percent",
    label: "Places that are started",
    mayBeEmpty: true,
  },
  {
    path: "/provisions/*/capacity/#/completePercent",
    kind: "percent",
    label: "Started places that are completed",
    mayBeEmpty: true,
  },

  {
    path: "/provisions/*/funding/#/source",
    kind: "choice",
    label: "Source",
    choices: fundingSources,
  },
  { path: "/provisions/*/funding/#/annual", kind: "money", label: "Agreed amount a year", mayBeEmpty: true },
  {
    path: "/provisions/*/funding/#/percent",
    kind: "percent",
    label: "Agreed part of the cost",
    mayBeEmpty: true,
  },
  { path: "/provisions/*/funding/#/rest", kind: "flag", label: "Pays the rest", mayBeEmpty: true },

  { path: "/provisions/*/drawOrder", kind: "whole", label: "Draws on funding as number", mayBeEmpty: true },

  ...["tender", "evaluation", "approval", "standstill", "mobilisation"].map(
    (step): FieldRule => ({
      path: `/provisions/*/procurement/${step}Weeks`,
      kind: "whole",
      label: `${step.charAt(0).toUpperCase()}${step.slice(1)} (weeks)`,
      mayBeEmpty: true,
    }),
  ),
  { path: "/provisions/*/directory/offer", kind: "text", label: "What it offers", mayBeEmpty: true },
  { path: "/provisions/*/directory/audience", kind: "text", label: "Whom it is for", mayBeEmpty: true },
  { path: "/provisions/*/directory/eligibility", kind: "text", label: "Who can have it", mayBeEmpty: true },
  { path: "/provisions/*/directory/access", kind: "text", label: "How to get it", mayBeEmpty: true },
];

const PAYMENTS = {
  "monthly-arrears": "Monthly, afterwards",
  "monthly-advance": "Monthly, in advance",
  "quarterly-arrears": "Quarterly, afterwards",
  "quarterly-advance": "Quarterly, in advance",
} as const;
