import type { DateText, FinancialYearText } from "./calendar";
import type { Id } from "./identifiers";
import type { MoneyText } from "./money";
import type { DecimalText, PercentText } from "./quantity";

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
