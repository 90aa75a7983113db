import { CAPACITY_READS, calculateCapacity } from "./calculate/capacity";
import { calculateRound } from "./calculate/contributions";
import { COVERAGE_READS, calculateCoverage } from "./calculate/coverage";
import { calculateFunding, FUNDING_READS } from "./calculate/funding";
import { calculateIfOthersDecline } from "./calculate/if-others-decline";
import { writeLedger } from "./calculate/ledger";
import { calculateLotPatterns } from "./calculate/lot-patterns";
import { prepareRound, ROUND_READS } from "./calculate/prepare-round";
import { calculateProvisionCost } from "./calculate/provision-costs";
import { reconcile } from "./calculate/reconcile";
import { TakeOver } from "./calculate/take-over";
import { figureWarnings } from "./calculate/warnings";
import { documentWarnings } from "./document/document-warnings";
import type { Check, Evaluation } from "./model/evaluation";
import type { ContributionRound, Scenario } from "./model/scenario";
import { timelineOf } from "./model/timeline";
import { once, onceEach, whenRead } from "./model/when-read";

/**
 * Everything that follows from a scenario that has passed every check (`validateScenario`): pure, the same on every
 * machine, quick enough to run while someone types. The steps are the sections of the rules; each is worked out when
 * it is first read, and kept.
 */
export function evaluateScenario(scenario: Scenario): Evaluation {
  return evaluate(scenario, undefined);
}

/**
 * The same for a scenario that shares parts with another that is evaluated already, as what edits make of a document
 * does. The result is that of {@link evaluateScenario}; steps that read only what the two share are taken over.
 */
export function reevaluateScenario(scenario: Scenario, before: Evaluation): Evaluation {
  return evaluate(scenario, before);
}

function evaluate(scenario: Scenario, before: Evaluation | undefined): Evaluation {
  const known = new TakeOver(scenario, before);
  const prepare = onceEach((round: ContributionRound) => prepareRound(scenario, round, evaluation.timeline));
  const reconciled = once(() => writeReconciled(evaluation));
  const evaluation: Evaluation = whenRead<Evaluation>({
    scenario: () => scenario,
    // 1. The horizon: its months and financial years (§1).
    timeline: known.whole("timeline", ["horizon"], () => timelineOf(scenario.horizon)),
    // 2. What every provision costs, by month (§2).
    costs: known.each(
      "provisions",
      ["horizon", "indexes"],
      ({ costs }) => costs,
      (provision) => calculateProvisionCost(scenario, provision, evaluation.timeline),
    ),
    // 3. What districts contribute, and would if others declined (§§3 and 4).
    contributions: known.each(
      "contributions",
      ROUND_READS,
      ({ contributions }) => contributions,
      (round) => calculateRound(prepare(round), evaluation.timeline),
    ),
    ifOthersDecline: known.each(
      "contributions",
      ROUND_READS,
      ({ ifOthersDecline }) => ifOthersDecline,
      (round) => calculateIfOthersDecline(prepare(round)),
    ),
    // 4. Who is covered, on which days, and where two run at once (§5).
    coverage: () => calculateCoverage(scenario, evaluation, known.where(COVERAGE_READS)?.coverage),
    // 5. Demand, capacity and waiting (§§6 and 7).
    capacity: known.whole("capacity", CAPACITY_READS, () =>
      calculateCapacity(scenario, evaluation.contributions, evaluation.timeline),
    ),
    // 6. Who pays for what (§8).
    funding: known.whole("funding", FUNDING_READS, () =>
      calculateFunding(scenario, evaluation.costs, evaluation.contributions, evaluation.timeline),
    ),
    // 7. How the blocks of service could be divided into lots (§10).
    lots: known.whole("lots", ["lotStructure"], () => calculateLotPatterns(scenario.lotStructure)),
    // 8. The same pounds counted another way.
    ledger: known.whole("ledger", FUNDING_READS, () => reconciled().ledger),
    checks: known.whole("checks", FUNDING_READS, () => reconciled().checks),
    warnings: () => [
      ...documentWarnings(scenario),
      ...figureWarnings(scenario, evaluation.contributions, evaluation.funding, evaluation.timeline),
    ],
  });
  return evaluation;
}

/** Nobody reads the ledger before it is reconciled. */
function writeReconciled(evaluation: Evaluation): Pick<Evaluation, "ledger" | "checks"> {
  const { costs, contributions, funding, timeline } = evaluation;
  const ledger = writeLedger(costs, contributions, funding, timeline);
  const checks = reconcile({ costs, contributions, funding, ledger, timeline });
  assertReconciled(checks);
  return { ledger, checks };
}

function assertReconciled(checks: readonly Check[]): void {
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length === 0) return;
  const words = failed.map(({ id, difference }) => `${id} differs by ${difference} pence`);
  throw new Error(`the ledger does not reconcile: ${words.join("; ")}`);
}
