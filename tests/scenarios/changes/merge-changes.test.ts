import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOperations } from "../../../scenarios/changes/apply-operations";
import { isList, isObject, type Json } from "../../../scenarios/changes/json";
import { decideMerge, type Merge, mergeChanges } from "../../../scenarios/changes/merge-changes";
import type { Operation } from "../../../scenarios/changes/operation";
import { idOfElement } from "../../../scenarios/changes/pointer";
import { exampleDocument, SAMPLE } from "../../support/documents";
import { withEdits } from "../../support/random-documents";

const PRICE = "/provisions/joint/price/annual";
const END = "/provisions/joint/end";
const set = (path: string, value: Json): Operation => ({ op: "replace", path, value });

function changed(document: Json, ...operations: readonly Operation[]): Json {
  const applied = applyOperations(document, operations);
  if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
  return applied.document;
}

describe("taking over what changed in the base", () => {
  const base = SAMPLE;
  const lot = { id: "late", name: "Late lot", kind: "lot" };

  test("is clean where I left it as it was, and takes no name, purpose or state along", () => {
    const theirs = changed(base, set(END, "2018-03-31"), set("/name", "Base"));
    const mine = changed(base, set(PRICE, "1.00"), set("/name", "Mine"));
    expect(mergeChanges({ base, theirs, mine })).toEqual({ clean: [set(END, "2018-03-31")], conflicts: [] });
  });

  test("asks where both changed the same field, with the value before and both after", () => {
    const theirs = changed(base, set(PRICE, "2.00"));
    const mine = changed(base, set(PRICE, "1.00"));
    const merge = mergeChanges({ base, theirs, mine });
    expect(merge).toEqual({
      clean: [],
      conflicts: [
        {
          ...{ path: PRICE, base: "600000.00", theirs: "2.00", mine: "1.00" },
          takeTheirs: [set(PRICE, "2.00")],
        },
      ],
    });
    expect(decideMerge(merge, {}).open).toHaveLength(1);
    expect(decideMerge(merge, { [PRICE]: "mine" })).toEqual({ operations: [], open: [] });
    expect(decideMerge(merge, { [PRICE]: "theirs" })).toEqual({ operations: [set(PRICE, "2.00")], open: [] });
  });

  test("asks once for a lot that I took away and they changed in several places", () => {
    const theirs = changed(base, set(PRICE, "2.00"), set(END, "2018-03-31"));
    const mine = changed(base, { op: "remove", path: "/provisions/joint" });
    const merge = mergeChanges({ base, theirs, mine });
    expect(merge.conflicts.map(({ path }) => path)).toEqual(["/provisions/joint"]);
    expect(merge.conflicts[0]).not.toHaveProperty("mine");
    const { operations } = decideMerge(merge, { "/provisions/joint": "theirs" });
    const merged = changed(mine, ...operations) as { provisions: { id: string; end: string }[] };
    expect(merged.provisions.find(({ id }) => id === "joint")).toMatchObject({ end: "2018-03-31" });
  });

  test("does not ask where both did the same, in whatever order of keys", () => {
    const [one, other] = [
      { ...lot, start: "2016-04-01" },
      { start: "2016-04-01", ...lot },
    ];
    const theirs = changed(base, { op: "add", path: "/provisions/late", value: one });
    const mine = changed(base, { op: "add", path: "/provisions/late", value: other });
    expect(mergeChanges({ base, theirs, mine })).toEqual({ clean: [], conflicts: [] });
  });

  test("adds their lot beside mine", () => {
    const theirs = changed(base, { op: "add", path: "/provisions/late", value: lot });
    const mine = changed(base, { op: "add", path: "/provisions/early", value: { ...lot, id: "early" } });
    const merge = mergeChanges({ base, theirs, mine });
    expect(merge.conflicts).toEqual([]);
    const { provisions } = changed(mine, ...merge.clean) as { provisions: { id: string }[] };
    expect(
      provisions
        .map(({ id }) => id)
        .slice(-2)
        .sort(),
    ).toEqual(["early", "late"]);
  });
});

const DOCUMENTS = fc.constantFrom(
  SAMPLE,
  exampleDocument("derby-2015.json"),
  exampleDocument("small/s03-fields-when-one-declines.json"),
);
const EDITS = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.nat(3),
    value: fc.constantFrom<Json>("1", "2", ["A"], { id: "new", name: "New" }),
  }),
  { minLength: 1, maxLength: 4 },
);
const SETTINGS = { seed: 20150401, numRuns: 200, endOnFailure: true };
const WAYS = fc
  .tuple(DOCUMENTS, EDITS, EDITS)
  .map(([base, first, second]) => ({ base, theirs: withEdits(base, first), mine: withEdits(base, second) }));

describe("a merge of whatever two people did", () => {
  test("with one who did nothing is the other’s work", () => {
    fc.assert(
      fc.property(WAYS, ({ base, theirs }) => {
        expect(mergeChanges({ base, theirs: base, mine: theirs })).toEqual({ clean: [], conflicts: [] });
        expect(mergeChanges({ base, theirs, mine: theirs })).toMatchObject({ conflicts: [] });
        const { clean, conflicts } = mergeChanges({ base, theirs, mine: base });
        expect(conflicts).toEqual([]);
        expect(shared(changed(base, ...clean))).toEqual(shared(theirs));
      }),
      SETTINGS,
    );
  });

  test("of different things is the same, whoever takes over from whom", () => {
    let clean = 0;
    fc.assert(
      fc.property(WAYS, ({ base, theirs, mine }) => {
        const [here, there] = [
          mergeChanges({ base, theirs, mine }),
          mergeChanges({ base, theirs: mine, mine: theirs }),
        ];
        expect(here.conflicts.length).toBe(there.conflicts.length);
        if (here.conflicts.length > 0) return;
        clean++;
        expect(shared(changed(mine, ...here.clean))).toEqual(shared(changed(theirs, ...there.clean)));
      }),
      SETTINGS,
    );
    expect(clean).toBeGreaterThan(SETTINGS.numRuns / 4);
  });

  test("done twice is done once, whatever is chosen", () => {
    const chosen = fc.array(fc.constantFrom("theirs" as const, "mine" as const), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(WAYS, chosen, ({ base, theirs, mine }, choices) => {
        const merge = mergeChanges({ base, theirs, mine });
        const { operations, open } = decideMerge(merge, choicesOf(merge, choices));
        expect(open).toEqual([]);
        const merged = changed(mine, ...operations);
        expect(mergeChanges({ base: theirs, theirs, mine: merged })).toEqual({ clean: [], conflicts: [] });

        const all = decideMerge(merge, choicesOf(merge, ["theirs"]));
        const whole = changed(mine, ...all.operations);
        const again = mergeChanges({ base, theirs, mine: whole });
        expect(again.conflicts, "also where nobody noted that it was done").toEqual([]);
        expect(shared(changed(whole, ...again.clean))).toEqual(shared(whole));
      }),
      SETTINGS,
    );
  });
});

function choicesOf({ conflicts }: Merge, choices: readonly ("theirs" | "mine")[]) {
  return Object.fromEntries(
    conflicts.map(({ path }, place) => [path, choices[place % choices.length] ?? "mine"] as const),
  );
}

/** What is not one scenario's own, with lists of things with ids in the order of the ids. */
function shared(document: Json): Json {
  if (!isObject(document)) return document;
  const own = ["id", "name", "status", "basedOn", "purpose"];
  const rest = Object.fromEntries(Object.entries(document).filter(([key]) => !own.includes(key)));
  return inOrderOfIds(rest);
}

function inOrderOfIds(value: Json, name = ""): Json {
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, inOrderOfIds(field, key)]));
  }
  if (!isList(value)) return value;
  const elements = value.map((element) => inOrderOfIds(element));
  const isNamed = elements.every((element) => idOfElement(name, element) !== null);
  return isNamed
    ? elements.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
    : elements;
}
