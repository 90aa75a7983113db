import type { Warning } from "../model/issue";
import type { Scenario } from "../model/scenario";

export function documentWarnings(scenario: Scenario): readonly Warning[] {
  return scenario.provisions
    .filter(({ price }) => price === undefined)
    .map(({ id }) => ({
      path: `/provisions/${id}/price`,
      code: "price-not-known",
      message: "The price is not known; it is left out of every total. Enter a price.",
    }));
}
