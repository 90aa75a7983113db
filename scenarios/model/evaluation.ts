import type { Day } from "./calendar";
import type { Id } from "./identifiers";
import type { Warning } from "./issue";
import type { LedgerLine } from "./ledger";
import type { Pence } from "./money";
import type { Quantity } from "./quantity";
import type { Rational } from "./rational";
import type { Option, Scenario } from "./scenario";
import type { Timeline } from "./timeline";

/** Amounts by financial year, in the order of `timeline.years`. */
export type ByYear = readonly Pence[];

/** Everything that follows from a scenario. Pure data; formatted by `document/` and `app/reports`. */
export type Evaluation = {
  readonly scenario: Scenario;
  readonly timeline: Timeline;
  /** In the order of the provisions of the file. */
  readonly costs: ReadonlyMap<Id, ProvisionCost>;
  readonly contributions: ReadonlyMap<Id, RoundOutcome>;
  readonly ifOthersDecline: ReadonlyMap<Id, ReadonlyMap<Id, IfOthersDecline>>;
  readonly lots: readonly LotPattern[];
  readonly coverage: Coverage;
  /** Sorted by area (rules §1), then activity id. */
  readonly capacity: readonly CapacitySeries[];
  readonly funding: Funding;
  readonly ledger: readonly LedgerLine[];
  readonly checks: readonly Check[];
  readonly warnings: readonly Warning[];
};

/** What a provision costs (rules §2). All by month or year of the horizon, net of recoverable VAT. */
export type ProvisionCost = {
  readonly provision: Id;
  /** False: the price is not known, its rows read 0.00 and every total that lacks it says so. */
  readonly priceKnown: boolean;
  /** Recurring cost at the price at start, by month of the horizon. */
  readonly contract: readonly Pence[];
  /** What indexation adds, by month; contract + uplift is the recurring cost. */
  readonly uplift: readonly Pence[];
  readonly oneOff: readonly Pence[];
  /** contract + uplift + one-off, by month. */
  readonly months: readonly Pence[];
  readonly years: ByYear;
  readonly oneOffYears: ByYear;
  readonly total: Pence;
  /** The annual price in force by financial year of the horizon, null out of service or on a schedule. */
  readonly annualPrice: readonly (Pence | null)[];
};

/** What came of a round of district contributions (rules §§3 and 4). */
export type RoundOutcome = {
  readonly round: Id;
  readonly provision: Id;
  /** Asked for, before anyone declines. */
  readonly pot: ByYear;
  readonly happens: boolean;
  /** Under the rule scale the pot that counts is what the payers' shares come to. */
  readonly scaled: boolean;
  /** The payers' part of the exact quotas: 1 unless the rule is scale, 0 when the round does not happen. */
  readonly capacityScale: Rational;
  /** The exact sum of the payers' blended shares over all members, 0 to 1. */
  readonly payersShare: Rational;
  /** In the order of the members of the file. */
  readonly members: readonly MemberOutcome[];
  /** By organisation. */
  readonly toppedUp: ReadonlyMap<Id, ByYear>;
  readonly shortfall: ByYear;
};

export type MemberOutcome = {
  readonly organisation: Id;
  readonly area: Id;
  readonly choice: "undecided" | readonly Option[];
  /** It takes B, whether or not the round happens. */
  readonly takesShare: boolean;
  /** The blended share over all members, 0 to 1: what it would hold if all took B. */
  readonly blendedShare: Rational;
  /**
   * What the formula asks if all members take B, by year: what an offer says, whoever then declines. Null without a
   * share rule, or where the bounds could not be met if all joined.
   */
  readonly asked: ByYear | null;
  readonly share: ByYear;
  readonly buyIn: ByYear;
  /** Agreed figure minus the formula's; null without one that counts. */
  readonly override: ByYear | null;
  readonly total: Pence;
};

/** A member's share over the horizon when it takes B; null where bounds cannot be met by those who would pay. */
export type IfOthersDecline = {
  readonly all: Pence | null;
  readonly asDeclared: Pence | null;
  readonly onlyThisOne: Pence | null;
};

/** A partition of the separable blocks of service (rules §10). */
export type LotPattern = {
  readonly pattern: readonly (readonly Id[])[];
  readonly lots: number;
  readonly overhead: Pence;
  readonly direct: Pence;
  readonly fte: Rational;
  readonly handOffs: Rational;
};

export type CellState = "covered" | "unconfirmed" | "gap";

/** Days without (confirmed) supply; both ends inclusive. */
export type CoverageStretch = {
  readonly area: Id;
  readonly activity: Id;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
};

/** A stretch of days on which the same two or more provisions serve one activity in one area (rules §5). */
export type DoubleRunning = CoverageStretch & { readonly provisions: readonly Id[]; readonly cost: Pence };

export type Coverage = {
  readonly counts: Readonly<Record<CellState, number>>;
  /** One row for each required (area, activity); states by month of the horizon, null where not required. */
  readonly cells: readonly CoverageRow[];
  readonly gaps: readonly CoverageStretch[];
  readonly unconfirmed: readonly CoverageStretch[];
  readonly doubleRunning: readonly DoubleRunning[];
};

export type CoverageRow = {
  readonly area: Id;
  readonly activity: Id;
  readonly states: readonly (CellState | null)[];
  /** Share of the required days of the month that are supplied at any certainty, 0 to 1; null where not required. */
  readonly daysCovered: readonly (number | null)[];
};

/** Demand, capacity and waiting of one activity in one area by month of the horizon (rules §§6 and 7). */
export type CapacitySeries = {
  readonly area: Id;
  readonly activity: Id;
  readonly turnAway: boolean;
  readonly demand: Float64Array;
  /** Own capacity and shares of pools before passing on. */
  readonly entitlement: Float64Array;
  /** After passing on. */
  readonly capacity: Float64Array;
  readonly served: Float64Array;
  /** At the month's end. */
  readonly waiting: Float64Array;
  readonly turnedAway: Float64Array;
  /** Those who left the list before they were served. */
  readonly left: Float64Array;
};

/** Wait at a month's end in weeks: waiting ÷ capacity of the month × 52/12; null without capacity, 0 for turn-away (rules §7). */
export function waitWeeks(series: CapacitySeries, month: number): Quantity | null {
  const capacity = series.capacity[month] as number;
  if (capacity <= 0) return null;
  return series.turnAway ? 0 : (((series.waiting[month] as number) / capacity) * 52) / 12;
}

/** Who pays for a provision in one financial year (rules §8). */
export type ProvisionFunding = {
  readonly cost: Pence;
  /** Shares, overrides, buy-ins and top-ups, in full also beyond the cost. */
  readonly contributions: Pence;
  /** By source, without zeros: what agreed lines pay and what was matched automatically. */
  readonly sources: ReadonlyMap<Id, Pence>;
  /** The part of `sources` that agreed lines pay. */
  readonly agreed: ReadonlyMap<Id, Pence>;
  readonly unfunded: Pence;
};

export type SourceYear = {
  /** The amount of the year and what was carried into it. */
  readonly available: Pence;
  readonly carriedIn: Pence;
  readonly used: Pence;
  readonly unused: Pence;
};

export type Funding = {
  readonly unfunded: ByYear;
  /** By provision, by place of the year. */
  readonly provisions: ReadonlyMap<Id, readonly ProvisionFunding[]>;
  readonly sources: ReadonlyMap<Id, readonly SourceYear[]>;
  /** By place of the year, ids in order; empty when nothing is unfunded. */
  readonly bottleneck: readonly (readonly Id[])[];
  readonly byCertainty: readonly {
    readonly confirmed: Pence;
    readonly indicative: Pence;
    readonly atRisk: Pence;
    readonly unfunded: Pence;
  }[];
};

/** One reconciliation: two ways to the same pounds. */
export type Check = {
  readonly id: string;
  readonly ok: boolean;
  readonly difference: Pence;
  readonly about: string;
};
