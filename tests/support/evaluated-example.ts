import { readFileSync } from "node:fs";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenarioText } from "../../scenarios/validate-scenario";

type ExampleIndex = { readonly cases: readonly { readonly file: string; readonly command: string }[] };

/** The example files that `evaluate` is for, as names below `scenarios/examples`. */
export const EVALUATED_EXAMPLES: readonly string[] = ["", "small/"].flatMap((folder) => {
  const index = JSON.parse(readFileSync(`scenarios/examples/${folder}index.json`, "utf8")) as ExampleIndex;
  return index.cases.filter(({ command }) => command === "evaluate").map(({ file }) => `${folder}${file}`);
});

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
