import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyOperations } from "../../scenarios/changes/apply-operations";
import { totalCost } from "../../scenarios/compare/measures";
import { roundToSum } from "../../scenarios/compare/waterfall";
import { compareScenarios, type ExplainedMeasure, explainMeasure } from "../../scenarios/compare-scenarios";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import { sumPence } from "../../scenarios/model/money";
import { rational } from "../../scenarios/model/rational";
import type { Scenario } from "../../scenarios/model/scenario";
import { found } from "../support/scenarios";

const FOLDER = new URL("../../scenarios/examples/", import.meta.url);
const scenarios = ["s0", "s1", "s2", "s3", "s4"].map(
  (name) => JSON.parse(readFileSync(new URL(`llr-2015-${name}.json`, FOLDER), "utf8")) as Scenario,
);
const evaluations = scenarios.map(evaluateScenario);
const pairs = scenarios.flatMap((_, first) =>
  scenarios.flatMap((_, second) => (first === second ? [] : [[first, second] as const])),
);

describe("every pair of the Leicestershire scenarios", () => {
  it.each(pairs)(
    "s%i to s%i: the waterfall of total cost sums to the difference, and swapped every step is negated",
    (one, other) => {
      const [first, second] = [found(evaluations[one]), found(evaluations[other])];
      const forth = found(compareScenarios([first, second]).waterfall[0]);
      const back = found(compareScenarios([second, first]).waterfall[0]);
      expect(sumPence(forth.map(({ amount }) => amount))).toBe(totalCost(second) - totalCost(first));
      expect(back).toEqual(forth.map(({ group, amount }) => ({ group, amount: -amount })));
    },
  );

  it.each(pairs)("s%i to s%i: the changes applied to the first give the second", (one, other) => {
    const [first, second] = [found(evaluations[one]), found(evaluations[other])];
    const applied = applyOperations(first.scenario, found(compareScenarios([first, second]).changes[0]));
    expect(applied.ok && applied.document).toEqual(second.scenario);
  });

  const measures: ExplainedMeasure[] = [
    { id: "unfunded" },
    { id: "contribution", organisation: "blaby" },
    { id: "waiting-at-end", activity: "face-to-face" },
  ];
  it.each(measures)("the waterfall of $id sums to its difference from s1 to s3", (measure) => {
    const [first, second] = [found(evaluations[1]), found(evaluations[3])];
    const steps = found(explainMeasure(measure, first.scenario, second.scenario));
    const row = found(
      compareScenarios([first, second]).measures.find(({ id }) =>
        measure.id === "unfunded"
          ? id === "unfunded"
          : id.startsWith(measure.id) && id.endsWith(Object.values(measure)[1] ?? ""),
      ),
    );
    const scale = measure.id === "waiting-at-end" ? 1_000_000 : 100;
    const [before, after] = row.values.map((value) => Math.round(Number(value) * scale));
    expect(
      Math.abs(Number(sumPence(steps.map(({ amount }) => amount))) - (found(after) - found(before))),
    ).toBeLessThanOrEqual(1);
    expect(steps.length).toBeGreaterThan(0);
  });

  it("names every measure once, with a value for each scenario", () => {
    const { measures: rows } = compareScenarios(evaluations);
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(["total-cost", "cost-2015/16", "unfunded", "contribution-blaby", "gap-days"]),
    );
    expect(rows.every(({ values }) => values.length === scenarios.length)).toBe(true);
  });
});

describe("a waterfall", () => {
  it("has no step for a change that does nothing", () => {
    const first = found(scenarios[1]);
    const renamed = { ...first, name: "Another name", risks: [] };
    expect(found(compareScenarios([first, renamed].map(evaluateScenario)).waterfall[0])).toEqual([]);
  });

  it("of one changed price is that price's effect, under lots and prices", () => {
    const first = found(scenarios[1]);
    const dearer: Scenario = {
      ...first,
      provisions: first.provisions.map((provision) =>
        provision.id === "refuge" && provision.price !== undefined && "annual" in provision.price
          ? { ...provision, price: { ...provision.price, annual: "250000.00" } }
          : provision,
      ),
    };
    const { waterfall } = compareScenarios([first, dearer].map(evaluateScenario));
    expect(waterfall[0]?.map(({ group }) => group)).toEqual(["provisions"]);
  });

  it("rounds its steps so that they keep their sum, and the other way round alike", () => {
    const thirds = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(thirds, (numerators) => {
        const rest = numerators.reduce((sum, one) => sum + one, 0);
        const figures = [...numerators, -rest + 3].map((numerator) => rational(BigInt(numerator), 3n));
        const rounded = roundToSum(figures);
        expect(sumPence(rounded)).toBe(1n);
        expect(roundToSum(figures.map((figure) => figure.neg()))).toEqual(rounded.map((unit) => -unit));
        rounded.forEach((unit, place) => {
          expect(Math.abs(Number(unit) - found(figures[place]).valueOf())).toBeLessThan(1);
        });
      }),
      { seed: 11 },
    );
  });
});
