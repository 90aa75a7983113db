import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { comparePlans, compareResults } from "./compare-results";

type Tree = Record<string, unknown>;

function example(name: string): Tree {
  return JSON.parse(readFileSync(`scenarios/examples/${name}`, "utf8")) as Tree;
}

/** A copy of a document with the text of one place changed. */
function changed(document: Tree, path: readonly (string | number)[], value: unknown): Tree {
  const copy = structuredClone(document);
  const inner = path.slice(0, -1).reduce<Tree>((tree, step) => tree[step] as Tree, copy);
  inner[path.at(-1) as string] = value;
  return copy;
}

describe("comparing a result with the expected one", () => {
  const result = example("llr-2015-s3.result.json");

  it("finds nothing between a result and itself, whatever was added", () => {
    expect(compareResults(result, { ...result, added: 1 })).toEqual([]);
  });

  it.each([
    [["costs", "dv-lot", "total"], "1.00"],
    [["funding", "unfunded", "2015/16"], "0.01"],
    [["coverage", "counts", "gap"], 1],
    [["capacity", 0, "demand"], "1"],
    [["capacity", 0, "waitWeeks"], "3"],
    [["contributions", "districts", "happens"], null],
    [["contributions", "districts", "members", "blaby", "share", "2015/16"], "1.5"],
    [["lots", 0, "overhead"], "7.00"],
    [["coverage", "doubleRunning", 0, "cost"], "0.01"],
  ])("names the path %j when it reads %j", (path, value) => {
    const inner = path
      .slice(0, -1)
      .reduce<unknown>((tree, step) => (tree as Tree | undefined)?.[step], result);
    const expected = inner === undefined ? null : changed(result, path, value);
    expect(expected, `no such path in the example: ${path.join(".")}`).not.toBeNull();
    const differences = compareResults(result, expected);
    expect(differences).toHaveLength(1);
  });

  it("takes an entry that is missing from a record of money as 0.00, and no other", () => {
    const funded = changed(result, ["funding", "unfunded"], { "2014/15": "0.00", "2015/16": "5.00" });
    expect(compareResults(funded, changed(funded, ["funding", "unfunded"], { "2015/16": "5.00" }))).toEqual(
      [],
    );
    expect(compareResults(funded, changed(funded, ["funding", "unfunded"], {}))).toHaveLength(1);
    expect(compareResults(result, changed(result, ["coverage", "counts"], {}))).toHaveLength(3);
  });

  it("compares lists by their keys, in any order", () => {
    expect(
      compareResults(result, { ...result, capacity: (result["capacity"] as unknown[]).toReversed() }),
    ).toEqual([]);
    expect(
      compareResults(result, { ...result, capacity: (result["capacity"] as unknown[]).slice(1) }),
    ).toHaveLength(1);
  });

  it("refuses what is no document", () => {
    expect(compareResults(result, null)).toHaveLength(1);
  });
});

describe("comparing a plan with the expected one", () => {
  const plan = example("durham-2020-90.plan.json");

  it("finds nothing between a plan and itself, and every field that differs", () => {
    expect(comparePlans(plan, plan)).toEqual([]);
    expect(comparePlans(plan, { ...plan, benefit: "1", frontier: [] }).length).toBeGreaterThan(1);
    expect(comparePlans(plan, { ...plan, chosen: [] })).toHaveLength(1);
  });
});
