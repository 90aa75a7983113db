import { parseArgs } from "node:util";
import { compareScenarios, type FoundPlan } from "../../scenarios/compare-scenarios";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import { formatMoney } from "../../scenarios/model/money";
import type { Scenario } from "../../scenarios/model/scenario";
import { prioritise } from "../../scenarios/optimise/prioritise";
import { describeChanges } from "../forms/describe-changes";
import { done, type Outcome, wrongUse } from "./outcome";
import { readScenarioFile } from "./read-scenario-file";

const USE = "compare FILE FILE...";

/** `compare FILE FILE...`: the others against the first, as one JSON document. */
export async function compare(args: readonly string[]): Promise<Outcome> {
  const files = namedFiles(args);
  if (files === null || files.length < 2) return wrongUse(`Use: ${USE}`);
  const evaluations: Evaluation[] = [];
  for (const file of files) {
    const read = await readScenarioFile(file);
    if (!read.ok) return read.outcome;
    evaluations.push(evaluateScenario(read.scenario));
  }
  const plans: (FoundPlan | null)[] = [];
  for (const { scenario } of evaluations) plans.push(await planOf(scenario));
  return done(`${JSON.stringify(formatComparison(evaluations, plans), null, 1)}\n`);
}

async function planOf(scenario: Scenario): Promise<FoundPlan | null> {
  const { priorities } = scenario;
  if (priorities === undefined || priorities.lines.length === 0) return null;
  return { priorities, plan: await prioritise(scenario) };
}

function namedFiles(args: readonly string[]): string[] | null {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
  } catch {
    return null;
  }
}

/** The public JSON of a comparison. Two files of one id are told apart by their place: `s1`, `s1#2`. */
function formatComparison(evaluations: readonly Evaluation[], plans: readonly (FoundPlan | null)[]) {
  const { measures, changes, waterfall } = compareScenarios(evaluations, plans);
  const scenarios = evaluations.map(({ scenario }) => scenario);
  const ids = scenarios.map(({ id }, place) =>
    scenarios.findIndex((other) => other.id === id) === place ? id : `${id}#${place + 1}`,
  );
  const first = scenarios[0] as Scenario;
  return {
    scenarios: ids,
    measures: measures.map(({ id, name, unit, betterWhen, values }) => ({
      id,
      name,
      unit,
      betterWhen,
      values: Object.fromEntries(ids.map((id, place) => [id, values[place] ?? null])),
    })),
    changes: changes.map((operations, place) =>
      describeChanges(first, scenarios[place + 1] as Scenario, operations),
    ),
    waterfall: waterfall.map((steps) =>
      steps.map(({ group, amount }) => ({ group, amount: formatMoney(amount) })),
    ),
  };
}
