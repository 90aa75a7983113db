import type { FieldRule } from "../field-rule";
import { areas, fromWords, objectives, priorityLines } from "./choices";

/** What can be edited of the priorities. */
export const PRIORITY_RULES: readonly FieldRule[] = [
  { path: "/priorities/criteria/*/name", kind: "text", label: "Name" },
  { path: "/priorities/criteria/*/weight", kind: "quantity", label: "Weight" },
  {
    path: "/priorities/criteria/*/low",
    kind: "text",
    label: "What 0 points mean",
    mayBeEmpty: true,
    isLong: true,
  },
  {
    path: "/priorities/criteria/*/high",
    kind: "text",
    label: "What 100 points mean",
    mayBeEmpty: true,
    isLong: true,
  },
  {
    path: "/priorities/benefit",
    kind: "choice",
    label: "What benefit is",
    absent: "score",
    choices: () => fromWords(BENEFITS),
  },
  { path: "/priorities/budgets/*/name", kind: "text", label: "Name" },
  { path: "/priorities/budgets/*/amount", kind: "money", label: "Amount" },
  { path: "/priorities/equity/#/areas", kind: "ids", label: "Areas", choices: areas },
  { path: "/priorities/equity/#/minimumLines", kind: "whole", label: "Least lines", mayBeEmpty: true },
  { path: "/priorities/equity/#/minimumBenefit", kind: "quantity", label: "Least benefit", mayBeEmpty: true },
  { path: "/priorities/lines/*/name", kind: "text", label: "Name" },
  {
    path: "/priorities/lines/*/objective",
    kind: "choice",
    label: "Objective",
    mayBeEmpty: true,
    choices: objectives,
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
    isLong: true,
  },
  {
    path: "/priorities/lines/*/areas",
    kind: "ids",
    label: "For these areas",
    mayBeEmpty: true,
    choices: areas,
  },
  {
    path: "/priorities/lines/*/requires",
    kind: "ids",
    label: "Only together with",
    mayBeEmpty: true,
    choices: priorityLines,
  },
  {
    path: "/priorities/lines/*/excludes",
    kind: "ids",
    label: "Never together with",
    mayBeEmpty: true,
    choices: priorityLines,
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
];

/** What the benefit of a line is, in a few words. */
export const BENEFITS = {
  score: "Its score: many small lines count for more than one large line",
  "score-times-people": "Its score × the people that it reaches",
} as const;
