import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editFields, UnknownField, type Versions } from "../../../app/forms/edit-fields";
import { FIELD_RULES } from "../../../app/forms/field-rules";
import { findField, showField } from "../../../app/forms/fields";
import { applyOperations } from "../../../scenarios/changes/apply-operations";
import { sameJson } from "../../../scenarios/changes/json";
import { formatPointer, type Keys } from "../../../scenarios/changes/pointer";
import type { Scenario } from "../../../scenarios/model/scenario";
import { validateScenario } from "../../../scenarios/validate-scenario";
import { EVALUATED_EXAMPLES, exampleScenario } from "../../support/evaluated-example";

const EXAMPLES = [...EVALUATED_EXAMPLES, "durham-2020-100.json"];
const S1 = exampleScenario("llr-2015-s1.json");
const S3 = exampleScenario("llr-2015-s3.json");

const edit = (fields: Readonly<Record<string, string>>, versions: Partial<Versions> = {}) => {
  const { seen = S1, now = seen } = versions;
  return editFields({ seen, now }, fields);
};

const operations = (fields: Readonly<Record<string, string>>, seen: Scenario = S1) => {
  const edited = edit(fields, { seen });
  if (!edited.ok) throw new Error(JSON.stringify(edited.errors));
  return edited.operations;
};

/** The scenario after the change, checked whole. */
function changed(scenario: Scenario, fields: Readonly<Record<string, string>>): Scenario {
  const applied = applyOperations(scenario, operations(fields, scenario));
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  const checked = validateScenario(applied.document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

describe("a form becomes one named change", () => {
  test("of the fields that differ, each by itself", () => {
    const edited = edit({
      "/provisions/joint/start": "1 October 2015",
      "/provisions/joint/end": "31/3/2018",
      "/provisions/joint/price/annual": "£1,400,000",
      "/provisions/joint/price/upliftCap": "2.50",
      "/provisions/joint/certainty": "confirmed",
    });
    expect(edited).toMatchObject({
      ok: true,
      name: "End, Annual price at start: Joint sexual violence and domestic abuse support for adults",
      changed: ["/provisions/joint/end", "/provisions/joint/price/annual"],
      operations: [
        { op: "replace", path: "/provisions/joint/end", value: "2018-03-31" },
        { op: "replace", path: "/provisions/joint/price/annual", value: "1400000.00" },
      ],
    });
  });

  test("adds a field that was not there and takes one away that is emptied", () => {
    expect(
      operations({
        "/provisions/joint/price/premiumPercent": "5 %",
        "/provisions/joint/price/upliftCap": " ",
      }),
    ).toEqual([
      { op: "remove", path: "/provisions/joint/price/upliftCap" },
      { op: "add", path: "/provisions/joint/price/premiumPercent", value: "5" },
    ]);
  });

  test("adds a price that was not known in one step", () => {
    const fields = { "/provisions/ot1/price/annual": "210000", "/provisions/ot1/price/premiumPercent": "" };
    expect(operations(fields)).toEqual([
      { op: "add", path: "/provisions/ot1/price", value: { annual: "210000.00" } },
    ]);
    expect(changed(S1, fields).provisions.find(({ id }) => id === "ot1")?.price).toEqual({
      annual: "210000.00",
    });
  });

  test("a price of which every field is emptied is not known any more", () => {
    expect(operations({ "/provisions/family/price/annual": "" })).toEqual([
      { op: "remove", path: "/provisions/family/price" },
    ]);
  });

  test("an agreed figure comes with who agreed it and why, and goes as a whole", () => {
    const member = "/contributions/districts/members/charnwood/override";
    const agreed = changed(S1, {
      [`${member}/annual`]: "50,000",
      [`${member}/agreedBy`]: "Cabinet",
      [`${member}/reason`]: "Most it will pay",
    });
    expect(agreed.contributions?.[0]?.members[1]?.override).toEqual({
      annual: "50000.00",
      agreedBy: "Cabinet",
      reason: "Most it will pay",
    });
    const fields = { [`${member}/annual`]: "", [`${member}/agreedBy`]: "", [`${member}/reason`]: "" };
    expect(operations(fields, agreed)).toEqual([{ op: "remove", path: member }]);
  });

  test("a district declines", () => {
    expect(operations({ "/contributions/districts/members/melton/choice": "" })).toEqual([
      { op: "replace", path: "/contributions/districts/members/melton/choice", value: [] },
    ]);
  });

  test("places in lists and financial years are named as the file has them", () => {
    const year = "/provisions/p360/price/schedule/2014/15";
    const weight = "/contributions/districts/share/weights/0/percent";
    expect(operations({ [year]: "80,000", [weight]: "60" })).toEqual([
      { op: "replace", path: year, value: "80000.00" },
      { op: "replace", path: weight, value: "60" },
    ]);
  });

  test("nothing differs: nothing is changed", () => {
    expect(
      operations({ "/provisions/joint/provider": "", "/provisions/ot1/certainty": "Under consideration" }),
    ).toEqual([]);
  });
});

describe("the rule for when some decline is changed as a whole", () => {
  const rule = "/contributions/districts/whenSomeDecline";

  test("without a rule in the file it is a fixed share already", () => {
    expect(operations({ [`${rule}/rule`]: "fixed-share" })).toEqual([]);
    expect(operations({ [`${rule}/rule`]: "re-spread" })).toEqual([
      { op: "add", path: rule, value: { rule: "re-spread" } },
    ]);
  });

  test("a threshold has its percentage and what follows; they go with it", () => {
    const threshold = changed(S3, {
      [`${rule}/rule`]: "threshold",
      [`${rule}/percent`]: "75 %",
      [`${rule}/then`]: "scale",
    });
    expect(threshold.contributions?.[0]?.whenSomeDecline).toEqual({
      rule: "threshold",
      percent: "75",
      then: "scale",
    });
    expect(operations({ [`${rule}/percent`]: "60" }, threshold)).toEqual([
      { op: "replace", path: rule, value: { rule: "threshold", percent: "60", then: "scale" } },
    ]);
    const back = { [`${rule}/rule`]: "scale", [`${rule}/percent`]: "75", [`${rule}/then`]: "scale" };
    expect(operations(back, threshold)).toEqual([{ op: "replace", path: rule, value: { rule: "scale" } }]);
  });

  test("those who top up are dropped with the fixed share, and the change says so", () => {
    const whenSomeDecline = {
      rule: "fixed-share",
      toppedUpBy: [{ organisation: "opcc-leicestershire", percent: "50" }],
    } as const;
    const toppedUp = {
      ...S1,
      contributions: S1.contributions?.map((round) => ({ ...round, whenSomeDecline })),
    } as Scenario;
    const edited = edit({ [`${rule}/rule`]: "re-spread" }, { seen: toppedUp });
    expect(edited).toMatchObject({
      name: "When some decline: District contributions from October 2015. Top-ups no longer apply",
      operations: [{ op: "replace", path: rule, value: { rule: "re-spread" } }],
    });
  });
});

describe("what cannot be read is refused, each field with its value and what to write", () => {
  test("and the fields that can be read wait with them", () => {
    const edited = edit({
      "/provisions/joint/end": "31/9/2018",
      "/provisions/joint/name": " ",
      "/provisions/joint/price/annual": "1,4 million",
      "/provisions/joint/price/upliftCap": "3",
      "/provisions/joint/start": "2015-10-01",
    });
    expect(edited).toEqual({
      ok: false,
      changed: [
        "/provisions/joint/end",
        "/provisions/joint/name",
        "/provisions/joint/price/annual",
        "/provisions/joint/price/upliftCap",
      ],
      errors: {
        "/provisions/joint/end":
          "End is “31/9/2018”: there is no such day; the last of that month is 30 September 2018.",
        "/provisions/joint/name": "Name is empty: write something.",
        "/provisions/joint/price/annual":
          "Annual price at start is “1,4 million”: write pounds, such as 1,234.50.",
      },
    });
  });

  test.each([
    "/id",
    "/provisions/joint/id",
    "/provisions/joint",
    "/provisions/joint/price",
    "/provisions/joint/__proto__/polluted",
    "/provisions/joint/price/annual/x",
    "/contributions/districts/whenSomeDecline/toppedUpBy",
  ])("no form can change %s", (name) => {
    expect(() => edit({ [name]: "x" })).toThrow(UnknownField);
  });
});

describe("somebody else has changed the scenario since the form was opened", () => {
  const now = changed(S1, {
    "/provisions/joint/price/annual": "1,500,000",
    "/provisions/joint/end": "31/3/2018",
  });

  test("fields that the person left alone stay as the other one made them", () => {
    const fields = {
      "/provisions/joint/price/annual": "1,380,000.00",
      "/provisions/joint/end": "30 September 2018",
      "/provisions/joint/start": "1 November 2015",
    };
    expect(edit(fields, { seen: S1, now })).toMatchObject({
      changed: ["/provisions/joint/start"],
      operations: [{ op: "replace", path: "/provisions/joint/start", value: "2015-11-01" }],
    });
  });

  test("what both typed is there already", () => {
    expect(edit({ "/provisions/joint/price/annual": "1,500,000" }, { seen: S1, now })).toMatchObject({
      operations: [],
    });
  });
});

describe("any field of any example", () => {
  const examples = EXAMPLES.map(exampleScenario);

  test("is shown with a label, and sent back as it is shown changes nothing", () => {
    for (const scenario of examples) {
      const names = fieldsOf(scenario);
      expect(names.length).toBeGreaterThan(2);
      const shown = names.map((name) => showField(scenario, name));
      expect(shown.filter(({ label }) => label === "")).toEqual([]);
      const sent = Object.fromEntries(shown.map(({ name, value }) => [name, value]));
      expect(operations(sent, scenario)).toEqual([]);
    }
  });

  test("typed into at random gives messages or a change that can be applied and undone", () => {
    const typed = fc.oneof(
      fc.constantFrom(
        "",
        "0",
        "-1",
        "12.5",
        "£1,000",
        "1/10/2016",
        "A+C",
        "undecided",
        "planned",
        "re-spread",
        "threshold",
      ),
      fc.string(),
    );
    const edits = fc.constantFrom(...examples).chain((scenario) =>
      fc.record({
        scenario: fc.constant(scenario),
        fields: fc.dictionary(fc.constantFrom(...fieldsOf(scenario)), typed, { minKeys: 1, maxKeys: 5 }),
      }),
    );
    fc.assert(
      fc.property(edits, ({ scenario, fields }) => {
        const edited = edit(fields, { seen: scenario });
        if (!edited.ok) {
          expect(Object.keys(edited.errors).every((name) => name in fields)).toBe(true);
          return;
        }
        const applied = applyOperations(scenario, edited.operations);
        if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
        const undone = applyOperations(applied.document, applied.inverse);
        expect(undone.ok && sameJson(undone.document, scenario)).toBe(true);
      }),
      { seed: 2015, numRuns: 400 },
    );
  });
});

test("every rule of the table names fields of some example, or one that may be added", () => {
  const used = new Set(
    EXAMPLES.map(exampleScenario).flatMap((scenario) =>
      fieldsOf(scenario).map((name) => findField(name)?.rule.path),
    ),
  );
  const unused = FIELD_RULES.filter(
    ({ path, mayBeEmpty, absent }) => !used.has(path) && mayBeEmpty !== true && absent === undefined,
  );
  expect(unused).toEqual([]);
});

/** Every field of the table that a scenario has. */
function fieldsOf(scenario: Scenario): string[] {
  const names: string[] = [];
  const walk = (value: unknown, keys: Keys): void => {
    const name = formatPointer(scenario, keys);
    if (findField(name) !== null) names.push(name);
    else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value))
        walk(part, [...keys, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(scenario, []);
  return names;
}

test("what is often a sentence or more is typed over several lines", () => {
  const durham = exampleScenario("durham-2020-100.json");
  const shown = (name: string) => showField(durham, `/priorities/${name}`);
  expect(shown("lines/training/mustFundReason")).toMatchObject({ isLong: true });
  expect(shown(`criteria/${durham.priorities?.criteria[0]?.id ?? ""}/high`)).toMatchObject({ isLong: true });
  expect(shown("lines/training/name")).not.toHaveProperty("isLong");
});
