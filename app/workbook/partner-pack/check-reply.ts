import type { Asked, Consultation } from "../../../scenarios/consultation/consultation";
import { parseReply } from "../../../scenarios/consultation/parse-reply";
import { DECISIONS, type ReplyDraft, SIGN_OFF_LEVELS } from "../../../scenarios/consultation/reply";
import type { Id } from "../../../scenarios/model/identifiers";
import { formatMoney } from "../../../scenarios/model/money";
import { CHECKSUM, identityLines, PACK_FORMAT, type Seal, sealedText } from "./identity";
import type { CellAnswer, ReplyCellLine, ReplyCells } from "./read-cells";
import { DECISION_WORDS, SIGN_OFF_WORDS } from "./reply-words";

/** A pack that came back, each answer beside what was asked. */
export type CheckedReply =
  | { readonly ok: false; readonly fault: ReplyFault }
  | {
      readonly ok: true;
      readonly organisation: Id;
      readonly lines: readonly CheckedLine[];
    };

/** Why a workbook is not a reply to this consultation. */
export type ReplyFault =
  | "not-a-pack"
  | "another-consultation"
  | "another-organisation"
  | "older-revision"
  | "altered";

export type CheckedLine = {
  readonly reference: string;
  readonly question: string;
  readonly asked: string;
  /** As it was typed; empty when nothing was. */
  readonly given: string;
  /** The answer as a reply has it; empty when there is none that can be taken. */
  readonly value: string;
  readonly state: "taken" | "empty" | "refused";
  /** Why it is refused, with the remedy. */
  readonly message?: string;
};

export type ReplyExpectation = {
  readonly consultation: Consultation;
  /** What an organisation was asked; null when it was not. */
  readonly askedOf: (organisation: Id) => Asked | null;
  /** Only this organisation's reply will do; null for any that was asked. */
  readonly organisation: Id | null;
  readonly seal: Seal;
};

/** Checks who made a pack, for whom and of what; then each answer against what was asked. Pure. */
export function checkReply(cells: ReplyCells, expected: ReplyExpectation): CheckedReply {
  const refuse = (fault: ReplyFault): CheckedReply => ({ ok: false, fault });
  const identity = new Map(cells.identity);
  if (identity.get("Format") !== PACK_FORMAT) return refuse("not-a-pack");
  const { consultation } = expected;
  const isOfThis =
    identity.get("Plan") === consultation.plan && identity.get("Consultation") === consultation.id;
  if (!isOfThis) return refuse("another-consultation");
  const organisation = identity.get("Organisation") ?? "";
  const asked = expected.askedOf(organisation);
  if (asked === null || (expected.organisation !== null && organisation !== expected.organisation)) {
    return refuse("another-organisation");
  }
  const wanted = identityLines({
    ...{ plan: consultation.plan, consultation: consultation.id },
    ...{ organisation, snapshots: consultation.snapshots },
  });
  const scenarios = (lines: readonly (readonly [string, string])[]): string =>
    JSON.stringify(lines.filter(([name]) => name.startsWith("Scenario ")));
  if (scenarios(cells.identity) !== scenarios(wanted)) return refuse("older-revision");
  if (identity.get(CHECKSUM) !== expected.seal(sealedText(wanted, cells.lines))) return refuse("altered");
  return { ok: true, organisation, lines: checkLines(cells.lines, asked) };
}

/** Reads the answers, lets the rules of a reply judge them together, and puts each objection to its line. */
function checkLines(lines: readonly ReplyCellLine[], asked: Asked): readonly CheckedLine[] {
  const read = lines.map((line) => ({ line, given: givenText(line.answer), value: valueOf(line) }));
  const draft = draftOf(
    asked,
    new Map(read.flatMap(({ line, value }) => (typeof value === "string" ? [[line.reference, value]] : []))),
  );
  const parsed = parseReply(draft, asked);
  const issues = parsed.ok ? [] : parsed.issues;
  return read.map(({ line, given, value }): CheckedLine => {
    const { reference, question, asked: what } = line;
    const shown = { reference, question, asked: what, given, value: value ?? "" };
    const objection =
      value === null ? "An answer is text or a number; write it anew." : objectionTo(reference, issues);
    if (objection !== null) return { ...shown, state: "refused", message: objection };
    return { ...shown, state: given === "" ? "empty" : "taken" };
  });
}

/** An objection to a line, or to a group of lines of which it is the first. */
function objectionTo(
  reference: string,
  issues: readonly { readonly path: string; readonly message: string }[],
): string | null {
  const of = issues.filter(
    ({ path }) => path === reference || (reference.endsWith("/ranks/A") && path === parentOf(reference)),
  );
  return of.length === 0 ? null : of.map(({ message }) => message).join(" ");
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));

/** What was typed, as it is shown to the commissioner. */
function givenText(answer: CellAnswer): string {
  if (answer.kind === "text") return answer.text;
  return answer.kind === "number"
    ? String(answer.number)
    : answer.kind === "other"
      ? "not text or a number"
      : "";
}

/** The answer as a reply has it: codes for words of a list, pounds with pence; null for what is no answer at all. */
function valueOf({ reference, answer }: ReplyCellLine): string | null {
  if (answer.kind === "other") return null;
  const text = givenText(answer).trim();
  if (reference.endsWith("/decision")) return codeOf(text, DECISIONS, DECISION_WORDS);
  if (reference === "/signOff") return codeOf(text, SIGN_OFF_LEVELS, SIGN_OFF_WORDS);
  if (answer.kind !== "number") return text;
  return reference.endsWith("/maximum") ? poundsOf(answer.number) : decimalOf(answer.number);
}

function codeOf<Code extends string>(
  text: string,
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): string {
  return codes.find((code) => words[code].toLowerCase() === text.toLowerCase()) ?? text;
}

/** A figure that is not whole pence stays as it is, and is objected to. */
function poundsOf(number: number): string {
  const pence = Math.round(number * 100);
  const isPence = Number.isSafeInteger(pence) && Math.abs(number * 100 - pence) < 1e-6;
  return isPence && pence >= 0 ? formatMoney(BigInt(pence)) : String(number);
}

/** Sums in binary leave dust: 0.1 + 0.2 is meant as 0.3. */
function decimalOf(number: number): string {
  return String(Number(number.toFixed(6)));
}

/** Answers by reference as a form would send them; what is empty is not given. */
export function draftOf({ rounds, questions }: Asked, values: ReadonlyMap<string, string>): ReplyDraft {
  const given = (reference: string): string | undefined => {
    const value = values.get(reference);
    return value === undefined || value === "" ? undefined : value;
  };
  const fields = (pairs: readonly (readonly [name: string, reference: string])[]): Record<string, string> =>
    Object.fromEntries(
      pairs.flatMap(([name, reference]) => {
        const value = given(reference);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return {
    rounds: rounds.map(({ scenario, round, options }) => {
      const base = `/rounds/${scenario}/${round}`;
      const names = ["decision", "buyInUnits", "maximum", "conditions"];
      return {
        ...{ scenario, round },
        ...fields(names.map((name) => [name, `${base}/${name}`])),
        ranks: fields(options.map((option) => [option, `${base}/ranks/${option}`])),
      };
    }),
    ...fields(["signOff", "repliedBy", "comments"].map((name) => [name, `/${name}`])),
    answers: fields(questions.map(({ id }) => [id, `/answers/${id}`])),
  };
}
