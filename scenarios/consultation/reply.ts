import type { Id } from "../model/identifiers";
import type { MoneyText } from "../model/money";
import type { DecimalText, Option } from "../model/scenario";

/** Who has agreed to a reply, from the weakest to the strongest. */
export const SIGN_OFF_LEVELS = [
  "officer",
  "cabinet-member",
  "cabinet",
  "full-council",
  "signed-agreement",
] as const;
export type SignOff = (typeof SIGN_OFF_LEVELS)[number];

/** It takes options, in an order; it takes none; it has not decided yet. */
export const DECISIONS = ["takes-options", "declines", "undecided"] as const;
export type Decision = (typeof DECISIONS)[number];

/**
 * The place of each option in the order of preference: 1 is what the organisation would take, 2 what it would take
 * if that cannot be. Options of one place are taken together, because A, B and C can stand together (rules §4).
 */
export type Ranks = Readonly<Partial<Record<Option, 1 | 2 | 3>>>;

/** What an organisation answers in one round of one frozen scenario. */
export type RoundReply = {
  readonly scenario: Id;
  readonly round: Id;
  readonly decision: Decision;
  /** Only of `takes-options`, and then at least one option has place 1. */
  readonly ranks?: Ranks;
  /** Units bought in a year; whenever A has a place. */
  readonly buyInUnits?: DecimalText;
  /** The most that it would pay as its share in a full year. */
  readonly maximum?: MoneyText;
  readonly conditions?: string;
};

/** A reply that has been submitted: whole, and checked against what was asked. */
export type Reply = {
  readonly organisation: Id;
  /** One for each round asked, in the order asked. */
  readonly rounds: readonly RoundReply[];
  readonly signOff: SignOff;
  /** Name and post of who replies for the organisation. */
  readonly repliedBy: string;
  readonly comments?: string;
  /** By question; questions left open are absent. */
  readonly answers: Readonly<Record<Id, string>>;
};

/** A reply as it came, perhaps half filled in: every field as the person left it. */
export type ReplyDraft = {
  readonly rounds: readonly {
    readonly scenario: Id;
    readonly round: Id;
    readonly decision?: string;
    readonly ranks?: Readonly<Partial<Record<Option, string>>>;
    readonly buyInUnits?: string;
    readonly maximum?: string;
    readonly conditions?: string;
  }[];
  readonly signOff?: string;
  readonly repliedBy?: string;
  readonly comments?: string;
  readonly answers?: Readonly<Record<Id, string>>;
};

/** The options that a reply takes: those of the first place, together. */
export function optionsTaken({ decision, ranks }: RoundReply): readonly Option[] {
  if (decision !== "takes-options") return [];
  return (["A", "B", "C"] as const).filter((option) => ranks?.[option] === 1);
}
