import type { LotPattern } from "../model/evaluation";
import { compareText, type Id } from "../model/identifiers";
import { parseMoney } from "../model/money";
import { parsePercent, type Rational, rational, sumRationals } from "../model/rational";
import type { LotStructure } from "../model/scenario";

/**
 * Every way to divide the separable blocks of service into lots, with what it does (rules §10): direct = envelope − lots ×
 * overhead, FTE = direct ÷ cost of an FTE, hand-offs a user = Σ probability of a need × (lots that it touches − 1).
 * Fewest lots first, then by ids. Both quotients are exact.
 *
 * Example: £900,000, £60,000 a lot, £42,000 an FTE: one lot gives 20 FTE and no hand-off.
 */
export function calculateLotPatterns(structure: LotStructure | undefined): LotPattern[] {
  if (structure === undefined) return [];
  const blocks = structure.blocks.map(({ id }) => id).sort(compareText);
  return partitions(blocks)
    .map((pattern) => evaluatePattern(structure, pattern))
    .sort((first, second) => first.lots - second.lots || compareText(nameOf(first), nameOf(second)));
}

/**
 * The hand-offs a user of the pattern that the scenario procures (rules §10), exact; null where it does not say which.
 *
 * Example: a tenth of the users need what two lots do: 1/10.
 */
export function handOffsOf(structure: LotStructure | undefined): Rational | null {
  return structure?.chosen === undefined ? null : handOffsIn(structure, structure.chosen);
}

/**
 * The part of the capacity that is lost if the provider of the largest lot fails, 0 to 1, exact (rules §10). Each lot has a
 * provider of its own, and each block that a user needs counts alike: a lot's part is Σ probability of a need × its blocks
 * in that need ÷ Σ probability × all blocks in it.
 *
 * Example: half of the users need one block, half need two; let apart, the lot of the first block holds 2/3.
 */
export function largestLotShare({ needs }: LotStructure, pattern: readonly (readonly Id[])[]): Rational {
  const workOf = (lot: readonly Id[] | null): Rational =>
    sumRationals(
      needs.map(({ blocks, percent }) => {
        const needed = blocks.filter((block) => lot === null || lot.includes(block)).length;
        return parsePercent(percent).mul(BigInt(needed));
      }),
    );
  const largest = pattern.map(workOf).reduce((most, work) => (work.gt(most) ? work : most));
  return largest.div(workOf(null));
}

function nameOf({ pattern }: LotPattern): string {
  return pattern.map((lot) => lot.join("+")).join(" | ");
}

function evaluatePattern(structure: LotStructure, pattern: readonly (readonly Id[])[]): LotPattern {
  const overhead = parseMoney(structure.overheadPerLot) * BigInt(pattern.length);
  const direct = parseMoney(structure.envelope) - overhead;
  return {
    pattern,
    lots: pattern.length,
    overhead,
    direct,
    fte: rational(direct, parseMoney(structure.costPerFte)),
    handOffs: handOffsIn(structure, pattern),
  };
}

function handOffsIn({ needs }: LotStructure, pattern: readonly (readonly Id[])[]): Rational {
  return sumRationals(
    needs.map(({ blocks, percent }) => {
      const touched = pattern.filter((lot) => lot.some((block) => blocks.includes(block))).length;
      return parsePercent(percent).mul(BigInt(Math.max(0, touched - 1)));
    }),
  );
}

/** All partitions of a list: each item joins one of the lots so far or opens a new one. */
function partitions(items: readonly Id[]): Id[][][] {
  return items.reduce<Id[][][]>(
    (sofar, item) =>
      sofar.flatMap((lots) => [
        ...lots.map((_, place) => lots.map((lot, at) => (at === place ? [...lot, item] : lot))),
        [...lots, [item]],
      ]),
    [[]],
  );
}
