import { calculateCapacity } from "./calculate/capacity";
import { calculateRound } from "./calculate/contributions";
import { calculateCoverage } from "./calculate/coverage";
import { calculateFunding } from "./calculate/funding";
import { calculateIfOthersDecline } from "./calculate/if-others-decline";
import { writeLedger } from "./calculate/ledger";
import { calculateLotPatterns } from "./calculate/lot-patterns";
import { prepareRound } from "./calculate/prepare-round";
import { calculateProvisionCost } from "./calculate/provision-costs";
import { reconcile } from "./calculate/reconcile";
import { figureWarnings } from "./calculate/warnings";
import { documentWarnings } from "./document/document-warnings";
import type { Check, Evaluation } from "./model/evaluation";
import type { Scenario } from "./model/scenario";
import { timelineOf } from "./model/timeline";

/**
 * Everything that follows from a scenario that has passed every check (`validateScenario`): pure, the same on every
 * machine, quick enough to run while someone types. The steps are the sections of the rules.
 */
export function evaluateScenario(scenario: Scenario): Evaluation {
  // 1. The horizon: its months and financial years (§1).
  const timeline = timelineOf(scenario.horizon);
  // 2. What every provision costs, by month (§2).
  const costs = mapById(scenario.provisions, (provision) =>
    calculateProvisionCost(scenario, provision, timeline),
  );
  // 3. What districts contribute, and would if others declined (§§3 and 4).
  const prepared = mapById(scenario.contributions ?? [], (round) => prepareRound(scenario, round, timeline));
  const contributions = mapValues(prepared, (round) => calculateRound(round, timeline));
  const ifOthersDecline = mapValues(prepared, calculateIfOthersDecline);
  // 4. Who is covered, on which days, and where two run at once (§5).
  const coverage = calculateCoverage(scenario, costs, timeline);
  // 5. Demand, capacity and waiting (§§6 and 7).
  const capacity = calculateCapacity(scenario, contributions, timeline);
  // 6. Who pays for what (§8).
  const funding = calculateFunding(scenario, costs, contributions, timeline);
  // 7. How the blocks of service could be divided into lots (§10).
  const lots = calculateLotPatterns(scenario.lotStructure);
  // 8. The same pounds counted another way.
  const ledger = writeLedger(costs, contributions, funding, timeline);
  const checks = reconcile({ costs, contributions, funding, ledger, timeline });
  assertReconciled(checks);
  const warnings = [
    ...documentWarnings(scenario),
    ...figureWarnings(scenario, contributions, funding, timeline),
  ];
  return {
    scenario,
    timeline,
    costs,
    contributions,
    ifOthersDecline,
    lots,
    coverage,
    capacity,
    funding,
    ledger,
    checks,
    warnings,
  };
}

function mapById<Item extends { readonly id: string }, Value>(
  items: readonly Item[],
  valueOf: (item: Item) => Value,
): Map<string, Value> {
  return new Map(items.map((item) => [item.id, valueOf(item)]));
}

function mapValues<Before, After>(
  map: ReadonlyMap<string, Before>,
  change: (value: Before) => After,
): Map<string, After> {
  return new Map([...map].map(([id, value]) => [id, change(value)]));
}

function assertReconciled(checks: readonly Check[]): void {
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length === 0) return;
  const words = failed.map(({ id, difference }) => `${id} differs by ${difference} pence`);
  throw new Error(`the ledger does not reconcile: ${words.join("; ")}`);
}
