import { SCENARIO_STATES } from "../../reports/words";
import type { FieldRule } from "../field-rule";
import { fromWords } from "./choices";

/** What can be edited of a scenario as a whole. */
export const SCENARIO_RULES: readonly FieldRule[] = [
  { path: "/name", kind: "text", label: "Name" },
  { path: "/purpose", kind: "text", label: "Purpose", mayBeEmpty: true },
  {
    path: "/status",
    kind: "choice",
    label: "State",
    absent: "draft",
    choices: () => fromWords(SCENARIO_STATES),
  },
  { path: "/horizon/start", kind: "month", label: "First month" },
  { path: "/horizon/end", kind: "month", label: "Last month" },
  { path: "/synthetic", kind: "flag", label: "The money is invented", absent: false },
];
