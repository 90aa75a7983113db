import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatResult } from "../../scenarios/document/format-result";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import { validateScenarioText } from "../../scenarios/validate-scenario";
import { compareResults } from "../support/compare-results";
import { deepFreeze } from "../support/deep-freeze";

type Case = {
  readonly file: string;
  readonly expected: string;
  readonly command: string;
  readonly about: string;
};

const FOLDER = new URL("../../scenarios/examples/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");
const casesIn = (folder: string): Case[] => {
  const { cases } = JSON.parse(read(`${folder}index.json`)) as { cases: Case[] };
  return cases
    .filter(({ command }) => command === "evaluate")
    .map((one) => ({ ...one, file: folder + one.file, expected: folder + one.expected }));
};

describe("every example gives the result of an independent calculation, to the penny", () => {
  it.each([...casesIn(""), ...casesIn("small/")])("$file: $about", ({ file, expected }) => {
    const checked = validateScenarioText(read(file));
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    const scenario = deepFreeze(checked.scenario);
    const result = formatResult(evaluateScenario(scenario));
    expect(compareResults(JSON.parse(read(expected)), JSON.parse(JSON.stringify(result)))).toEqual([]);
    expect(formatResult(evaluateScenario(scenario))).toEqual(result);
  });
});

describe("every faulty example is refused with at least the paths that are listed with it", () => {
  type Fault = {
    readonly file: string;
    readonly about: string;
    readonly mustName: readonly (readonly string[])[];
  };
  const { cases } = JSON.parse(read("invalid/expect.json")) as { cases: Fault[] };
  it.each(cases)("$file: $about", ({ file, mustName }) => {
    const checked = validateScenarioText(read(`invalid/${file}`));
    if (checked.ok) throw new Error("accepted");
    const paths = checked.issues.map(({ path }) => path);
    for (const alternatives of mustName) {
      expect(
        alternatives.some((path) => paths.includes(path)),
        `${alternatives[0] ?? ""} in ${paths.join(", ")}`,
      ).toBe(true);
    }
  });
});
