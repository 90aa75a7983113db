import { readFileSync } from "node:fs";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario, validateScenarioText } from "../../scenarios/validate-scenario";
import { LARGE, largePlan } from "../support/large-plan";

// Prints what was measured in this run; trust the ratios. Nothing here is a test.

function load(file: string): Scenario {
  const parsed = validateScenarioText(
    readFileSync(new URL(`../../scenarios/examples/${file}`, import.meta.url), "utf8"),
  );
  if (!parsed.ok) throw new Error(`${file}: ${parsed.issues[0]?.message ?? "issues"}`);
  return parsed.scenario;
}

/** The median time of a call in milliseconds, after it has been warmed up. */
function measure(work: () => void, seconds = 2): number {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  while (performance.now() < until || times.length < 5) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  const warm = times.slice(Math.floor(times.length / 3)).sort((first, second) => first - second);
  return warm[Math.floor(warm.length / 2)] as number;
}

function report(name: string, milliseconds: number, note = ""): void {
  const rate = (1000 / milliseconds).toFixed(milliseconds < 10 ? 0 : 1);
  console.log(
    `${name.padEnd(64)} ${milliseconds.toFixed(2).padStart(9)} ms ${rate.padStart(8)} a second ${note}`,
  );
}

const sample = load("llr-2015-s3.json");
const large = validateScenario(largePlan());
if (!large.ok) throw new Error(JSON.stringify(large.issues.slice(0, 3)));
const { scenario } = large;

console.log(`Node ${process.version}, medians of warmed calls\n`);
report(
  "evaluate the sample (llr-2015-s3)",
  measure(() => void evaluateScenario(sample)),
);
report(
  `evaluate ${LARGE.provisions} provisions × ${LARGE.areas} areas × ${LARGE.months} months`,
  measure(() => void evaluateScenario(scenario), 4),
  "(goal: one frame, 16 ms)",
);
report(
  "check the large plan (parse and validate)",
  measure(() => void validateScenario(scenario)),
);
