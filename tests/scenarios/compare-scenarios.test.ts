import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyOperations } from "../../scenarios/changes/apply-operations";
import { totalCost } from "../../scenarios/compare/money-rows";
import { explainDifference, roundToSum } from "../../scenarios/compare/waterfall";
import {
  compareScenarios,
  type ExplainedMeasure,
  explainMeasure,
  figureOf,
  groupOfPath,
  measureScenarios,
} from "../../scenarios/compare-scenarios";
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

  const measures: readonly ExplainedMeasure[] = [
    { id: "cost", year: 2016 },
    { id: "unfunded" },
    { id: "contribution", organisation: "blaby" },
    { id: "contribution", organisation: "melton" },
    { id: "waiting-at-end", activity: "face-to-face" },
  ];
  it.each(pairs.filter(([one, other]) => one < other))(
    "s%i to s%i: every waterfall sums to its difference, and swapped every step is negated",
    (one, other) => {
      const [first, second] = [found(evaluations[one]), found(evaluations[other])];
      for (const measure of measures) {
        const forth = found(explainMeasure(measure, first.scenario, second.scenario));
        const back = explainMeasure(measure, second.scenario, first.scenario);
        const difference = figureOf(measure, second) - figureOf(measure, first);
        expect(sumPence(forth.map(({ amount }) => amount)), measure.id).toBe(difference);
        expect(back).toEqual(forth.map(({ group, amount }) => ({ group, amount: -amount })));
      }
    },
  );

  it.each(measures)("leaves out only groups that cannot move the figure: $id", (measure) => {
    const [first, second] = [found(scenarios[1]), found(scenarios[3])];
    const figure = (scenario: Scenario): bigint => figureOf(measure, evaluateScenario(scenario));
    expect(explainMeasure(measure, first, second)).toEqual(explainDifference(first, second, figure));
  });

  it.each(pairs)(
    "s%i to s%i: every change is of a group, and every step has a change behind it",
    (one, other) => {
      const [first, second] = [found(scenarios[one]), found(scenarios[other])];
      const { changes, waterfall } = compareScenarios([found(evaluations[one]), found(evaluations[other])]);
      const changed = found(changes[0]).map(({ path }) => groupOfPath(path, first, second));
      for (const { group } of found(waterfall[0])) expect(changed).toContain(group);
    },
  );

  it("names every measure once, with a value for each scenario", () => {
    const { measures: rows } = compareScenarios(evaluations);
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(["total-cost", "cost-2015/16", "unfunded", "contribution-blaby", "gap-days"]),
    );
    expect(ids).toEqual(
      expect.arrayContaining(["contribution-per-resident-blaby", "demand-face-to-face", "lots", "one-offs"]),
    );
    expect(rows.every(({ values }) => values.length === scenarios.length)).toBe(true);
  });
});

describe("the rows", () => {
  it("say how many months of a year each scenario has, so that part years can be marked", () => {
    const rows = measureScenarios(evaluations);
    const years = rows.filter(({ months }) => months !== undefined);
    expect(years.map(({ id, months }) => [id, months?.[1]])).toEqual([
      ["cost-2014/15", 3],
      ["cost-2015/16", 12],
      ["cost-2016/17", 12],
      ["cost-2017/18", 12],
      ["cost-2018/19", 6],
    ]);
  });

  it("say the hand-offs of the lots that a scenario procures, and nothing where it does not say which", () => {
    const [first, second] = [found(scenarios[0]), found(scenarios[2])];
    const structure = found(second.lotStructure);
    const chosen = [["dv", "sv"], ["therapy"]];
    const said: Scenario = { ...second, lotStructure: { ...structure, chosen } };
    const rows = measureScenarios([first, said].map(evaluateScenario));
    expect(rows.find(({ id }) => id === "hand-offs")?.values).toEqual([null, "0.35"]);
  });

  it("count what a member pays for each resident of its area", () => {
    const row = measureScenarios(evaluations).find(({ id }) => id === "contribution-per-resident-blaby");
    const whole = measureScenarios(evaluations).find(({ id }) => id === "contribution-blaby");
    const population = Number(
      found(scenarios[1]).areas.find(({ id }) => id === "blaby")?.bases["population"],
    );
    expect(Number(row?.values[1])).toBeCloseTo(Number(whole?.values[1]) / population, 2);
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

describe("every pair of all example files, whatever they are about", () => {
  const all = ["", "small/"].flatMap((folder) =>
    readdirSync(new URL(folder === "" ? "." : folder, FOLDER))
      .filter((name) => name.endsWith(".json") && !/\.(result|plan)\.json$|^index\.json$/.test(name))
      .map((name) =>
        evaluateScenario(JSON.parse(readFileSync(new URL(folder + name, FOLDER), "utf8")) as Scenario),
      ),
  );

  it("has a waterfall of total cost that sums to the difference, negated when swapped, and changes that give the second", () => {
    expect(all.length).toBeGreaterThan(20);
    for (const first of all) {
      for (const second of all) {
        const [forth, back] = [compareScenarios([first, second]), compareScenarios([second, first])];
        const steps = found(forth.waterfall[0]);
        expect(sumPence(steps.map(({ amount }) => amount))).toBe(totalCost(second) - totalCost(first));
        expect(found(back.waterfall[0])).toEqual(
          steps.map(({ group, amount }) => ({ group, amount: -amount })),
        );
        const applied = applyOperations(first.scenario, found(forth.changes[0]));
        expect(applied.ok && applied.document).toEqual(second.scenario);
      }
    }
  });
});
