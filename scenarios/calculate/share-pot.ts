import { type FinancialYear, formatFinancialYear } from "../model/calendar";
import { compareAreas, compareIds, type Id } from "../model/identifiers";
import { divideRounded, formatMoney, type Pence, parseMoney } from "../model/money";
import { parsePercent, type Rational, rational } from "../model/rational";
import type { Area, ContributionRound, RoundMember, Scenario, ShareRule } from "../model/scenario";
import { YEAR_PARTS } from "../model/timeline";
import { type Quotas, quotasOf, roundQuotas } from "./apportion";
import { blendWeights } from "./blend";
import { type Bound, boundQuotas } from "./bounds";
import { collar, figuresOf, phaseIn, quotasFrom } from "./phase-in";

/** One financial year of a pot: what is asked for and how much of the year it is for. */
export type PotYear = { readonly year: FinancialYear; readonly amount: Pence; readonly parts: bigint };

/** Those among whom a pot is shared, with everything that their share depends on. */
export type Sharer = {
  readonly organisation: Id;
  readonly area: Area;
  readonly minimum: Pence;
  readonly maximum: Pence | null;
};

/** Why a pot cannot be shared among some members: words for an issue, with the sums. */
export type ShareFault = {
  readonly code: "bounds" | "collar" | "empty-basis" | "no-historic";
  readonly message: string;
};

/** The shares of a pot by year: exact quotas and whole pence, members in the order given. */
export type PotShares =
  | { readonly ok: true; readonly quotas: readonly Quotas[]; readonly shares: readonly (readonly Pence[])[] }
  | { readonly ok: false; readonly fault: ShareFault };

/**
 * Shares a pot among members, year by year (rules §3): the blended target, then phase-in or collar, then bounds, then
 * one rounding by largest remainder. A year in which the round has no day is shared as zeros.
 *
 * Ties go to the larger blended share, then to the area that comes first (rules §1), then to the organisation's id.
 * The basis, the historic figures and the bounds are those of the given members alone.
 */
export function sharePot(rule: ShareRule, sharers: readonly Sharer[], pots: readonly PotYear[]): PotShares {
  const blend = blendWeights(
    rule.weights,
    sharers.map(({ area }) => area.bases),
  );
  if (!blend.ok) {
    return fault(
      "empty-basis",
      `Nobody of those who would pay has any ${blend.emptyBasis}, so it can divide nothing.`,
    );
  }
  const tieBreak = { weights: blend.weights, ranks: ranksOf(sharers) };
  const quotas: Quotas[] = [];
  const collared = rule.collar === undefined ? null : startCollar(rule.collar, sharers);
  for (const pot of pots) {
    if (pot.parts === 0n) {
      quotas.push({ numerators: sharers.map(() => 0n), denominator: 1n });
      continue;
    }
    const target = quotasOf(pot.amount, blend.weights);
    const moved = collared !== null ? collared(target, pot) : phasedIn(rule, target, sharers, pot);
    if (!moved.ok) return moved;
    const bounded = withinBounds(moved.quotas, sharers, pot);
    if (!bounded.ok) return bounded;
    quotas.push(bounded.quotas);
  }
  return { ok: true, quotas, shares: quotas.map((ofYear) => roundQuotas(ofYear, tieBreak)) };
}

type Moved =
  | { readonly ok: true; readonly quotas: Quotas }
  | { readonly ok: false; readonly fault: ShareFault };

function fault(
  code: ShareFault["code"],
  message: string,
): { readonly ok: false; readonly fault: ShareFault } {
  return { ok: false, fault: { code, message } };
}

function phasedIn(
  { phaseIn: rule }: ShareRule,
  target: Quotas,
  sharers: readonly Sharer[],
  pot: PotYear,
): Moved {
  if (rule === undefined) return { ok: true, quotas: target };
  const historic = sharers.map(({ organisation }) => parseMoney(rule.historic[organisation] ?? "0"));
  if (historic.every((figure) => figure === 0n)) {
    return fault(
      "no-historic",
      "The historic figures of those who would pay sum to 0.00, so nothing can be phased in.",
    );
  }
  const progress = parsePercent(rule.percentByYear[formatFinancialYear(pot.year)] ?? "100");
  return { ok: true, quotas: phaseIn(pot.amount, target, historic, progress) };
}

/**
 * The collar from year to year: the year before is `historic` in the first year and the exact collared figure after
 * that, each as a full year and scaled to the months of the year in hand (rules §3).
 */
function startCollar(rule: NonNullable<ShareRule["collar"]>, sharers: readonly Sharer[]) {
  const rise = parsePercent(rule.maximumRisePercent);
  let fullYearBefore = sharers.map(({ organisation }) =>
    rational(parseMoney(rule.historic[organisation] ?? "0")),
  );
  return (target: Quotas, pot: PotYear): Moved => {
    const ofYear = rational(pot.parts, YEAR_PARTS);
    const before = fullYearBefore.map((figure) => figure.mul(ofYear));
    const held = collar(figuresOf(target), before, rise);
    if (!held.ok) {
      return fault(
        "collar",
        `In ${formatFinancialYear(pot.year)} nobody may rise by more than ${rule.maximumRisePercent} %, and the falls of the others cannot pay for it: £${pounds(held.missing)} is missing.`,
      );
    }
    fullYearBefore = held.figures.map((figure) => figure.div(ofYear));
    return { ok: true, quotas: quotasFrom(held.figures) };
  };
}

function withinBounds(quotas: Quotas, sharers: readonly Sharer[], pot: PotYear): Moved {
  if (sharers.every(({ minimum, maximum }) => minimum === 0n && maximum === null))
    return { ok: true, quotas };
  const bounds = sharers.map(
    ({ minimum, maximum }): Bound => ({
      minimum: partOfYear(minimum, pot.parts),
      maximum: maximum === null ? null : partOfYear(maximum, pot.parts),
    }),
  );
  const bounded = boundQuotas(pot.amount, quotas, bounds);
  if (bounded.ok) return bounded;
  const most = bounded.most === null ? "without limit" : `£${formatMoney(bounded.most)}`;
  return fault(
    "bounds",
    `In ${formatFinancialYear(pot.year)} the pot is £${formatMoney(pot.amount)}, but the minimums sum to £${formatMoney(bounded.least)} and the maximums to ${most}.`,
  );
}

/** A full-year amount for part of a year, rounded to the penny: bounds, overrides, buy-ins (rules §3). */
export function partOfYear(annual: Pence, parts: bigint): Pence {
  return divideRounded(annual * parts, YEAR_PARTS);
}

function pounds(pence: Rational): string {
  return pence
    .div(100n)
    .round(2)
    .toString()
    .replace(/^(-?\d+)$/, "$1.00")
    .replace(/\.(\d)$/, ".$10");
}

/** The order of rules §1 among members: the area's, then the organisation's id. */
function ranksOf(sharers: readonly Sharer[]): number[] {
  const order = sharers
    .map((_, place) => place)
    .sort((first, second) => {
      const [one, other] = [sharers[first] as Sharer, sharers[second] as Sharer];
      return compareAreas(one.area, other.area) || compareIds(one.organisation, other.organisation);
    });
  const ranks = sharers.map(() => 0);
  order.forEach((place, rank) => {
    ranks[place] = rank;
  });
  return ranks;
}

/** A member of a round with its area and its bounds: its own, else those of the rule for all. */
export function sharerOf(
  scenario: Pick<Scenario, "areas">,
  round: ContributionRound,
  member: RoundMember,
): Sharer {
  const area = scenario.areas.find(({ id }) => id === member.area);
  if (area === undefined) throw new Error(`no area ${member.area}`);
  const minimum = member.minimum ?? round.share?.minimum;
  const maximum = member.maximum ?? round.share?.maximum;
  return {
    organisation: member.organisation,
    area,
    minimum: minimum === undefined ? 0n : parseMoney(minimum),
    maximum: maximum === undefined ? null : parseMoney(maximum),
  };
}
