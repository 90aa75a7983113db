import { describe, expect, it } from "vitest";
import { applyOperations } from "../../../scenarios/changes/apply-operations";
import { diffDocuments } from "../../../scenarios/changes/diff-documents";
import type { Json } from "../../../scenarios/changes/json";
import { edited, exampleDocument, SAMPLE, VALID_EXAMPLES } from "../../support/documents";

const provisions = (...ids: string[]): Json => ({ provisions: ids.map((id) => ({ id, name: id })) });

const funding = (...sources: string[]): Json => ({ funding: sources.map((source) => ({ source })) });

describe("what changed between two documents", () => {
  it("is nothing between a document and itself, whatever the order of its fields", () => {
    expect(diffDocuments(SAMPLE, structuredClone(SAMPLE))).toEqual([]);
    expect(diffDocuments({ a: "1", b: "2" }, { b: "2", a: "1" })).toEqual([]);
  });

  it("is one line for one edit, by the names of things", () => {
    const path = "/provisions/joint/price/annual";
    expect(diffDocuments(SAMPLE, edited(SAMPLE, { [path]: "610000.00" }))).toEqual([
      { op: "replace", path, value: "610000.00" },
    ]);
    expect(diffDocuments(SAMPLE, edited(SAMPLE, { "/indexes/cpi/rates/2017/18": "3.0" }))).toEqual([
      { op: "add", path: "/indexes/cpi/rates/2017/18", value: "3.0" },
    ]);
    expect(diffDocuments(SAMPLE, edited(SAMPLE, { "/provisions/bridge": undefined }))).toEqual([
      { op: "remove", path: "/provisions/bridge" },
    ]);
  });

  it("adds one area to a list of areas, and replaces a choice or a season as a whole", () => {
    const areas = edited(SAMPLE, { "/provisions/bridge/areas": ["blaby", "melton"] });
    expect(diffDocuments(SAMPLE, areas)).toEqual([
      { op: "add", path: "/provisions/bridge/areas/blaby", value: "blaby", before: "melton" },
    ]);
    const path = "/contributions/round/members/melton/choice";
    expect(diffDocuments(SAMPLE, edited(SAMPLE, { [path]: ["A", "B"] }))).toEqual([
      { op: "replace", path, value: ["A", "B"] },
    ]);
    const season = edited(SAMPLE, { "/demand/d-melton/seasonal": Array.from({ length: 12 }, () => "1.0") });
    expect(diffDocuments(SAMPLE, season).map((operation) => operation.path)).toEqual([
      "/demand/d-melton/seasonal",
    ]);
  });

  it("takes out and puts back as few elements as possible when some have moved", () => {
    const moved = diffDocuments(provisions("a", "b", "c", "d", "e"), provisions("b", "c", "a", "d", "e"));
    expect(moved.map(({ op, path, before }) => [op, path, before])).toEqual([
      ["remove", "/provisions/a", undefined],
      ["add", "/provisions/a", "d"],
    ]);
    expect(diffDocuments(provisions("a", "b", "c"), provisions("c", "b", "a"))).toHaveLength(4);
  });

  it("compares lists without ids place by place, from both ends", () => {
    expect(diffDocuments(funding("a", "b", "c"), funding("a", "x", "c"))).toEqual([
      { op: "replace", path: "/funding/1/source", value: "x" },
    ]);
    expect(diffDocuments(funding("a", "c"), funding("a", "b", "c"))).toEqual([
      { op: "add", path: "/funding/1", value: { source: "b" } },
    ]);
    expect(diffDocuments(funding("a", "b", "c", "d"), funding("d"))).toEqual([
      { op: "remove", path: "/funding/2" },
      { op: "remove", path: "/funding/1" },
      { op: "remove", path: "/funding/0" },
    ]);
  });

  it("finds what stays in a list without ids, wherever something was put in or taken out", () => {
    expect(diffDocuments(funding("a", "b", "c"), funding("new", "a", "b", "d", "c", "e"))).toEqual([
      { op: "add", path: "/funding/3", value: { source: "e" } },
      { op: "add", path: "/funding/2", value: { source: "d" } },
      { op: "add", path: "/funding/0", value: { source: "new" } },
    ]);
    expect(diffDocuments(funding("a", "b", "c", "d"), funding("b", "c", "x"))).toEqual([
      { op: "replace", path: "/funding/3/source", value: "x" },
      { op: "remove", path: "/funding/0" },
    ]);
  });

  it("replaces what no pointer could name", () => {
    const from = { bases: { "a/b": "1", c: "2" } };
    const to = { bases: { "a/b": "3", c: "2" } };
    expect(diffDocuments(from, to)).toEqual([{ op: "replace", path: "/bases", value: to.bases }]);
    expect(diffDocuments([1], "text")).toEqual([{ op: "replace", path: "", value: "text" }]);
  });

  it.each(VALID_EXAMPLES.filter((file) => file.startsWith("llr")))(
    "makes %s of the first of them, and back, to the letter of every list",
    (file) => {
      const [first, other] = [exampleDocument("llr-2015-s0.json"), exampleDocument(file)];
      const there = applyOperations(first, diffDocuments(first, other));
      expect(there.ok && there.document).toEqual(other);
      const back = there.ok && applyOperations(there.document, there.inverse);
      expect(back && back.ok && JSON.stringify(back.document)).toBe(JSON.stringify(first));
    },
  );
});
