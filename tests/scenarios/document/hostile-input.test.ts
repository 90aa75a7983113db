import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../scenarios/document/parse-scenario";
import { parseScenarioText } from "../../../scenarios/document/parse-scenario-text";
import type { Issue } from "../../../scenarios/model/issue";
import { exampleDocument, SAMPLE } from "../../support/documents";
import { EDITS, ODD_VALUES, withEdits } from "../../support/random-documents";

/** Milliseconds for a machine that does many other things; nothing is measured. */
const UNHURRIED = 120_000;
const RUNS = { numRuns: 1000, seed: 20150401 };

function expectIssuesOrScenario(input: unknown): void {
  const parsed = parseScenario(input);
  if (parsed.ok) {
    expect(JSON.stringify(parsed.scenario)).toBe(JSON.stringify(input));
    return;
  }
  expect(parsed.issues).not.toEqual([]);
  expect(parsed.issues.filter((issue) => !isWellSaid(issue))).toEqual([]);
}

function isWellSaid({ path, code, message }: Issue): boolean {
  return (
    (path === "" || path.startsWith("/")) &&
    /^[a-z]+(-[a-z]+)*$/.test(code) &&
    /^\S.*[.?]$/su.test(message) &&
    !/undefined|\[object|NaN is/.test(message)
  );
}

describe("whatever a file holds", () => {
  it(
    "gives issues or a scenario: 1,000 random values",
    () => {
      fc.assert(fc.property(fc.oneof(fc.anything(), ODD_VALUES), expectIssuesOrScenarioOfAnything), RUNS);
    },
    UNHURRIED,
  );

  it(
    "gives issues or a scenario: 1,000 random objects that say they are a scenario",
    () => {
      const sections = fc.constantFrom(...Object.keys(SAMPLE as object));
      fc.assert(
        fc.property(fc.dictionary(sections, ODD_VALUES), (fields) =>
          expectIssuesOrScenario({ ...fields, format: "commissioning-scenario/1" }),
        ),
        RUNS,
      );
    },
    UNHURRIED,
  );

  it.each(["sample", "llr-2015-s3.json", "durham-2020-90.json", "small/s02-collar-year-after-year.json"])(
    "gives issues or a scenario: random edits of %s",
    (file) => {
      const document = file === "sample" ? SAMPLE : exampleDocument(file);
      fc.assert(
        fc.property(EDITS, (edits) => expectIssuesOrScenario(withEdits(document, edits))),
        file === "sample" ? RUNS : { ...RUNS, numRuns: 100 },
      );
    },
    UNHURRIED,
  );

  it(
    "gives issues or a scenario: 1,000 random texts",
    () => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
          const parsed = parseScenarioText(text);
          expect(parsed.ok ? [] : parsed.issues).toHaveLength(1);
        }),
        RUNS,
      );
    },
    UNHURRIED,
  );
});

/** Not JSON, perhaps: only that nothing is thrown, and something said. */
function expectIssuesOrScenarioOfAnything(input: unknown): void {
  const parsed = parseScenario(input);
  expect(parsed.ok ? [] : parsed.issues).not.toEqual([]);
}

describe("values that JSON cannot hold", () => {
  const sample = SAMPLE as Record<string, unknown>;

  it.each([
    ["a number that is none", Number.NaN],
    ["an infinite number", Number.POSITIVE_INFINITY],
    ["a whole number of any size", 10n],
    ["a function", () => "name"],
    ["a date", new Date(0)],
    ["a map", new Map([["a", 1]])],
  ])("are named: %s", (_about, value) => {
    const parsed = parseScenario({ ...sample, purpose: value });
    expect(parsed.ok ? [] : parsed.issues.map(({ path, code }) => `${path} ${code}`)).toContain(
      "/purpose not-json",
    );
  });

  it("are absent when they are undefined, as in JSON", () => {
    expect(parseScenario({ ...sample, purpose: undefined })).toMatchObject({ ok: true });
    const [issue] = issuesOf({ ...sample, name: undefined });
    expect(issue).toMatchObject({ path: "/name", code: "missing" });
  });

  it("cannot go round in circles, however wide", () => {
    const circle: Record<string, unknown> = {};
    for (let place = 0; place < 50; place++) circle[`field-${place}`] = circle;
    expect(issuesOf(circle)).toHaveLength(1);
    expect(issuesOf({ ...sample, directory: circle })[0]).toMatchObject({ path: "", code: "too-large" });
    const narrow: Record<string, unknown> = {};
    narrow["again"] = narrow;
    expect(issuesOf({ ...sample, purpose: narrow }).map(({ code }) => code)).toContain("too-deep");
  });

  it("cannot reach into JavaScript through the names of fields", () => {
    const hostile = JSON.parse(
      '{"format": "commissioning-scenario/1", "__proto__": {"name": "polluted"}, "areas": [{"id": "a", "name": "A", "bases": {"__proto__": "1"}}]}',
    ) as unknown;
    const paths = issuesOf(hostile).map(({ path, code }) => `${path} ${code}`);
    expect(paths).toContain("/__proto__ reserved-name");
    expect(paths).toContain("/areas/a/bases/__proto__ reserved-name");
    expect(paths).toContain("/name missing");
    expect(({} as Record<string, unknown>)["name"]).toBeUndefined();
  });

  it("leave the input as it is", () => {
    const input = Object.freeze({ ...sample, horizon: Object.freeze({ start: "2015-04", end: 5 }) });
    expect(issuesOf(input)).toHaveLength(1);
    expect(input.horizon).toEqual({ start: "2015-04", end: 5 });
  });
});

function issuesOf(input: unknown): readonly { readonly path: string; readonly code: string }[] {
  const parsed = parseScenario(input);
  return parsed.ok ? [] : parsed.issues;
}
