import type { Snapshot } from "../../../scenarios/consultation/consultation";
import type { Id } from "../../../scenarios/model/identifiers";
import type { ReplyLine } from "./reply-lines";

/** Which pack a file is: what a reply that comes back must still say. */
export type PackIdentity = {
  readonly plan: Id;
  readonly consultation: Id;
  readonly organisation: Id;
  readonly snapshots: readonly Pick<Snapshot, "scenario" | "revision" | "contentHash">[];
};

export const PACK_FORMAT = "commissioning-reply/1";

/** What the caller makes of a text so that nobody else can: an HMAC by the server's key. */
export type Seal = (text: string) => string;

/** The identity as the lines of its sheet, without the checksum. Names and values are text, each once. */
export function identityLines({
  plan,
  consultation,
  organisation,
  snapshots,
}: PackIdentity): readonly (readonly [name: string, value: string])[] {
  return [
    ["Format", PACK_FORMAT],
    ["Plan", plan],
    ["Consultation", consultation],
    ["Organisation", organisation],
    ...snapshots.map(
      ({ scenario, revision, contentHash }, place) =>
        [`Scenario ${place + 1}`, `${scenario}, revision ${revision}, content ${contentHash}`] as const,
    ),
  ];
}

export const CHECKSUM = "Checksum";

/**
 * What the checksum is of: the identity, and every line of the Reply sheet but its answer. White space is one space,
 * because other programs keep it in their own way.
 */
export function sealedText(
  identity: readonly (readonly [string, string])[],
  lines: readonly Pick<ReplyLine, "reference" | "question" | "asked">[],
): string {
  return JSON.stringify([
    identity.map((pair) => pair.map(inOneLine)),
    lines.map(({ reference, question, asked }) => [reference, question, asked].map(inOneLine)),
  ]);
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
