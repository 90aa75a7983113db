import { OPTION } from "./submission";

/** The names of the inputs: not fields of the scenario, since one form makes values for every area out of them. */
export const BASIS = {
  name: "/basis/name",
  unit: "/basis/unit",
  source: "/basis/source",
  date: "/basis/date",
  block: "/basis/block",
  value: (area: string): string => `/basis/values/${area}`,
} as const;

/** Says whether the form saves the basis or deletes it; its presence also says that the server alone understands it. */
export const STEP = `${OPTION}step`;
