import { describe, expect, it } from "vitest";
import { formatPlan } from "../../../scenarios/optimise/format-plan";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { scenarioWith } from "../../support/scenarios";
import { bruteForcePlan } from "./brute-force";
import { randomPriorities } from "./random-priorities";

const SEEDS = Array.from({ length: 500 }, (_, at) => at + 1);

describe("500 random prioritisations of up to 14 lines with all kinds of rules", () => {
  it("give the plan, the lists, the frontier and the size of the conflict that trying every plan gives", async () => {
    for (const seed of SEEDS) {
      const priorities = randomPriorities(seed);
      const { conflict: wanted, ...expected } = bruteForcePlan(priorities);
      const plan = formatPlan(await prioritise(scenarioWith({ priorities })));
      const { conflict, waysOut, proof, frontierComplete, warnings, ...actual } = plan;
      expect({ seed, ...actual }).toEqual({ seed, ...expected });
      expect({ seed, size: conflict?.length }).toEqual({ seed, size: wanted?.length });
    }
  }, 120_000);
});
