import type { Scenario } from "../../scenarios/model/scenario";
import { prioritise } from "../../scenarios/optimise/prioritise";

/** A process that works out one plan: it is sent a scenario, sends back the plan, and ends. */
process.once("message", (scenario: Scenario) => {
  prioritise(scenario).then(
    (plan) => process.send?.(plan, () => process.disconnect()),
    (fault: unknown) => {
      console.error(fault);
      process.exitCode = 1;
      process.disconnect();
    },
  );
});
