import type { DateText, FinancialYearText, MonthText } from "./calendar";
import type { Id } from "./identifiers";
import type { MoneyText } from "./money";

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

/** Text `-?\d+(\.\d+)?`. */
export type DecimalText = string;
/** A decimal in percent: `"2.5"` is 2.5 %. */
export type PercentText = DecimalText;

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

export type Certainty = "confirmed" | "planned" | "under-consideration";
export type ProvisionKind = "existing" | "bridging" | "devolved-grant" | "lot" | "local";

/** Anything that supplies a service for money over a period (rules §2). */
export type Provision = {
  readonly id: Id;
  readonly name: string;
  readonly kind: ProvisionKind;
  readonly lead?: Id;
  readonly provider?: string;
  readonly activities: readonly Id[];
  readonly areas: readonly Id[];
  readonly start: DateText;
  readonly end: DateText;
  /** Default: confirmed. */
  readonly certainty?: Certainty;
  /** Absent: not known, which is not zero (rules §2.6). */
  readonly price?: Price;
  readonly oneOffs?: readonly OneOff[];
  readonly capacity?: readonly CapacityEntry[];
  readonly funding?: readonly FundingLine[];
  /** Its place among those that draw on funding sources, 1 first; those without come after, by id (rules §8). */
  readonly drawOrder?: number;
  /** Of local provisions. Default: outside. */
  readonly framework?: "signed" | "outside";
  /** Of bridging: the provision that it continues. */
  readonly extends?: Id;
  readonly commitments?: readonly Id[];
  /** Shown beside: all costs are net of recoverable VAT. `recoverablePercent` is 100 by default. */
  readonly vat?: { readonly percent: PercentText; readonly recoverablePercent?: PercentText };
  /** For the Cash sheet only. Default: monthly-arrears. */
  readonly payment?: "monthly-arrears" | "monthly-advance" | "quarterly-arrears" | "quarterly-advance";
  /** Options in the contract, in order. */
  readonly extensions?: readonly { readonly months: number }[];
  readonly noticeMonths?: number;
  readonly procurement?: Procurement;
  readonly directory?: {
    readonly offer?: string;
    readonly audience?: string;
    readonly eligibility?: string;
    readonly access?: string;
  };
};

export type AnnualPrice = {
  readonly annual: MoneyText;
  readonly premiumPercent?: PercentText;
  readonly index?: Id;
  readonly firstUplift?: DateText;
  readonly upliftFloor?: PercentText;
  readonly upliftCap?: PercentText;
};
export type PriceSchedule = { readonly schedule: Readonly<Record<FinancialYearText, MoneyText>> };
export type Price = AnnualPrice | PriceSchedule;

export type OneOff = { readonly name: string; readonly amount: MoneyText; readonly date: DateText };

export type CapacityForm =
  | { readonly unitsPerYear: DecimalText }
  | {
      readonly fte: DecimalText;
      readonly openCases?: DecimalText;
      readonly weeks?: DecimalText;
      readonly contactHours?: DecimalText;
      readonly hoursPerCase?: DecimalText;
    }
  | { readonly units: DecimalText; readonly occupancyPercent: PercentText; readonly stayDays: DecimalText }
  | {
      readonly programmes: DecimalText;
      readonly places: DecimalText;
      readonly startPercent: PercentText;
      readonly completePercent: PercentText;
    };
/** `areas`: default those of the provision. */
export type CapacityEntry = { readonly activity: Id; readonly areas?: readonly Id[] } & CapacityForm;

export type FundingLine = { readonly source: Id } & (
  | { readonly annual: MoneyText }
  | { readonly percent: PercentText }
  | { readonly rest: true }
);

export type Procurement = {
  readonly tenderWeeks: number;
  readonly evaluationWeeks: number;
  readonly approvalWeeks: number;
  readonly standstillWeeks: number;
  readonly mobilisationWeeks: number;
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

export type ShareRule = {
  /** A key of `areas.bases`, or "equal"; percents sum to 100. */
  readonly weights: readonly { readonly basis: string; readonly percent: PercentText }[];
  readonly minimum?: MoneyText;
  readonly maximum?: MoneyText;
  readonly phaseIn?: {
    readonly historic: Readonly<Record<Id, MoneyText>>;
    readonly percentByYear: Readonly<Record<FinancialYearText, PercentText>>;
  };
  readonly collar?: {
    readonly historic: Readonly<Record<Id, MoneyText>>;
    readonly maximumRisePercent: PercentText;
  };
};

export type DeclineRule =
  | {
      readonly rule: "fixed-share";
      readonly toppedUpBy?: readonly { readonly organisation: Id; readonly percent: PercentText }[];
    }
  | { readonly rule: "re-spread" }
  | { readonly rule: "scale" }
  | {
      readonly rule: "threshold";
      readonly percent: PercentText;
      readonly then: "fixed-share" | "re-spread" | "scale";
    };

export type Option = "A" | "B" | "C";

export type RoundMember = {
  readonly organisation: Id;
  readonly area: Id;
  /** [] declines; "undecided" is shown as such and counted as not paying. */
  readonly choice: "undecided" | readonly Option[];
  readonly status?: "asked" | "indicative" | "confirmed" | "signed";
  readonly buyInUnits?: DecimalText;
  readonly minimum?: MoneyText;
  readonly maximum?: MoneyText;
  readonly override?: { readonly annual: MoneyText; readonly agreedBy: string; readonly reason: string };
};

/** A round of district contributions to one provision (rules §4). */
export type ContributionRound = {
  readonly id: Id;
  readonly name: string;
  readonly provision: Id;
  readonly from: DateText;
  readonly to: DateText;
  readonly pot?: { readonly annual: MoneyText; readonly index?: Id; readonly firstUplift?: DateText };
  readonly share?: ShareRule;
  /** Default: fixed-share, nobody tops up. */
  readonly whenSomeDecline?: DeclineRule;
  /** What the whole pot buys. */
  readonly capacity?: {
    readonly activity: Id;
    readonly unitsPerYear: DecimalText;
    readonly access: "open" | "members" | "by-contribution";
  };
  readonly buyIn?: {
    readonly activity: Id;
    readonly bands: readonly { readonly upTo: DecimalText | null; readonly price: MoneyText }[];
    readonly method: "incremental" | "all-units";
  };
  readonly members: readonly RoundMember[];
};

export type PriorityLevel = {
  readonly id: Id;
  readonly name?: string;
  readonly costs: Readonly<Record<Id, MoneyText>>;
  readonly scores?: Readonly<Record<Id, DecimalText>>;
  readonly benefit?: DecimalText;
  readonly people?: DecimalText;
};

export type PriorityLine = {
  readonly id: Id;
  readonly name: string;
  readonly provision?: Id;
  readonly areas?: readonly Id[];
  readonly objective?: Id;
  readonly mustFund?: boolean;
  readonly mustFundReason?: string;
  readonly lagMonths?: number;
  readonly mustNot?: boolean;
  readonly requires?: readonly Id[];
  readonly excludes?: readonly Id[];
  readonly levels: readonly PriorityLevel[];
};

export type Priorities = {
  readonly criteria: readonly {
    readonly id: Id;
    readonly name: string;
    readonly weight: DecimalText;
    readonly low?: string;
    readonly high?: string;
  }[];
  readonly benefit?: "score" | "score-times-people";
  readonly budgets: readonly { readonly id: Id; readonly name: string; readonly amount: MoneyText }[];
  readonly lines: readonly PriorityLine[];
  readonly equity?: readonly {
    readonly areas: readonly Id[];
    readonly minimumLines?: number;
    readonly minimumBenefit?: DecimalText;
  }[];
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
