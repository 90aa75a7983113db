import { parseArgs } from "node:util";
import { formatSimulation } from "../../scenarios/uncertainty/format-simulation";
import { simulate as drawAndEvaluate, type Trials } from "../../scenarios/uncertainty/simulate";
import { done, type Outcome, refused, wrongUse } from "./outcome";
import { readScenarioFile } from "./read-scenario-file";

const USE = "simulate FILE [--trials 10000] [--seed 1]";
const MOST_TRIALS = 1_000_000;

/** `simulate FILE`: how cost, unfunded money and waiting spread over the ranges of the file, as one JSON document. */
export async function simulate(args: readonly string[]): Promise<Outcome> {
  const asked = readArguments(args);
  if (typeof asked === "string") return wrongUse(asked);
  const read = await readScenarioFile(asked.file);
  if (!read.ok) return read.outcome;
  const drawn = drawAndEvaluate(read.scenario, asked);
  if (!drawn.ok) return refused(drawn.issues);
  return done(`${JSON.stringify(formatSimulation(drawn.simulation), null, 1)}\n`);
}

function readArguments(args: readonly string[]): (Trials & { readonly file: string }) | string {
  let given: { values: { trials?: string; seed?: string }; positionals: string[] };
  try {
    const options = { trials: { type: "string" }, seed: { type: "string" } } as const;
    given = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    return `Use: ${USE}`;
  }
  const [file, ...others] = given.positionals;
  if (file === undefined || others.length > 0) return `Use: ${USE}`;
  const trials = wholeNumber(given.values.trials ?? "10000");
  if (trials === null || trials < 1 || trials > MOST_TRIALS)
    return `--trials takes a whole number from 1 to ${MOST_TRIALS}, not ${given.values.trials ?? ""}.`;
  const seed = wholeNumber(given.values.seed ?? "1");
  if (seed === null) return `--seed takes a whole number from 0 on, not ${given.values.seed ?? ""}.`;
  return { file, trials, seed };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
