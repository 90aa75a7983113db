import type { DateText, FinancialYearText, MonthText } from "./calendar";
import type { ContributionRound } from "./contribution-round";
import type { Id } from "./identifiers";
import type { MoneyText } from "./money";
import type { Priorities } from "./priorities";
import type { Provision } from "./provision";
import type { DecimalText, PercentText } from "./quantity";

export type * from "./contribution-round";
export type * from "./priorities";
export type * from "./provision";
export type { DecimalText, PercentText } from "./quantity";

/**
 * The scenario file, version 1: one JSON document that holds a whole scenario. It is what the database stores,
 * what a person downloads and sends, what the command line reads. Money, percents and quantities are text, so
 * that nothing is lost on the way. The names are a public interface.
 *
 * A value of type `Scenario` has passed every check of `document/` (and is never written to): functions that take
 * it may rely on ids that resolve, dates that exist and percents that sum.
 */
export type Scenario = {
  readonly format: typeof SCENARIO_FORMAT;
  readonly id: Id;
  readonly name: string;
  readonly purpose?: string;
  /** Default: draft. */
  readonly status?: "draft" | "consultation" | "approved" | "superseded";
  /** The scenario that this one changes. */
  readonly basedOn?: { readonly id: Id; readonly name?: string } | null;
  /** True: every page and sheet says that the money is invented. */
  readonly synthetic?: boolean;
  /** First and last month, inclusive. */
  readonly horizon: { readonly start: MonthText; readonly end: MonthText };
  readonly indexes?: readonly Index[];
  readonly sources?: readonly EvidenceSource[];
  readonly provenance?: readonly Provenance[];
  readonly organisations: readonly Organisation[];
  readonly areas: readonly Area[];
  /** What the figures of a basis count, by its name: "people", "crimes". */
  readonly basisUnits?: Readonly<Record<string, string>>;
  readonly activities: readonly Activity[];
  readonly provisions: readonly Provision[];
  readonly requirements?: readonly Requirement[];
  readonly demand?: readonly Demand[];
  readonly fundingSources?: readonly FundingSource[];
  readonly contributions?: readonly ContributionRound[];
  readonly priorities?: Priorities;
  readonly lotStructure?: LotStructure;
  readonly objectives?: readonly { readonly id: Id; readonly name: string }[];
  readonly commitments?: readonly Commitment[];
  readonly risks?: readonly Risk[];
};

export const SCENARIO_FORMAT = "commissioning-scenario/1";

export type Index = {
  readonly id: Id;
  readonly name: string;
  /** The rise on 1 April at which the financial year starts, in percent. */
  readonly rates: Readonly<Record<FinancialYearText, PercentText>>;
};

/** Where a figure comes from. */
export type EvidenceSource = {
  readonly id: Id;
  readonly title: string;
  readonly date?: DateText;
  readonly kind?: string;
  readonly reference?: string;
};

export type Provenance = {
  /** A pointer by ids to the value that this line is about: `/demand/d1/annual`. */
  readonly path: string;
  readonly source?: Id;
  readonly note?: string;
  readonly low?: DecimalText;
  readonly high?: DecimalText;
};

export type Organisation = {
  readonly id: Id;
  readonly name: string;
  readonly kind:
    | "lead-commissioner"
    | "commissioner"
    | "police-and-crime-commissioner"
    | "district"
    | "health"
    | "csp"
    | "provider"
    | "other";
  readonly validFrom?: DateText;
  readonly validTo?: DateText;
  readonly successor?: Id;
};

export type Area = {
  readonly id: Id;
  readonly name: string;
  /** ONS code. */
  readonly code?: string;
  readonly organisation?: Id;
  /** Apportionment bases: population, households, incidents … */
  readonly bases: Readonly<Record<string, DecimalText>>;
};

export type RiskLevel = "high" | "medium" | "standard";

export type Activity = {
  readonly id: Id;
  readonly name: string;
  readonly unit: string;
  /** Default: waiting-list. */
  readonly queue?: "waiting-list" | "turn-away";
  readonly statutory?: boolean;
  readonly riskLevels?: readonly RiskLevel[];
  readonly cohorts?: readonly string[];
  readonly stream?: string;
};

/** What must be covered: an activity in some areas, from one month to another, inclusive. */
export type Requirement = {
  readonly activity: Id;
  readonly areas: readonly Id[];
  readonly from: MonthText;
  readonly to: MonthText;
};

export type Demand = {
  readonly id: Id;
  readonly area: Id;
  readonly activity: Id;
  readonly risk?: RiskLevel;
  readonly annual?: DecimalText;
  readonly funnel?: {
    readonly incidents: DecimalText;
    readonly sharePercent: PercentText;
    readonly referralPercent: PercentText;
    readonly engagePercent: PercentText;
  };
  readonly baseYear: FinancialYearText;
  readonly growthPercent?: PercentText;
  readonly byYear?: Readonly<Record<FinancialYearText, DecimalText>>;
  /** Twelve, April first, sum exactly 12. */
  readonly seasonal?: readonly DecimalText[];
  readonly waitingAtStart?: DecimalText;
  /** Of those waiting, a month. */
  readonly leavingPercent?: PercentText;
};

export type FundingCertainty = "confirmed" | "indicative" | "at-risk";

export type FundingSource = {
  readonly id: Id;
  readonly name: string;
  readonly owner: Id;
  /** Default: confirmed. */
  readonly certainty?: FundingCertainty;
  readonly amounts: Readonly<Record<FinancialYearText, MoneyText>>;
  readonly carryForward?: boolean;
  readonly onlyFor?: {
    readonly provisions?: readonly Id[];
    readonly activities?: readonly Id[];
    readonly areas?: readonly Id[];
  };
};

export type LotStructure = {
  readonly envelope: MoneyText;
  readonly overheadPerLot: MoneyText;
  readonly costPerFte: MoneyText;
  readonly blocks: readonly { readonly id: Id; readonly name: string }[];
  readonly needs: readonly { readonly blocks: readonly Id[]; readonly percent: PercentText }[];
  /** The pattern that the scenario procures: the blocks of each lot, every block in one of them (rules §10). */
  readonly chosen?: readonly (readonly Id[])[];
  /** Why these lots, in the words of those who decided. */
  readonly chosenReason?: string;
};

export type Commitment = {
  readonly id: Id;
  readonly name: string;
  readonly objective?: Id;
  readonly state: "not-started" | "red" | "amber" | "green" | "unknown";
  readonly continuing?: boolean;
  readonly note?: string;
  readonly sameAs?: Id;
};

export type Risk = {
  readonly id: Id;
  readonly text: string;
  readonly likelihood: 1 | 2 | 3 | 4 | 5;
  readonly impact: 1 | 2 | 3 | 4 | 5;
  readonly owner?: Id;
  readonly mitigation?: string;
};
