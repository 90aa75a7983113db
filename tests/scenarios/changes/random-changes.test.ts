import fc from "fast-check";
import { expect, it } from "vitest";
import { applyOperations } from "../../../scenarios/changes/apply-operations";
import { diffDocuments } from "../../../scenarios/changes/diff-documents";
import { isList, isObject, type Json } from "../../../scenarios/changes/json";
import type { Operation } from "../../../scenarios/changes/operation";
import { overlap } from "../../../scenarios/changes/overlap";
import { idOfElement } from "../../../scenarios/changes/pointer";
import { exampleDocument, SAMPLE } from "../../support/documents";
import { EDITS, type Edit, withEdits } from "../../support/random-documents";

/** Milliseconds for a machine that does many other things; nothing is measured. */
const UNHURRIED = 120_000;
const SETTINGS = { seed: 20150401, numRuns: 300 };
const DOCUMENTS = fc.constantFrom(
  SAMPLE,
  exampleDocument("derby-2015.json"),
  exampleDocument("small/s03-fields-when-one-declines.json"),
);

/** Edits that a person makes in a grid: other texts, other orders, things added, copied and taken out. */
const GRID_EDITS = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.nat(3),
    value: fc.constantFrom<Json>("1", "2", ["A"], { id: "new", name: "New" }),
  }),
  { minLength: 1, maxLength: 4 },
);

it(
  "the changes between two documents, applied to the one, give the other; undone, the one again",
  () => {
    fc.assert(
      fc.property(DOCUMENTS, EDITS, EDITS, (document, first, second) => {
        const [from, to] = [withEdits(document, first), withEdits(document, second)];
        const there = applyOperations(from, diffDocuments(from, to));
        expect(there.ok && there.document).toEqual(to);
        const back = there.ok && applyOperations(there.document, there.inverse);
        expect(back && back.ok && JSON.stringify(back.document)).toBe(JSON.stringify(from));
      }),
      SETTINGS,
    );
  },
  UNHURRIED,
);

it(
  "two people who change different things get the same document, whoever comes first",
  () => {
    let apart = 0;
    fc.assert(
      fc.property(DOCUMENTS, GRID_EDITS, GRID_EDITS, (document, first, second) => {
        const [mine, yours] = [first, second].map((edits) => changesOf(document, edits)) as [
          Changes,
          Changes,
        ];
        if (overlap(mine, yours)) return;
        apart++;
        const [one, other] = [both(document, mine, yours), both(document, yours, mine)];
        expect(inOrderOfIds(one)).toEqual(inOrderOfIds(other));
      }),
      SETTINGS,
    );
    expect(apart).toBeGreaterThan(SETTINGS.numRuns / 4);
  },
  UNHURRIED,
);

type Changes = readonly Operation[];

function changesOf(document: Json, edits: readonly Edit[]): Changes {
  return diffDocuments(document, withEdits(document, edits));
}

function both(document: Json, first: Changes, second: Changes): Json {
  const result = applyOperations(document, [...first, ...second]);
  if (!result.ok) throw new Error(JSON.stringify([result.issues, first, second]));
  return result.document;
}

/** Where two people add to one list at one place, the later stands behind: the order of things with ids may differ. */
function inOrderOfIds(value: Json, name = ""): Json {
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, inOrderOfIds(field, key)]));
  }
  if (!isList(value)) return value;
  const elements = value.map((element) => inOrderOfIds(element));
  const named = elements.every((element) => idOfElement(name, element) !== null);
  return named
    ? elements.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
    : elements;
}
