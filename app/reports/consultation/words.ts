import type { SilenceDefault } from "../../../scenarios/consultation/consultation";
import type { FoldReason } from "../../../scenarios/consultation/fold-replies";
import type { Decision, RoundReply, SignOff } from "../../../scenarios/consultation/reply";
import type { Standing } from "../../../scenarios/consultation/standing";
import type { Option } from "../../../scenarios/model/scenario";
import type { Tone } from "../report-table";
import { choiceWords } from "../words";

/** The words of a consultation, in one place. */
export const STANDINGS: Readonly<Record<Standing, { readonly words: string; readonly tone?: Tone }>> = {
  "not-invited": { words: "No link yet", tone: "muted" },
  invited: { words: "Link made, not opened" },
  opened: { words: "Opened, nothing saved" },
  drafting: { words: "Draft saved, not sent", tone: "warn" },
  replied: { words: "Replied, not signed off" },
  conditional: { words: "Replied, with conditions", tone: "warn" },
  "signed-off": { words: "Replied and signed off", tone: "good" },
  silent: { words: "Late: no reply", tone: "bad" },
};

export const SIGN_OFFS: Readonly<Record<SignOff, string>> = {
  officer: "Officers; no member has decided yet",
  "cabinet-member": "The cabinet member",
  cabinet: "The cabinet",
  "full-council": "The full council",
  "signed-agreement": "A signed agreement is in place",
};

export const DECISIONS: Readonly<Record<Decision, string>> = {
  "takes-options": "We would take one or more of the options",
  declines: "We decline: none of the options",
  undecided: "We have not decided yet",
};

export const SILENCES: Readonly<Record<SilenceDefault, string>> = {
  undecided: "Shown as undecided, and counted as not paying",
  unchanged: "Stands as the frozen scenario has it, marked as asked",
  declines: "Counted as declining",
};

export const REASONS: Readonly<Record<FoldReason, string>> = {
  "as-replied": "As replied",
  conditional: "under conditions, so indicative",
  "silent-undecided": "No reply: undecided",
  "silent-unchanged": "No reply: as before",
  "silent-declines": "No reply: counted as declining",
  "maximum-left-out": "its maximum is left out, because the maxima together do not reach the pot",
};

export const EVENTS: Readonly<Record<string, string>> = {
  frozen: "Scenarios frozen",
  "link-made": "Link made",
  "link-revoked": "Link ended",
  "link-opened": "Link opened",
  reminded: "Reminded",
  "draft-saved": "Draft saved",
  replied: "Replied",
  extended: "Last day changed",
  closed: "Closed",
  folded: "Scenario made as replied",
};

/** The options of one place in a reply's order: "A: buy-in and C: framework"; null when there are none. */
export function optionsOfPlace({ decision, ranks }: RoundReply, place: 1 | 2 | 3): string | null {
  const options = (["A", "B", "C"] as const).filter((option: Option) => ranks?.[option] === place);
  if (decision !== "takes-options" || options.length === 0) return null;
  return choiceWords(options);
}

/** What a reply decides, in a few words: its first choice, that it declines, or that it has not decided. */
export function decisionWords(round: RoundReply): string {
  if (round.decision === "undecided") return choiceWords("undecided");
  return optionsOfPlace(round, 1) ?? choiceWords([]);
}
