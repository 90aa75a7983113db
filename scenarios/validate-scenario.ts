import { infeasibleRounds } from "./calculate/feasibility";
import type { Json } from "./changes/json";
import { type ParsedScenario, parseEdited, parseScenario } from "./document/parse-scenario";
import { parseScenarioText } from "./document/parse-scenario-text";
import type { Scenario } from "./model/scenario";

/**
 * Unknown to a scenario that can be evaluated, or to every issue: everything that the document says (see
 * `parseScenario`), and then whether every pot can be shared as the file asks (rules §3).
 */
export function validateScenario(input: unknown): ParsedScenario {
  return withFeasibility(parseScenario(input));
}

/** {@link validateScenario} from the text of a file. */
export function validateScenarioText(text: string): ParsedScenario {
  return withFeasibility(parseScenarioText(text));
}

/**
 * {@link validateScenario} of what edits made of a valid scenario, without looking again at what the two share. The
 * scenario is the document itself, so that it goes on sharing.
 */
export function validateEdited(document: Json, before: Scenario): ParsedScenario {
  return withFeasibility(parseEdited(document, before), before);
}

function withFeasibility(parsed: ParsedScenario, before?: Scenario): ParsedScenario {
  if (!parsed.ok) return parsed;
  const issues = infeasibleRounds(parsed.scenario, before);
  return issues.length === 0 ? parsed : { ok: false, issues };
}
