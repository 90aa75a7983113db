import { describe, expect, it } from "vitest";
import { simulate } from "../../../app/cli/simulate";

const DERBY = "scenarios/examples/derby-2015.json";

describe("planner simulate", () => {
  it("prints seed, trials and the spread of cost, unfunded money and waiting, the same each time", async () => {
    const first = await simulate([DERBY, "--trials", "20", "--seed", "3"]);
    expect([first.status, first.errors]).toEqual([0, ""]);
    const answer = JSON.parse(first.output) as Record<string, unknown>;
    expect(answer).toMatchObject({ seed: 3, trials: 20 });
    const money = expect.stringMatching(/^\d+\.\d\d$/) as unknown;
    const spread = { p10: money, p50: money, p90: money, mean: money };
    expect(answer).toMatchObject({ totalCost: spread, unfunded: spread });
    expect(answer["waitingAtEnd"]).toHaveProperty("advocacy.p50");
    expect(await simulate([DERBY, "--trials", "20", "--seed", "3"])).toEqual(first);
  });

  it.each([
    [[]],
    [[DERBY, DERBY]],
    [[DERBY, "--trials", "0"]],
    [[DERBY, "--trials", "many"]],
    [[DERBY, "--seed", "-1"]],
    [[DERBY, "--draws", "5"]],
  ])("answers %j as wrong use, in one line", async (args) => {
    const { status, output, errors } = await simulate(args);
    expect([status, output]).toEqual([2, ""]);
    expect(errors.trim().split("\n")).toHaveLength(1);
  });
});
