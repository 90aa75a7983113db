import type { DateText, FinancialYearText } from "./calendar";
import type { Id } from "./identifiers";
import type { MoneyText } from "./money";
import type { DecimalText, PercentText } from "./quantity";

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
  /** Stands beside the cost, which is net of recoverable VAT (rules §2.8). `recoverablePercent` is 100 by default. */
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
