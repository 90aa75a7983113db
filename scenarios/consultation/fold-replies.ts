import { applyOperations } from "../changes/apply-operations";
import type { Json } from "../changes/json";
import type { Operation } from "../changes/operation";
import type { Id } from "../model/identifiers";
import type { Issue } from "../model/issue";
import type { ContributionRound, Option, RoundMember, Scenario } from "../model/scenario";
import { validateScenario } from "../validate-scenario";
import type { SilenceDefault } from "./consultation";
import { optionsTaken, type Reply, type RoundReply, type SignOff } from "./reply";

/** What became of one organisation's part in a round, and why; for the report of the consultation. */
export type Folded = {
  readonly organisation: Id;
  readonly round: Id;
  readonly replied: boolean;
  readonly before: RoundMember["choice"];
  readonly after: RoundMember["choice"];
  readonly status: NonNullable<RoundMember["status"]>;
  /** Why it stands so, as stable names that pages put into words. */
  readonly reasons: readonly FoldReason[];
};

export type FoldReason =
  /** As the reply says. */
  | "as-replied"
  /** Its first choice holds only under conditions, so it counts as indicative at most. */
  | "conditional"
  /** No reply came: what the consultation says about silence. */
  | "silent-undecided"
  | "silent-unchanged"
  | "silent-declines"
  /** The maxima of the replies left the pot without takers: they are kept out of the figures. */
  | "maximum-left-out";

export type FoldedReplies = {
  /** What makes the frozen scenario the scenario as replied; empty when the replies change nothing. */
  readonly operations: readonly Operation[];
  /** In the order of the rounds and members of the file. */
  readonly folded: readonly Folded[];
};

/**
 * The replies as changes of the frozen scenario: choices, units, maxima and how certain each is. Officers and cabinet
 * members give an indication; cabinet and full council confirm; an agreement is signed; conditions make it an
 * indication again. The undecided are asked. Who did not reply stands as `silence` says, never in an option that it
 * did not take before. Where maxima could not be met (rules §3: they do not reach the pot), the maxima of that round
 * are left out of the figures, and it is said.
 */
export function foldReplies(
  scenario: Scenario,
  replies: readonly Reply[],
  silence: SilenceDefault,
): FoldedReplies {
  let operations: readonly Operation[] = [];
  const folded: Folded[] = [];
  for (const round of scenario.contributions ?? []) {
    const members = round.members.map((member) =>
      foldMember(member, replyOf(replies, scenario, round, member), silence),
    );
    const whole = [
      ...operations,
      ...members.flatMap(({ position }, place) => changesOf(round, place, position)),
    ];
    const hasMaxima = members.some(({ asks }) => asks);
    const fits = !hasMaxima || isValid(scenario, whole);
    operations = fits
      ? whole
      : [
          ...operations,
          ...members.flatMap(({ withoutMaximum }, place) => changesOf(round, place, withoutMaximum)),
        ];
    for (const [place, { asks, position, replied, reasons }] of members.entries()) {
      const { organisation, choice: before } = round.members[place] as RoundMember;
      folded.push({
        ...{ organisation, round: round.id, replied, before, after: position.choice },
        status: position.status ?? "asked",
        reasons: asks && !fits ? [...reasons, "maximum-left-out"] : reasons,
      });
    }
  }
  return { operations, folded };
}

/** What a reply decides of a member of a round; everything else of the member stays. */
type Position = Pick<RoundMember, "choice" | "status" | "buyInUnits" | "maximum">;

type FoldedMember = {
  readonly position: Position;
  readonly withoutMaximum: Position;
  /** Whether the reply brings a maximum that bounds a share. */
  readonly asks: boolean;
  readonly replied: boolean;
  readonly reasons: readonly FoldReason[];
};

/** The frozen scenario as replied, with what became of each member; or why it cannot be evaluated. */
export type AsReplied =
  | { readonly ok: true; readonly scenario: Scenario; readonly folded: readonly Folded[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** {@link foldReplies} applied to the frozen scenario, which is not written to. */
export function scenarioAsReplied(
  frozen: Scenario,
  replies: readonly Reply[],
  silence: SilenceDefault,
): AsReplied {
  const { operations, folded } = foldReplies(frozen, replies, silence);
  const applied = applyOperations(frozen, operations);
  if (!applied.ok) return { ok: false, issues: applied.issues };
  const checked = validateScenario(applied.document);
  return checked.ok ? { ok: true, scenario: checked.scenario, folded } : checked;
}

type Answer = { readonly round: RoundReply; readonly signOff: SignOff };

function foldMember(before: RoundMember, answer: Answer | null, silence: SilenceDefault): FoldedMember {
  if (answer === null) return foldSilence(before, silence);
  const { round, signOff } = answer;
  const choice: RoundMember["choice"] = round.decision === "undecided" ? "undecided" : optionsTaken(round);
  const isConditional = round.conditions !== undefined && choice !== "undecided";
  const withoutMaximum: Position = {
    choice,
    status: choice === "undecided" ? "asked" : isConditional ? "indicative" : STATUS_OF[signOff],
    ...(includes(choice, "A") && round.buyInUnits !== undefined ? { buyInUnits: round.buyInUnits } : {}),
    ...(before.maximum === undefined ? {} : { maximum: before.maximum }),
  };
  const asks = includes(choice, "B") && round.maximum !== undefined;
  return {
    position: asks ? { ...withoutMaximum, maximum: round.maximum } : withoutMaximum,
    withoutMaximum,
    asks,
    replied: true,
    reasons: isConditional ? ["as-replied", "conditional"] : ["as-replied"],
  };
}

function foldSilence(before: RoundMember, silence: SilenceDefault): FoldedMember {
  const position: Position = {
    choice: silence === "unchanged" ? before.choice : silence === "undecided" ? "undecided" : [],
    status: "asked",
    ...(silence === "unchanged" && before.buyInUnits !== undefined ? { buyInUnits: before.buyInUnits } : {}),
    ...(before.maximum === undefined ? {} : { maximum: before.maximum }),
  };
  const reasons = [`silent-${silence}`] as const;
  return { position, withoutMaximum: position, asks: false, replied: false, reasons };
}

const STATUS_OF: Readonly<Record<SignOff, "indicative" | "confirmed" | "signed">> = {
  officer: "indicative",
  "cabinet-member": "indicative",
  cabinet: "confirmed",
  "full-council": "confirmed",
  "signed-agreement": "signed",
};

function includes(choice: RoundMember["choice"], option: Option): boolean {
  return choice !== "undecided" && choice.includes(option);
}

function replyOf(
  replies: readonly Reply[],
  scenario: Scenario,
  round: ContributionRound,
  { organisation }: RoundMember,
): Answer | null {
  const reply = replies.find((one) => one.organisation === organisation);
  const answer = reply?.rounds.find((one) => one.scenario === scenario.id && one.round === round.id);
  return reply === undefined || answer === undefined ? null : { round: answer, signOff: reply.signOff };
}

const FOLDED_FIELDS = ["choice", "status", "buyInUnits", "maximum"] as const;

function changesOf(round: ContributionRound, place: number, after: Position): Operation[] {
  const before = round.members[place] as RoundMember;
  const base = `/contributions/${round.id}/members/${before.organisation}`;
  return FOLDED_FIELDS.flatMap((field): Operation[] => {
    const path = `${base}/${field}`;
    const [was, is] = [before[field] as Json | undefined, after[field] as Json | undefined];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    if (is === undefined) return [{ op: "remove", path }];
    return [{ op: was === undefined ? "add" : "replace", path, value: is }];
  });
}

function isValid(scenario: Scenario, operations: readonly Operation[]): boolean {
  const applied = applyOperations(scenario, operations);
  return applied.ok && validateScenario(applied.document).ok;
}
