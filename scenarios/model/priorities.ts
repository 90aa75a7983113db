import type { Id } from "./identifiers";
import type { MoneyText } from "./money";
import type { DecimalText } from "./quantity";

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
