import { describe, expect, it } from "vitest";
import type { Json } from "../../../scenarios/changes/json";
import { formatPointer, type Keys, resolvePointer, valueAt } from "../../../scenarios/changes/pointer";
import { exampleDocument, SAMPLE, VALID_EXAMPLES } from "../../support/documents";

const PLACES: readonly (readonly [pointer: string, keys: Keys])[] = [
  ["", []],
  ["/name", ["name"]],
  ["/provisions/joint/start", ["provisions", 0, "start"]],
  ["/provisions/bridge/price/annual", ["provisions", 1, "price", "annual"]],
  ["/provisions/joint/areas/melton", ["provisions", 0, "areas", 4]],
  ["/provisions/joint/funding/1/rest", ["provisions", 0, "funding", 1, "rest"]],
  ["/contributions/round/members/melton/choice", ["contributions", 0, "members", 4, "choice"]],
  ["/contributions/round/members/melton/choice/0", ["contributions", 0, "members", 4, "choice", 0]],
  ["/demand/d-melton/seasonal/11", ["demand", 0, "seasonal", 11]],
  ["/indexes/cpi/rates/2016/17", ["indexes", 0, "rates", "2016/17"]],
  [
    "/priorities/lines/helpline/levels/full/costs/main",
    ["priorities", "lines", 2, "levels", 0, "costs", "main"],
  ],
];

describe("a pointer", () => {
  it.each(PLACES)("%s names elements by id, members by organisation, others by place", (pointer, keys) => {
    expect(resolvePointer(SAMPLE, pointer)).toEqual(keys);
    expect(formatPointer(SAMPLE, keys)).toBe(pointer);
  });

  it.each([
    "name",
    "/nothing",
    "/provisions/0",
    "/provisions/rutland",
    "/provisions/joint/areas/rutland",
    "/provisions/joint/funding/2",
    "/provisions/joint/start/day",
    "/indexes/cpi/rates/2016",
    "/indexes/cpi/rates/2017/18",
    "/constructor",
    "/__proto__/name",
    "/provisions/length",
  ])("%s names nothing", (pointer) => {
    expect(resolvePointer(SAMPLE, pointer)).toBeNull();
  });

  it("tells elements with one id apart: the first by the id, others by their place", () => {
    const document = { areas: [{ id: "a" }, { id: "b" }, { id: "a" }, { id: "Not an id" }] };
    expect([0, 1, 2, 3].map((place) => formatPointer(document, ["areas", place]))).toEqual([
      "/areas/a",
      "/areas/b",
      "/areas/2",
      "/areas/3",
    ]);
    expect(resolvePointer(document, "/areas/2")).toEqual(["areas", 2]);
    expect(resolvePointer(document, "/areas/1")).toBeNull();
  });

  it("finds the longest key: a financial year has a slash of its own", () => {
    const document = { rates: { "2016/17": "2.0", "2016": { "17": "other", "18": "inner" } } };
    expect(resolvePointer(document, "/rates/2016/17")).toEqual(["rates", "2016/17"]);
    expect(resolvePointer(document, "/rates/2016/18")).toEqual(["rates", "2016", "18"]);
  });

  it.each(VALID_EXAMPLES)("leads back to every value of %s", (file) => {
    const document = exampleDocument(file);
    for (const keys of placesIn(document)) {
      expect(resolvePointer(document, formatPointer(document, keys))).toEqual(keys);
    }
  });
});

/** The keys of some values of every depth: all of them would take long. */
function placesIn(document: Json, keys: Keys = []): Keys[] {
  const value = valueAt(document, keys);
  if (typeof value !== "object" || value === null) return [keys];
  const below = Array.isArray(value) ? [...value.keys()].slice(-3) : Object.keys(value);
  return [keys, ...below.flatMap((key) => placesIn(document, [...keys, key]))];
}
