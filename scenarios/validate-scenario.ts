import { infeasibleRounds } from "./calculate/feasibility";
import { type ParsedScenario, parseScenario } from "./document/parse-scenario";
import { parseScenarioText } from "./document/parse-scenario-text";

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

function withFeasibility(parsed: ParsedScenario): ParsedScenario {
  if (!parsed.ok) return parsed;
  const issues = infeasibleRounds(parsed.scenario);
  return issues.length === 0 ? parsed : { ok: false, issues };
}
