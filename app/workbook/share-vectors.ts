import type { Among, ShareUses } from "./share-columns";
import { NO_LIMIT } from "./share-formulas";

/** What one round and year are divided by, member by member, as numbers. */
export type YearTerms = {
  readonly pot: number;
  /** Months of the round in the year, 0 to 12. */
  readonly months: number;
  readonly takes: readonly number[];
  readonly order: readonly number[];
  /** The part of each basis and its figures; equal shares have figures of 1. */
  readonly bases: readonly { readonly part: number; readonly figures: readonly number[] }[];
  readonly historic: readonly number[];
  /** The way gone to the target, where the round phases in. */
  readonly gone: number | null;
  /** How much a year may rise, where the round has a collar. */
  readonly rise: number | null;
  readonly least: readonly number[];
  readonly most: readonly number[];
};

export type Vectors = Readonly<Record<string, readonly number[]>>;

/** The year before, for a collar: its vectors and months. */
export type YearBefore = { readonly vectors: Vectors; readonly months: number } | null;

/**
 * The results that the working columns carry: the same steps as their formulas, in the numbers that a spreadsheet
 * uses. What is paid comes from the engine, not from here; the tests recalculate every formula and compare.
 */
export function shareVectors(
  terms: YearTerms,
  among: Among,
  uses: ShareUses,
  bounded: boolean,
  before: YearBefore,
): Vectors {
  const inShare = terms.takes.map((takes) => (among === "all" ? 1 : takes));
  const weight = weights(terms, inShare);
  const target = weight.map((part) => terms.pot * 100 * part);
  const yearBefore = uses.collar ? fullYearBefore(terms, inShare, among, before) : [];
  const moved = terms.rise !== null ? collared(terms, target, yearBefore) : phasedIn(terms, target, inShare);
  const bounds = bounded ? withinBounds(terms, moved, inShare) : null;
  const quota = bounds?.quota ?? moved;
  const rounding = roundQuotas(quota, weight, terms.order);
  const named = Object.entries({ weight, before: yearBefore, moved, ...(bounds ?? {}), quota, ...rounding });
  return Object.fromEntries(named.map(([id, values]) => [`${id}-${among}`, values]));
}

/** Whole pence by largest remainder: floor, fraction, and the rank that a spare penny goes by. */
export function roundQuotas(quota: readonly number[], weight: readonly number[], order: readonly number[]) {
  const floor = quota.map((pence) => Math.floor(rounded(pence)));
  const fraction = quota.map((pence, place) => rounded(rounded(pence) - at(floor, place)));
  return { floor, fraction, rank: ranks(fraction, weight, order) };
}

/** To the seventh decimal of a penny: beyond it a binary number only says how it was worked out. */
function rounded(pence: number): number {
  return Math.round(pence * 1e7) / 1e7;
}

function weights({ bases, takes }: YearTerms, inShare: readonly number[]): number[] {
  return takes.map((_, member) =>
    bases.reduce((sum, { part, figures }) => {
      const all = total(figures.map((figure, place) => figure * at(inShare, place)));
      return sum + (all === 0 ? 0 : (part * at(figures, member) * at(inShare, member)) / all);
    }, 0),
  );
}

function fullYearBefore(
  { historic }: YearTerms,
  inShare: readonly number[],
  among: Among,
  before: YearBefore,
): number[] {
  return historic.map((figure, place) => {
    if (before === null) return figure * at(inShare, place);
    const own = at(before.vectors[`before-${among}`] ?? [], place);
    if (before.months === 0) return own;
    return ((at(before.vectors[`moved-${among}`] ?? [], place) / 100) * 12) / before.months;
  });
}

function collared(
  { rise, months }: YearTerms,
  target: readonly number[],
  before: readonly number[],
): number[] {
  const ofYear = before.map((figure) => (figure * months * 100) / 12);
  const caps = ofYear.map((figure) => figure * (1 + (rise ?? 0)));
  const excess = total(target.map((pence, place) => Math.max(0, pence - at(caps, place))));
  const falls = target.map((pence, place) => Math.max(0, at(ofYear, place) - pence));
  const fallen = total(falls);
  const withheld = fallen === 0 ? 0 : Math.min(1, excess / fallen);
  return target.map((pence, place) =>
    pence > at(caps, place) ? at(caps, place) : pence + at(falls, place) * withheld,
  );
}

function phasedIn(
  { gone, historic, pot }: YearTerms,
  target: readonly number[],
  inShare: readonly number[],
): readonly number[] {
  if (gone === null) return target;
  const sum = total(historic.map((figure, place) => figure * at(inShare, place)));
  return target.map((pence, place) => {
    const past = sum === 0 ? 0 : (pot * 100 * at(historic, place) * at(inShare, place)) / sum;
    return (1 - gone) * past + gone * pence;
  });
}

function withinBounds({ pot, least, most }: YearTerms, moved: readonly number[], inShare: readonly number[]) {
  const [lowest, highest] = [least, most].map((bounds) =>
    bounds.map((bound, place) => bound * 100 * at(inShare, place)),
  ) as [number[], number[]];
  const scale = (bounds: readonly number[], without: number): number[] =>
    moved.map((pence, place) => (pence === 0 ? without : Math.min(NO_LIMIT, at(bounds, place) / pence)));
  const low = scale(lowest, 0);
  const high = scale(highest, NO_LIMIT);
  const sumAt = (kappa: number): number =>
    total(
      moved.map((pence, place) =>
        pence === 0 || kappa <= at(low, place)
          ? at(lowest, place)
          : kappa >= at(high, place)
            ? at(highest, place)
            : kappa * pence,
      ),
    );
  const sumLow = low.map(sumAt);
  const sumHigh = high.map((kappa) => (kappa >= NO_LIMIT ? NO_LIMIT : sumAt(kappa)));
  const reached = low.map((kappa, place) =>
    Math.max(
      at(sumLow, place) <= pot * 100 ? kappa : 0,
      at(sumHigh, place) <= pot * 100 ? at(high, place) : 0,
    ),
  );
  const kappa = Math.max(...reached);
  const isFree = (place: number): boolean =>
    at(moved, place) > 0 && at(low, place) <= kappa && at(high, place) > kappa;
  const free = moved.map((pence, place) => (isFree(place) ? pence : 0));
  const held = moved.map((pence, place) =>
    isFree(place) ? 0 : pence === 0 || at(low, place) > kappa ? at(lowest, place) : at(highest, place),
  );
  const [rest, freeSum] = [pot * 100 - total(held), total(free)];
  const quota = free.map((pence, place) => at(held, place) + (freeSum === 0 ? 0 : (rest * pence) / freeSum));
  return { low, high, "sum-low": sumLow, "sum-high": sumHigh, reached, held, free, quota };
}

function ranks(fraction: readonly number[], weight: readonly number[], order: readonly number[]): number[] {
  return fraction.map((own, member) => {
    const before = fraction.filter((other, place) => {
      if (other !== own) return other > own;
      if (at(weight, place) !== at(weight, member)) return at(weight, place) > at(weight, member);
      return at(order, place) < at(order, member);
    });
    return before.length + 1;
  });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function at(values: readonly number[], place: number): number {
  return values[place] ?? 0;
}
