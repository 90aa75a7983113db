import type { Scenario } from "../model/scenario";

/**
 * A scenario as the text of a scenario file: JSON with two spaces, the fields in the order in which they stand, a
 * final newline. Parsing it gives the same scenario back.
 */
export function serialiseScenario(scenario: Scenario): string {
  return `${JSON.stringify(scenario, null, 2)}\n`;
}
