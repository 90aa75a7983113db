import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchFunding } from "../../../scenarios/calculate/match-funding";
import { sumPence } from "../../../scenarios/model/money";
import { found } from "../../support/scenarios";

describe("any money for any needs", () => {
  const problem = fc
    .record({ sources: fc.integer({ min: 1, max: 4 }), provisions: fc.integer({ min: 1, max: 5 }) })
    .chain(({ sources, provisions }) =>
      fc.record({
        available: fc.array(fc.bigInt({ min: 0n, max: 40n }), { minLength: sources, maxLength: sources }),
        needed: fc.array(fc.bigInt({ min: 0n, max: 40n }), { minLength: provisions, maxLength: provisions }),
        mayPay: fc.array(fc.array(fc.boolean(), { minLength: provisions, maxLength: provisions }), {
          minLength: sources,
          maxLength: sources,
        }),
      }),
    );

  it("leaves unfunded just the largest excess of need over what may pay, which the bottleneck names, the smallest such set", () => {
    fc.assert(
      fc.property(problem, (one) => {
        const { paid, unfunded, bottleneck } = matchFunding(one);
        const groups = Array.from({ length: 2 ** one.needed.length }, (_, group) =>
          one.needed.flatMap((_, place) => (group & (1 << place) ? [place] : [])),
        );
        const excess = (group: readonly number[]) =>
          sumPence(group.map((place) => found(one.needed[place]))) -
          sumPence(one.available.filter((_, source) => group.some((place) => one.mayPay[source]?.[place])));
        const largest = groups.reduce((most, group) => (excess(group) > most ? excess(group) : most), 0n);
        expect(sumPence(unfunded)).toBe(largest);
        const smallest = groups
          .filter((group) => excess(group) === largest)
          .reduce((least, group) => (group.length < least.length ? group : least));
        expect(bottleneck).toEqual(largest === 0n ? [] : smallest);
        paid.forEach((ofSource, source) => {
          expect(sumPence(ofSource) <= found(one.available[source])).toBe(true);
          ofSource.forEach((amount, place) => {
            expect(amount >= 0n && (amount === 0n || one.mayPay[source]?.[place] === true)).toBe(true);
          });
        });
        one.needed.forEach((need, place) => {
          expect(sumPence(paid.map((ofSource) => found(ofSource[place]))) + found(unfunded[place])).toBe(
            need,
          );
        });
      }),
      { seed: 9, numRuns: 1_000 },
    );
  });
});
