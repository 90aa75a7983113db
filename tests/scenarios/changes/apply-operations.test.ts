import { describe, expect, it } from "vitest";
import { applyOperations } from "../../../scenarios/changes/apply-operations";
import type { Json } from "../../../scenarios/changes/json";
import type { Operation } from "../../../scenarios/changes/operation";
import { SAMPLE } from "../../support/documents";

const PLAN: Json = {
  name: "Plan",
  provisions: [
    { id: "helpline", end: "2016-03-31", areas: ["melton", "blaby"] },
    { id: "outreach", end: "2016-03-31", funding: [{ source: "core" }, { source: "grant" }] },
    { id: "refuge", end: "2016-03-31" },
  ],
  indexes: [{ id: "cpi", rates: { "2016/17": "2.0" } }],
};

function applied(...operations: Operation[]): Json {
  const result = applyOperations(PLAN, operations);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const undone = applyOperations(result.document, result.inverse);
  expect(JSON.stringify(undone.ok && undone.document)).toBe(JSON.stringify(PLAN));
  return result.document;
}

function ids(document: Json): unknown {
  return (document as { provisions: { id: string }[] }).provisions.map(({ id }) => id);
}

describe("a change", () => {
  it("replaces a value, and shares everything else with the document before", () => {
    const result = applied({
      op: "replace",
      path: "/provisions/outreach/end",
      value: "2015-09-30",
    }) as typeof PLAN & {
      provisions: unknown[];
    };
    const before = PLAN as { provisions: unknown[] };
    expect(result.provisions[1]).toMatchObject({ id: "outreach", end: "2015-09-30" });
    expect(result.provisions[0]).toBe(before.provisions[0]);
    expect(result.provisions[2]).toBe(before.provisions[2]);
  });

  it("adds a field, and a financial year", () => {
    const result = applied(
      { op: "add", path: "/purpose", value: "To compare" },
      { op: "add", path: "/indexes/cpi/rates/2017/18", value: "3.0" },
    );
    expect(result).toMatchObject({
      purpose: "To compare",
      indexes: [{ rates: { "2016/17": "2.0", "2017/18": "3.0" } }],
    });
  });

  it("adds an element before another, at the end, and at the end when the other is gone", () => {
    const add = (id: string, before?: string | null): Operation => ({
      op: "add",
      path: `/provisions/${id}`,
      value: { id },
      ...(before === undefined ? {} : { before }),
    });
    expect(ids(applied(add("new", "outreach")))).toEqual(["helpline", "new", "outreach", "refuge"]);
    expect(ids(applied(add("new", null)))).toEqual(["helpline", "outreach", "refuge", "new"]);
    expect(ids(applied(add("new")))).toEqual(["helpline", "outreach", "refuge", "new"]);
    expect(ids(applied(add("new", "gone")))).toEqual(["helpline", "outreach", "refuge", "new"]);
  });

  it("removes an element, and its undoing restores the place", () => {
    expect(ids(applied({ op: "remove", path: "/provisions/helpline" }))).toEqual(["outreach", "refuge"]);
    expect(ids(applied({ op: "remove", path: "/provisions/refuge" }))).toEqual(["helpline", "outreach"]);
    expect(applied({ op: "remove", path: "/provisions/helpline/areas/melton" })).toMatchObject({
      provisions: [{ areas: ["blaby"] }, {}, {}],
    });
    applied({ op: "remove", path: "/name" }, { op: "remove", path: "/provisions" });
  });

  it("adds to and removes from lists whose elements go by their place", () => {
    expect(
      applied(
        { op: "add", path: "/provisions/outreach/funding/0", value: { source: "reserve" } },
        { op: "remove", path: "/provisions/outreach/funding/2" },
      ),
    ).toMatchObject({ provisions: [{}, { funding: [{ source: "reserve" }, { source: "core" }] }, {}] });
  });

  it("follows an element whose id it has changed", () => {
    const result = applied(
      { op: "replace", path: "/provisions/outreach/id", value: "floating-support" },
      { op: "replace", path: "/provisions/floating-support/end", value: "2015-09-30" },
    );
    expect(ids(result)).toEqual(["helpline", "floating-support", "refuge"]);
  });

  it.each<[Operation, string]>([
    [{ op: "replace", path: "/provisions/rutland/end", value: "2016-03-31" }, "no-such-value"],
    [{ op: "remove", path: "/provisions/outreach/lead" }, "no-such-value"],
    [{ op: "remove", path: "" }, "no-such-value"],
    [{ op: "replace", path: "/name" }, "no-value"],
    [{ op: "add", path: "/purpose" }, "no-value"],
    [{ op: "add", path: "/name", value: "Other" }, "already-there"],
    [{ op: "add", path: "/provisions/refuge", value: { id: "refuge" } }, "already-there"],
    [{ op: "add", path: "/provisions/new", value: { id: "other" } }, "another-id"],
    [{ op: "add", path: "/provisions/helpline/price/annual", value: "1.00" }, "no-such-place"],
    [{ op: "add", path: "/name/first", value: "A" }, "no-such-place"],
    [{ op: "add", path: "/provisions/outreach/funding/3", value: {} }, "no-such-place"],
    [{ op: "add", path: "/provisions/outreach/funding/next", value: {} }, "no-such-place"],
    [{ op: "add", path: "purpose", value: "A" }, "no-such-place"],
    [{ op: "add", path: "", value: "A" }, "no-such-place"],
  ])("that does not fit is an issue and nothing is applied: %j is %s", (operation, code) => {
    const result = applyOperations(PLAN, [{ op: "remove", path: "/provisions/helpline" }, operation]);
    expect(result).toMatchObject({ ok: false, issues: [{ path: operation.path, code }] });
  });

  it("cannot reach into JavaScript through its path or its value", () => {
    expect(applyOperations(PLAN, [{ op: "add", path: "/__proto__/polluted", value: "yes" }]).ok).toBe(false);
    const value = JSON.parse('{"__proto__": {"polluted": "yes"}}') as Json;
    for (const path of ["/__proto__", "/constructor"]) applyOperations(PLAN, [{ op: "add", path, value }]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("may replace the whole document", () => {
    expect(applied({ op: "replace", path: "", value: SAMPLE })).toBe(SAMPLE);
  });
});
