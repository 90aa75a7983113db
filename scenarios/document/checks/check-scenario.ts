import type { Json } from "../../changes/json";
import type { Fault } from "../fault";
import type { SalvagedScenario } from "../salvage";
import { checkBases } from "./bases";
import { checkCircles } from "./circles";
import { checkContributions } from "./contributions";
import { checkDemand } from "./demand";
import { checkLotStructure } from "./lot-structure";
import { checkOrder } from "./order";
import { checkHorizon, checkIndexRates } from "./periods";
import { checkPriorities } from "./priorities";
import { checkProvenance } from "./provenance";
import { checkProvisions } from "./provisions";
import { checkReferences } from "./references";
import { checkUniqueIds } from "./unique-ids";

/**
 * Everything that the fields of a scenario file mean together, beyond the shape of each. `scenario` lacks what was
 * refused already; `document` is what was written. Bounds and collars that cannot be met are not looked for here:
 * that takes the calculation.
 */
export function checkScenario(scenario: SalvagedScenario, document: Json): readonly Fault[] {
  return [
    ...checkUniqueIds(scenario),
    ...checkReferences(scenario),
    ...checkOrder(scenario),
    ...checkCircles(scenario),
    ...checkHorizon(scenario),
    ...checkIndexRates(scenario),
    ...checkProvisions(scenario),
    ...checkDemand(scenario),
    ...checkContributions(scenario),
    ...checkBases(scenario),
    ...checkPriorities(scenario),
    ...checkLotStructure(scenario),
    ...checkProvenance(scenario, document),
  ];
}
