import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../scenarios/document/limits";
import { parseScenarioText } from "../../../scenarios/document/parse-scenario-text";
import { exampleText } from "../../support/documents";

describe("a text that is no scenario file", () => {
  it.each<[string, string, string, string]>([
    ["empty", "", "", "not-json"],
    ["cut off", exampleText("derby-2015.json").slice(0, 5000), "", "not-json"],
    ["a spreadsheet as text", "area,population\nMelton,50376", "", "not-json"],
    ["a list", "[1, 2]", "", "not-a-scenario"],
    ["a list without a bottom", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "", "not-a-scenario"],
    ["a number", "5", "", "not-a-scenario"],
    ["nothing", "null", "", "not-a-scenario"],
    ["of another kind", '{"type": "FeatureCollection"}', "/format", "another-format"],
    ["a result", '{"format": "commissioning-result/1"}', "/format", "another-format"],
    ["of a newer version", '{"format": "commissioning-scenario/2", "new": 1}', "/format", "newer-version"],
    ["of a version that never was", '{"format": "commissioning-scenario/0"}', "/format", "unknown-version"],
    [
      "of a version that is no number",
      '{"format": "commissioning-scenario/one"}',
      "/format",
      "another-format",
    ],
  ])("gets one issue, in one line: %s", (_about, text, path, code) => {
    const parsed = parseScenarioText(text);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.issues.map((issue) => `${issue.path} ${issue.code}`)).toEqual([`${path} ${code}`]);
    expect(parsed.issues[0]?.message).toMatch(/^[^\n]{20,300}$/);
  });

  it("is refused unread when it is longer than 10 MB", () => {
    const parsed = parseScenarioText(" ".repeat(LIMITS.fileCharacters + 1));
    expect(parsed.ok ? [] : parsed.issues).toEqual([
      {
        path: "",
        code: "too-large",
        message: "The file has 10,000,001 characters; choose a scenario file of at most 10,000,000.",
      },
    ]);
  });

  it("may start with a byte order mark, as some editors write it", () => {
    expect(parseScenarioText(`\uFEFF${exampleText("derby-2015.json")}`)).toMatchObject({ ok: true });
  });
});
