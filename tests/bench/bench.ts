import { readFileSync } from "node:fs";
import { editScenario } from "../../app/live/edited-scenario";
import { keepComparisons } from "../../app/services/comparisons.server";
import type { Comparisons } from "../../app/services/services";
import { evaluateScenario, reevaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario, validateScenarioText } from "../../scenarios/validate-scenario";
import { LARGE, largePlan } from "../support/large-plan";
import { largePlans } from "../support/large-plans";
import { benchPriorities } from "./bench-priorities";
import { benchWorkbook } from "./bench-workbook";

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
  measure(() => void readAll(evaluateScenario(sample))),
);
report(
  `evaluate ${LARGE.provisions} provisions × ${LARGE.areas} areas × ${LARGE.months} months`,
  measure(() => void readAll(evaluateScenario(scenario)), 4),
  "(goal: one frame, 16 ms)",
);
benchEdits();
report(
  "check the large plan (parse and validate)",
  measure(() => void validateScenario(scenario)),
);
benchCompare();

/** What an edit of the large plan costs: reading, checking and everything that it moves. */
function benchEdits(): void {
  const saved = readAll(evaluateScenario(scenario));
  const edits = {
    price: ["/provisions/provision-00/price/annual", "123456.78"],
    choice: ["/contributions/districts/members/area-03/choice", ""],
    demand: ["/demand/area-03-activity-00/annual", "77"],
  };
  for (const [name, [field = "", text = ""]] of Object.entries(edits)) {
    report(
      `check and evaluate it again after an edit of one ${name}`,
      measure(() => {
        const edited = editScenario(scenario, { [field]: text });
        if (edited.outcome !== "edited") throw new Error(`the edit of a ${name} is ${edited.outcome}`);
        readAll(reevaluateScenario(edited.scenario, saved));
      }),
      "(goal: one frame, 16 ms)",
    );
  }
}

/** Parts of an evaluation are worked out when they are read. */
function readAll(evaluation: Evaluation): Evaluation {
  return { ...evaluation, coverage: { ...evaluation.coverage } };
}

/** Eight large plans on the comparison page: everything worked out afresh, with the dearest waterfall, and from the cache. */
function benchCompare(): void {
  const plans = largePlans(8).map((plan, place) => ({
    contentHash: String(place),
    evaluation: readAll(evaluateScenario(plan)),
  }));
  const [first, second] = plans;
  if (first === undefined || second === undefined) throw new Error("no plans to compare");
  const work = ({ measures, changes, explain }: Comparisons): void => {
    measures(plans);
    changes(first, second);
    explain({ id: "unfunded" }, first, second);
  };
  const kept = keepComparisons(200);
  work(kept);
  console.log("");
  report(
    "evaluate eight large plans",
    measure(() => void plans.map(({ evaluation }) => readAll(evaluateScenario(evaluation.scenario))), 4),
  );
  report(
    "compare eight large plans, with the waterfall of what is unfunded",
    measure(() => work(keepComparisons(200)), 4),
    "(goal with the line above: 2000 ms)",
  );
  report(
    "the same again, from the cache",
    measure(() => work(kept)),
  );
}

console.log("");
await benchWorkbook("the sample (llr-2015-s3)", sample, "(goal: 1 s)");
await benchWorkbook("the large plan", scenario, "(goal: 15 s)");

console.log("");
await benchPriorities();
