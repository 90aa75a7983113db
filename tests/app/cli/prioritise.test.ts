import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { prioritise } from "../../../app/cli/prioritise";
import { scenarioWith } from "../../support/scenarios";
import { GENERAL_AND_GRANT } from "../../scenarios/optimise/general-and-grant";
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

  it("with several budgets gives the frontier of the one that is named, and what cuts of all lose", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "priorities-")), "two-budgets.json");
    writeFileSync(file, JSON.stringify(scenarioWith({ priorities: GENERAL_AND_GRANT })));
    const { status, output } = await prioritise([file, "--moving", "general"]);
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      moving: "general",
      wouldEnterWith: { helpline: "10000.00" },
      less: [{ percent: 5 }, { percent: 10 }, { percent: 20, amount: "96000.00", best: { benefit: "11" } }],
    });
    expect((await prioritise([file, "--moving", "reserve"])).errors).toMatch(
      /^There is no budget reserve: name one of /,
    );
  });

  it("with --together gives the frontier of all budgets, each at the same share, in per cent and in money", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "priorities-")), "two-budgets.json");
    writeFileSync(file, JSON.stringify(scenarioWith({ priorities: GENERAL_AND_GRANT })));
    const { status, output } = await prioritise([file, "--together"]);
    expect(status).toBe(0);
    const plan = JSON.parse(output) as { frontier: { share: string; budget: string }[] };
    expect(plan).toMatchObject({ moving: "_all", wouldEnterWith: { helpline: "15000.00" } });
    expect(plan.frontier.map(({ share, budget }) => [share, budget])).toContainEqual(["87.50", "105000.00"]);
    expect((await prioritise([file, "--together", "--moving", "general"])).status).toBe(2);
  });

  it("wants one file", async () => {
    expect((await prioritise([])).status).toBe(2);
    expect((await prioritise(["a.json", "b.json"])).status).toBe(2);
  });
});
