import { describe, expect, it } from "vitest";
import type { Json } from "../../../scenarios/changes/json";
import { edited, faultsWhen, issuesOf, SAMPLE } from "../../support/documents";

type Fault = readonly [path: string, value: Json | undefined, code: string, remedy: string];

const FAULTS: readonly Fault[] = [
  ["/provisions/joint/start", undefined, "missing", "2015-04-01"],
  ["/provisions/joint/start", "2015-02-29", "no-such-day", "a day that exists"],
  ["/provisions/joint/start", "1 April 2015", "wrong-form", "a day that exists"],
  ["/horizon/start", "2015-13", "no-such-month", "a month that exists"],
  ["/demand/d-melton/baseYear", "2014/16", "no-such-financial-year", "follow each other"],
  ["/provisions/joint/price/annual", 600000, "wrong-type", "as text"],
  ["/provisions/joint/price/annual", "600000.005", "wrong-form", "two decimals"],
  ["/provisions/joint/price/annual", "-1.00", "wrong-form", "0 or more"],
  ["/provisions/joint/price/annual", "1e6", "wrong-form", "two decimals"],
  ["/provisions/joint/price/annual", "1234567890123456.00", "wrong-form", "15 digits"],
  ["/provisions/joint/price/premiumPercent", "-100", "out-of-range", "more than -100"],
  ["/indexes/cpi/rates/2016/17", "-100", "out-of-range", "more than -100"],
  ["/indexes/cpi/rates/2016/17", "1000.1", "out-of-range", "1,000"],
  ["/provisions/joint/capacity/0/weeks", "0", "out-of-range", "more than 0"],
  ["/provisions/joint/capacity/0/fte", "1000000000000.5", "out-of-range", "1,000,000,000,000"],
  ["/provisions/joint/capacity/0/fte", "1.1234567890123", "wrong-form", "12 decimals"],
  ["/provisions/joint/funding/0/percent", "100.5", "out-of-range", "0 to 100"],
  ["/demand/d-melton/growthPercent", "-100", "out-of-range", "more than -100"],
  ["/demand/d-melton/annual", "many", "wrong-form", "a number"],
  ["/provisions/joint/certainty", "likely", "not-one-of", '"confirmed", "planned"'],
  ["/organisations/lead/kind", "council", "not-one-of", '"lead-commissioner"'],
  ["/synthetic", "yes", "wrong-type", "true or false"],
  ["/provisions/joint/noticeMonths", 1.5, "wrong-type", "whole number from 0 to 240"],
  ["/provisions/joint/noticeMonths", 241, "out-of-range", "whole number from 0 to 240"],
  ["/provisions/joint/areas", "melton", "wrong-type", "a list in square brackets"],
  ["/horizon", "2015", "wrong-type", "an object in braces"],
  ["/name", " ", "wrong-form", "at least one letter"],
  ["/purpose", null, "wrong-type", "text in quotation marks"],
  ["/contributions/round/whenSomeDecline", { rule: "share-out" }, "not-one-of", '"re-spread"'],
  ["/contributions/round/members/melton/choice", "B", "not-one-of", 'write "undecided", or a list'],
  ["/contributions/round/members/melton/choice", ["D"], "not-one-of", "each once"],
  ["/provisions/joint/price", {}, "missing", '"annual", "schedule"'],
  ["/provisions/joint/price", "free", "wrong-type", "an object in braces"],
  ["/provisions/joint/capacity/0", { activity: "support" }, "missing", '"unitsPerYear", "fte"'],
  [
    "/provisions/joint/funding/0",
    { source: "core", percent: "1", rest: true },
    "exclude-each-other",
    "not both",
  ],
];

/** Where a fault of a part is named below or beside the edited value. */
const NAMED_ELSEWHERE: Readonly<Record<string, string>> = {
  "/provisions/joint/funding/0": "/provisions/joint/funding/0/rest",
  "/contributions/round/whenSomeDecline": "/contributions/round/whenSomeDecline/rule",
};

describe("a value of the wrong shape", () => {
  it.each(FAULTS)("%s as %j is one issue that says what to do", (path, value, code, remedy) => {
    const issues = issuesOf(edited(SAMPLE, { [path]: value }));
    expect(issues.map((issue) => `${issue.path} ${issue.code}`)).toEqual([
      `${NAMED_ELSEWHERE[path] ?? path} ${code}`,
    ]);
    const message = issues[0]?.message ?? "";
    expect(message).toContain(remedy);
    expect(message).toMatch(/^[A-Z].*[.?]$/);
    if (value === undefined) expect(message).toContain("is missing");
    else if (NAMED_ELSEWHERE[path] === undefined)
      expect(message).toContain(JSON.stringify(value).slice(0, 6));
  });

  it("is refused when it is longer than anybody writes, which is stated", () => {
    const long = { "/name": "n".repeat(501), "/purpose": "p".repeat(10_001) };
    const issues = issuesOf(edited(SAMPLE, long));
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "/name too-long",
      "/purpose too-long",
    ]);
    expect(issues[0]?.message).toContain("500 characters");
    expect(issues[1]?.message).toContain("10,000 characters");
  });

  it("is named in words, with the thing it belongs to", () => {
    const [issue] = issuesOf(edited(SAMPLE, { "/contributions/round/members/melton/minimum": "ten" }));
    expect(issue?.message).toBe(
      'Minimum of member "melton" of contribution round "round" is "ten"; write pounds of 0 or more as text with at most two decimals and 15 digits, such as "1234.50".',
    );
  });

  it("is shown, but not at any length", () => {
    const [issue] = issuesOf(edited(SAMPLE, { "/horizon/start": "x".repeat(100_000) }));
    expect(issue?.message.length).toBeLessThan(200);
    expect(issue?.message).toContain("xxx…");
  });
});

describe("a field that is not known", () => {
  it("is named at its own path, with the field that may be meant", () => {
    const [issue] = issuesOf(edited(SAMPLE, { "/provisions/joint/certanty": "planned" }));
    expect(issue).toEqual({
      path: "/provisions/joint/certanty",
      code: "unknown-field",
      message:
        'Field "certanty" of provision "joint" is "planned"; no such field is known here: correct its name or remove it; did you mean "certainty"?',
    });
  });

  it("is named wherever it stands", () => {
    expect(
      faultsWhen({
        "/colour": "red",
        "/provisions/joint/price/per": "year",
        "/provisions/joint/capacity/0/cases": "2",
        "/contributions/round/pot/total": "1",
        "/contributions/round/members/melton/note": "later",
      }).toSorted(),
    ).toEqual([
      "/colour unknown-field",
      "/contributions/round/members/melton/note unknown-field",
      "/contributions/round/pot/total unknown-field",
      "/provisions/joint/capacity/0/cases unknown-field",
      "/provisions/joint/price/per unknown-field",
    ]);
  });

  it("is a second form when it tells one", () => {
    expect(faultsWhen({ "/provisions/joint/price/schedule": { "2015/16": "1.00" } })).toEqual([
      "/provisions/joint/price/schedule exclude-each-other",
    ]);
  });
});

describe("lists and keys", () => {
  it("are refused beyond their limits, which are stated", () => {
    const areas = Array.from({ length: 201 }, (_, place) => ({
      id: `area-${place}`,
      name: "Area",
      bases: {},
    }));
    const [issue] = issuesOf(edited(SAMPLE, { "/areas": areas }));
    expect(issue).toMatchObject({ path: "/areas", code: "too-many" });
    expect(issue?.message).toBe("List of areas has 201 entries; keep it to 200.");
  });

  it("stop a structure of nine blocks, of which there are 21,147 patterns", () => {
    const blocks = Array.from({ length: 9 }, (_, place) => ({ id: `b${place}`, name: "Block" }));
    const lotStructure = { envelope: "1.00", overheadPerLot: "1.00", costPerFte: "1.00", blocks, needs: [] };
    expect(faultsWhen({ "/lotStructure": lotStructure })).toContain("/lotStructure/blocks too-many");
  });

  it.each(["constructor", "Joint", "joint lot", "", "a-".repeat(51)])("refuse the id %j", (id) => {
    expect(faultsWhen({ "/objectives": [{ id, name: "One" }] })).toHaveLength(1);
  });

  it.each(["equal", "toString", "hasOwnProperty", "a/b", ""])("refuse the basis %j", (basis) => {
    expect(
      issuesOf({ ...(SAMPLE as object), areas: [{ id: "melton", name: "Melton", bases: { [basis]: "1" } }] }),
    ).not.toEqual([]);
  });

  it("refuse a key that is no financial year, at its own path", () => {
    expect(faultsWhen({ "/fundingSources/grant/amounts": { "2015-16": "1.00" } })).toEqual([
      "/fundingSources/grant/amounts/2015-16 wrong-form",
    ]);
  });
});
