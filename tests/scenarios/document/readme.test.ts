import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatResult } from "../../../scenarios/document/format-result";
import { scenarioSchema } from "../../../scenarios/document/schema/scenario";
import { formatPlan } from "../../../scenarios/optimise/format-plan";
import { prioritise } from "../../../scenarios/optimise/prioritise";
import { formatSimulation } from "../../../scenarios/uncertainty/format-simulation";
import { simulate } from "../../../scenarios/uncertainty/simulate";
import { evaluated, provisionWith, scenarioWith } from "../../support/scenarios";
import { tableOfSection9 } from "../optimise/table-of-section-9";

const README = readFileSync("scenarios/document/README.md", "utf8");
const named = new Set([...README.matchAll(/`([A-Za-z0-9-]+)`/g)].map(([, name]) => name));
const missing = (names: readonly string[]): string[] => names.filter((name) => !named.has(name));

describe("the page about the scenario file", () => {
  it("names every field that a file can begin with", () => {
    expect(missing(Object.keys(scenarioSchema.shape))).toEqual([]);
  });

  it("names every field of a result, of a plan and of a simulation", async () => {
    const scenario = scenarioWith({ provisions: [provisionWith()] });
    const result = Object.keys(formatResult(evaluated(scenario)));
    expect(missing(result.filter((field) => !["format", "scenario"].includes(field)))).toEqual([]);
    for (const thousands of [850, 100]) {
      const plan = await prioritise(scenarioWith({ priorities: tableOfSection9(thousands) }));
      expect(missing(Object.keys(formatPlan(plan)))).toEqual([]);
    }
    const outcome = simulate(scenario, { trials: 1, seed: 1 });
    expect(outcome.ok && missing(Object.keys(formatSimulation(outcome.simulation)))).toEqual([]);
  });

  it("names every warning", () => {
    const sources = ["scenarios/document/document-warnings.ts", "scenarios/calculate/warnings.ts"];
    const codes = sources.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/code: "([a-z-]+)"/g)].map(([, code]) => code ?? ""),
    );
    expect(codes.length).toBeGreaterThan(7);
    expect(missing(codes)).toEqual([]);
  });
});
