import type { Issue } from "../../model/issue";
import type { SalvagedScenario } from "../salvage";

/** Everything that fields of a scenario file mean together, beyond the shape of each. */
export function checkScenario(scenario: SalvagedScenario): readonly Issue[] {
  return scenario.name === undefined ? [] : [];
}
