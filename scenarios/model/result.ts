import type { DateText, FinancialYearText, MonthText } from "./calendar";
import type { Id } from "./identifiers";
import type { Warning } from "./issue";
import type { MoneyText } from "./money";
import type { DecimalText } from "./scenario";

/** An evaluation as one JSON document, all figures as text: what `planner evaluate` prints. A public interface. */
export type Result = {
  readonly format: "commissioning-result/1";
  readonly scenario: { readonly id: Id; readonly name: string };
  readonly years: readonly FinancialYearText[];
  readonly months: readonly MonthText[];
  readonly costs: Readonly<Record<Id, ResultCost>>;
  readonly contributions: Readonly<Record<Id, ResultRound>>;
  readonly ifOthersDecline: Readonly<
    Record<Id, Readonly<Record<Id, Readonly<Record<"all" | "asDeclared" | "onlyThisOne", MoneyText | null>>>>>
  >;
  readonly lots: readonly {
    readonly pattern: readonly (readonly Id[])[];
    readonly lots: number;
    readonly overhead: MoneyText;
    readonly direct: MoneyText;
    readonly fte: DecimalText;
    readonly handOffs: DecimalText;
  }[];
  readonly coverage: {
    readonly counts: Readonly<Record<"covered" | "unconfirmed" | "gap", number>>;
    readonly gaps: readonly ResultStretch[];
    readonly unconfirmed: readonly ResultStretch[];
    readonly doubleRunning: readonly (ResultStretch & {
      readonly provisions: readonly Id[];
      readonly cost: MoneyText;
    })[];
  };
  readonly capacity: readonly {
    readonly area: Id;
    readonly activity: Id;
    readonly month: MonthText;
    readonly demand: DecimalText;
    readonly entitlement: DecimalText;
    readonly capacity: DecimalText;
    readonly served: DecimalText;
    readonly waiting: DecimalText;
    readonly turnedAway: DecimalText;
    readonly left: DecimalText;
    /** null without capacity, "0" for turn-away. */
    readonly waitWeeks: DecimalText | null;
  }[];
  readonly funding: {
    readonly unfunded: MoneyByYear;
    readonly provisions: Readonly<
      Record<
        Id,
        Readonly<
          Record<
            FinancialYearText,
            {
              readonly cost: MoneyText;
              readonly contributions: MoneyText;
              readonly sources: Readonly<Record<Id, MoneyText>>;
              readonly unfunded: MoneyText;
            }
          >
        >
      >
    >;
    readonly sources: Readonly<
      Record<
        Id,
        Readonly<Record<FinancialYearText, Readonly<Record<"available" | "used" | "unused", MoneyText>>>>
      >
    >;
    readonly bottleneck: Readonly<Record<FinancialYearText, readonly Id[]>>;
    readonly byCertainty: Readonly<
      Record<
        FinancialYearText,
        Readonly<Record<"confirmed" | "indicative" | "atRisk" | "unfunded", MoneyText>>
      >
    >;
  };
  readonly checks: readonly {
    readonly id: string;
    readonly ok: boolean;
    readonly difference: MoneyText;
    readonly about: string;
  }[];
  readonly warnings: readonly Warning[];
};

export type MoneyByYear = Readonly<Record<FinancialYearText, MoneyText>>;

export type ResultCost = {
  readonly months: Readonly<Record<MonthText, MoneyText>>;
  readonly years: MoneyByYear;
  readonly oneOffs: MoneyByYear;
  readonly total: MoneyText;
};

export type ResultRound = {
  readonly pot: MoneyByYear;
  readonly happens: boolean;
  readonly capacityScale: DecimalText;
  readonly members: Readonly<
    Record<
      Id,
      {
        readonly choice: "undecided" | readonly string[];
        readonly share: MoneyByYear;
        readonly buyIn: MoneyByYear;
        readonly override: MoneyByYear;
        readonly total: MoneyText;
      }
    >
  >;
  readonly toppedUp: Readonly<Record<Id, MoneyByYear>>;
  readonly shortfall: MoneyByYear;
};

export type ResultStretch = {
  readonly area: Id;
  readonly activity: Id;
  readonly from: DateText;
  readonly to: DateText;
  readonly days: number;
};
