import { FUNDING_CERTAINTIES } from "../../reports/words";
import type { FieldRule } from "../field-rule";
import { activities, areas, fromWords, organisations, provisions } from "./choices";

/** What can be edited of the funding sources and of the indexes by which prices rise. */
export const MONEY_RULES: readonly FieldRule[] = [
  { path: "/fundingSources/*/name", kind: "text", label: "Source" },
  { path: "/fundingSources/*/owner", kind: "choice", label: "Owner", choices: organisations },
  {
    path: "/fundingSources/*/certainty",
    kind: "choice",
    label: "Certainty",
    absent: "confirmed",
    choices: () => fromWords(FUNDING_CERTAINTIES),
  },
  { path: "/fundingSources/*/amounts/{year}", kind: "money", label: "Amount", mayBeEmpty: true },
  {
    path: "/fundingSources/*/carryForward",
    kind: "flag",
    label: "Unused money is carried forward",
    absent: false,
  },
  {
    path: "/fundingSources/*/onlyFor/provisions",
    kind: "ids",
    label: "Only for these contracts and lots",
    mayBeEmpty: true,
    choices: provisions,
  },
  {
    path: "/fundingSources/*/onlyFor/activities",
    kind: "ids",
    label: "Only for these activities",
    mayBeEmpty: true,
    choices: activities,
  },
  {
    path: "/fundingSources/*/onlyFor/areas",
    kind: "ids",
    label: "Only for these areas",
    mayBeEmpty: true,
    choices: areas,
  },
  { path: "/indexes/*/name", kind: "text", label: "Index" },
  { path: "/indexes/*/rates/{year}", kind: "percent", label: "Rate", mayBeEmpty: true },
];
