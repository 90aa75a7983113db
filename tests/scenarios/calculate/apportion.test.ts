import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, apportionWhole, quotasOf, roundQuotas } from "../../../scenarios/calculate/apportion";
import { blendWeights } from "../../../scenarios/calculate/blend";
import { boundQuotas } from "../../../scenarios/calculate/bounds";
import { collar } from "../../../scenarios/calculate/phase-in";
import { rational } from "../../../scenarios/model/rational";
import { DISTRICTS, found, inPounds } from "../../support/scenarios";

const POT = 25_000_000n;
const BASES = DISTRICTS.map(({ bases }) => bases);
const POPULATION = BASES.map(({ population }) => BigInt(found(population)));
const HISTORIC = [30_000n, 40_000n, 45_000n, 35_000n, 25_000n, 55_000n, 20_000n].map(
  (pounds) => pounds * 100n,
);
const TIE_BREAK = { weights: POPULATION, ranks: DISTRICTS.map((_, place) => place) };

describe("bounds", () => {
  const bounds = HISTORIC.map((minimum, place) => ({
    minimum: minimum / 2n,
    // Two members reach their maximum at all but the same point.
    maximum: place < 2 ? (POPULATION[place] as bigint) * 61n + BigInt(place) : 6_000_000n,
  }));
  const shared = (scale: bigint): readonly string[] => {
    const quotas = quotasOf(
      POT,
      POPULATION.map((weight) => weight * scale),
    );
    const bounded = boundQuotas(POT, quotas, bounds);
    if (!bounded.ok) throw new Error(`between ${bounded.least} and ${bounded.most}`);
    return inPounds(roundQuotas(bounded.quotas, TIE_BREAK));
  };

  it("give the same whatever the weights are measured in, also beyond the largest ordinary number", () => {
    const expected = shared(1n);
    expect(new Set(expected).size).toBe(POPULATION.length);
    for (const digits of [1n, 15n, 280n, 290n, 307n, 330n]) expect(shared(10n ** digits)).toEqual(expected);
  });
});

describe("a least amount", () => {
  const least = 25n * 10n ** 14n;
  const figureAt = (pot: bigint) => {
    const bounded = boundQuotas(pot, quotasOf(pot, [1n, 3n]), [
      { minimum: least, maximum: null },
      { minimum: 0n, maximum: null },
    ]);
    if (!bounded.ok) throw new Error(`at least ${bounded.least}`);
    return rational(bounded.quotas.numerators[0] ?? 0n, bounded.quotas.denominator);
  };

  it("binds below the pot of which it is the share, to the penny, however large both are", () => {
    expect(figureAt(4n * least - 1n).equals(rational(least))).toBe(true);
    expect(figureAt(4n * least).equals(rational(least))).toBe(true);
    expect(figureAt(4n * least + 1n).equals(rational(4n * least + 1n, 4n))).toBe(true);
  });
});

describe("apportionment", () => {
  it("of £99.99 at 75 and 25 is 74.99 and 25.00", () => {
    expect(inPounds(apportion(9_999n, [75n, 25n]))).toEqual(["74.99", "25.00"]);
  });

  it("of a negative amount is that of the positive one, negated", () => {
    expect(apportion(-9_999n, [75n, 25n])).toEqual([-7_499n, -2_500n]);
  });

  it("gives a spare penny at equal fractions to the larger weight, then to the first in order", () => {
    expect(apportion(2n, [3n, 1n])).toEqual([2n, 0n]);
    expect(apportion(1n, [1n, 1n])).toEqual([1n, 0n]);
    expect(apportion(1n, [1n, 1n], [1, 0])).toEqual([0n, 1n]);
  });

  it("refuses weights that are negative or all nothing", () => {
    expect(() => apportion(1n, [0n, 0n])).toThrow();
    expect(() => apportion(1n, [2n, -1n])).toThrow();
  });

  it("of whole things by Webster never takes one away when there are more to give", () => {
    // Largest remainder does: the third member has 2 of 10 and 1 of 11.
    expect([10n, 11n].map((things) => apportion(things, [6n, 6n, 2n]))).toEqual([
      [4n, 4n, 2n],
      [5n, 5n, 1n],
    ]);
    // Of 10, three tie for the tenth at 6/9 = 2/3: the larger weight, then the first in order.
    expect([10, 11, 12].map((things) => apportionWhole(things, [6n, 6n, 2n]))).toEqual([
      [5, 4, 1],
      [5, 5, 1],
      [5, 5, 2],
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 50n }), { minLength: 1, maxLength: 6 }),
        fc.nat(40),
        (weights, things) => {
          const fewer = apportionWhole(things, weights);
          const more = apportionWhole(things + 1, weights);
          expect(fewer.reduce((sum, seats) => sum + seats, 0)).toBe(things);
          expect(more.every((seats, place) => seats >= found(fewer[place]))).toBe(true);
        },
      ),
      { seed: 3 },
    );
  });

  it("names the basis that nobody has any of, instead of dividing by nothing", () => {
    const blend = blendWeights(
      [{ basis: "incidents", percent: "100" }],
      [{ incidents: "0" }, { incidents: "0" }],
    );
    expect(blend).toEqual({ ok: false, emptyBasis: "incidents" });
  });

  it("blends bases with decimals as exactly as whole numbers", () => {
    const blend = blendWeights([{ basis: "need", percent: "100" }], [{ need: "0.5" }, { need: "1.25" }]);
    if (!blend.ok) throw new Error(blend.emptyBasis);
    expect(apportion(17_500n, blend.weights)).toEqual([5_000n, 12_500n]);
  });
});

describe("a collar", () => {
  it("that the falls cannot pay for is refused with what is missing", () => {
    const pounds = (amount: bigint) => rational(amount * 100n);
    const held = collar([pounds(80n), pounds(20n)], [pounds(50n), pounds(20n)], rational(10n, 100n));
    expect(held.ok).toBe(false);
    if (!held.ok) expect(held.missing.equals(rational(2_500n))).toBe(true);
  });
});

describe("10,000 random apportionments with bounds", () => {
  const member = fc.record({
    weight: fc.bigInt({ min: 0n, max: 10n ** 6n }),
    minimum: fc.bigInt({ min: 0n, max: 40_000n }),
    width: fc.option(fc.bigInt({ min: 0n, max: 60_000n }), { nil: null }),
  });
  const members = fc
    .array(member, { minLength: 1, maxLength: 8 })
    .filter((all) => all.some(({ weight }) => weight > 0n));

  it("sum exactly, each within a penny of its quota or at its bound, whatever the order of the members", () => {
    let shared = 0;
    fc.assert(
      fc.property(members, fc.bigInt({ min: 0n, max: 400_000n }), fc.nat(), (all, amount, turn) => {
        const outcome = share(all, amount);
        const turned = share(rotate(all, turn), amount);
        if (outcome === null) {
          expect(turned).toBeNull();
          return;
        }
        shared++;
        expect(outcome.shares.reduce((sum, part) => sum + part, 0n)).toBe(amount);
        outcome.shares.forEach((part, place) => {
          const { minimum, width } = found(all[place]);
          const quota = found(outcome.quotas.numerators[place]);
          expect(part >= minimum && (width === null || part <= minimum + width)).toBe(true);
          const distance = part * outcome.quotas.denominator - quota;
          expect(distance < outcome.quotas.denominator && -distance < outcome.quotas.denominator).toBe(true);
        });
        // Ties are broken by rank, which turns with the members.
        expect(rotate(outcome.shares, turn)).toEqual(turned?.shares);
        expectOneKappa(all, outcome.quotas);
      }),
      { seed: 4, numRuns: 10_000 },
    );
    expect(shared).toBeGreaterThan(2_000);
  });

  type Member = {
    readonly weight: bigint;
    readonly minimum: bigint;
    readonly width: bigint | null;
    readonly rank?: number;
  };

  function share(all: readonly Member[], amount: bigint) {
    const weights = all.map(({ weight }) => weight);
    const bounds = all.map(({ minimum, width }) => ({
      minimum,
      maximum: width === null ? null : minimum + width,
    }));
    const bounded = boundQuotas(amount, quotasOf(amount, weights), bounds);
    if (!bounded.ok) {
      const most = bounded.most;
      expect(amount < bounded.least || (most !== null && amount > most)).toBe(true);
      return null;
    }
    const ranks = all.map(({ rank }, place) => rank ?? place);
    return { quotas: bounded.quotas, shares: roundQuotas(bounded.quotas, { weights, ranks }) };
  }

  function rotate<Item>(items: readonly Item[], by: number): Item[] {
    const turn = by % items.length;
    const marked = items.map((item, rank) =>
      typeof item === "object" && item !== null ? { rank, ...item } : item,
    );
    return [...marked.slice(turn), ...marked.slice(0, turn)];
  }

  /** Free members pay in one proportion to their weight; those at the minimum would pay less, at the maximum more. */
  function expectOneKappa(
    all: readonly Member[],
    { numerators, denominator }: ReturnType<typeof quotasOf>,
  ): void {
    const free = all.findIndex(({ weight, minimum, width }, place) => {
      const quota = found(numerators[place]);
      return (
        weight > 0n &&
        quota > minimum * denominator &&
        (width === null || quota < (minimum + width) * denominator)
      );
    });
    if (free < 0) return;
    const [freeQuota, freeWeight] = [found(numerators[free]), found(all[free]).weight];
    all.forEach(({ weight, minimum, width }, place) => {
      const [quota, asked] = [found(numerators[place]) * freeWeight, freeQuota * weight];
      if (asked < quota) expect(found(numerators[place])).toBe(minimum * denominator);
      if (asked > quota) expect(found(numerators[place])).toBe((minimum + (width ?? 0n)) * denominator);
    });
  }
});
