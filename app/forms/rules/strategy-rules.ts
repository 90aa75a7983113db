import { COMMITMENT_STATES } from "../../reports/words";
import type { FieldRule } from "../field-rule";
import { commitments, fromWords, objectives, organisations } from "./choices";

/** What can be edited of objectives, commitments and the risk register. */
export const STRATEGY_RULES: readonly FieldRule[] = [
  { path: "/objectives/*/name", kind: "text", label: "Objective" },
  { path: "/commitments/*/name", kind: "text", label: "Commitment" },
  {
    path: "/commitments/*/objective",
    kind: "choice",
    label: "Objective",
    mayBeEmpty: true,
    choices: objectives,
  },
  {
    path: "/commitments/*/state",
    kind: "choice",
    label: "State",
    choices: () => fromWords(COMMITMENT_STATES),
  },
  { path: "/commitments/*/continuing", kind: "flag", label: "Continues", absent: false },
  { path: "/commitments/*/note", kind: "text", label: "Note", mayBeEmpty: true },
  {
    path: "/commitments/*/sameAs",
    kind: "choice",
    label: "The same as",
    mayBeEmpty: true,
    choices: commitments,
  },
  { path: "/risks/*/text", kind: "text", label: "Risk" },
  { path: "/risks/*/likelihood", kind: "whole", label: "Likelihood (1 to 5)" },
  { path: "/risks/*/impact", kind: "whole", label: "Impact (1 to 5)" },
  { path: "/risks/*/owner", kind: "choice", label: "Owner", mayBeEmpty: true, choices: organisations },
  { path: "/risks/*/mitigation", kind: "text", label: "What is done about it", mayBeEmpty: true },
];
