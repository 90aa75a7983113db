import { readFileSync } from "node:fs";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenarioText } from "../../scenarios/validate-scenario";

type ExampleIndex = { readonly cases: readonly { readonly file: string; readonly command: string }[] };

/** The example files, as names below `scenarios/examples`, of one command or of all. */
function examplesOf(command?: string): readonly string[] {
  return ["", "small/"].flatMap((folder) => {
    const index = JSON.parse(readFileSync(`scenarios/examples/${folder}index.json`, "utf8")) as ExampleIndex;
    return index.cases
      .filter((example) => command === undefined || example.command === command)
      .map(({ file }) => `${folder}${file}`);
  });
}

export const EXAMPLES = examplesOf();
/** Those that `evaluate` is for, and not `prioritise`. */
export const EVALUATED_EXAMPLES = examplesOf("evaluate");

/** An example by its name below `scenarios/examples`, as a valid scenario. */
export function exampleScenario(file: string): Scenario {
  const parsed = validateScenarioText(readFileSync(`scenarios/examples/${file}`, "utf8"));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.issues)}`);
  return parsed.scenario;
}

/** An example, evaluated; perhaps with a change. */
export function evaluatedExample(
  file: string,
  change: (scenario: Scenario) => Scenario = (scenario) => scenario,
): Evaluation {
  return evaluateScenario(change(exampleScenario(file)));
}
