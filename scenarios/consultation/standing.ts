import type { Reply } from "./reply";

/** How far an organisation is, from least to most. */
export type Standing =
  | "not-invited"
  | "invited"
  | "opened"
  | "drafting"
  /** It replied, as an indication or under conditions, or has not decided. */
  | "replied"
  | "conditional"
  /** Cabinet, full council or a signed agreement stands behind its reply, without conditions. */
  | "signed-off"
  /** The last day is over, and it has not replied. */
  | "silent";

/** What is known of one organisation in a consultation. */
export type PartnerFacts = {
  readonly invited: boolean;
  readonly opened: boolean;
  readonly hasDraft: boolean;
  readonly reply: Reply | null;
  readonly isClosed: boolean;
};

/** How far an organisation is. Example: a reply of the cabinet with a condition is `conditional`. */
export function standingOf({ invited, opened, hasDraft, reply, isClosed }: PartnerFacts): Standing {
  if (reply !== null) {
    if (reply.rounds.some(({ conditions }) => conditions !== undefined)) return "conditional";
    const isDecided = reply.rounds.every(({ decision }) => decision !== "undecided");
    const isFirm = reply.signOff !== "officer" && reply.signOff !== "cabinet-member";
    return isDecided && isFirm ? "signed-off" : "replied";
  }
  if (isClosed && invited) return "silent";
  if (hasDraft) return "drafting";
  if (opened) return "opened";
  return invited ? "invited" : "not-invited";
}
