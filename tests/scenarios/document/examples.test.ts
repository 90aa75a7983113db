import { describe, expect, it } from "vitest";
import { parseScenario } from "../../../scenarios/document/parse-scenario";
import { parseScenarioText } from "../../../scenarios/document/parse-scenario-text";
import { serialiseScenario } from "../../../scenarios/document/serialise-scenario";
import type { Result } from "../../../scenarios/model/result";
import { exampleDocument, exampleText, VALID_EXAMPLES } from "../../support/documents";

type Expected = {
  readonly cases: readonly { readonly file: string; readonly mustName: readonly string[][] }[];
};
const INVALID = (exampleDocument("invalid/expect.json") as unknown as Expected).cases;
/** Whether a pot can be shared takes the calculation: see `validate-scenario`. */
const NEED_THE_CALCULATION = ["i11-bounds-infeasible.json", "i18-collar-infeasible.json"];

describe("the faulty examples", () => {
  it.each(INVALID.filter(({ file }) => !NEED_THE_CALCULATION.includes(file)))(
    "$file is refused, and every fault in it is named: $about",
    ({ file, mustName }) => {
      const parsed = parseScenarioText(exampleText(`invalid/${file}`));
      const paths = parsed.ok ? [] : parsed.issues.map(({ path }) => path);
      expect(paths).not.toEqual([]);
      for (const alternatives of mustName) {
        expect(
          paths.some((path) => alternatives.includes(path)),
          `${paths.join(" ")} of ${alternatives.join(" ")}`,
        ).toBe(true);
      }
      // One fault is one issue: nothing follows from a fault that was named already.
      expect(paths).toHaveLength(Math.max(1, mustName.length));
    },
  );
});

describe("the examples without a fault", () => {
  it.each(VALID_EXAMPLES)("%s comes back to the letter", (file) => {
    const document = exampleDocument(file);
    const parsed = parseScenario(document);
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    expect(JSON.stringify(parsed.scenario)).toBe(JSON.stringify(document));
    const text = serialiseScenario(parsed.scenario);
    expect(text).toBe(`${JSON.stringify(document, null, 2)}\n`);
    expect(parseScenarioText(text)).toEqual(parsed);
  });

  it.each(VALID_EXAMPLES.filter((file) => /llr|small/.test(file) && !file.includes("s10")))(
    "%s warns of what its expected result warns of",
    (file) => {
      const expected = exampleDocument(file.replace(".json", ".result.json")) as unknown as Result;
      const fromTheDocument = ["price-not-known", "outside-horizon", "restricted-source", "cliff"];
      const parsed = parseScenario(exampleDocument(file));
      expect(parsed.ok && parsed.warnings.map(({ path, code }) => ({ path, code }))).toEqual(
        expected.warnings
          .filter(({ code }) => fromTheDocument.includes(code))
          .map(({ path, code }) => ({ path, code })),
      );
    },
  );
});
