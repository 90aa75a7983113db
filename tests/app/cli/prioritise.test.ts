import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { prioritise } from "../../../app/cli/prioritise";
import { comparePlans } from "../../support/compare-results";

type Case = { readonly file: string; readonly expected: string; readonly command: string };

const CASES = ["", "small/"].flatMap((folder) =>
  (JSON.parse(readFileSync(`scenarios/examples/${folder}index.json`, "utf8")) as { cases: Case[] }).cases
    .filter(({ command }) => command === "prioritise")
    .map(({ file, expected }) => ({ file: `${folder}${file}`, expected: `${folder}${expected}` })),
);

describe("planner prioritise", () => {
  it.each(CASES)("prints the expected plan of $file", async ({ file, expected }) => {
    const { status, output, errors } = await prioritise([`scenarios/examples/${file}`]);
    expect([status, errors]).toEqual([0, ""]);
    const wanted = JSON.parse(readFileSync(`scenarios/examples/${expected}`, "utf8")) as unknown;
    expect(comparePlans(wanted, JSON.parse(output))).toEqual([]);
  });

  it("says of a file without priorities that there is nothing to prioritise", async () => {
    const { status, output, errors } = await prioritise(["scenarios/examples/llr-2015-s3.json"]);
    expect([status, output]).toEqual([1, ""]);
    expect(errors).toMatch(/^\/priorities: There is nothing to prioritise: give priorities/);
  });

  it("wants one file", async () => {
    expect((await prioritise([])).status).toBe(2);
    expect((await prioritise(["a.json", "b.json"])).status).toBe(2);
  });
});
