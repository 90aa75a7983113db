import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../scenarios/changes/json";
import { evaluateScenario, reevaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateEdited, validateScenario } from "../../scenarios/validate-scenario";
import { deepFreeze } from "../support/deep-freeze";
import { EVALUATED_EXAMPLES, exampleScenario } from "../support/evaluated-example";
import { largePlan } from "../support/large-plan";
import { found } from "../support/scenarios";

type Leaf = { readonly keys: readonly (string | number)[]; readonly value: string | boolean };

/** Every number, day and month of a document, every yes and no, and where it stands. */
function leavesOf(value: unknown, keys: Leaf["keys"] = []): Leaf[] {
  if (typeof value === "boolean") return [{ keys, value }];
  if (typeof value === "string") return /^-?\d/.test(value) ? [{ keys, value }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((element, place) => leavesOf(element, [...keys, place]))
    : Object.entries(value).flatMap(([name, field]) => leavesOf(field, [...keys, name]));
}

/** The document with another value at a leaf, sharing everything else. */
function withLeaf(document: Json, keys: Leaf["keys"], value: Json): Json {
  const [key, ...below] = keys;
  if (key === undefined) return value;
  if (Array.isArray(document)) {
    const list = document as readonly Json[];
    return list.with(key as number, withLeaf(found(list[key as number]), below, value));
  }
  const fields = document as Readonly<Record<string, Json>>;
  return { ...fields, [key]: withLeaf(found(fields[key]), below, value) };
}

/** Another value of the same kind. */
function otherValue(text: Leaf["value"]): Leaf["value"] {
  if (typeof text === "boolean") return !text;
  const day = /^(\d{4}-\d{2}-)(\d{2})$/.exec(text);
  if (day !== null) return `${day[1] ?? ""}${day[2] === "15" ? "16" : "15"}`;
  const month = /^(\d{4}-)(\d{2})$/.exec(text);
  if (month !== null) return `${month[1] ?? ""}${month[2] === "06" ? "05" : "06"}`;
  return /^\d+(\.\d+)?$/.test(text) ? String(Number(text) + 1) : text;
}

const everythingOf = (evaluation: Evaluation): Evaluation => ({
  ...evaluation,
  coverage: { ...evaluation.coverage },
});

function expectSame(edited: Scenario, saved: Evaluation): void {
  const [again, afresh] = [reevaluateScenario(edited, saved), evaluateScenario(edited)].map(everythingOf);
  if (!isDeepStrictEqual(again, afresh)) expect(again).toEqual(afresh);
}

describe("an edit worked out from what was known", () => {
  test.each(EVALUATED_EXAMPLES)(
    "%s: whichever figure or date is edited, it is what working out all gives",
    (file) => {
      const scenario = deepFreeze(exampleScenario(file));
      const saved = evaluateScenario(scenario);
      const leaf = fc.constantFrom(...leavesOf(scenario));
      fc.assert(
        fc.property(fc.array(leaf, { minLength: 1, maxLength: 3 }), (leaves) => {
          const edited = leaves.reduce<Json>(
            (document, { keys, value }) => withLeaf(document, keys, otherValue(value)),
            scenario as unknown as Json,
          );
          const quick = validateEdited(edited, scenario);
          expect(quick).toEqual(validateScenario(edited));
          if (quick.ok) expectSame(quick.scenario, saved);
        }),
        { numRuns: 30, seed: 2015 },
      );
    },
  );

  test("a list that is shorter, longer or in another order is looked at as a whole", () => {
    const scenario = deepFreeze(exampleScenario("llr-2015-s3.json"));
    const saved = evaluateScenario(scenario);
    const lists = ["provisions", "demand", "fundingSources", "requirements", "contributions"] as const;
    for (const list of lists) {
      const elements = scenario[list] ?? [];
      for (const other of [elements.toReversed(), elements.slice(1), [...elements, elements[0]]]) {
        const edited = { ...scenario, [list]: other } as unknown as Json;
        const quick = validateEdited(edited, scenario);
        expect(quick).toEqual(validateScenario(edited));
        if (quick.ok) expectSame(quick.scenario, saved);
      }
    }
  });

  test("what is statutory is paid first, so funding is worked out again when that changes", () => {
    const scenario = exampleScenario("small/s15-statutory-first.json");
    const activities = scenario.activities.map((one) => ({ ...one, statutory: one.statutory !== true }));
    expectSame({ ...scenario, activities }, evaluateScenario(scenario));
  });

  test("another price leaves everything that rests on no price as it is, the very same", () => {
    const scenario = largePlan();
    const saved = evaluateScenario(scenario);
    const [first, ...rest] = scenario.provisions;
    const edited = { ...scenario, provisions: [{ ...found(first), price: { annual: "1.00" } }, ...rest] };
    const again = reevaluateScenario(edited, saved);
    expect(again.capacity).toBe(saved.capacity);
    expect(again.coverage.cells).toBe(saved.coverage.cells);
    expect(again.contributions.get("districts")).toBe(saved.contributions.get("districts"));
    expect(again.costs.get("provision-01")).toBe(saved.costs.get("provision-01"));
    expect(again.costs.get("provision-00")).not.toEqual(saved.costs.get("provision-00"));
    expectSame(edited, saved);
  });
});
