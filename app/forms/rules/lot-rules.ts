import type { Scenario } from "../../../scenarios/model/scenario";
import { patternWords } from "../../reports/lot-patterns";
import type { FieldRule } from "../field-rule";
import { showValue } from "../read-value";
import type { FieldChoice } from "../field-value";
import { named } from "./choices";

/** What can be edited of the lot structure (rules §10). */
export const LOT_RULES: readonly FieldRule[] = [
  { path: "/lotStructure/envelope", kind: "money", label: "Money a year for all lots together" },
  { path: "/lotStructure/overheadPerLot", kind: "money", label: "Overhead of each lot a year" },
  { path: "/lotStructure/costPerFte", kind: "money", label: "Cost of one full-time post a year" },
  { path: "/lotStructure/blocks/*/name", kind: "text", label: "Service" },
  {
    path: "/lotStructure/needs/#/blocks",
    kind: "ids",
    label: "They need",
    choices: ({ lotStructure }) => named(lotStructure?.blocks ?? []),
  },
  {
    path: "/lotStructure/needs/#/percent",
    kind: "percent",
    label: "Part of all users",
    mayBeEmpty: true,
    removesLine: true,
  },
  {
    path: "/lotStructure/chosen",
    kind: "lots",
    label: "Lots procured",
    mayBeEmpty: true,
    choices: chosenLots,
  },
  { path: "/lotStructure/chosenReason", kind: "text", label: "Why these lots", mayBeEmpty: true },
];

/** The lots that are chosen, in the names of what is in them: for the history. */
function chosenLots({ lotStructure }: Scenario): readonly FieldChoice[] {
  if (lotStructure?.chosen === undefined) return [];
  const { chosen } = lotStructure;
  return [
    {
      value: showValue(
        "lots",
        chosen.map((lot) => [...lot]),
      ),
      words: patternWords(lotStructure, chosen),
    },
  ];
}
