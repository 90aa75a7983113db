import fc from "fast-check";
import { expect, it } from "vitest";
import type { FrontierPoints } from "../../../app/reports/frontier-points";
import { packFrontier, unpackFrontier } from "../../../app/reports/pack-frontier";

const CHOICES = 40;

const step = fc.record({
  at: fc.maxSafeNat(),
  pence: fc.maxSafeNat(),
  benefit: fc.double({ noNaN: true, noDefaultInfinity: true }).map((benefit) => benefit + 0),
  chosen: fc
    .uniqueArray(fc.nat(CHOICES - 1))
    .map((places) => places.toSorted((first, second) => first - second)),
});

const frontier: fc.Arbitrary<FrontierPoints> = fc.record({
  moves: fc.constant({ kind: "all" as const, amounts: [1_000, 2_000] }),
  choices: fc.constant([{ line: 0, name: "Refuge" }]),
  lines: fc.constant(["Refuge"]),
  points: fc.oneof(fc.array(step), fc.array(step.map((one) => ({ ...one, pence: one.at })))),
  gaps: fc.constant([{ from: 1, to: 2, most: 3 }]),
  ceiling: fc.constant({ unit: 0.5, lines: [{ flat: 1, rise: 2 }] }),
  upTo: fc.constant(15_000),
  now: fc.constant(null),
});

it("gives a page the very points that were packed, through the text in which they are sent", () => {
  fc.assert(
    fc.property(frontier, (points) => {
      const sent = JSON.parse(JSON.stringify(packFrontier(points))) as ReturnType<typeof packFrontier>;
      expect(unpackFrontier(sent)).toEqual(points);
    }),
  );
});

it("sends of a plan only what changes against the one before", () => {
  const points = packFrontier({
    moves: { kind: "only" },
    choices: [],
    lines: [],
    points: [
      { at: 500, pence: 500, benefit: 2, chosen: [1, 4] },
      { at: 700, pence: 700, benefit: 3, chosen: [1, 5, 9] },
    ],
    gaps: [],
    ceiling: { unit: 1, lines: [] },
    upTo: null,
    now: null,
  });
  expect(points).toMatchObject({
    further: [500, 200],
    dearer: null,
    benefits: [2, 3],
    turned: [
      [1, 4],
      [4, 5, 9],
    ],
  });
});
